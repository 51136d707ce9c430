internal import GRDB

/// An organ with what the archive holds of it.
public struct BodySummary: Sendable, Equatable {
  /// As the documents have it; nil for those that name none.
  public var body: String?
  public var municipality: String?
  public var meetings: Int
  public var reports: Int
  public var years: ClosedRange<Int>?
}

/// What the archive counts of one document.
public struct CountedDocument: Sendable, Equatable {
  public var entry: DocumentEntry
  public var counts: [FactKind: Int]
}

extension Archive {
  /// All bodies, in no order.
  public func bodies() throws -> [BodySummary] {
    try read { db in
      let sql = """
        SELECT body, municipality, sum(type = 'protokoll'), sum(type <> 'protokoll'), min(year), max(year) FROM document
        GROUP BY body, municipality
        """
      return try Row.fetchAll(db, sql: sql).map { row in
        let (first, last): (Int?, Int?) = (row[4], row[5])
        let years = first.flatMap { first in last.map { first...max(first, $0) } }
        return BodySummary(body: row[0], municipality: row[1], meetings: row[2], reports: row[3], years: years)
      }
    }
  }

  /// The documents of one body with the number of facts of each kind, latest first.
  public func countedDocuments(ofBody body: String?, municipality: String?) throws -> [CountedDocument] {
    try read { db in
      let sql = """
        SELECT id, kind, count FROM fact_count JOIN document ON number = document WHERE body IS ? AND municipality IS ?
        """
      let rows = try Row.fetchAll(db, sql: sql, arguments: [body, municipality])
      let counts = Dictionary(grouping: rows) { $0[0] as String }.mapValues { rows in
        rows.reduce(into: [FactKind: Int]()) { counts, row in
          if let kind = FactKind(rawValue: row[1]) { counts[kind] = row[2] }
        }
      }
      return try Self.entries(where: "body IS ? AND municipality IS ?", [body, municipality], db).map { entry in
        CountedDocument(entry: entry, counts: counts[entry.document.id] ?? [:])
      }
    }
  }
}
