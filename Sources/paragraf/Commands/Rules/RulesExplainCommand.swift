import ArgumentParser
import Extraction
import Foundation
import Pipeline
import Workers

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
