import Rules
import Testing

@Suite("A fragment's alternatives are matched as a tree, and match what the list would")
struct WordTreeTests {
  /// Alternatives as words, and forms of patterns that a tree must leave where they stand.
  private static let pieces = ["a", "b", "å", "Å", "A", "-", " "]
  private static let forms = [
    "ab?", "å+b", "a|ba", "(?:a|å)b", "[ab]a", "\\\\p{L}b", "(?i)a", "a(?-i)B", "a{2}", "", "ß", "÷", "ab.", "\\\\.a", "(?<x>a)b",
    "(?<!a)b", "(?<!a)ba", "(?<!a)(?<!å)a", "(?<!a)[a|b]", "(?<!a)å|a", "(?<!å)a",
  ]

  private func vocabulary(_ alternatives: [String]) throws -> Vocabulary {
    let list = alternatives.map { "\"\($0)\"" }.joined(separator: ", ")
    let rules = try load(facts: rule("x"), vocabulary: "- id: ord\n  about: Ord.\n  pattern: [\(list)]\n")
    try #require(rules.problems.isEmpty, "\(rules.problems)")
    return rules.vocabulary
  }

  private func texts(_ random: inout some RandomNumberGenerator) -> [[UInt8]] {
    (0..<12).map { _ in
      Array((0..<9).map { _ in (Self.pieces + ["B", "ß", ".", "x"]).randomElement(using: &random) ?? "" }.joined().utf8)
    }
  }

  @Test("Whatever the order of words and forms", arguments: 0..<120)
  func asTheList(seed: UInt64) throws {
    var random = Numbers(state: seed)
    let alternatives = (0..<8).map { number in
      if number < 4 { return (0..<3).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined().trimmed }
      return Self.forms.randomElement(using: &random) ?? ""
    }.shuffled(using: &random)
    let tree = try #require(try vocabulary(alternatives).pattern(for: "ord"))
    let list = try Pattern("(?:" + alternatives.map { $0.replacing("\\\\", with: "\\") }.joined(separator: "|") + ")")
    for text in texts(&random) {
      #expect(
        tree.allMatches(in: text).map(\.range) == list.allMatches(in: text).map(\.range),
        "\(alternatives) i \(String(decoding: text, as: UTF8.self))")
    }
  }

  @Test("Where one looks behind, and all alternatives have to be of one length")
  func behind() throws {
    let words = "- id: ord\n  about: Ord.\n  words: [avslag, avslår, bifall]\n"
    let rules = try load(facts: rule("(?<={ord}) x"), vocabulary: words)
    #expect(rules.problems.isEmpty)
    let found = try find("prov.ett", in: rules).firstMatch(in: Array("avslår x".utf8))
    #expect(found?.range == 7..<9)
  }
}

/// Numbers that are the same in every run (SplitMix64).
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension String {
  /// Without spaces at its ends, which YAML keeps and nobody writes; "a" where nothing is left.
  fileprivate var trimmed: String {
    let words = split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    return words.isEmpty ? "a" : words
  }
}
