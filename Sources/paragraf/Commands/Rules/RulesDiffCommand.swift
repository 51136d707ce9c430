import ArgumentParser
import Evaluation
import Foundation
import Pipeline
import Workers

/// `paragraf rules diff`.
struct RulesDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Lists the facts lost (−) and won (+) between two rule folders, document by document.")

  @Argument(help: "The folder with the rules as they were.")
  var old: String

  @Argument(help: "The folder with the rules as they are.")
  var new: String

  @Argument(help: "PDF, .txt or .md.")
  var files: [String]

  @Option(help: "How many documents are read at once. Default: the number of cores.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @OptionGroup var recognition: RecognitionOption
  @OptionGroup var limits: LimitsOption
  @OptionGroup var overlay: OverlayOption

  func validate() throws {
    guard jobs >= 1 else { throw ValidationError("--jobs måste vara minst 1.") }
    guard !files.isEmpty else { throw ValidationError("ange minst ett dokument efter de två mapparna.") }
  }

  func run() throws {
    let (before, after) = (try facts(by: old), try facts(by: new))
    var (lost, won, hasFailed) = (0, 0, false)
    for index in files.indices {
      guard let one = before[index], let other = after[index] else {
        hasFailed = true
        continue
      }
      let changes = try FactChanges(old: Data(one), new: Data(other)).all
      if !changes.isEmpty { try Output.line(files[index]) }
      for change in changes { try Output.line("  \(Self.text(of: change))") }
      // A doubt that is gone is no loss, and a new one no gain.
      won += changes.count { $0.isWon && $0.key != "doubts" }
      lost += changes.count { !$0.isWon && $0.key != "doubts" }
    }
    let documents = Swedish.count(files.count, "dokument", "dokument")
    try Output.line("\(Swedish.count(lost, "uppgift förlorad", "uppgifter förlorade")), \(Swedish.integer(won)) vunna, i \(documents).")
    if hasFailed { throw ExitCode(2) }
  }

  /// The facts of each file that could be read, by its index; the others are reported once, by the later rules.
  private func facts(by folder: String) throws -> [Int: [UInt8]] {
    guard FileManager.default.fileExists(atPath: folder) else {
      throw CommandFailure("\(folder): mappen finns inte; ange först mappen med reglerna som de var, sedan den med reglerna som de är")
    }
    let rules = try RulesOption.parse(["--rules", folder])
    WarningText.write(of: try rules.reader().rules)
    let program = WorkerCommand.program(limits, recognition, rules, overlay)
    let pool = WorkerPool(program, limits: limits.limits, jobs: min(jobs, files.count))
    var (rest, found) = (files[...], [Int: [UInt8]]())
    func next() -> String? { rest.popFirst() }
    try pool.read(withSections: false, next: next) { index, result in
      switch result {
      case .success(let answer): found[index] = answer.factsJSON
      case .failure(let failure): Output.error("paragraf: \(folder): \(failure)")
      }
    }
    return found
  }

  private static func text(of change: FactChanges.Change) -> String {
    let name = FactNames.keys[change.key] ?? change.key
    let place = change.paragraph.map { "§ \($0)" }
    let what = change.key == "paragraphs" ? place : [place, name].compactMap { $0 }.joined(separator: ", ") + ": \(change.text)"
    return "\(change.isWon ? "+" : "−") \(what ?? name)"
  }
}
