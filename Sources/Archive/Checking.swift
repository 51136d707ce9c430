internal import GRDB

extension Archive {
  /// Reads the whole archive and throws an `ArchiveFailure` where something is wrong: a damaged page, an index that does not agree with the
  /// text, a row that belongs to nothing.
  public func check() throws {
    try transaction { db in
      let damage = try String.fetchAll(db, sql: "PRAGMA integrity_check(3)").filter { $0 != "ok" }
      if !damage.isEmpty { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: damage.joined(separator: "; ")) }
      try db.checkForeignKeys()
      try IndexCheck.run(db)
    }
  }
}
