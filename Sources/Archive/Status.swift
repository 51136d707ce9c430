internal import Foundation
internal import GRDB

/// What an archive holds, in figures.
public struct ArchiveStatus: Sendable, Equatable {
  /// Bytes on disk.
  public var size: Int64
  public var documents: Int
  public var pages: Int
  /// § and sections that can be searched.
  public var sections: Int
  /// Documents by kind, municipality, body and year; those with most first, years in order, what is not told last.
  public var byType: [Count]
  public var byMunicipality: [Count]
  public var byBody: [Count]
  public var byYear: [Count]
  public var facts: [FactKind: Int]
  /// Sorted by path.
  public var failures: [Failure]
  /// Documents with pages that were not read.
  public var unread: [StoredDocument]
  /// Documents with pages whose text was recognised from their image.
  public var recognised: [StoredDocument]
  /// Meetings of which there are several files.
  public var severalFiles: [[OtherFile]]
  /// By what the documents were read, the version of most of them first.
  public var readings: [Reading]

  public struct Count: Sendable, Equatable {
    /// Nil where the documents do not tell.
    public var value: String?
    public var count: Int
  }

  /// A file that could not be read.
  public struct Failure: Sendable, Equatable {
    public var path: String
    /// One Swedish sentence.
    public var reason: String
    /// ISO 8601, UTC.
    public var time: String
  }

  public struct Reading: Sendable, Equatable {
    public var version: ReadingVersion
    /// File names, sorted.
    public var sources: [String]
  }
}

extension Archive {
  /// What the archive holds, in figures.
  public func status() throws -> ArchiveStatus {
    let documents = try documents()
    let unread = documents.filter { $0.unreadPages > 0 }
    let recognised = documents.filter { $0.recognisedPages > 0 }
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int64 ?? 0
    return try read { db in
      ArchiveStatus(
        size: size, documents: try Self.number("count(*)", of: "document", db), pages: try Self.number("sum(pages)", of: "document", db),
        sections: try Self.number("sum(sections)", of: "document", db), byType: try Self.count("type", db),
        byMunicipality: try Self.count("municipality", db), byBody: try Self.count("body", db),
        byYear: try Self.count("year", db, order: "year"), facts: try Self.factCounts(db), failures: try Self.failures(db), unread: unread,
        recognised: recognised, severalFiles: try meetingsInSeveralFiles(db),
        readings: try Self.readings(db))
    }
  }

  private static func number(_ expression: String, of table: String, _ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT \(expression) FROM \(table)") ?? 0
  }

  private static func count(_ column: String, _ db: Database, order: String = "count(*) DESC, 1") throws -> [ArchiveStatus.Count] {
    let sql = "SELECT CAST(\(column) AS TEXT), count(*) FROM document GROUP BY \(column) ORDER BY \(column) IS NULL, \(order)"
    return try Row.fetchAll(db, sql: sql).map { ArchiveStatus.Count(value: $0[0], count: $0[1]) }
  }

  private static func factCounts(_ db: Database) throws -> [FactKind: Int] {
    try Row.fetchAll(db, sql: "SELECT kind, sum(count) FROM fact_count GROUP BY kind").reduce(into: [:]) { counts, row in
      if let kind = FactKind(rawValue: row[0]) { counts[kind] = row[1] }
    }
  }

  private static func failures(_ db: Database) throws -> [ArchiveStatus.Failure] {
    try Row.fetchAll(db, sql: "SELECT path, reason, failed_at FROM failure ORDER BY path")
      .map { ArchiveStatus.Failure(path: $0[0], reason: $0[1], time: $0[2]) }
  }

  private static func readings(_ db: Database) throws -> [ArchiveStatus.Reading] {
    let rows = try Row.fetchAll(db, sql: "SELECT program, rules, source FROM document ORDER BY source")
    let groups = Dictionary(grouping: rows) { ReadingVersion(program: $0[0], rules: $0[1]) }
    return groups.map { ArchiveStatus.Reading(version: $0.key, sources: $0.value.map { $0[2] }) }
      .sorted { ($1.sources.count, $0.version.rules, $0.version.program) < ($0.sources.count, $1.version.rules, $1.version.program) }
  }
}
