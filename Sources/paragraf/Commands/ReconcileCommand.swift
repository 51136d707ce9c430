import ArgumentParser
import Facts
import Foundation
import Pipeline
import Reconciliation

/// `paragraf reconcile`: where reports contradict themselves or each other.
struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Finds where reports contradict themselves or each other: sums, text against table, counts, trends, restated figures.",
    discussion: "Exit codes: 0 nothing found, 1 findings, 2 error.")

  @Argument(help: "PDF, .txt or .md.")
  var files: [String]

  @Option(help: "text or json (one object).")
  var format: TextOrJSON = .text

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let rules = try reading.rules.reader().rules
    var readings: [Reconciliation.Reading] = []
    let hasFailed = try reading.readings(of: files) { readings.append(.init(facts: $0, sections: $1)) }
    let findings = Reconciliation(rules: rules).findings(in: readings)
    switch format {
    case .json: try Output.line(String(decoding: FactsJSON.encoder.encode(Answer(findings: findings)), as: UTF8.self))
    case .text: try Output.line(FindingsText.text(of: findings, reports: readings.count, on: .standardOutput))
    }
    if hasFailed { throw ExitCode(2) }
    if !findings.isEmpty { throw ExitCode(1) }
  }

  private struct Answer: Encodable {
    var format = "paragraf-reconcile/1"
    var findings: [Finding]
  }
}
