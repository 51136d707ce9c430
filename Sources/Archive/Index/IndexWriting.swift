internal import GRDB
internal import SearchIndex

/// Changes of the index that go with a document's.
enum IndexWriting {
  /// Puts a document's sections last in the index.
  static func add(_ builder: SegmentBuilder, document number: Int64, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE document SET first_section = ? WHERE number = ?", arguments: [try SegmentTable.end(db), number])
    try SegmentTable.append(builder, db)
    try countChange(db)
  }

  /// What a document had in the index is no longer found; it goes when its segment is merged.
  static func forget(document number: Int64, _ db: Database) throws {
    try db.execute(sql: "UPDATE document SET first_section = NULL WHERE number = ?", arguments: [number])
    try countChange(db)
  }

  /// Tells those who keep a ``Snapshot`` that it is out of date.
  static func countChange(_ db: Database) throws {
    try db.execute(sql: "UPDATE index_state SET revision = revision + 1")
  }
}
