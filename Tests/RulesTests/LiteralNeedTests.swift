import Foundation
import Rules
import Testing

@Suite("Patterns are passed by where their literals are missing")
struct LiteralNeedTests {
  /// Whether the pattern would be tried on the text.
  private func isTried(_ pattern: String, _ text: String) throws -> Bool {
    try Pattern(pattern).mayMatch(TextSignature(Array(text.utf8)))
  }

  @Test(
    "A text without the literals is not tried",
    arguments: [
      ("nämndens beslut", "Underlag till ärendet"), ("^(?:beslut|förslag) om", "Information om läget"), ("§ \\d+", "Paragraf 12"),
      ("(?i:reser)verar sig", "Mötet ajourneras"), ("a(?:bc)+d.*xyz", "abcd"), ("(?<x>ja) mot (?<y>nej)", "12 för, 3 emot"),
      ("^.* \\d{4}$", "Socialnämnden"), ("(?:%|procent)", "Andelen är hög"), ("x(?=yyy)", "xy"), ("(?<=före )\\p{L}+", "efter"),
      ("(?:andel|antal) (?:var|blev|låg)", "andelen sjönk"),
    ])
  func passedBy(pattern: String, text: String) throws {
    #expect(try !isTried(pattern, text))
  }

  @Test(
    "A text that matches is always tried",
    arguments: [
      ("nämndens beslut", "SOCIALNÄMNDENS BESLUT"), ("^(?:beslut|förslag) om", "Förslag om"), ("§ ?\\d+", "§12"), ("colou?r", "color"),
      ("ab{0}c", "ac"), ("ab{2,3}c", "abbc"), ("(?:abc)?def", "def"), ("[abc]de", "cde"), ("kelvin", "\u{212A}elvin"),
      ("masse", "ma\u{17F}\u{17F}e"), ("a(?=bc)bcd", "abcd"), ("(?m)^över$", "x\nÖVER\ny"), ("\\Aavgift\\b", "avgift för"),
      ("x(?:a|b|)y", "xy"), ("(a)\\1b", "aab"), ("[]x]yz", "]yz"), ("a{b", "a{b"), ("(?:ett|två)(?:tre|fyra)", "tvåtre"),
      ("\\d+", "٣"), ("\\d*a", "a"), ("(?:%|procent)", "94%"), ("a(?!\\d)", "ab"), ("(?:\\d|x)y", "xy"), ("§|5", "§"),
      ("(?<=a )\\d", "a 5"),
    ])
  func tried(pattern: String, text: String) throws {
    #expect(try Pattern(pattern).matches(Array(text.utf8)))
    #expect(try isTried(pattern, text))
  }

  @Test("Every example of every rule is tried by its own rule")
  func allRules() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../rules").path
    let rules = try RuleSet(folder: folder, hash: { _ in "" })
    var tested = 0
    for rule in rules.rules {
      for example in rule.examples {
        let text = Array(example.text.utf8)
        guard rule.firstMatch(in: text) != nil else { continue }
        #expect(rule.mayMatch(TextSignature(text)), "\(rule.id): \(example.text)")
        tested += 1
      }
    }
    #expect(tested > 200)
  }
}
