import ArgumentParser
import Pipeline
import Rules

/// `paragraf rules test`.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Runs the examples and counterexamples of every rule, those of the municipalities too.")

  @OptionGroup var rules: RulesOption

  func run() throws {
    let reader = try rules.reader()
    let (general, folder) = (reader.rules, FileName.shown(reader.rulesFolder))
    if let remark = try rules.remark() { try Output.line(remark) }
    let testers = RuleTester.all(of: general)
    let unread = testers.flatMap(\.unread)
    for problem in unread { try Output.line("\(problem)") }
    let results = testers.flatMap { $0.run() }
    let failures = results.filter { $0.failure != nil }
    for result in failures {
      try Output.line("\(result.file):\(result.line):\(result.column): \(result.id): \(result.failure ?? ""): \"\(result.text)\"")
    }
    guard failures.isEmpty else { throw CommandFailure("\(failures.count) av \(results.count) exempel i \(folder) håller inte.") }
    guard unread.isEmpty else {
      throw CommandFailure(
        "\(unread.count) fel i regelfilerna i \(folder): alla exempel kunde inte prövas; rätta felen och kör kommandot igen.")
    }
    try Output.line("Reglerna i \(folder): \(results.count) exempel håller.")
  }
}
