import ArgumentParser

/// `paragraf rules`: the rule files, for those who write them.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Checks, tests, explains and documents the rule files, and proposes those of a municipality.",
    subcommands: [
      RulesCheckCommand.self, RulesTestCommand.self, RulesExplainCommand.self, RulesNewCommand.self, RulesDiffCommand.self,
      RulesDocsCommand.self, RulesSchemaCommand.self,
    ])
}
