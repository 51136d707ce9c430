internal import Foundation
internal import GRDB

/// The searchable archive: one SQLite file with every document's facts and text.
///
///     let archive = try Archive(path: "paragraf.db", mode: .create)
///     try archive.store(reading.facts, sections: reading.sections, from: file, read: version, at: Date())
///     let answer = try archive.search(QueryParser.parse("avgift hemsjukvård", context), SearchOptions(limit: 20))
///
/// One document is one transaction, so that what stops the program (a signal, a full disk, a power cut) costs at most the document in hand.
///
/// The journal is SQLite's rollback journal (`DELETE`), not the write-ahead log: then every committed document is in the one file, also after
/// `kill -9`, so that copying that file copies the archive; it can lie on a network share, where the log's shared memory does not work; and it
/// can be searched on a medium that cannot be written. The price is that a search waits for the moment in which a document is committed.
public final class Archive: Sendable {
  /// What opening may do.
  public enum Mode: Sendable {
    /// Makes the archive where there is none (or an empty file).
    case create
    /// The archive must be there.
    case existing
  }

  /// As it was given.
  public let path: String
  private let queue: DatabaseQueue
  let analyzers = Analyzers()
  let snapshots = SnapshotCache()

  /// Opens an archive and brings an older one to the present version. Throws an `ArchiveFailure`; a file that is no archive, or one made by a
  /// newer version, is left as it is.
  public init(path: String, mode: Mode) throws {
    self.path = path
    try Self.inspect(path, mode: mode)
    queue = try Self.named(path) { try DatabaseQueue(path: path, configuration: Self.configuration) }
    try write { db in try Schema.prepare(db, path: path, mode: mode) }
  }

  /// All that `body` reads is of one moment, also while another program writes.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try Self.named(path) { try queue.read(body) }
  }

  /// One transaction, taken for writing from the start (`IMMEDIATE`), so that two programs that write wait for each other.
  func transaction(_ body: (Database) throws -> Void) throws {
    try Self.named(path) {
      try queue.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          try body(db)
          return .commit
        }
      }
    }
  }

  func write(_ body: (Database) throws -> Void) throws {
    try Self.named(path) { try queue.writeWithoutTransaction(body) }
  }
}

extension Archive {
  private static var configuration: Configuration {
    var configuration = Configuration()
    // A search or a second `index` waits this long for a document that is being committed.
    configuration.busyMode = .timeout(20)
    configuration.prepareDatabase { db in
      db.add(tokenizer: FormerTokenizer.self)
      // 4 MB of what has been read, and of what is to be written 16 MB (in pages of 4 kB): a long report is held in memory until its commit, so
      // that readers are locked out for that moment only.
      try db.execute(sql: "PRAGMA cache_size = -4000; PRAGMA cache_spill = 4000")
    }
    return configuration
  }

  /// What can be told from the file before SQLite sees it.
  private static func inspect(_ path: String, mode: Mode) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      if mode == .existing { throw ArchiveFailure.missing(path) }
      return
    }
    if isFolder.boolValue { throw ArchiveFailure.notAnArchive(path) }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw ArchiveFailure("arkivet \(path) får inte läsas; se efter vem som äger filen, eller ange ett annat med --archive")
    }
    defer { try? file.close() }
    // The first 16 bytes of every SQLite database, https://www.sqlite.org/fileformat2.html#magic_header_string
    let magic = Data("SQLite format 3\0".utf8)
    let start = try file.read(upToCount: magic.count) ?? Data()
    if start != magic && !start.isEmpty { throw ArchiveFailure.notAnArchive(path) }
  }

  private static func named<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as DatabaseError { throw ArchiveFailure(error, path: path) }
  }
}
