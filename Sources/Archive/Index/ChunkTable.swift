internal import Foundation
internal import GRDB
internal import SearchIndex

/// The index's chunks as rows of the archive, a table a kind: a segment's chunks follow each other, so that they are read, written and taken out in
/// a stroke.
struct ChunkTable: ChunkSource {
  let db: Database

  /// More chunks than a segment of every § in the country has.
  private static let chunkBits = 24

  static func key(_ chunk: Int, ofSegment segment: Int) -> Int64 { Int64(segment) << chunkBits | Int64(chunk) }

  func chunks(_ numbers: ClosedRange<Int>, _ kind: ChunkKind, ofSegment segment: Int) throws -> [UInt8] {
    let statement = try db.cachedStatement(sql: "SELECT data FROM \(kind.table) WHERE id BETWEEN ? AND ?")
    let first = Self.key(numbers.lowerBound, ofSegment: segment)
    let rows = try Row.fetchCursor(statement, arguments: [first, first + Int64(numbers.count - 1)])
    var bytes: [UInt8] = []
    // A chunk fills its page but for a few bytes. Of a damaged list the number may be anything.
    bytes.reserveCapacity(min(numbers.count, 1 << 10) << 13)
    var count = 0
    while let row = try rows.next() {
      try row.withUnsafeData(atIndex: 0) { data in data?.withUnsafeBytes { bytes.append(contentsOf: $0) } }
      count += 1
    }
    if count != numbers.count { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: kind.table) }
    return bytes
  }

  static func remove(segment: Int, _ db: Database) throws {
    for kind in ChunkKind.allCases {
      try db.execute(
        sql: "DELETE FROM \(kind.table) WHERE id BETWEEN ? AND ?",
        arguments: [key(0, ofSegment: segment), key((1 << chunkBits) - 1, ofSegment: segment)])
    }
    try db.execute(sql: "DELETE FROM index_segment WHERE id = ?", arguments: [segment])
  }
}

/// Writes one segment's chunks.
final class SegmentSink: ChunkSink {
  private let statements: [Statement]
  private let segment: Int
  private var next: [Int]

  init(segment: Int, _ db: Database) throws {
    self.segment = segment
    next = ChunkKind.allCases.map { _ in 0 }
    statements = try ChunkKind.allCases.map { try db.cachedStatement(sql: "INSERT INTO \($0.table) (id, data) VALUES (?, ?)") }
  }

  func write(_ chunk: [UInt8], _ kind: ChunkKind) throws {
    try statements[kind.rawValue].execute(arguments: [ChunkTable.key(next[kind.rawValue], ofSegment: segment), Data(chunk)])
    next[kind.rawValue] += 1
  }
}

extension ChunkKind {
  var table: String {
    switch self {
    case .block: "index_block"
    case .postings: "index_postings"
    case .places: "index_places"
    }
  }
}
