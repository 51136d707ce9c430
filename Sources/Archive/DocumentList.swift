internal import GRDB

/// Which documents of the archive are meant; nil for what does not matter.
public struct DocumentFilter: Sendable {
  /// As the documents write them.
  public var municipality: String?
  public var body: String?
  public var type: String?
  /// The first year, and the last.
  public var from: Int?
  public var to: Int?

  public init(municipality: String? = nil, body: String? = nil, type: String? = nil, from: Int? = nil, to: Int? = nil) {
    self.municipality = municipality
    self.body = body
    self.type = type
    self.from = from
    self.to = to
  }

  fileprivate var condition: SQL {
    var parts: [SQL] = ["TRUE"]
    if let municipality { parts.append("municipality = \(municipality)") }
    if let body { parts.append("body = \(body)") }
    if let type { parts.append("type = \(type)") }
    if let from { parts.append("year >= \(from)") }
    if let to { parts.append("year <= \(to)") }
    return parts.joined(separator: " AND ")
  }
}

extension Archive {
  /// Some of the documents of which a filter is true, latest first, and how many there are in all.
  public func documents(matching filter: DocumentFilter, limit: Int, offset: Int) throws -> (total: Int, documents: [CountedDocument]) {
    try read { db in
      let condition = filter.condition
      let count = SQLRequest<Int>(literal: "SELECT count(*) FROM document WHERE \(condition)")
      let part = SQLRequest<String>(
        literal: """
          SELECT id FROM document WHERE \(condition) ORDER BY coalesce(date, year || '-13') DESC, source, number LIMIT \(limit) OFFSET \(offset)
          """)
      let documents = try part.fetchAll(db).flatMap { id in
        try Self.entries(where: "id = ?", [id], db).map { CountedDocument(entry: $0, counts: try Self.counts(of: id, db)) }
      }
      return (try count.fetchOne(db) ?? 0, documents)
    }
  }

  private static func counts(of id: String, _ db: Database) throws -> [FactKind: Int] {
    let sql = "SELECT kind, count FROM fact_count JOIN document ON number = document WHERE id = ?"
    return try Row.fetchAll(db, sql: sql, arguments: [id]).reduce(into: [:]) { counts, row in
      if let kind = FactKind(rawValue: row[0]) { counts[kind] = row[1] }
    }
  }
}

extension DocumentLabel {
  /// What a document that is at hand is called.
  public init(_ entry: DocumentEntry) {
    let document = entry.document
    self.init(
      id: document.id, source: document.source, type: document.type, municipality: document.municipality, body: document.body,
      date: document.date, year: document.year, version: entry.version)
  }
}
