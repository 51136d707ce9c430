public import Facts
public import Foundation
internal import GRDB

extension Archive {
  /// Keeps one document, in one transaction: its facts, its text and the file that it was read from.
  ///
  /// What stood there before of the same document (read anew) is replaced, and so is what the same path held before its bytes changed.
  /// The same bytes at several paths are one document with several files; it is called by the name of the first.
  public func store(
    _ facts: FactsDocument, sections: [TextSection], from file: FileStamp, read version: ReadingVersion, at time: Date
  ) throws {
    // Before the archive is taken for writing, so that those who search wait as shortly as can be.
    let packed = try Packing.pack(try FactsJSON.encode(facts))
    let builder = try analyzers.lend { DocumentIndex.builder(facts, sections, $0) }
    try transaction { db in
      let known = try Self.number(of: facts.document.id, db)
      let number = try known ?? Self.nextNumber(db)
      if known != nil {
        try Joining.update(number, leaving: true, db)
        try Self.clear(number, db)
      }
      try Self.upsertDocument(facts, number: number, sections.count, version, time, db)
      try db.execute(sql: "INSERT INTO facts (document, packed) VALUES (?, ?)", arguments: [number, packed])
      try Self.insertCounts(facts, number: number, db)
      try Self.insertSections(sections, of: facts, number: number, db)
      try IndexWriting.add(builder, document: number, db)
      try CompletionTable.change(facts, by: 1, db)
      try Joining.update(number, db)
      try Self.link(file, to: number, db)
    }
  }

  /// Notes that a file holds a document that is already here. Throws where it is not.
  public func link(_ file: FileStamp, toDocument id: String) throws {
    try transaction { db in
      guard let number = try Self.number(of: id, db) else {
        throw ArchiveFailure("\(file.path): dokumentet finns inte längre i arkivet; kör samma kommando igen")
      }
      try Self.link(file, to: number, db)
    }
  }

  /// Notes that a file could not be read, and why. What the path held before stays.
  public func recordFailure(path: String, reason: String, at time: Date) throws {
    try transaction { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO failure (path, reason, failed_at) VALUES (?, ?, ?)",
        arguments: [path, reason, time.formatted(.iso8601)])
    }
  }

  /// Takes out files, and the documents that no other file holds.
  public func remove(paths: [String]) throws {
    try transaction { db in
      for path in paths {
        let number = try Int64.fetchOne(db, sql: "SELECT document FROM file WHERE path = ?", arguments: [path])
        try db.execute(sql: "DELETE FROM file WHERE path = ?", arguments: [path])
        try db.execute(sql: "DELETE FROM failure WHERE path = ?", arguments: [path])
        if let number { try Self.removeIfOrphan(number, db) }
      }
    }
  }
}

extension Archive {
  private static func number(of id: String, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT number FROM document WHERE id = ?", arguments: [id])
  }

  private static func nextNumber(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT coalesce(max(number), 0) + 1 FROM document") ?? 1
  }

  /// Takes out what a document holds, but not the document, which its files point to.
  private static func clear(_ number: Int64, _ db: Database) throws {
    try IndexWriting.forget(document: number, db)
    if let known = try Self.facts(of: number, db) { try CompletionTable.change(known, by: -1, db) }
    let sections = SectionID.all(of: number)
    try db.execute(
      sql: "DELETE FROM section WHERE id BETWEEN ? AND ?", arguments: [sections.lowerBound, sections.upperBound])
    try db.execute(sql: "DELETE FROM facts WHERE document = ?", arguments: [number])
    try db.execute(sql: "DELETE FROM fact_count WHERE document = ?", arguments: [number])
  }

  private static func link(_ file: FileStamp, to number: Int64, _ db: Database) throws {
    let before = try Int64.fetchOne(db, sql: "SELECT document FROM file WHERE path = ?", arguments: [file.path])
    try db.execute(
      sql: "INSERT OR REPLACE INTO file (path, size, modified, document) VALUES (?, ?, ?, ?)",
      arguments: [file.path, file.size, file.modified, number])
    try db.execute(sql: "DELETE FROM failure WHERE path = ?", arguments: [file.path])
    if let before, before != number { try removeIfOrphan(before, db) }
  }

