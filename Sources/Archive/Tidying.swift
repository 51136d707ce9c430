internal import GRDB

extension Archive {
  /// Gives the disk back what merged lists and documents taken out have left: of a small archive what is more than a tenth of it, of a large one more
  /// than a fifth. A merge that leaves so much wrote as much again, so that giving it back adds little to what was done.
  ///
  /// A full disk or another program at work in the archive is no error: the room is given back next time. Throws an `ArchiveFailure` for all else.
  public func tidy() throws {
    try write { db in
      do {
        while try Self.tidyIndex(db) {}
        try Self.giveBack(db)
      } catch let error as DatabaseError where Self.mayWait.contains(error.resultCode) {}
    }
  }

  // One segment a transaction: a search that is asked for meanwhile waits for one.
  private static func tidyIndex(_ db: Database) throws -> Bool {
    var found = false
    try db.inTransaction(.immediate) {
      found = try SegmentTable.tidyOne(db)
      if found { try IndexWriting.countChange(db) }
      return .commit
    }
    return found
  }

  private static func giveBack(_ db: Database) throws {
    let pages = try number(db, "page_count")
    let free = try number(db, "freelist_count")
    if free * (pages > mostPages ? 5 : 10) > pages { try shrink(db, pages: pages) }
  }

  private static func shrink(_ db: Database, pages: Int) throws {
    if try number(db, "auto_vacuum") == incremental {
      var free = Int.max
      // Step by step: a search that is asked for meanwhile waits for one step.
      while case let left = try number(db, "freelist_count"), left > 0, left < free {
        free = left
        try db.execute(sql: "PRAGMA incremental_vacuum(\(mostPages))")
      }
    } else if pages <= mostPages {
      // Archives of earlier versions can only be made smaller by writing them anew, which would lock a large one for long.
      try db.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL; VACUUM")
    }
  }

  private static func number(_ db: Database, _ pragma: String) throws -> Int { try Int.fetchOne(db, sql: "PRAGMA \(pragma)") ?? 0 }

  private static var incremental: Int { 2 }
  /// 32 MB: what is done in a fraction of a second.
  private static var mostPages: Int { 4096 }
  private static var mayWait: [ResultCode] { [.SQLITE_FULL, .SQLITE_BUSY, .SQLITE_LOCKED] }
}
