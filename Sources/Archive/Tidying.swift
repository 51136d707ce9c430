internal import GRDB

extension Archive {
  /// Gives the disk back what merged lists and documents taken out have left, where that is more than a tenth of a small archive. A large one is left
  /// as it is: what is free in it is little beside the rest, is used again, and would take long to give back.
  ///
  /// A full disk or another program at work in the archive is no error: the room is given back next time. Throws an `ArchiveFailure` for all else.
  public func tidy() throws {
    try write { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      let free = try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
      if pages > Self.mostPages || free * 10 <= pages { return }
      do { try db.execute(sql: "VACUUM") } catch let error as DatabaseError where Self.mayWait.contains(error.resultCode) {}
    }
  }

  /// 32 MB: a fraction of a second.
  private static var mostPages: Int { 4096 }
  private static var mayWait: [ResultCode] { [.SQLITE_FULL, .SQLITE_BUSY, .SQLITE_LOCKED] }
}
