import Archive
import Language
import Pipeline
import Querying

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

  /// Says on standard error what was not understood, and where.
  static func say(_ notes: [QueryNote]) {
    for note in notes { Output.error("paragraf: \(note.message)\n\(note.marked)") }
  }
}
