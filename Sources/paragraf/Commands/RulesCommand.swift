import ArgumentParser
import Extraction
import Foundation
import Pipeline
import Rules
import Workers

/// `paragraf rules`: the rule files, for those who write them.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Checks, tests, explains and documents the rule files.",
    subcommands: [RulesCheckCommand.self, RulesTestCommand.self, RulesExplainCommand.self, RulesDocsCommand.self])
}

/// `paragraf rules check`.
struct RulesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Reports mistakes in the rule files, each with file, line and column.")

  @OptionGroup var rules: RulesOption

  func run() throws {
    let set = try Reader(rulesFolder: rules.folder).rules
    let problems = RuleTester(set).problems()
    for problem in problems { try Output.line("\(problem)") }
    if problems.isEmpty {
      try Output.line("\(set.rules.count) regler och \(set.vocabulary.fragments.count) fragment utan fel.")
    } else {
      throw CommandFailure("\(problems.count) fel i regelfilerna; rätta dem och kör kommandot igen.")
    }
  }
}

/// `paragraf rules test`.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Runs the examples and counterexamples of every rule.")

  @OptionGroup var rules: RulesOption

  func run() throws {
    let results = RuleTester(try Reader(rulesFolder: rules.folder).rules).run()
    let failures = results.filter { $0.failure != nil }
    for result in failures { try Output.line("\(result.file):\(result.line): \(result.id): \(result.failure ?? ""): \"\(result.text)\"") }
    guard failures.isEmpty else { throw CommandFailure("\(failures.count) av \(results.count) exempel håller inte.") }
    try Output.line("\(results.count) exempel håller.")
  }
}

/// `paragraf rules explain`.
struct RulesExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Shows line by line what each line was taken as, by which rule, and why near rules did not take it.")

  @Argument(help: "PDF, .txt or .md.")
  var file: String

  @Option(help: "Only this page, counted from 1. Default: all.")
  var page: Int?

  @OptionGroup var options: TaskOptions

  func run() throws {
    let answer = try options.perform(.explanation(path: file, page: page))
    let document = try JSONDecoder().decode(DocumentExplanation.self, from: Data(answer))
    if let overlay = document.overlay { try Output.line("Läst med kommunens egna regler, \(overlay), före de allmänna.") }
    for explanation in document.pages {
      try Output.line("Sida \(explanation.page)")
      for line in explanation.lines { try Output.line(text(of: line)) }
    }
  }

  private func text(of line: Explainer.LineExplanation) -> String {
    var text = "  \(line.text)\n      → \(line.role ?? "inte placerad")\(line.rule.map { " [\($0)]" } ?? "")"
    for fact in line.facts { text += "\n      = \(fact)" }
    for near in line.near { text += "\n      ≠ \(near)" }
    return text
  }
}

/// `paragraf rules docs`.
struct RulesDocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs", abstract: "Writes the rule manual (Markdown) from the rule files.")

  @OptionGroup var rules: RulesOption

  func run() throws { try Output.line(RuleManual(try Reader(rulesFolder: rules.folder).rules).markdown) }
}
