import Foundation
import Querying
import Testing

@Suite struct MistakeTests {
  /// What is marked in each, and a word of what is said.
  @Test(arguments: [
    ("avgift OR", "OR", "båda sidor"), ("OR avgift", "OR", "båda sidor"), ("avgift OR OR taxa", "OR", "båda sidor"),
    ("AND avgift", "AND", "båda sidor"),
    ("avgift AND", "AND", "båda sidor"), ("avgift NOT", "NOT", "efter sig"), ("avgift NEAR", "NEAR", "båda sidor"),
    ("NEAR avgift", "NEAR", "båda sidor"),
    ("NEAR(avgift)", "(", "minst två"), ("\"höjd taxa", "\"", "andra hälft"), ("avgift )", ")", "öppnats"), ("(avgift taxa", "(", "slut"),
    ("() avgift", "(", "tom"), ("avgift \"\"", "\"\"", "inget ord"), ("avgift *", "*", "framför sig"), ("a*", "a*", "två bokstäver"),
    ("*gift taxa", "*gift", "sist"), ("år:igår", "igår", "årtal"), ("datum:2024-13-45", "2024-13-45", "datum"),
    ("belopp:mycket", "mycket", "belopp"),
    ("§:abc", "abc", "paragrafnummer"), ("dnr:avgift", "avgift", "diarienummer"), ("utfall:avslga", "avslga", "menades avslag?"),
    ("typ:besult", "besult", "menades beslut?"), ("mål:kanske", "kanske", "uppnått"),
    ("organ:socalnämnden", "socalnämnden", "menades Socialnämnden?"),
    ("organ:byggnadsnämnden", "byggnadsnämnden", "till exempel"), ("kommun:Nordvik", "Nordvik", "finns inte i arkivet"),
    ("utfal:avslag", "utfal", "menades utfall:?"),
    ("part:okändpartiet", "okändpartiet", "okänt"), ("rubrik:(organ:SN)", "rubrik:", "andra fält"),
  ]) func aMistakeIsExplainedWithItsPlace(query: String, marked: String, said: String) throws {
    let parsed = try parsed(query)
    let note = try #require(parsed.notes.first)
    #expect(String(decoding: Array(query.utf8)[note.place], as: UTF8.self) == marked)
    #expect(note.message.contains(said))
    #expect(parsed.root != nil)
  }

  @Test func theMarkStandsUnderThePlace() throws {
    let note = try #require(try parsed("höjd år:igår").notes.first)
    #expect(note.marked == "höjd år:igår\n        ^^^^")
  }

  @Test(arguments: ["", "   ", "§", "!!!", "\"\"", "()", "* * *", "\u{0}\u{1}\u{7}"]) func aQueryWithoutAWordSaysSo(query: String) throws {
    let parsed = try parsed(query)
    #expect(parsed.root == nil)
    #expect(parsed.notes.contains { $0.message.contains("inget ord") })
  }

  @Test(arguments: [
    ("OR", "or"), ("NOT", "not"), ("ELLER OCH", "(eller & och)"), ("Beslut: att avslå", "(beslut & att & avslå)"),
    ("kl. 18:30", "(kl & \"18 30\")"),
    ("KF:s beslut", "(kf & beslut)"), ("col : avgift", "(col & avgift)"), ("{avgift} ^taxa + vatten", "(avgift & taxa & vatten)"),
    ("avgift; DROP TABLE section", "(avgift & drop & table & section)"), ("' OR 1=1 --", "\"1 1\""),
    ("http://exempel.se", "\"http exempel se\""),
    ("öar:avgift", "\"öar avgift\""), ("слово дело", "(слово & дело)"), ("会議 記録", "(会議 & 記録)"), ("och för att", "(och & för & att)"),
  ]) func plainTextIsAlwaysAQuery(query: String, expected: String) throws {
    #expect(try tree(query) == expected)
  }

  @Test func aQueryOfAMegabyteIsCutWithANote() throws {
    let clock = ContinuousClock()
    let text = String(repeating: "avgift taxa ", count: 90_000)
    let elapsed = try clock.measure {
      let parsed = try parsed(text)
      #expect(parsed.notes.contains { $0.message.contains("längre än") })
      #expect(parsed.root != nil)
    }
    #expect(elapsed < .seconds(2))
  }

  @Test func tenThousandTermsAreCutWithANote() throws {
    let parsed = try parsed((0..<10_000).map { "a\($0)" }.joined(separator: " OR "))
    #expect(!parsed.notes.isEmpty)
    guard case .any(let sides)? = parsed.root else { return #expect(Bool(false)) }
    #expect(sides.count <= 256)
  }

  @Test(arguments: [
    "(", "-", "NOT ", "\"", "avgift NEAR ", "organ:", "NEAR(", "rubrik:", "§", ")", "*", "a OR ", "år:1..", "(-", "dnr:KS ", "belopp:>",
  ])
  func signsWithoutEndAreReadInTime(sign: String) throws {
    let clock = ContinuousClock()
    let text = String(repeating: sign, count: 100_000)
    let elapsed = try clock.measure { _ = try parsed(text) }
    #expect(elapsed < .seconds(2))
  }

  @Test func anyRowOfOperatorsAndWordsIsAQuery() throws {
    let pieces = [
      "avgift", "OR", "AND", "NOT", "NEAR", "NEAR(", "(", ")", "\"", "-", "*", "organ:", "år:", "2021..2023", ",", "5", "belopp:>1mnkr",
      "rubrik:", "§ 84",
      "KS 2024/112", "dnr:", "typ:x", "mål:delvis", "\u{1F600}", "å", ":", "^", "{", "}", "+", "\u{0}", "ELLER", "INTE", "datum:2024",
      "part:S", "»", "…",
    ]
    var generator = Xorshift(state: 88_172_645_463_325_252)
    for _ in 0..<4_000 {
      let count = Int.random(in: 1...14, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined(
        separator: Bool.random(using: &generator) ? " " : "")
      let parsed = try parsed(text)
      let length = text.utf8.count
      #expect(
        parsed.notes.allSatisfy {
          $0.place.upperBound <= length && $0.marked.split(separator: "\n", omittingEmptySubsequences: false).count == 2
        })
      #expect((parsed.root == nil) == parsed.notes.contains { $0.message.contains("inget ord; skriv") })
    }
  }
}

/// The same numbers in every run.
private struct Xorshift: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
