internal import Foundation
internal import GRDB

extension AccessStore {
  /// All users, by name.
  public func users() throws -> [User] {
    try read { db in try Row.fetchAll(db, sql: "SELECT \(Self.columns) FROM user ORDER BY key").map(Self.user) }
  }

  public func hasUsers() throws -> Bool { try read { db in try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM user)") ?? false } }

  /// Nil where there is none of that name.
  public func user(_ name: UserName) throws -> User? { try read { db in try Self.find(name, db) } }

  /// Throws an `AccessFailure` where the name is taken or the password too short.
  /// - Parameter password: nil for someone who comes through a proxy that knows them.
  public func add(_ name: UserName, role: Role, password: String?, by doer: Doer) throws {
    let hash = try password.map(Self.checkedHash)
    try write { db in
      if try Self.find(name, db) != nil { throw AccessFailure("det finns redan en användare som heter \(name.text)") }
      try db.execute(
        sql: "INSERT INTO user (key, name, role, password, added_at) VALUES (?, ?, ?, ?, ?)",
        arguments: [name.key, name.text, role.rawValue, hash, now])
      try note(.userChange, by: doer, "lade till \(name.text) som \(role.swedish)", db)
    }
  }

  /// Their sessions end.
  public func remove(_ name: UserName, by doer: Doer) throws {
    try change(name, by: doer, "tog bort \(name.text)") { db in
      try db.execute(sql: "DELETE FROM user WHERE key = ?", arguments: [name.key])
    }
  }

  /// Their sessions end, so that no one goes on with what they may no more.
  public func setRole(_ role: Role, of name: UserName, by doer: Doer) throws {
    try change(name, by: doer, "gav \(name.text) rollen \(role.swedish)") { db in
      try db.execute(sql: "UPDATE user SET role = ? WHERE key = ?", arguments: [role.rawValue, name.key])
    }
  }

  /// Their sessions end: whoever knew the old password is out.
  public func setPassword(_ password: String, of name: UserName, by doer: Doer) throws {
    let hash = try Self.checkedHash(password)
    try change(name, by: doer, "bytte lösenord för \(name.text)") { db in
      try db.execute(sql: "UPDATE user SET password = ? WHERE key = ?", arguments: [hash, name.key])
      try Throttle.forget(.name(name.key), db)
    }
  }

  private func change(_ name: UserName, by doer: Doer, _ what: String, _ body: (Database) throws -> Void) throws {
    try write { db in
      guard try Self.find(name, db) != nil else { throw AccessFailure("det finns ingen användare som heter \(name.text)") }
      try db.execute(sql: "DELETE FROM session WHERE user = ?", arguments: [name.key])
      try body(db)
      try note(.userChange, by: doer, what, db)
    }
  }

  /// Characters. NIST SP 800-63B asks for eight; these open an archive to a network, and no sign or digit is asked for beside.
  public static let shortestPassword = 12
  /// Bytes.
  static let longestPassword = 1024

  private static func checkedHash(_ password: String) throws -> String {
    guard password.count >= shortestPassword else {
      throw AccessFailure("lösenordet har \(password.count) tecken och ska ha minst \(shortestPassword); ta gärna några ord")
    }
    guard password.utf8.count <= longestPassword else { throw AccessFailure("lösenordet är längre än \(longestPassword) tecken") }
    return try PasswordHash.make(password)
  }

  static func find(_ name: UserName, _ db: Database) throws -> User? {
    try Row.fetchOne(db, sql: "SELECT \(columns) FROM user WHERE key = ?", arguments: [name.key]).map(user)
  }

  private static let columns = "name, role, password IS NOT NULL, added_at, last_login"

  private static func user(_ row: Row) throws -> User {
    let role: String = row[1]
    let lastLogin: Int64? = row[4]
    guard let role = Role(rawValue: role) else { throw AccessFailure("användarfilen har en roll som programmet inte känner: \(role)") }
    return User(name: row[0], role: role, hasPassword: row[2], addedAt: Date(stored: row[3]), lastLogin: lastLogin.map(Date.init(stored:)))
  }
}

extension Date {
  /// - Parameter seconds: since 1970.
  init(stored seconds: Int64) { self.init(timeIntervalSince1970: Double(seconds)) }
}
