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
    let problems = (general.lack.map { [$0] } ?? []) + RuleTester.all(of: general).flatMap { $0.problems() }
    for problem in problems { try Output.line("\(problem)") }
    let use = problems.isEmpty && !files.isEmpty ? try RuleUse(files, general: general, options: options) : nil
    // Who checks with documents of one municipality is not told of the others'.
    let own = OverlayRemarks(general).remarks.filter { use?.overlays.contains($0.file) ?? true }
    let remarks = UnreadFiles(folder: reader.rulesFolder, rules: general).remarks + own
    for remark in remarks { try Output.line("obs: \(remark)") }
    guard problems.isEmpty else {
      throw CommandFailure("\(problems.count) fel i regelfilerna i \(folder); rätta dem och kör kommandot igen.")
    }
    for line in use?.lines ?? [] { try Output.line(line) }
    let count = general.overlays.all.count
    let overlays = count == 0 ? "" : ", och \(Swedish.count(count, "kommuns", "kommuners")) egna regler"
    try Output.line(
      "Reglerna i \(folder): \(general.rules.count) regler och \(general.vocabulary.fragments.count) fragment\(overlays), utan fel.")
  }
}
