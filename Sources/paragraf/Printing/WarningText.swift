internal import Rules
internal import Workers

/// What is to be known of how files were read, beside what came of it.
enum WarningText {
  /// Of all that a pool has read.
  static func write(of pool: WorkerPool) {
    if let doubt = pool.sandboxDoubt { Output.error(sandbox(doubt)) }
    write(ruleMistakes: pool.ruleMistakes)
  }

  /// Of the rules that a command itself uses.
  static func write(of rules: RuleSet) { write(ruleMistakes: ((rules.lack.map { [$0] } ?? []) + rules.problems).map(\.description)) }

  private static func write(ruleMistakes: [String]) {
    for mistake in ruleMistakes.prefix(RuleProblem.mostTold) { Output.error(rule(mistake)) }
    let others = ruleMistakes.count - RuleProblem.mostTold
    if others > 0 { Output.error("paragraf: varning: regelfilerna har \(others) fel till, som \"paragraf rules check\" visar.") }
  }

  private static func sandbox(_ doubt: String) -> String {
    "paragraf: varning: läsprocesserna är inte avskärmade från nät och filer, eftersom \(doubt); läs bara filer från avsändare som du litar på."
  }

  private static func rule(_ mistake: String) -> String {
    "paragraf: varning: \(mistake); det som har felet används inte, så uppgifter kan saknas. Rätta det (\"paragraf rules check\") och läs om."
  }
}
