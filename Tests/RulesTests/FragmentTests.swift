import Rules
import Testing

/// Fragments `{name}` stand for the vocabulary's words.
@Suite struct FragmentTests {
  private let vocabulary = """
    - id: siffra
      about: Ett litet tal.
      pattern: ["\\\\d{1,3}", "tre"]
    - id: nummer
      about: Ett nummer med sitt tecken.
      pattern: "nr {siffra}"
    - id: utfall
      about: Hur det gick.
      terms:
        - { value: uppnått, forms: ["nått", "nåd(?:d|da)"] }
        - { value: ej_uppnått, forms: ["inte {nadd}", "missat"] }
    - id: nadd
      about: Ett ord.
      words: [nådd, nådda]
    """

  private func match(_ pattern: String, _ text: String, gives: String = "{}") throws -> [String: String]? {
    let rules = try load(facts: rule(pattern, more: "gives: \(gives)"), vocabulary: vocabulary)
    try #require(rules.problems.isEmpty, "\(rules.problems)")
    let rule = try find("prov.ett", in: rules)
    return rule.firstMatch(in: Array(text.utf8)).map { rules.values(of: rule, for: $0, in: Array(text.utf8)) }
  }

  @Test func aFragmentGivesWhatItCaught() throws {
    #expect(try match("antal {siffra}$", "Antal 12", gives: "{ n: '{siffra}' }") == ["n": "12"])
    #expect(try match("antal {siffra}$", "antal tre", gives: "{ n: '{siffra}' }") == ["n": "tre"])
    #expect(try match("antal {siffra}$", "antal fyra") == nil)
  }

  @Test func aFragmentMayHaveAnotherGroupsName() throws {
    let gives = "{ low: '{fran}', high: '{till}' }"
    #expect(try match("{siffra:fran}-{siffra:till}", "5-10", gives: gives) == ["low": "5", "high": "10"])
  }

  @Test func aFragmentInsideAnotherIsFilledIn() throws {
    #expect(try match("^protokoll {nummer}$", "Protokoll nr 14", gives: "{ n: '{nummer}' }") == ["n": "nr 14"])
  }

  @Test(arguments: [
    ("målet är nått", "uppnått"), ("målet är nådda", "uppnått"), ("målet är INTE NÅDD", "ej_uppnått"), ("målet är missat", "ej_uppnått"),
  ])
  func aFragmentWithMeaningsGivesTheMeaning(text: String, value: String) throws {
    #expect(try match("målet är {utfall}$", text, gives: "{ utfall: '{utfall}' }") == ["utfall": value])
  }

  @Test func aFieldWhoseGroupTookNoPartIsLeftOut() throws {
    #expect(try match("antal(?: {siffra})?$", "antal", gives: "{ n: '{siffra}', kind: tal }") == ["kind": "tal"])
  }

  @Test func textAroundTheGroupStaysInTheField() throws {
    #expect(try match("antal {siffra}", "antal 7", gives: "{ n: 'nr {siffra}!' }") == ["n": "nr 7!"])
  }

  @Test(arguments: [
    ("^a{2,3}$", "aaa", "aaaa"), ("^a{2}$", "aa", "aaa"), ("^\\p{Lu}{1,2}$", "ÅÄ", "ÅÄÖ"), ("^\\P{L}+$", "12", "1a"),
    ("^\\x{2013}$", "–", "-"),
  ])
  func theBracesOfThePatternLanguageAreNoFragments(pattern: String, matching: String, other: String) throws {
    #expect(try match(pattern, matching) != nil)
    #expect(try match(pattern, other) == nil)
  }

  @Test func aLongerWordIsNotTakenForOneThatBeginsIt() throws {
    #expect(try match("^({nadd:ord})", "nådda", gives: "{ ord: '{ord}' }") == ["ord": "nådda"])
  }

  @Test func aWordIsNoPattern() throws {
    let words = "- id: ord\n  about: Ord.\n  words: ['s.k.', 'c:a (ca)']"
    let rules = try load(facts: rule("^{ord}$"), vocabulary: words)
    let rule = try find("prov.ett", in: rules)
    #expect(rule.firstMatch(in: Array("s.k.".utf8)) != nil && rule.firstMatch(in: Array("c:a (ca)".utf8)) != nil)
    #expect(rule.firstMatch(in: Array("saka".utf8)) == nil)
  }

  @Test func aFragmentThatHoldsItselfIsReported() throws {
    let rules = try load(facts: soundRule, vocabulary: "- id: a\n  about: A.\n  pattern: 'x{b}'\n- id: b\n  about: B.\n  pattern: 'y{a}'")
    #expect(rules.problems.contains { $0.message.contains("innehåller sig självt") }, "\(rules.problems)")
    #expect(rules.rules.map(\.id) == ["prov.hel"])
  }

  @Test func aFragmentWithoutWordsIsReported() throws {
    let rules = try load(facts: soundRule, vocabulary: "- id: tom\n  about: Tom.")
    #expect(rules.problems.map(\.description) == ["vocabulary/prov.yaml:1:3: fragmentet har varken \"pattern\", \"words\" eller \"terms\""])
  }

  @Test func aTermWithoutFormsIsReported() throws {
    let rules = try load(facts: soundRule, vocabulary: "- id: a\n  about: A.\n  terms:\n    - { value: x }")
    #expect(rules.problems.contains { $0.line == 4 && $0.message.contains("\"x\"") && $0.message.contains("forms") }, "\(rules.problems)")
  }

  @Test func aSecondFragmentOfTheNameIsReported() throws {
    let rules = try load(facts: soundRule, vocabulary: "- id: a\n  about: A.\n  pattern: x\n- id: a\n  about: A.\n  pattern: y")
    #expect(rules.problems.map(\.line) == [4] && rules.problems.allSatisfy { $0.message.contains("finns redan") }, "\(rules.problems)")
  }

  @Test func aBrokenFragmentTakesNoMeaningsFromTheOthers() throws {
    let broken = "- id: trasig\n  about: T.\n  terms:\n    - { value: x, forms: ['a{finnsinte}'] }\n"
    let sound = (1...20).map { "- id: ord\($0)\n  about: O.\n  terms:\n    - { value: v\($0), forms: ['f\($0)'] }\n" }.joined()
    let rules = try load(facts: soundRule, vocabulary: broken + sound)
    #expect(!rules.problems.isEmpty)
    let values = (1...20).map { rules.vocabulary.value(of: Array("f\($0)".utf8), in: "ord\($0)") }
    // Which of them are lost depends on the order of a dictionary.
    withKnownIssue("one broken fragment takes the meanings of others with it", isIntermittent: true) {
      #expect(values == (1...20).map { "v\($0)" })
    }
  }

  @Test func anUnknownTextHasNoMeaning() throws {
    let rules = try load(facts: soundRule, vocabulary: vocabulary)
    #expect(rules.vocabulary.value(of: Array("nåttx".utf8), in: "utfall") == nil)
    #expect(rules.vocabulary.value(of: Array("nått".utf8), in: "finnsinte") == nil)
  }
}
