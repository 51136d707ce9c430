import ArgumentParser
import Pipeline
import Rules

/// `paragraf rules docs`.
struct RulesDocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs", abstract: "Writes the rule manual (Markdown) from the rule files.")

  @OptionGroup var rules: RulesOption

  func run() throws { try Output.line(RuleManual(try Reader(rulesFolder: rules.folder).rules).markdown) }
}
