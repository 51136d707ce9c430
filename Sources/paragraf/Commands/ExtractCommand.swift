import ArgumentParser
import Facts
import Foundation
import Pipeline
import Workers

/// `paragraf extract`: what files say, without an archive.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Writes what files say: one facts document (JSON) a line, or text for a person to read.",
    discussion: "A file that cannot be read is reported and skipped; the exit code is then 2.")

  @Argument(help: "PDF, .txt or .md (form feed = page break).")
  var files: [String]

  @Option(help: "json (one object a line) or text.")
  var format: TextOrJSON = .json

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let pool = reading.pool(files: files.count)
    var hasFailed = false
    var rest = files[...]
    func next() -> String? { rest.popFirst() }
    try pool.read(withSections: format == .text, next: next) { _, result in
      switch result {
      case .success(let answer): try write(answer)
      case .failure(let failure):
        hasFailed = true
        Output.error("paragraf: \(failure)")
      }
    }
    WarningText.write(of: pool)
    if hasFailed { throw ExitCode(2) }
  }

  private func write(_ answer: WorkerAnswer) throws {
    switch format {
    case .json:
      try Output.line(String(decoding: answer.factsJSON, as: UTF8.self))
    case .text:
      var text = TextLayout(.standardOutput)
      let facts = try answer.facts()
      text.add(facts, headings: try answer.sections().map(HeadingLine.init))
      text.addFacts(of: facts)
      try Output.line(text.string)
    }
  }
}