  private static func removeIfOrphan(_ number: Int64, _ db: Database) throws {
    let paths = try String.fetchAll(db, sql: "SELECT path FROM file WHERE document = ? ORDER BY path", arguments: [number])
    if let path = paths.first { return try rename(number, after: path, unlessAmong: paths, db) }
    try Joining.update(number, leaving: true, db)
    try clear(number, db)
    try db.execute(sql: "DELETE FROM document WHERE number = ?", arguments: [number])
  }

  // A document is called by the name of a file that is there.
  private static func rename(_ number: Int64, after path: String, unlessAmong paths: [String], _ db: Database) throws {
    let names = paths.map { URL(fileURLWithPath: $0).lastPathComponent }
    let source = try String.fetchOne(db, sql: "SELECT source FROM document WHERE number = ?", arguments: [number])
    if let source, names.contains(source) { return }
    try db.execute(sql: "UPDATE document SET source = ? WHERE number = ?", arguments: [names[0], number])
  }
}

extension Archive {
  private static func upsertDocument(
    _ facts: FactsDocument, number: Int64, _ sectionCount: Int, _ version: ReadingVersion, _ time: Date, _ db: Database
  ) throws {
    let document = facts.document
    // Not REPLACE, which would delete the row that the files refer to.
    try db.execute(
      sql: """
        INSERT INTO document (number, id, source, type, municipality, body, date, year, title, pages, unread_pages, sections, program, rules, read_at,
          recognised_pages, recognition, version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (number) DO UPDATE SET type = excluded.type, municipality = excluded.municipality, body = excluded.body,
          date = excluded.date, year = excluded.year, title = excluded.title, pages = excluded.pages, unread_pages = excluded.unread_pages,
          sections = excluded.sections, program = excluded.program, rules = excluded.rules, read_at = excluded.read_at,
          recognised_pages = excluded.recognised_pages, recognition = excluded.recognition,
          version = excluded.version
        """,
      arguments: [
        number, document.id, document.source, document.type, document.municipality, document.body, document.date, document.year,
        document.title, document.pages, document.unreadPages.count, sectionCount, version.program, version.rules,
        time.formatted(.iso8601), PageNumbers.encode(document.recognisedPages), document.recognition?.by ?? "", document.version ?? "",
      ])
  }

  private static func insertCounts(_ facts: FactsDocument, number: Int64, _ db: Database) throws {
    for (kind, count) in FactKind.counts(of: facts) where count > 0 {
      try db.execute(
        sql: "INSERT INTO fact_count (document, kind, count) VALUES (?, ?, ?)", arguments: [number, kind.rawValue, count])
    }
  }

  private static func insertSections(
    _ sections: [TextSection], of facts: FactsDocument, number: Int64, _ db: Database
  ) throws {
    if sections.count > SectionID.lastPlace {
      throw ArchiveFailure("\(facts.document.source): dokumentet har för många avsnitt för arkivet")
    }
    let statement = try db.makeStatement(
      sql: """
        INSERT INTO section (id, kind, number, level, heading, diarienummer, decision, text, spans, heading_spans)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    var headings = HeadingFacts(facts.paragraphs)
    for (place, section) in sections.enumerated() {
      let heading = headings.next(for: section)
      try statement.execute(arguments: [
        SectionID(document: number, place: place).rawValue, section.kind.rawValue, section.number, section.level, section.heading,
        heading?.diarienummer ?? "", section.decision, try Packing.pack(section.text), try SpanCoding.pack(section.spans),
        SpanCoding.encode(heading?.spans ?? []),
      ])
    }
  }
}

extension Archive {
  /// What is kept of a document; nil where it is not there or cannot be read.
  static func facts(of number: Int64, _ db: Database) throws -> FactsDocument? {
    let packed = try Data.fetchOne(db, sql: "SELECT packed FROM facts WHERE document = ?", arguments: [number])
    return packed.flatMap(Packing.unpack).flatMap { try? FactsJSON.decode($0) }
  }
}
