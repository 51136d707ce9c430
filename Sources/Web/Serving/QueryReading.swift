internal import Archive
internal import Language
internal import Pipeline
internal import Querying
internal import Synchronization

/// Reads what was typed as a query, with the words of the rules and the names of the archive.
final class QueryReading: Sendable {
  private let words: QueryContext
  // An analyzer serves one thread at a time; reading a query takes far less than answering it.
  private let analyzer: Mutex<Analyzer>

  /// Throws one Swedish sentence where the rule files or the word list cannot be read.
  init(rulesFolder: String?) throws {
    words = try QueryContext(rulesFolder: rulesFolder, bodies: [], municipalities: [])
    analyzer = Mutex(try Analyzer())
  }

  /// To be called where the archive is read.
  func parse(_ text: String, _ archive: Archive) throws -> ParsedQuery {
    let names = try archive.names()
    var context = words
    context.bodies = names.bodies
    context.municipalities = names.municipalities
    let known = context
    return analyzer.withLock { QueryParser.parse(text, context: known, analyzer: $0) }
  }
}
