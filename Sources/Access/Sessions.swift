internal import Foundation
internal import GRDB

extension AccessStore {
  /// Hours without a request after which someone has to log in again.
  public static let idleHours = 8
  /// Days after which they have to in any case.
  public static let longestDays = 7

  private static let purpose = "session"
  /// Seconds. How exactly it is known when someone was last seen: not every request is worth a write.
  private static let seenEvery: Int64 = 60

  /// A new session. Sessions that are over are forgotten by the way.
  func beginSession(of name: UserName, _ db: Database) throws -> Secret {
    try db.execute(sql: "DELETE FROM session WHERE NOT (\(Self.isAlive))", arguments: aliveArguments)
    let secret = Secret()
    try db.execute(
      sql: "INSERT INTO session (hash, user, begun, last_seen) VALUES (?, ?, ?, ?)",
      arguments: [secret.hash(for: Self.purpose), name.key, now, now])
    return secret
  }

  /// Whose session it is; nil for one that is over or never was.
  public func user(ofSession secret: Secret) throws -> User? {
    let hash = secret.hash(for: Self.purpose)
    let found: (user: User, lastSeen: Int64)? = try read { db in
      let sql = "SELECT user, last_seen FROM session WHERE hash = ? AND \(Self.isAlive)"
      guard let row = try Row.fetchOne(db, sql: sql, arguments: [hash] + aliveArguments) else { return nil }
      return try UserName(row[0]).flatMap { try Self.find($0, db) }.map { ($0, row[1]) }
    }
    guard let found else { return nil }
    if now - found.lastSeen >= Self.seenEvery {
      try write { db in try db.execute(sql: "UPDATE session SET last_seen = ? WHERE hash = ?", arguments: [now, hash]) }
    }
    return found.user
  }

  /// Ends a session (log-out).
  public func endSession(_ secret: Secret, by doer: Doer) throws {
    try write { db in
      try db.execute(sql: "DELETE FROM session WHERE hash = ?", arguments: [secret.hash(for: Self.purpose)])
      if db.changesCount > 0 { try note(.logout, by: doer, "", db) }
    }
  }

  /// Takes a session out without a word, where its owner logs in anew.
  func replaceSession(_ secret: Secret, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM session WHERE hash = ?", arguments: [secret.hash(for: Self.purpose)])
  }

  private static let isAlive = "last_seen > ? AND begun > ?"

  private var aliveArguments: StatementArguments { [now - Int64(Self.idleHours) * 3600, now - Int64(Self.longestDays) * 86400] }
}
