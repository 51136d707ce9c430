internal import Facts
internal import Rules

/// What is to be said of the rules that a document was read by: what has a mistake was left out, and may have told of more.
struct RuleDoubts {
  /// Of the general rules and of the overlay, if there was one.
  let problems: [RuleProblem]

  /// - Parameters:
  ///   - general: the rules of the folder.
  ///   - used: those that the document was read by: the same, or with its municipality's overlay over them.
  init(general: RuleSet, used: RuleSet) { problems = Self.problems(general, used, general.problems) }

  /// The same without the mistakes in files of other municipalities than a document's.
  init(general: RuleSet, used: RuleSet, municipality: String?) {
    problems = Self.problems(general, used, general.problems(for: municipality))
  }

  private static func problems(_ general: RuleSet, _ used: RuleSet, _ ofGeneral: [RuleProblem]) -> [RuleProblem] {
    (general.lack.map { [$0] } ?? []) + ofGeneral + (used === general ? [] : used.problems)
  }

  var doubts: [Doubt] {
    let told = problems.prefix(RuleProblem.mostTold).map { problem in
      Doubt(
        message: "Regelfilen \(problem.file) har ett fel på rad \(problem.line) (\(problem.message)), och det som har felet användes inte; "
          + "rätta det och läs om dokumentet.")
    }
    let others = problems.count - told.count
    return others > 0 ? told + [Doubt(message: "Regelfilerna har \(others) fel till, som \"paragraf rules check\" visar.")] : told
  }
}
