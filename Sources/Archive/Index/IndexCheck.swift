internal import Facts
internal import Foundation
internal import GRDB
internal import Language
internal import SearchIndex

/// Holds the index against the text and facts of the archive.
enum IndexCheck {
  /// Throws a corrupt database's error where they do not agree.
  static func run(_ db: Database) throws {
    let segments = try SegmentTable.all(db)
    let live = try LiveSections(db)
    var next = 0
    for segment in segments {
      if segment.first != next { throw disagreement }
      next += segment.count
    }
    let kept = try segments.reduce(UInt64(0)) { try $0 &+ $1.fingerprint(from: ChunkTable(db: db)) { live.contains($0) } }
    if try kept != ofTheText(db) { throw disagreement }
  }

  private static let disagreement = DatabaseError(resultCode: .SQLITE_CORRUPT, message: "index_segment")

  private static func ofTheText(_ db: Database) throws -> UInt64 {
    let analyzer = try Analyzer()
    let sql = "SELECT number, first_section, packed FROM document JOIN facts ON document = number WHERE first_section IS NOT NULL"
    let rows = try Row.fetchCursor(db, sql: sql)
    var sum: UInt64 = 0
    while let row = try rows.next() {
      guard let data = Packing.unpack(row[2]) else { throw disagreement }
      // Facts that cannot be read were left out of the index too (``Reindexing``).
      let facts = (try? FactsJSON.decode(data)) ?? FactsDocument(document: DocumentFacts(id: "", source: "", type: "", pages: 0))
      let memory = MemoryChunks()
      let contents = try DocumentIndex.builder(facts, try Reindexing.sections(of: row[0], db), analyzer).write(to: memory)
      let segment = Segment(id: 0, first: row[1], directory: contents.directory, columns: contents.columns)
      if let segment { sum &+= try segment.fingerprint(from: memory) { _ in true } }
    }
    return sum
  }
}

/// A segment that is not kept.
private final class MemoryChunks: ChunkSink, ChunkSource {
  private var chunks: [ChunkKind: [[UInt8]]] = [:]

  func write(_ chunk: [UInt8], _ kind: ChunkKind) throws { chunks[kind, default: []].append(chunk) }

  func chunks(_ numbers: ClosedRange<Int>, _ kind: ChunkKind, ofSegment segment: Int) throws -> [UInt8] {
    Array((chunks[kind] ?? [])[numbers].joined())
  }
}
