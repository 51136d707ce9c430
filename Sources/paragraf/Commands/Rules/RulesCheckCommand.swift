import ArgumentParser
import Pipeline
import Rules

/// `paragraf rules check`.
struct RulesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Reports mistakes in the rule files, each with file, line and column.",
    discussion: """
      Remarks ("obs") are no mistakes. With FILE..., sample documents, it also tells which rules of their municipality took no line of them.
      """)

  @Argument(help: "Sample documents: PDF, .txt or .md.")
  var files: [String] = []

  @OptionGroup var options: TaskOptions

  func run() throws {
    let reader = try options.rules.reader()
    let (general, folder) = (reader.rules, FileName.shown(reader.rulesFolder))
    if let remark = try options.rules.remark() { try Output.line(remark) }
    let problems = RuleTester.all(of: general).flatMap { $0.problems() }
    for problem in problems { try Output.line("\(problem)") }
    let remarks = OverlayRemarks(general).remarks
    for remark in remarks { try Output.line("obs: \(remark)") }
    guard problems.isEmpty else {
      throw CommandFailure("\(problems.count) fel i regelfilerna i \(folder); rätta dem och kör kommandot igen.")
    }
    if !files.isEmpty { for line in try RuleUse(files, general: general, options: options).lines { try Output.line(line) } }
    let own = general.overlays.all.count
    let overlays = own == 0 ? "" : ", och \(Swedish.count(own, "kommuns", "kommuners")) egna regler"
    try Output.line(
      "Reglerna i \(folder): \(general.rules.count) regler och \(general.vocabulary.fragments.count) fragment\(overlays), utan fel.")
  }
}
