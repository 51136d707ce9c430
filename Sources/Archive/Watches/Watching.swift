public import Foundation
internal import GRDB
public import Querying

extension Archive {
  /// Saves a search under a name. What answers it now counts as seen, unless `fromStart`.
  ///
  /// - Parameters:
  ///   - query: as typed.
  ///   - parse: reads it.
  /// - Returns: the number of hits that it has now.
  ///
  /// Throws an `ArchiveFailure` for a name that is taken or is none, and for a query that asks for nothing.
  @discardableResult
  public func addWatch(
    _ name: String, query: String, fromStart: Bool = false, at time: Date = Date(), parse: (String) -> ParsedQuery
  ) throws -> Int {
    let name = try Self.watchName(name)
    if try read({ db in try WatchTable.find(name, db) }) != nil { throw ArchiveFailure.watchIsThere(name) }
    let parsed = parse(query)
    if parsed.root == nil { throw ArchiveFailure("bevakningen \(name) skulle inte söka efter något; ange ord, en fras eller ett fält") }
    let whole = try wholeResult(of: parsed, order: .newest)
    let seen = try fromStart ? [] : read { db in try HitKeys(of: whole, unchanged(since: whole, db), db).all }
    try transaction { db in
      // Another program may have taken the name meanwhile.
      if try WatchTable.find(name, db) != nil { throw ArchiveFailure.watchIsThere(name) }
      let watch = Watch(name: name, query: query, addedAt: time.formatted(.iso8601), lastRun: nil)
      try WatchTable.see(seen, watch: WatchTable.add(watch, db), db)
    }
    return whole.count
  }

  /// All watches, in the order in which they were added.
  public func watches() throws -> [Watch] { try read(WatchTable.all) }

  /// What answers a watch and has not been marked as seen: see ``markSeen(_:at:)``. Throws an `ArchiveFailure` where there is no such watch.
  public func news(of name: String, parse: (String) -> ParsedQuery) throws -> WatchNews {
    let (number, watch) = try read { db in try Self.watch(name, db) }
    let query = parse(watch.query)
    let whole = try wholeResult(of: query, order: .newest)
    let keys = try read { db in try HitKeys(of: whole, unchanged(since: whole, db), db).all }
    let new = try read { db in try keys.indices.filter { try !WatchTable.hasSeen(keys[$0], watch: number, db) } }
    let fresh = whole.keeping(new)
    return WatchNews(
      name: watch.name, query: query.understood, readingNotes: query.notes, hits: try fresh.batches.flatMap { try hits(of: fresh, $0) },
      keys: new.map { keys[$0] })
  }

  /// Notes that news have been told, so that they are not told again. Throws an `ArchiveFailure` where the watch is there no longer.
  public func markSeen(_ news: WatchNews, at time: Date = Date()) throws {
    try transaction { db in
      let number = try Self.watch(news.name, db).number
      try WatchTable.see(news.keys, watch: number, db)
      try WatchTable.noteRun(of: number, at: time, db)
    }
  }

  /// Throws an `ArchiveFailure` where there is no such watch.
  public func removeWatch(_ name: String) throws {
    try transaction { db in try WatchTable.remove(Self.watch(name, db).number, db) }
  }

  /// Throws an `ArchiveFailure` where there is no such watch.
  static func watch(_ name: String, _ db: Database) throws -> (number: Int64, watch: Watch) {
    if let found = try WatchTable.find(watchName(name), db) { return found }
    let names = try WatchTable.all(db).map(\.name)
    let known = names.isEmpty ? "det finns inga bevakningar i arkivet" : "det finns \(names.joined(separator: ", "))"
    throw ArchiveFailure("det finns ingen bevakning \(name); \(known)")
  }

  // A name is one line that can be typed again.
  private static func watchName(_ name: String) throws -> String {
    let words = name.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let hasControl = words.unicodeScalars.contains { $0.properties.generalCategory == .control }
    if !words.isEmpty, words.count <= longestWatchName, !hasControl { return words }
    throw ArchiveFailure("en bevaknings namn ska vara 1–\(longestWatchName) tecken, till exempel avgifter")
  }

  private static var longestWatchName: Int { 80 }
}

extension ArchiveFailure {
  fileprivate static func watchIsThere(_ name: String) -> ArchiveFailure {
    ArchiveFailure("bevakningen \(name) finns redan; välj ett annat namn, eller ta först bort den med \"paragraf watch remove\"")
  }
}
