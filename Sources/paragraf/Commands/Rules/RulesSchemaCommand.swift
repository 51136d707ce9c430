import ArgumentParser
import Rules

/// `paragraf rules schema`.
struct RulesSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Writes the JSON Schema of the rule files, with which an editor completes and checks them.")

  func run() throws { try Output.line(RuleSchema().json) }
}
