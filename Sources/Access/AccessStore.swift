public import Foundation
internal import GRDB

/// Who may use an archive over the network, who is logged in, and what was done: one SQLite file that only its owner may read.
///
/// It lies beside the archive and not in it: archives are copied to others, and the hashes of passwords must not go with them.
///
///     let access = try AccessStore(path: AccessStore.path(besideArchive: "paragraf.db"), mode: .create)
///     try access.add(name, role: .editor, password: "…", by: Doer(name: "anna", address: nil))
public final class AccessStore: Sendable {
  /// What opening may do.
  public enum Mode: Sendable {
    /// Makes the file where there is none.
    case create
    /// The file must be there.
    case existing
  }

  /// As it was given.
  public let path: String
  let clock: @Sendable () -> Date
  private let queue: DatabaseQueue

  /// "paragraf.users.db" for "paragraf.db".
  public static func path(besideArchive archive: String) -> String {
    (archive.hasSuffix(".db") ? String(archive.dropLast(3)) : archive) + ".users.db"
  }

  public static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Throws an `AccessFailure`.
  /// - Parameter clock: tells the time.
  public init(path: String, mode: Mode, clock: @escaping @Sendable () -> Date = { Date() }) throws {
    self.path = path
    self.clock = clock
    try Self.prepareFile(path, mode)
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    queue = try Self.named(path) { try DatabaseQueue(path: path, configuration: configuration) }
    try write { db in try AccessSchema.prepare(db, path: path) }
  }

  // SQLite gives its journal the rights of the file.
  private static func prepareFile(_ path: String, _ mode: Mode) throws {
    let flags = mode == .create ? O_RDWR | O_CREAT : O_RDWR
    let file = open(path, flags | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      if errno == ENOENT && mode == .existing { throw AccessFailure("det finns inga användare: filen \(path) saknas") }
      throw AccessFailure(
        "användarfilen \(path) får inte öppnas (\(String(cString: strerror(errno)))); se efter vem som äger filen och mappen")
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & 0o077 != 0 else { return }
    guard fchmod(file, 0o600) == 0 else {
      throw AccessFailure("användarfilen \(path) kan läsas av andra, och det går inte att ändra; kör: chmod 600 \(path)")
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value { try Self.named(path) { try queue.read(body) } }

  /// One transaction.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value { try Self.named(path) { try queue.write(body) } }

  private static func named<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as DatabaseError { throw AccessFailure(error, path: path) }
  }

  /// Seconds since 1970, as times are stored.
  var now: Int64 { Int64(clock().timeIntervalSince1970) }
}

/// The tables, by version; one that was released is never changed.
enum AccessSchema {
  /// "PGRU": marks the file (SQLite's `application_id`).
  private static let applicationID = 0x5047_5255
  private static let migrations = [version1]

  static func prepare(_ db: Database, path: String) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
    guard try isEmpty || Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
      throw AccessFailure("\(path) är ingen användarfil från paragraf; filen är orörd")
    }
    guard version <= migrations.count else {
      throw AccessFailure("användarfilen \(path) är gjord av en nyare version av paragraf; uppdatera programmet, filen är orörd")
    }
    if version == migrations.count { return }
    for migration in migrations.dropFirst(version) { try db.execute(sql: migration) }
    try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(migrations.count)")
  }

  /// Times are seconds since 1970. The log names users by name, not by key: it outlives them.
  private static let version1 = """
    CREATE TABLE user (
      key TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      role TEXT NOT NULL,
      password TEXT,
      added_at INTEGER NOT NULL,
      last_login INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE session (
      hash TEXT PRIMARY KEY,
      user TEXT NOT NULL REFERENCES user(key) ON DELETE CASCADE,
      begun INTEGER NOT NULL,
      last_seen INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE failed_login (
      source TEXT PRIMARY KEY,
      count INTEGER NOT NULL,
      last INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE log (
      number INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      who TEXT NOT NULL,
      address TEXT,
      event TEXT NOT NULL,
      what TEXT NOT NULL
    ) STRICT;
    CREATE INDEX log_at ON log(at);
    """
}
