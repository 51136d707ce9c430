public import Facts
internal import Foundation
internal import GRDB

/// A document of the archive, as lists name it.
public struct StoredDocument: Sendable, Equatable {
  /// SHA-256 of the bytes, hexadecimal.
  public var id: String
  /// The file's name.
  public var source: String
  public var type: String
  public var municipality: String?
  public var body: String?
  public var date: String?
  public var year: Int?
  public var pages: Int
  /// The number of pages that were not read: they need text recognition, or are damaged.
  public var unreadPages: Int
  /// The number of pages whose text was recognised from their image.
  public var recognisedPages: Int
  /// Where its bytes lie, sorted.
  public var paths: [String]
}

/// A file that the archive knows, and the document in it.
public struct StoredFile: Sendable, Equatable {
  public var stamp: FileStamp
  /// The document's id.
  public var document: String
  /// By what the document was read.
  public var version: ReadingVersion
  /// How far text recognition has come with it.
  public var recognition: StoredRecognition
}

/// How far text recognition has come with a document.
public struct StoredRecognition: Sendable, Equatable {
  public var pages: Int
  /// The number of pages that were not read.
  public var unreadPages: Int
  /// The number of pages whose text was recognised from their image.
  public var recognisedPages: Int
  /// The program and model that did, or tried; empty where none did.
  public var by: String

  init(_ row: Row) {
    pages = row["pages"]
    unreadPages = row["unread_pages"]
    recognisedPages = PageNumbers.decode(row["recognised_pages"]).count
    by = row["recognition"]
  }

  static let columns = "pages, unread_pages, recognised_pages, recognition"
}

extension Archive {
  /// All files that the archive holds, by path.
  public func files() throws -> [String: StoredFile] {
    try read { db in
      let sql = """
        SELECT path, size, modified, id, program, rules, \(StoredRecognition.columns) FROM file JOIN document ON number = document
        """
      let rows = try Row.fetchAll(db, sql: sql)
      return rows.reduce(into: [:]) { files, row in
        files[row[0]] = StoredFile(
          stamp: FileStamp(path: row[0], size: row[1], modified: row[2]), document: row[3],
          version: ReadingVersion(program: row[4], rules: row[5]), recognition: StoredRecognition(row))
      }
    }
  }

  /// The files that could not be read.
  public func failedPaths() throws -> [String] {
    try read { db in try String.fetchAll(db, sql: "SELECT path FROM failure ORDER BY path") }
  }

  /// By what a document was read, and how far text recognition has come with it; nil where the archive does not hold it.
  public func reading(ofDocument id: String) throws -> (version: ReadingVersion, recognition: StoredRecognition)? {
    try read { db in
      let sql = "SELECT program, rules, \(StoredRecognition.columns) FROM document WHERE id = ?"
      let row = try Row.fetchOne(db, sql: sql, arguments: [id])
      return row.map { (ReadingVersion(program: $0[0], rules: $0[1]), StoredRecognition($0)) }
    }
  }

  /// The documents that `name` may mean: those whose file is called so; else those whose path holds it; else those whose id begins with it.
  /// Upper and lower case are the same. Sorted by file name.
  public func documents(named name: String) throws -> [StoredDocument] {
    let all = try documents()
    let wanted = Self.folded(name)
    let exact = all.filter { document in
      ([document.source] + document.paths.map(Self.lastComponent) + document.paths).contains { Self.folded($0) == wanted }
    }
    if !exact.isEmpty { return exact }
    let partial = all.filter { document in ([document.source] + document.paths).contains { Self.folded($0).contains(wanted) } }
    if !partial.isEmpty { return partial }
    return all.filter { $0.id.hasPrefix(wanted) }
  }

  /// All documents, sorted by file name.
  public func documents() throws -> [StoredDocument] {
    try read { db in
      let files = try Row.fetchAll(db, sql: "SELECT document, path FROM file ORDER BY path")
      let paths = Dictionary(grouping: files) { $0[0] as Int64 }.mapValues { $0.map { $0[1] as String } }
      let sql =
        "SELECT number, id, source, type, municipality, body, date, year, pages, unread_pages, recognised_pages FROM document ORDER BY source, number"
      return try Row.fetchAll(db, sql: sql).map { row in
        StoredDocument(
          id: row[1], source: row[2], type: row[3], municipality: row[4], body: row[5], date: row[6], year: row[7], pages: row[8],
          unreadPages: row[9], recognisedPages: PageNumbers.decode(row[10]).count, paths: paths[row[0]] ?? [])
      }
    }
  }

  /// What was found in a document. Throws an `ArchiveFailure` where the archive does not hold it.
  public func facts(ofDocument id: String) throws -> FactsDocument {
    let row = try read { db in
      try Row.fetchOne(
        db, sql: "SELECT packed, source FROM facts JOIN document ON number = document WHERE id = ?", arguments: [id])
    }
    guard let row else { throw ArchiveFailure("dokumentet \(id.prefix(8)) finns inte i arkivet \(path)") }
    do {
      var facts = try FactsJSON.decode(Packing.unpack(row[0]) ?? Data())
      facts.document.source = row[1]
      return facts
    } catch is DecodingError {
      throw ArchiveFailure("uppgifterna om \(row[1] as String) i arkivet \(path) går inte att läsa; läs in dokumentet igen med --reread")
    }
  }

  /// The headings of a document in its order, without their text.
  public func headings(ofDocument id: String) throws -> [StoredHeading] {
    try read { db in
      guard let number = try Int64.fetchOne(db, sql: "SELECT number FROM document WHERE id = ?", arguments: [id]) else { return [] }
      let sections = SectionID.all(of: number)
      let sql = "SELECT kind, number, heading, level, spans, heading_spans FROM section WHERE id BETWEEN ? AND ? ORDER BY id"
      return try Row.fetchAll(db, sql: sql, arguments: [sections.lowerBound, sections.upperBound]).map(StoredHeading.init)
    }
  }

  private static func lastComponent(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }

  // A name typed on one system and stored by another may differ in composition.
  private static func folded(_ name: String) -> String { name.precomposedStringWithCanonicalMapping.lowercased() }
}

/// A § or a report's heading, with the page on which it begins.
public struct StoredHeading: Sendable, Equatable {
  public var kind: TextSection.Kind
  public var number: Int?
  public var heading: String
  /// Depth in the tree of headings, 1 at the top.
  public var level: Int
  public var page: Int

  init(_ row: Row) throws {
    kind = TextSection.Kind(rawValue: row[0]) ?? .section
    number = row[1]
    heading = row[2]
    level = row[3]
    page = try (SpanCoding.decode(row[5]).first ?? SpanCoding.unpack(row[4]).first)?.page ?? 1
  }
}
