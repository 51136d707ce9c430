import Rules
import Testing

/// `paragraf rules test`: examples and counterexamples are run both ways.
@Suite struct RuleTesterTests {
  private func failures(_ facts: String, vocabulary: String = "") throws -> [String] {
    let rules = try load(facts: facts, vocabulary: vocabulary)
    try #require(rules.problems.isEmpty, "\(rules.problems)")
    return RuleTester(rules).run().compactMap { result in result.failure.map { "\(result.text): \($0)" } }
  }

  @Test func aSoundRuleHolds() throws {
    let rules = try load(facts: soundRule)
    let results = RuleTester(rules).run()
    #expect(results.map(\.text) == ["Nämnden godkänner planen.", "Nämnden avslår planen."])
    #expect(results.allSatisfy { $0.failure == nil && $0.id == "prov.hel" && $0.file == "facts/prov.yaml" })
    #expect(results.map(\.line) == [7, 8] && results.map(\.column) == [14, 21])
    #expect(RuleTester(rules).problems().isEmpty)
  }

  @Test func anExampleThatIsNotCaughtFails() throws {
    #expect(try failures(rule("a", examples: "[a, x]")) == ["x: exemplet fångas inte av regeln"])
  }

  @Test func aCounterexampleThatIsCaughtFails() throws {
    #expect(try failures(rule("a", counterexamples: "[b, ha]")) == ["ha: motexemplet fångas av regeln"])
  }

  @Test func anExampleStoppedByUnlessSaysSo() throws {
    #expect(try failures(rule("a", more: "unless: [ab]", examples: "[a, abc]")) == ["abc: exemplet stoppas av \"unless\""])
  }

  @Test func anExampleThatGivesSomethingElseFailsWithBoth() throws {
    let facts = rule("(?<n>\\d+)", more: "gives: { n: \"{n}\", kind: tal }", examples: "[{ text: \"12\", gives: { n: \"13\" } }]")
    #expect(try failures(facts) == ["12: exemplet ger n = \"12\", inte \"13\""])
  }

  @Test func aSumOfMoneyIsReadInAnExample() throws {
    let money = "- id: pengaenhet\n  about: E.\n  terms:\n    - { value: \"1000\", forms: [tkr] }"
    let facts = rule(
      "på {belopp}", examples: "[{ text: \"på 1 753 tkr\", gives: { value_sek: \"1753000\" } }]", counterexamples: "[\"på 1 753 platser\"]")
    #expect(try failures(facts, vocabulary: money).isEmpty)
    #expect(try failures(facts.replacing("1753000", with: "1753"), vocabulary: money).count == 1)
  }

  @Test func aFragmentsExampleMustMatchFromEndToEnd() throws {
    let vocabulary = "- id: ord\n  about: Ord.\n  pattern: \"a+\"\n  examples: [aa, aab]\n  counterexamples: [b, aaa]"
    #expect(
      try failures(soundRule, vocabulary: vocabulary)
        == ["aab: exemplet fångas inte av fragmentet", "aaa: motexemplet fångas av fragmentet"])
  }

  @Test func missingExamplesAndCounterexamplesAreReportedForRulesAndFragments() throws {
    let rules = try load(facts: rule("a", examples: "[]", counterexamples: "[]"), vocabulary: "- id: ord\n  about: Ord.\n  pattern: a")
    let messages = RuleTester(rules).problems().map(\.description)
    #expect(messages.count == 4, "\(messages)")
    for (file, id) in [("facts/prov.yaml:1:", "prov.ett"), ("vocabulary/prov.yaml:1:", "ord")] {
      for key in ["\"examples:\"", "\"counterexamples:\""] {
        #expect(messages.contains { $0.hasPrefix(file) && $0.contains("\"\(id)\"") && $0.contains(key) }, "\(messages)")
      }
    }
  }

  @Test(.timeLimit(.minutes(1))) func aPatternThatBacktracksWithoutEndIsReportedAndHarmless() throws {
    let rules = try load(facts: rule("(?:a|aa|a+)+[cd]", examples: "[aac]") + soundRule)
    let problems = RuleTester(rules).problems()
    #expect(
      problems.count == 1 && problems.allSatisfy { $0.message.contains("\"prov.ett\"") && $0.message.contains("utan slut") }, "\(problems)")
    #expect(RuleTester(rules).run().allSatisfy { $0.failure == nil })
  }

  @Test func mistakesFoundWhileLoadingAreAmongTheProblems() throws {
    let rules = try load(facts: rule("a("))
    #expect(RuleTester(rules).problems().contains { $0.message.contains("vid tecken") })
  }
}
