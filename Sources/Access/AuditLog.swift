public import Foundation
internal import GRDB

/// What is written to the log.
public enum LoggedEvent: String, Sendable, CaseIterable {
  case login
  case failedLogin = "failed_login"
  case logout
  case userChange = "user_change"
  case imported = "import"
  case correction

  public var swedish: String {
    switch self {
    case .login: "inloggning"
    case .failedLogin: "misslyckad inloggning"
    case .logout: "utloggning"
    case .userChange: "användare ändrad"
    case .imported: "inläsning"
    case .correction: "rättelse"
    }
  }
}

/// One line of the log.
public struct LogEntry: Sendable {
  public var number: Int64
  public var at: Date
  /// As the user was called then. Empty for a try to log in with what can be no name.
  public var who: String
  /// Nil at the machine itself.
  public var address: String?
  public var event: LoggedEvent
  /// What was done, in Swedish; may be empty.
  public var what: String
}

extension AccessStore {
  /// Writes a line to the log.
  /// - Parameter what: what was done, in Swedish, such as "rättade beslut 2 i KF 2024-06-17 § 4".
  public func note(_ event: LoggedEvent, by doer: Doer, _ what: String) throws { try write { db in try note(event, by: doer, what, db) } }

  /// Characters. File names and addresses come from outside.
  private static let longestText = 500

  func note(_ event: LoggedEvent, by doer: Doer, _ what: String, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO log (at, who, address, event, what) VALUES (?, ?, ?, ?, ?)",
      arguments: [now, Self.clean(doer.name), doer.address, event.rawValue, Self.clean(what)])
  }

  // A line break in a file name must not look like a line of the log, nor an escape sequence reach a terminal.
  private static func clean(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestText).map { $0.properties.generalCategory == .control ? " " : $0 }))
  }

  /// The log, newest first.
  /// - Parameters:
  ///   - since: the earliest time; nil for all.
  ///   - before: only entries with a lower number, for the next page.
  ///   - limit: how many at most; nil for all.
  public func log(since: Date? = nil, before: Int64? = nil, limit: Int? = nil) throws -> [LogEntry] {
    let sql = "SELECT number, at, who, address, event, what FROM log WHERE at >= ? AND number < ? ORDER BY number DESC LIMIT ?"
    let arguments: StatementArguments = [since.map { Int64($0.timeIntervalSince1970) } ?? 0, before ?? .max, limit ?? -1]
    return try read { db in try Row.fetchAll(db, sql: sql, arguments: arguments).compactMap(Self.entry) }
  }

  private static func entry(_ row: Row) -> LogEntry? {
    let event: String = row[4]
    return LoggedEvent(rawValue: event).map {
      LogEntry(number: row[0], at: Date(stored: row[1]), who: row[2], address: row[3], event: $0, what: row[5])
    }
  }
}
