internal import Facts
internal import GRDB

/// A document with its files as they were when it was read.
public struct DocumentEntry: Sendable, Equatable {
  public var document: StoredDocument
  /// The meeting's or report's title, where the document has one.
  public var title: String?
  /// rättad, omedelbart justerad, utdrag, utan personuppgifter; nil for the minutes as they are.
  public var version: String?
  /// Pages whose text was recognised from their image, counted from 1.
  public var recognisedPages: [Int]
  /// By path.
  public var files: [FileStamp]
  /// When and by what it was read: another text where it is read again.
  public var reading: String
  /// The number of the last correction of its facts; 0 where there is none.
  public var lastCorrection: Int64
}

/// The running text of a § or of a report's section.
public struct StoredText: Sendable, Equatable {
  public var heading: StoredHeading
  /// As `TextSection.text`.
  public var text: String
}

extension Archive {
  /// The document whose id begins so; nil where there is none, or more than one.
  /// - Parameter id: hexadecimal digits, at least eight.
  public func entry(ofDocument id: String) throws -> DocumentEntry? {
    guard id.utf8.count >= 8, id.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else { return nil }
    return try read { db in
      let entries = try Self.entries(where: "id >= ? AND id < ?", [id, id + "g"], db)
      return entries.count == 1 ? entries[0] : nil
    }
  }

  /// The documents that are no minutes and hold a fact of one of these kinds, latest first.
  public func reports(holding kinds: Set<FactKind>) throws -> [DocumentEntry] {
    let names = kinds.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
    let condition = """
      type <> 'protokoll' AND EXISTS (SELECT 1 FROM fact_count WHERE document = number AND count > 0 AND kind IN (\(names)))
      """
    return try read { db in try Self.entries(where: condition, [], db) }
  }

  /// The texts of a document in its order, as `headings(ofDocument:)` has them.
  /// - Parameter places: which of them, counted from 0.
  public func texts(ofDocument id: String, places: Range<Int>) throws -> [StoredText] {
    try read { db in
      guard let number = try Int64.fetchOne(db, sql: "SELECT number FROM document WHERE id = ?", arguments: [id]) else { return [] }
      let first = SectionID(document: number, place: places.lowerBound).rawValue
      let sql = "SELECT kind, number, heading, level, spans, heading_spans, text FROM section WHERE id >= ? AND id < ? ORDER BY id"
      let arguments: StatementArguments = [first, first + Int64(places.count)]
      return try Row.fetchAll(db, sql: sql, arguments: arguments).map {
        StoredText(heading: try StoredHeading($0), text: try Packing.unpackText($0[6]))
      }
    }
  }

  static func entries(where condition: String, _ arguments: StatementArguments, _ db: Database) throws -> [DocumentEntry] {
    let sql = "SELECT * FROM document WHERE \(condition) ORDER BY date DESC, year DESC, source"
    return try Row.fetchAll(db, sql: sql, arguments: arguments).map { try entry($0, db) }
  }

  private static func entry(_ row: Row, _ db: Database) throws -> DocumentEntry {
    let number: Int64 = row["number"]
    let files = try Row.fetchAll(db, sql: "SELECT path, size, modified FROM file WHERE document = ? ORDER BY path", arguments: [number])
      .map { FileStamp(path: $0[0], size: $0[1], modified: $0[2]) }
    let recognised = PageNumbers.decode(row["recognised_pages"])
    let document = StoredDocument(
      id: row["id"], source: row["source"], type: row["type"], municipality: row["municipality"], body: row["body"], date: row["date"],
      year: row["year"], pages: row["pages"], unreadPages: row["unread_pages"], recognisedPages: recognised.count,
      paths: files.map(\.path))
    let version: String = row["version"]
    let sql = "SELECT coalesce(max(number), 0) FROM correction WHERE document = ?"
    let lastCorrection = try Int64.fetchOne(db, sql: sql, arguments: [document.id]) ?? 0
    return DocumentEntry(
      document: document, title: row["title"], version: version.isEmpty ? nil : version, recognisedPages: recognised, files: files,
      reading: "\(row["read_at"] as String) \(row["program"] as String) \(row["rules"] as String)", lastCorrection: lastCorrection)
  }
}
