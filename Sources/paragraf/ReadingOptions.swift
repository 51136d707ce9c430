import ArgumentParser
import Facts
import Foundation
import Pages
import Workers

/// How much a worker may use.
struct LimitsOption: ParsableArguments {
  @Option(help: "Seconds of processor time that one page may take before its document is read without it.")
  var pageSeconds: Double = WorkerLimits().pageSeconds

  @Option(help: "Memory that the reading of one document may take, in MB.")
  var memory: Int = WorkerLimits().memoryMegabytes

  var limits: WorkerLimits { WorkerLimits(pageSeconds: pageSeconds, memoryMegabytes: memory) }

  var arguments: [String] { ["--page-seconds", "\(pageSeconds)", "--memory", "\(memory)"] }

  func validate() throws {
    guard pageSeconds > 0 else { throw ValidationError("--page-seconds måste vara större än 0.") }
    guard memory >= Self.leastMemory else { throw ValidationError("--memory måste vara minst \(Self.leastMemory) (MB).") }
  }

  /// The rules and the word list alone take a part of this.
  private static let leastMemory = 256
}

/// Which pages' text is recognised from their image.
struct RecognitionOption: ParsableArguments {
  @Option(
    name: .customLong("ocr"),
    help: "Text recognition (Tesseract): never, auto (pages without text, or whose text is no language) or always. Default: auto.",
    transform: parse)
  var mode = RecognitionMode.auto

  var arguments: [String] { ["--ocr", mode.rawValue] }

  private static func parse(_ text: String) throws -> RecognitionMode {
    guard let mode = RecognitionMode(rawValue: text) else { throw ValidationError("--ocr ska vara never, auto eller always") }
    return mode
  }
}

/// Whose own rules documents are read by.
struct OverlayOption: ParsableArguments {
  @Option(
    help: "Read by the own rules of this municipality (rules/municipality). Default: those of the municipality that each document names.")
  var municipality: String?
}

/// How files are read: by which rules, by how many workers, within which limits.
struct ReadingOptions: ParsableArguments {
  @Option(help: "How many documents are read at once. Default: the number of cores.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @OptionGroup var recognition: RecognitionOption
  @OptionGroup var limits: LimitsOption
  @OptionGroup var rules: RulesOption
  @OptionGroup var overlay: OverlayOption

  func validate() throws {
    guard jobs >= 1 else { throw ValidationError("--jobs måste vara minst 1.") }
  }

  /// Workers for so many files.
  /// - Parameter files: how many files there are to read; no more workers than that are started.
  func pool(files: Int) -> WorkerPool {
    WorkerPool(WorkerCommand.program(limits, recognition, rules, overlay), limits: limits.limits, jobs: min(jobs, max(1, files)))
  }

  /// Reads files for a command that needs the facts and the text of them all. A file that cannot be read is reported.
  /// - Returns: whether there was such a file.
  func readings(of files: [String], each: (FactsDocument, [TextSection]) throws -> Void) throws -> Bool {
    let pool = pool(files: files.count)
    var hasFailed = false
    var rest = files[...]
    func next() -> String? { rest.popFirst() }
    try pool.read(withSections: true, next: next) { _, result in
      switch result {
      case .success(let answer): try each(answer.facts(), answer.sections())
      case .failure(let failure):
        hasFailed = true
        Output.error("paragraf: \(failure)")
      }
    }
    WarningText.write(of: pool)
    return hasFailed
  }
}

/// Has one thing done by a worker.
struct TaskOptions: ParsableArguments {
  @OptionGroup var recognition: RecognitionOption
  @OptionGroup var limits: LimitsOption
  @OptionGroup var rules: RulesOption
  @OptionGroup var overlay: OverlayOption

  func perform(_ task: WorkerTask) throws -> [UInt8] {
    try task.perform(by: WorkerCommand.program(limits, recognition, rules, overlay), limits: limits.limits)
  }
}
