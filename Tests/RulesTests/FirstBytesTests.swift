import Foundation
import Rules
import Testing

@Suite("An anchored pattern is passed by where the text begins otherwise")
struct FirstBytesTests {
  /// The same pattern, of whose beginning nothing is known: its first branch takes nothing and never matches.
  private func open(_ pattern: String) throws -> Pattern { try Pattern("(?!)|" + pattern) }

  @Test(
    "What begins such a text is seen",
    arguments: [
      ("^beslut", "Beslut"), ("^(?:årets )?resultat", "RESULTAT"), ("^(?:årets )?resultat", "Årets resultat"),
      ("\\A(?:a|[b-d]|\\d)x", "Cx"),
      ("^[-–•] ?x", "• x"), ("^[\\dA-C]x", "ax"),
      ("^kelvin", "\u{212A}elvin"), ("^san", "\u{17F}an"), ("^\\p{Lu}x", "Éx"), ("^\\d", "٣"),
      ("(?m)^över", "x\növer"), ("^x*y", "y"), ("^x*", "z"), ("^(?=a)\\p{L}b", "ab"), ("(?:^|\\s)ja", "nu ja"), ("^a|b", "cb"),
      ("^\\(?\\d", "(1"), ("^[^a]b", "xb"), ("^§ ?\\d", "§ 1"),
      ("^$", ""), ("^.b", "åb"), ("^[]a]b", "]b"), ("^\\[x", "[x"),
      ("^å", "\u{212B}"),
    ])
  func begins(pattern: String, text: String) throws {
    let bytes = Array(text.utf8)
    #expect(try Pattern(pattern).matches(bytes))
    #expect(try Pattern(pattern).allMatches(in: bytes).map(\.range) == open(pattern).allMatches(in: bytes).map(\.range))
  }

  @Test("Every pattern of the rules finds in every example of the rules what it finds where nothing is passed by")
  func allRules() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../rules").path
    let rules = try RuleSet(folder: folder, hash: { _ in "" }).rules
    let texts = Set(rules.flatMap { ($0.examples + $0.counterexamples).map(\.text) }).map { Array($0.utf8) }
    var found = 0
    for pattern in rules.flatMap({ $0.patterns + $0.unless }) where pattern.source.contains(/\^|\\A/) {
      let open = try open(pattern.source)
      for text in texts {
        let range = open.firstMatch(in: text)?.range
        if range != nil { found += 1 }
        #expect(pattern.firstMatch(in: text)?.range == range, "\(pattern.source): \(String(decoding: text, as: UTF8.self))")
      }
    }
    #expect(found > 1000)
  }

  @Test("A pattern finds the same before and after machine code is made of it")
  func often() throws {
    let pattern = try Pattern("(?<n>\\d+) (?:kr|tkr)$")
    let text = Array("kostade 120 tkr".utf8)
    for _ in 1...20 { #expect(pattern.firstMatch(in: text)?.range("n") == 8..<11) }
  }

  @Test("What needs more room than machine code has is found without it, each time")
  func long() throws {
    let pattern = try Pattern("^(?:(a|b)(c|d))+e$")
    let text = Array((String(repeating: "acbd", count: 20_000) + "e").utf8)
    for _ in 1...12 { #expect(pattern.matches(text)) }
  }
}
