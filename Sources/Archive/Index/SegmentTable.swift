internal import Foundation
internal import GRDB
internal import SearchIndex

/// The index's segments. A document comes as a segment of its own (level 0); ``fanOut`` of one level are made one of the next, so that there are
/// few, and a document is written as often as its archive has levels.
enum SegmentTable {
  /// How many segments of one level are made one.
  static let fanOut = 8
  /// Segments of this level (4096 documents, of minutes some 120,000 §) stay as they are: the next merge would keep the archive from others for a
  /// minute, and cost the one document that brought it about as much as thousands. A search of a million § asks eight of them.
  static let topLevel = 4

  /// The number of the next section to come.
  static func end(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT first + sections FROM index_segment ORDER BY first DESC LIMIT 1") ?? 0
  }

  /// In the order of their sections.
  static func all(_ db: Database) throws -> [Segment] {
    try segments(db, sql: "SELECT id, first, directory, columns FROM index_segment ORDER BY first", [])
  }

  /// Writes what a builder holds as the last segment, and makes fewer of many.
  static func append(_ builder: SegmentBuilder, _ db: Database) throws {
    if builder.count == 0 { return }
    let first = try end(db)
    try insert(level: 0, first: first, db) { sink in try builder.write(to: sink) }
    try merge(level: 0, db)
  }

  private static func insert(level: Int, first: Int, _ db: Database, _ write: (SegmentSink) throws -> SegmentContents) throws {
    // The row first, for its number, which no other segment gets again: a cache may rest on it.
    try db.execute(
      sql: "INSERT INTO index_segment (level, first, sections, directory, columns) VALUES (?, ?, 0, x'', x'')", arguments: [level, first])
    let id = Int(db.lastInsertedRowID)
    let sink = try SegmentSink(segment: id, db)
    let contents = try write(sink)
    try db.execute(
      sql: "UPDATE index_segment SET sections = ?, directory = ?, columns = ? WHERE id = ?",
      arguments: [contents.sections, Data(contents.directory), Data(contents.columns), id])
  }

  private static func merge(level: Int, _ db: Database) throws {
    if level >= topLevel { return }
    let sql = "SELECT id, first, directory, columns FROM index_segment WHERE level = ? ORDER BY first"
    let segments = try segments(db, sql: sql, [level])
    guard segments.count >= fanOut else { return }
    try replace(segments, level: level + 1, db)
    try merge(level: level + 1, db)
  }

  /// Makes one segment of some that follow each other, without what is no longer there.
  private static func replace(_ segments: [Segment], level: Int, _ db: Database) throws {
    guard let first = segments.first, let last = segments.last else { return }
    let live = try LiveSections(db, within: first.first..<(last.first + last.count))
    let merger = SegmentMerger(segments, source: ChunkTable(db: db)) { live.contains($0) }
    try insert(level: level, first: first.first, db) { sink in try merger.write(to: sink) }
    for segment in segments { try ChunkTable.remove(segment: segment.id, db) }
  }

  /// Writes one segment anew of which a quarter or more is no longer there; tells whether there was one. Each such call has the archive to itself
  /// for as long as one merge.
  static func tidyOne(_ db: Database) throws -> Bool {
    for segment in try all(db) {
      let live = try LiveSections(db, within: segment.first..<(segment.first + segment.count))
      guard 4 * segment.obsoleteSections(isLive: live.contains) >= max(1, segment.count) else { continue }
      let level = try Int.fetchOne(db, sql: "SELECT level FROM index_segment WHERE id = ?", arguments: [segment.id]) ?? 0
      try replace([segment], level: level, db)
      return true
    }
    return false
  }

  private static func segments(_ db: Database, sql: String, _ arguments: StatementArguments) throws -> [Segment] {
    try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
      guard let segment = Segment(id: row[0], first: row[1], directory: [UInt8](row[2] as Data), columns: [UInt8](row[3] as Data)) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "index_segment")
      }
      return segment
    }
  }
}

/// The sections of the index that still belong to a document.
struct LiveSections {
  private var firsts: [Int] = []
  private var ends: [Int] = []

  /// Those of all documents, or of the documents that begin within a range.
  init(_ db: Database, within range: Range<Int>? = nil) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT first_section, sections FROM document WHERE first_section >= ? AND first_section < ? ORDER BY first_section",
      arguments: [range?.lowerBound ?? 0, range?.upperBound ?? Int.max])
    while let row = try rows.next() {
      firsts.append(row[0])
      ends.append((row[0] as Int) + (row[1] as Int))
    }
  }

  func contains(_ section: Int) -> Bool {
    var low = 0
    var high = firsts.count
    while low < high {
      let middle = (low + high) / 2
      if firsts[middle] <= section { low = middle + 1 } else { high = middle }
    }
    return low > 0 && section < ends[low - 1]
  }
}
