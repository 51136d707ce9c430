import Archive
import ArgumentParser
import Facts
import Foundation
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

      A sample is drawn from all hits: each is ranked by SHA-256 of "SEED DOCUMENT/SECTION" and the lowest are taken, so that the same seed
      draws the same hits from the same archive, and a larger sample begins with the smaller one. In CSV, a text of a document that a
      spreadsheet would run as a formula has an apostrophe before it.
      """)

  @Argument(help: "Words, phrases in quotation marks, and fields.")
  var query: [String]

  @Option(help: "text, json (one object), jsonl (a hit a line), csv or xlsx.")
  var format: Format = .text

  @Option(help: "The file to write; one that is there is replaced when the new one is complete. Needed for xlsx.")
  var out: String?

  @Option(help: "The most hits to show. Default: 20.")
  var limit: Int?

  @Option(help: "How many of the first hits to leave out.")
  var skip: Int?

  @Flag(help: "Show all hits.")
  var all = false

  @Option(help: "Draw this many of all hits.")
  var sample: Int?

  @Option(help: "The number that decides which hits are drawn. Default: one by chance, which is printed.")
  var seed: Int?

  @Option(help: "relevance, newest or oldest first. Default: relevance.")
  var order: Order?

  @Flag(help: "Say of each hit why it was found.")
  var explain = false

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var rules: RulesOption

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case jsonl
    case csv
    case xlsx
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

  private static let usualLimit = 20

  func validate() throws {
    if limit.map({ $0 < 1 }) ?? false { throw ValidationError("--limit ska vara minst 1") }
    if skip.map({ $0 < 0 }) ?? false { throw ValidationError("--skip ska vara minst 0") }
    if sample.map({ $0 < 1 }) ?? false { throw ValidationError("--sample ska vara minst 1") }
    if seed.map({ $0 < 0 }) ?? false { throw ValidationError("--seed ska vara ett heltal, minst 0") }
    if seed != nil, sample == nil {
      throw ValidationError("--seed säger hur ett urval dras: ange också hur stort det ska vara med --sample")
    }
    let isPart = limit != nil || skip != nil
    if all, isPart { throw ValidationError("--all visar alla träffar: ange det utan --limit och --skip") }
    if sample != nil, all || isPart || order != nil {
      throw ValidationError("--sample drar ur alla träffar och visar dem som de drogs: ange det utan --all, --limit, --skip och --order")
    }
    if format == .xlsx, out == nil { throw ValidationError("--format xlsx skriver en fil: ange vilken med --out") }
  }

  func run() throws {
    let archive = try Archive(path: archive.path, mode: .existing)
    let typed = query.joined(separator: " ")
    let parsed = try QueryReading(archive, rulesFolder: rules.folder).parse(typed)
    if format != .json { QueryReading.say(parsed.notes) }
    let found = try all || sample != nil ? whole(parsed, archive) : part(parsed, archive)
    if found.answer.total == 0, format == .text { throw NothingFound(nothing(found.answer)) }
    try write(found, typed)
    if found.answer.total == 0 { throw ExitCode(1) }
  }

  /// An answer without its hits, and what gives those, some at a time.
  private struct Found {
    var answer: SearchAnswer
    var batches: [Range<Int>]
    var hits: (Range<Int>) throws -> [Hit]
  }

  private func part(_ query: ParsedQuery, _ archive: Archive) throws -> Found {
    let order = order?.asked ?? .relevance
    let options = SearchOptions(limit: limit ?? Self.usualLimit, offset: skip ?? 0, order: order, explains: explain)
    var answer = try archive.search(query, options)
    let hits = answer.hits
    answer.hits = []
    return Found(answer: answer, batches: [0..<hits.count]) { Array(hits[$0]) }
  }

  private func whole(_ query: ParsedQuery, _ archive: Archive) throws -> Found {
    var whole = try archive.wholeResult(of: query, order: order?.asked ?? .relevance, explains: explain)
    // Nine digits are easy to write down.
    if let sample { whole = try archive.sample(of: whole, size: sample, seed: seed ?? Int.random(in: 1...999_999_999)) }
    let drawn = whole
    return Found(answer: drawn.answer, batches: drawn.batches) { try archive.hits(of: drawn, $0) }
  }

  private func write(_ found: Found, _ typed: String) throws {
    let writer: any HitWriter =
      switch format {
      case .text: AnswerWriter(found.answer, try TextSink(out), isJSON: false)
      case .json: AnswerWriter(found.answer, try TextSink(out), isJSON: true)
      case .jsonl: JSONLinesWriter(found.answer, try TextSink(out))
      case .csv: try CSVWriter(found.answer, TextSink(out))
      case .xlsx: try WorkbookWriter(found.answer, NewFile(out ?? ""), typed: typed, archive: archive.path)
      }
    for places in found.batches { try writer.add(found.hits(places)) }
    try writer.finish()
  }

  private func nothing(_ answer: SearchAnswer) -> String {
    let meant = answer.suggestion.map { "; menade du \($0)?" } ?? ""
    return "inga träffar på \(answer.query) i \(archive.path)\(meant)"
  }
}
