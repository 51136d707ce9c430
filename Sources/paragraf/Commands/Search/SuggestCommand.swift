import Archive
import ArgumentParser
import Facts
import Foundation

/// `paragraf suggest`: how what is being typed may go on.
struct SuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Completes what is being typed with titles, bodies, persons and case numbers of the archive, the commonest first.")

  @Argument(help: "What has been typed, at least two letters.")
  var text: [String]

  @Option(help: "text or json (one object).")
  var format: TextOrJSON = .text

  @Option(help: "The most to give.")
  var limit = 10

  @OptionGroup var archive: ArchiveOption

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit ska vara minst 1") }
  }

  func run() throws {
    let typed = text.joined(separator: " ")
    let completions = try Archive(path: archive.path, mode: .existing).completions(of: typed, limit: limit)
    switch format {
    case .json:
      let answer = Answer(text: typed, completions: completions)
      try Output.line(String(decoding: FactsJSON.encoder.encode(answer), as: UTF8.self))
    case .text where completions.isEmpty: throw NothingFound("inget i \(archive.path) börjar med \(typed)")
    case .text:
      var layout = TextLayout(.standardOutput)
      layout.table(completions.map { ("\($0.text) (\($0.kind.rawValue))", "\($0.documents) dokument") }, indent: 0)
      try Output.line(layout.string)
    }
    if completions.isEmpty { throw ExitCode(1) }
  }

  private struct Answer: Encodable {
    var format = "paragraf-suggest/1"
    var text: String
    var completions: [Completion]
  }
}
