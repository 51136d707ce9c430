internal import Corrections
internal import Foundation
internal import GRDB

/// The table of what readers have said of facts. It hangs on the document's bytes and not on its row, so that it outlives a document's being read anew
/// and taken out.
enum CorrectionTable {
  static let schema = """
    CREATE TABLE correction (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      document TEXT NOT NULL,
      replaces INTEGER UNIQUE,
      json TEXT NOT NULL
    ) STRICT;
    CREATE INDEX correction_document ON correction(document);
    """

  static func all(ofDocument id: String, _ db: Database) throws -> [Correction] {
    try decode(Row.fetchAll(db, sql: "SELECT number, json FROM correction WHERE document = ? ORDER BY number", arguments: [id]))
  }

  static func all(_ db: Database) throws -> [Correction] {
    try decode(Row.fetchAll(db, sql: "SELECT number, json FROM correction ORDER BY number"))
  }

  static func isReplaced(_ number: Int64, _ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT 1 FROM correction WHERE replaces = ?", arguments: [number]) ?? false
  }

  /// Gives the number of the new one.
  static func add(_ correction: Correction, _ db: Database) throws -> Int64 {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = String(decoding: try encoder.encode(correction), as: UTF8.self)
    try db.execute(
      sql: "INSERT INTO correction (document, replaces, json) VALUES (?, ?, ?)",
      arguments: [correction.document, correction.replaces, json])
    return db.lastInsertedRowID
  }

  private static func decode(_ rows: [Row]) throws -> [Correction] {
    try rows.map { row in
      var correction = try JSONDecoder().decode(Correction.self, from: Data((row[1] as String).utf8))
      correction.number = row[0]
      return correction
    }
  }
}
