internal import Foundation
internal import GRDB

/// What a try to log in came to.
public enum LoginOutcome: Sendable {
  case welcome(User, Secret)
  /// The name or the password is wrong; which of them is not said.
  case refused
  /// Nothing was looked at, since too many tries failed before.
  case wait(seconds: Int)
}

extension AccessStore {
  /// Tries a name and a password, and begins a session. Takes as long for a name that does not exist.
  ///
  /// To be called by one thread at a time, so that a hundred tries at once are a hundred counted tries.
  /// - Parameters:
  ///   - address: where the try comes from; nil at the machine itself.
  ///   - former: the session that the browser had, which ends.
  public func logIn(_ typed: String, password: String, from address: String?, former: Secret?) throws -> LoginOutcome {
    let name = UserName(typed.trimmingCharacters(in: .whitespaces))
    // A name that cannot be one is tried as an empty one, so that the log is not filled with what was pasted by mistake: it may be a password.
    let sources = [Throttle.Source.name(name?.key ?? ""), .address(address ?? "")]
    let wait = try read { db in try Throttle.wait(sources, now: now, db) }
    if wait > 0 { return .wait(seconds: wait) }
    guard let name, let user = try verified(name, password) else {
      try write { db in
        try Throttle.count(sources, now: now, db)
        try note(.failedLogin, by: Doer(name: name?.text ?? "", address: address), "", db)
      }
      return .refused
    }
    return .welcome(user, try welcome(name, Doer(name: user.name, address: address), former))
  }

  private func welcome(_ name: UserName, _ doer: Doer, _ former: Secret?) throws -> Secret {
    try write { db in
      if let former { try replaceSession(former, db) }
      try Throttle.forget(.name(name.key), db)
      try db.execute(sql: "UPDATE user SET last_login = ? WHERE key = ?", arguments: [now, name.key])
      try note(.login, by: doer, "", db)
      return try beginSession(of: name, db)
    }
  }

  private func verified(_ name: UserName, _ password: String) throws -> User? {
    let hash = try read { db in try String.fetchOne(db, sql: "SELECT password FROM user WHERE key = ?", arguments: [name.key]) }
    let isPossible = password.utf8.count <= Self.longestPassword
    let matches = PasswordHash.matches(isPossible ? password : "", hash ?? Self.hashOfNobody)
    guard let hash, matches, isPossible else { return nil }
    if PasswordHash.isOutdated(hash) { try renew(name, password, from: hash) }
    return try user(name)
  }

  private func renew(_ name: UserName, _ password: String, from old: String) throws {
    let hash = try PasswordHash.make(password)
    try write { db in
      try db.execute(sql: "UPDATE user SET password = ? WHERE key = ? AND password = ?", arguments: [hash, name.key, old])
    }
  }

  /// Is tried where there is no such user. No one knows its password.
  private static let hashOfNobody = (try? PasswordHash.make(Secret().text)) ?? ""
}
