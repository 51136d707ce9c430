internal import Foundation
internal import Language

/// Checks rules against themselves: every rule has examples that match and counterexamples that do not.
public struct RuleTester: Sendable {
  private let rules: RuleSet

  public init(_ rules: RuleSet) { self.rules = rules }

  /// One tester of the general rules and one of each overlay.
  public static func all(of general: RuleSet) -> [RuleTester] {
    [RuleTester(general)] + general.overlays.all.map { RuleTester(general.with($0)) }
  }

  /// The rules to try: an overlay's own, since the general ones are tried by themselves.
  private var tried: [Rule] { rules.rules.filter { rules.overlay == nil || $0.file == rules.overlay?.file } }
  private var fragments: [Fragment] { rules.overlay == nil ? rules.vocabulary.fragments.values.sorted { $0.id < $1.id } : [] }

  /// One example or counterexample, and whether it held.
  public struct Result: Sendable {
    /// The rule's or fragment's id.
    public var id: String
    public var file: String
    /// Of the example, counted from 1; of the rule or fragment where the example stands in no file.
    public var line: Int
    public var column: Int
    public var text: String
    /// Nil where it held; else one Swedish sentence on what happened instead.
    public var failure: String?
  }

  /// The mistakes for which a rule or a file could not be read, so that none of its examples is tried.
  public var unread: [RuleProblem] { rules.problems }

  /// What is missing or dangerous in the rules, beside what loading found: rules without examples or counterexamples, patterns that backtrack
  /// without end.
  public func problems() -> [RuleProblem] { unread + missingExamples() + endless() }

  /// Runs every example and counterexample.
  public func run() -> [Result] {
    tried.flatMap(results) + fragments.flatMap(results)
  }

  private func missingExamples() -> [RuleProblem] {
    let entries =
      tried.filter { $0.sample == nil }.map { ($0.id, $0.file, $0.line, $0.examples.count, $0.counterexamples.count) }
      + fragments.map { ($0.id, $0.file, $0.line, $0.examples.count, $0.counterexamples.count) }
    return entries.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.flatMap { id, file, line, examples, counterexamples in
      [("examples", "exempel", examples), ("counterexamples", "motexempel", counterexamples)].filter { $0.2 == 0 }.map { key, word, _ in
        RuleProblem(file: file, line: line, column: 1, message: "\"\(id)\" har inga \(word); skriv minst ett under \"\(key):\"")
      }
    }
  }

  // Long, repetitive texts on which a pattern with nested repetition shows itself.
  private static let stress = ["a", "ab ", "Karin Berg (S), ", "1 2 ", "- ", "den 3 maj 2023, § 4 och "].map { word in
    Array(String(repeating: word, count: 1500).utf8)
  }

  private func endless() -> [RuleProblem] {
    tried.flatMap { rule in
      (rule.patterns + rule.unless + rule.until).filter { pattern in Self.stress.contains { pattern.exceedsLimit(on: $0) } }.map { _ in
        RuleProblem(
          file: rule.file, line: rule.line, column: 1,
          message: "\"\(rule.id)\": ett mönster söker utan slut på lång text; undvik upprepning inuti upprepning")
      }
    }
  }

  private func results(of rule: Rule) -> [Result] {
    let examples = rule.examples + [rule.sample].compactMap { $0.map { Rule.Example(text: $0, gives: [:]) } }
    let positive = examples.map { example in
      result(of: example, rule, failure: failure(of: example, rule))
    }
    let negative = rule.counterexamples.map { example in
      result(of: example, rule, failure: match(rule, example.text).match != nil ? "motexemplet fångas av regeln" : nil)
    }
    return positive + negative
  }

  private func result(of example: Rule.Example, _ rule: Rule, failure: String?) -> Result {
    Result(
      id: rule.id, file: rule.file, line: example.line ?? rule.line, column: example.column ?? 1, text: example.text, failure: failure)
  }

  private func failure(of example: Rule.Example, _ rule: Rule) -> String? {
    let (match, sentence) = match(rule, example.text)
    guard let match else {
      let isForbidden = rule.isForbidden(sentence.text) && rule.patterns.contains { $0.matches(sentence.text) }
      return isForbidden ? "exemplet stoppas av \"unless\"" : "exemplet fångas inte av regeln"
    }
    var values = rules.values(of: rule, for: match, in: sentence.text)
    if let value = sentence.amounts.first?.value { values["value_sek"] = "\(value)" }
    for (field, wanted) in example.gives.sorted(by: { $0.key < $1.key }) where values[field] != wanted {
      return "exemplet ger \(field) = \"\(values[field] ?? "inget")\", inte \"\(wanted)\""
    }
    return nil
  }

  private func match(_ rule: Rule, _ text: String) -> (match: Pattern.Match?, sentence: MaskedSentence) {
    let bytes = Array(text.utf8)
    let usesMoney = rule.patterns.contains { pattern in Vocabulary.masks.contains { pattern.source.contains($0) } }
    let sentence =
      usesMoney ? MaskedSentence(bytes, units: rules.shared.moneyUnits) : MaskedSentence(bytes, units: MoneyUnits([], approximations: []))
    return (rule.firstMatch(in: sentence.text), sentence)
  }

  private func results(of fragment: Fragment) -> [Result] {
    guard let pattern = rules.vocabulary.pattern(for: fragment.id, prefix: "\\A(?:", suffix: ")\\z") else { return [] }
    func result(_ text: String, wanted: Bool) -> Result {
      let holds = pattern.matches(Array(text.utf8)) == wanted
      let failure = wanted ? "exemplet fångas inte av fragmentet" : "motexemplet fångas av fragmentet"
      return Result(id: fragment.id, file: fragment.file, line: fragment.line, column: 1, text: text, failure: holds ? nil : failure)
    }
    return fragment.examples.map { result($0, wanted: true) } + fragment.counterexamples.map { result($0, wanted: false) }
  }
}
