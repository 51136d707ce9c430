import Archive
import ArgumentParser
import Foundation
import Pipeline

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

  @OptionGroup var rules: RulesOption

  func run() throws {
    let reader = try rules.reader()
    var hasFailed = false
    for file in files {
      do {
        try write(try reader.read(path: file))
      } catch let failure as ReadFailure {
        hasFailed = true
        Output.error("paragraf: \(failure)")
      }
    }
    if hasFailed { throw ExitCode(2) }
  }

  private func write(_ reading: Reading) throws {
    switch format {
    case .json:
      try Output.line(String(decoding: FactsJSON.encode(reading.facts), as: UTF8.self))
    case .text:
      var text = TextLayout(.standardOutput)
      text.add(reading.facts, headings: reading.sections.map(HeadingLine.init))
      text.addFacts(of: reading.facts)
      try Output.line(text.string)
    }
  }
}
