internal import GRDB

/// How long to wait after failed log-ins: a few are free, then each doubles the wait. Kept in the file, so that a restart forgives nothing.
enum Throttle {
  /// What is counted: tries of one name from anywhere, and of any name from one address.
  enum Source {
    case name(String)
    case address(String)

    var key: String {
      switch self {
      case .name(let name): "name \(name)"
      case .address(let address): "address \(address)"
      }
    }

    /// Many people may sit behind one address.
    var free: Int {
      switch self {
      case .name: 4
      case .address: 12
      }
    }
  }

  /// Seconds. Long enough to make guessing hopeless, short enough that no one is kept out of their own account for the day by someone else.
  private static let longestWait: Int64 = 15 * 60
  /// Seconds after which failures are forgotten.
  private static let memory: Int64 = 24 * 3600

  /// Seconds that are left to wait; 0 where there is nothing to wait for.
  static func wait(_ sources: [Source], now: Int64, _ db: Database) throws -> Int {
    try sources.map { source in
      guard let row = try Row.fetchOne(db, sql: "SELECT count, last FROM failed_login WHERE source = ?", arguments: [source.key]) else {
        return 0
      }
      let (count, last): (Int, Int64) = (row[0], row[1])
      return now - last >= memory ? 0 : Int(max(0, last + pause(after: count, of: source) - now))
    }.max() ?? 0
  }

  /// Seconds: 2, 4, 8, …
  private static func pause(after count: Int, of source: Source) -> Int64 {
    let beyond = count - source.free
    return beyond < 0 ? 0 : min(longestWait, 2 << Int64(min(beyond, 20)))
  }

  static func count(_ sources: [Source], now: Int64, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM failed_login WHERE last <= ?", arguments: [now - memory])
    for source in sources {
      try db.execute(
        sql: """
          INSERT INTO failed_login (source, count, last) VALUES (?, 1, ?)
          ON CONFLICT (source) DO UPDATE SET count = count + 1, last = excluded.last
          """, arguments: [source.key, now])
    }
  }

  static func forget(_ source: Source, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM failed_login WHERE source = ?", arguments: [source.key])
  }
}
