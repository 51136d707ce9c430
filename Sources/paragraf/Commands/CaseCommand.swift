import Archive
import ArgumentParser
import Facts
import Foundation

/// `paragraf case`: a case through all meetings and bodies.
struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "Shows a case through all meetings, in order, with what refers to what and what is missing in the archive.")

  @Argument(help: "The case number, in any spelling: \"KS 2024/112\", KS.2024.112.")
  var caseNumber: [String]

  @Option(help: "Whose case it is, as the documents name the municipality. Needed only where several have the number.")
  var municipality: String?

  @Option(help: "text or json (one object).")
  var format: TextOrJSON = .text

  @OptionGroup var archive: ArchiveOption

  func run() throws {
    let history = try Archive(path: archive.path, mode: .existing).history(
      ofCase: caseNumber.joined(separator: " "), municipality: municipality)
    if history.municipality == nil, history.municipalities.count > 1 {
      let names = history.municipalities.joined(separator: ", ")
      throw ValidationError("\(history.caseNumber) finns hos flera kommuner: \(names); ange vilken med --municipality")
    }
    switch format {
    case .json: try Output.line(String(decoding: FactsJSON.encoder.encode(history), as: UTF8.self))
    case .text where history.steps.isEmpty: throw NothingFound("inget ärende \(history.caseNumber) i \(archive.path)")
    case .text: try Output.line(CaseText.text(of: history, on: .standardOutput))
    }
    if history.steps.isEmpty { throw ExitCode(1) }
  }
}
