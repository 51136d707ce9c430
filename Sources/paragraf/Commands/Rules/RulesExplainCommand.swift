import ArgumentParser
import Extraction
import Foundation
import Pipeline
import Workers

/// `paragraf rules explain`.
struct RulesExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Shows line by line what each line was taken as, by which rule, and why near rules did not take it.",
    discussion: """
      Below each line: → what it is and, in brackets, by which rule; ! that it is a heading which comes again and no rule knows; = the facts on it with their rules; ≠ rules whose words match and that \
      did not take it, with the reason.
      """)

  @Argument(help: "PDF, .txt or .md.")
  var file: String

  @Option(help: "Only this page, counted from 1. Default: all.")
  var page: Int?

  @Flag(help: "Only the lines that nothing could place, each with its box (PDF points, origin top left).")
  var unplaced = false

  @OptionGroup var options: TaskOptions

  func run() throws {
    let answer = try options.perform(.explanation(path: file, page: page))
    let document = try JSONDecoder().decode(DocumentExplanation.self, from: Data(answer))
    if let remark = try options.rules.remark() { try Output.line(remark) }
    if let overlay = document.overlay { try Output.line("Läst med kommunens egna regler, \(overlay), före de allmänna.") }
    for explanation in document.pages {
      let lines = explanation.lines.filter { !unplaced || Self.isUnplaced($0) }
      if lines.isEmpty { continue }
      try Output.line("Sida \(explanation.page)")
      for line in lines { try Output.line(unplaced ? place(of: line) : text(of: line)) }
    }
    guard unplaced else { return }
    let all = document.pages.flatMap(\.lines)
    try Output.line(
      "\(Swedish.integer(all.count(where: Self.isUnplaced))) av \(Swedish.count(all.count, "rad", "rader")) är inte placerade.")
  }

  /// As the facts have it: no role, or a heading that no rule knows.
  private static func isUnplaced(_ line: Explainer.LineExplanation) -> Bool { line.role == nil || line.unplaced != nil }

  private func place(of line: Explainer.LineExplanation) -> String {
    let box = line.box.map { "[\($0.map { "\($0)" }.joined(separator: " "))] " } ?? ""
    return "  \(box)\(line.text)"
  }

  private func text(of line: Explainer.LineExplanation) -> String {
    var text = "  \(line.text)\n      → \(line.role ?? "inte placerad")\(line.rule.map { " [\($0)]" } ?? "")"
    if let reason = line.unplaced { text += "\n      ! \(reason)" }
    for fact in line.facts { text += "\n      = \(fact)" }
    for near in line.near { text += "\n      ≠ \(near)" }
    return text
  }
}
