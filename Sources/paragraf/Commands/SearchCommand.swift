import Archive
import ArgumentParser
import Facts
import Foundation

/// `paragraf search`: § and sections in which the words stand.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Searches the archive: § and report sections in which all the words stand, best first.",
    discussion: """
      Any text is a query. All words must be there, in any form (avgift finds avgifterna); words in quotation marks must stand side by
      side. The shell takes quotation marks for itself: write '"avgift för hemsjukvård"' to search for a phrase.
      """)

  @Argument(help: "Words, and phrases in quotation marks.")
  var query: [String]

  @Option(help: "text, json (one object) or csv.")
  var format: Format = .text

  @Option(help: "The most hits to show.")
  var limit = 20

  @OptionGroup var archive: ArchiveOption

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case csv
  }

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit ska vara minst 1") }
  }

  func run() throws {
    let query = try Query(query.joined(separator: " "))
    let answer = try Archive(path: archive.path, mode: .existing).search(query, limit: limit)
    switch format {
    case .json:
      try Output.line(String(decoding: FactsJSON.encoder.encode(answer), as: UTF8.self))
    case .csv:
      try Output.text(SearchCSV.text(of: answer))
    case .text where answer.total > 0:
      try Output.line(SearchText.text(of: answer, on: .standardOutput))
    case .text:
      throw NothingFound("inga träffar på \(answer.query) i \(archive.path)")
    }
    if answer.total == 0 { throw ExitCode(1) }
  }
}
