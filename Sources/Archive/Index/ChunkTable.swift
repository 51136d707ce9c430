internal import Foundation
internal import GRDB
internal import SearchIndex

/// The index's chunks as rows of the archive: a segment's chunks follow each other, so that one is written and taken out in a stroke.
struct ChunkTable: ChunkSource {
  let db: Database

  /// More chunks than a segment of every § in the country has.
  private static let chunkBits = 24

  static func key(_ chunk: Int, ofSegment segment: Int) -> Int64 { Int64(segment) << chunkBits | Int64(chunk) }

  func chunk(_ number: Int, ofSegment segment: Int) throws -> [UInt8] {
    let statement = try db.cachedStatement(sql: "SELECT data FROM index_chunk WHERE id = ?")
    let rows = try Row.fetchCursor(statement, arguments: [Self.key(number, ofSegment: segment)])
    guard let row = try rows.next() else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "index_chunk")
    }
    return try row.withUnsafeData(atIndex: 0) { data in data.map { [UInt8]($0) } ?? [] }
  }

  static func remove(segment: Int, _ db: Database) throws {
    try db.execute(
      sql: "DELETE FROM index_chunk WHERE id BETWEEN ? AND ?", arguments: [key(0, ofSegment: segment), key((1 << chunkBits) - 1, ofSegment: segment)])
    try db.execute(sql: "DELETE FROM index_segment WHERE id = ?", arguments: [segment])
  }
}

/// Writes one segment's chunks.
struct SegmentSink: ChunkSink {
  private let statement: Statement
  private let segment: Int
  private var next = 0

  init(segment: Int, _ db: Database) throws {
    self.segment = segment
    statement = try db.cachedStatement(sql: "INSERT INTO index_chunk (id, data) VALUES (?, ?)")
  }

  mutating func write(_ chunk: [UInt8]) throws -> Int {
    defer { next += 1 }
    try statement.execute(arguments: [ChunkTable.key(next, ofSegment: segment), Data(chunk)])
    return next
  }
}
