internal import GRDB

extension Archive {
  /// A number that is another one whenever another connection has changed the archive's file, in this process or in any other. Comparable for this
  /// connection only, and blind to changes made through it (https://www.sqlite.org/pragma.html#pragma_data_version).
  public func changeMark() throws -> Int64 {
    try read { db in try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0 }
  }
}
