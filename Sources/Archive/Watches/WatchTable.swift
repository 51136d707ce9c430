internal import Foundation
internal import GRDB

/// The tables of watches, and of what each has told already.
enum WatchTable {
  /// `hit` is the first 64 bits of a SHA-256 (``HitKeys``): a watch of a common word may have seen a million.
  static let schema = """
    CREATE TABLE watch (
      number INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      query TEXT NOT NULL,
      added_at TEXT NOT NULL,
      last_run TEXT
    ) STRICT;
    CREATE TABLE watch_seen (
      watch INTEGER NOT NULL REFERENCES watch(number) ON DELETE CASCADE,
      hit INTEGER NOT NULL,
      PRIMARY KEY (watch, hit)
    ) STRICT, WITHOUT ROWID;
    """

  /// `teller` is who is telling its news (``WatchTeller``), since `told_since` (seconds since 1970); both null where no one is.
  static let claims = """
    ALTER TABLE watch ADD COLUMN teller TEXT;
    ALTER TABLE watch ADD COLUMN told_since REAL;
    """

  static func teller(of watch: Int64, _ db: Database) throws -> (name: String, since: Double)? {
    let row = try Row.fetchOne(db, sql: "SELECT teller, told_since FROM watch WHERE number = ? AND teller IS NOT NULL", arguments: [watch])
    return row.map { ($0[0], $0[1]) }
  }

  static func claim(_ watch: Int64, by teller: String, at time: Date, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE watch SET teller = ?, told_since = ? WHERE number = ?", arguments: [teller, time.timeIntervalSince1970, watch])
  }

  /// Nothing where another one has it by now.
  static func release(_ watch: Int64, by teller: String, _ db: Database) throws {
    try db.execute(sql: "UPDATE watch SET teller = NULL, told_since = NULL WHERE number = ? AND teller = ?", arguments: [watch, teller])
  }

  static func all(_ db: Database) throws -> [Watch] {
    try Row.fetchAll(db, sql: "SELECT name, query, added_at, last_run FROM watch ORDER BY number").map(watch)
  }

  static func find(_ name: String, _ db: Database) throws -> (number: Int64, watch: Watch)? {
    let sql = "SELECT name, query, added_at, last_run, number FROM watch WHERE name = ?"
    return try Row.fetchOne(db, sql: sql, arguments: [name]).map { ($0[4], watch($0)) }
  }

  /// Gives the number of the new watch.
  static func add(_ watch: Watch, _ db: Database) throws -> Int64 {
    try db.execute(sql: "INSERT INTO watch (name, query, added_at) VALUES (?, ?, ?)", arguments: [watch.name, watch.query, watch.addedAt])
    return db.lastInsertedRowID
  }

  static func remove(_ number: Int64, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM watch WHERE number = ?", arguments: [number])
  }

  static func hasSeen(_ key: Int64, watch: Int64, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM watch_seen WHERE watch = ? AND hit = ?")
    return try Bool.fetchOne(statement, arguments: [watch, key]) ?? false
  }

  static func see(_ keys: [Int64], watch: Int64, _ db: Database) throws {
    let statement = try db.makeStatement(sql: "INSERT OR IGNORE INTO watch_seen (watch, hit) VALUES (?, ?)")
    for key in keys { try statement.execute(arguments: [watch, key]) }
  }

  static func noteRun(of watch: Int64, at time: Date, _ db: Database) throws {
    try db.execute(sql: "UPDATE watch SET last_run = ? WHERE number = ?", arguments: [time.formatted(.iso8601), watch])
  }

  private static func watch(_ row: Row) -> Watch { Watch(name: row[0], query: row[1], addedAt: row[2], lastRun: row[3]) }
}

/// What a watch knows hits by: the document, and the section's kind, § number and heading. Not its place in the document, so that the same document
/// read anew by other rules is no news; and the document is its bytes, so that a new version of it is.
struct HitKeys {
  /// One for each hit of the result.
  var all: [Int64]

  init(of whole: WholeResult, _ snapshot: Snapshot, _ db: Database) throws {
    let documents = try DocumentIDs(db)
    let digest = Digest()
    let statement = try db.cachedStatement(sql: "SELECT kind, number, heading FROM section WHERE id = ?")
    all = try whole.sections.map { section in
      guard let id = snapshot.sectionID(Int(section)), let row = try Row.fetchOne(statement, arguments: [id.rawValue]) else { return 0 }
      let number = (row[1] as Int?).map(String.init) ?? ""
      let heading: String = row[2]
      return Int64(bitPattern: digest.first64(of: [documents[id.document], row[0], number, heading].joined(separator: "\n")))
    }
  }
}
