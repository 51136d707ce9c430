import Archive
import ArgumentParser
import Facts
import Foundation
import Language
import Pipeline
import Querying

/// `paragraf search`: § and sections that answer a query.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Searches the archive: § and report sections that answer a query, best first.",
    discussion: """
      Any text is a query. All words must be there, in any form and inside compounds (avgift finds avgifterna and hemsjukvårdsavgift).

        "avgift för hemsjukvård"   words side by side (the shell takes quotation marks for itself: '"avgift för hemsjukvård"')
        avgift ELLER taxa          either; a minus or INTE before a word leaves out what has it
        avgift*                    words that begin so
        NEAR(avgift hemtjänst, 5)  near each other
        organ: kommun: år:2021..2023 datum: typ:beslut utfall:avslag mål:delvis_uppnått dnr: §: part: person: belopp:>1mnkr rubrik:
      """)

  @Argument(help: "Words, phrases in quotation marks, and fields.")
  var query: [String]

  @Option(help: "text, json (one object) or csv.")
  var format: Format = .text

  @Option(help: "The most hits to show.")
  var limit = 20

  @Option(help: "How many of the first hits to leave out.")
  var skip = 0

  @Option(help: "relevance, newest or oldest first.")
  var order: Order = .relevance

  @Flag(help: "Say of each hit why it was found.")
  var explain = false

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var rules: RulesOption

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case csv
  }

  enum Order: String, ExpressibleByArgument, CaseIterable {
    case relevance
    case newest
    case oldest

    var asked: SearchOptions.Order {
      switch self {
      case .relevance: .relevance
      case .newest: .newest
      case .oldest: .oldest
      }
    }
  }

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit ska vara minst 1") }
    if skip < 0 { throw ValidationError("--skip ska vara minst 0") }
  }

  func run() throws {
    let archive = try Archive(path: archive.path, mode: .existing)
    let query = try QueryReading(archive, rulesFolder: rules.folder).parse(query.joined(separator: " "))
    let options = SearchOptions(limit: limit, offset: skip, order: order.asked, explains: explain)
    let answer = try archive.search(query, options)
    if format != .json { for note in query.notes { Output.error("paragraf: \(note.message)\n\(note.marked)") } }
    switch format {
    case .json:
      try Output.line(String(decoding: FactsJSON.encoder.encode(answer), as: UTF8.self))
    case .csv:
      try Output.text(SearchCSV.text(of: answer))
    case .text where answer.total > 0:
      try Output.line(SearchText.text(of: answer, on: .standardOutput))
    case .text:
      throw NothingFound(nothing(answer))
    }
    if answer.total == 0 { throw ExitCode(1) }
  }

  private func nothing(_ answer: SearchAnswer) -> String {
    let meant = answer.suggestion.map { "; menade du \($0)?" } ?? ""
    return "inga träffar på \(answer.query) i \(archive.path)\(meant)"
  }
}

/// Reads queries with the words of the rules and the names of an archive.
struct QueryReading {
  private let context: QueryContext
  private let analyzer: Analyzer

  init(_ archive: Archive, rulesFolder: String?) throws {
    let names = try archive.names()
    context = try QueryContext(rulesFolder: rulesFolder, bodies: names.bodies, municipalities: names.municipalities)
    analyzer = try Analyzer()
  }

  func parse(_ text: String) -> ParsedQuery { QueryParser.parse(text, context: context, analyzer: analyzer) }
}
