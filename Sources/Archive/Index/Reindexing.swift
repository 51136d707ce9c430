internal import Facts
internal import Foundation
internal import GRDB
internal import Language
internal import SearchIndex

/// Makes the index anew from the text and facts that the archive holds, and packs what is packed since version 4.
enum Reindexing {
  static func run(_ db: Database) throws {
    let analyzer = try Analyzer()
    let numbers = try Int64.fetchAll(db, sql: "SELECT number FROM document ORDER BY number")
    for number in numbers {
      let json: String? = try String.fetchOne(db, sql: "SELECT json FROM facts_as_text WHERE document = ?", arguments: [number])
      let data = Data((json ?? "").utf8)
      try pack(sectionsOf: number, db)
      // Facts that cannot be read are kept as they are; the text is found without them.
      let facts = (try? FactsJSON.decode(data)) ?? FactsDocument(document: DocumentFacts(id: "", source: "", type: "", pages: 0))
      try IndexWriting.add(DocumentIndex.builder(facts, try sections(of: number, db), analyzer), document: number, db)
      try CompletionTable.change(facts, by: 1, db)
      try db.execute(sql: "INSERT INTO facts (document, packed) VALUES (?, ?)", arguments: [number, try Packing.pack(data)])
    }
    try db.execute(sql: "DROP TABLE facts_as_text; DROP TABLE section_as_text")
  }

  private static func pack(sectionsOf number: Int64, _ db: Database) throws {
    let range = SectionID.all(of: number)
    let sql = """
      INSERT INTO section (id, kind, number, level, heading, diarienummer, decision, text, spans, heading_spans)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM section_as_text WHERE id BETWEEN ? AND ?", arguments: [range.lowerBound, range.upperBound])
    for row in rows {
      let text: String = row["text"]
      try db.execute(
        sql: sql,
        arguments: [
          row["id"], row["kind"], row["number"], row["level"], row["heading"], row["diarienummer"], row["decision"], try Packing.pack(text),
          try Packing.pack(row["spans"] as Data), row["heading_spans"],
        ])
    }
  }

  /// The sections of a document as they were stored.
  static func sections(of number: Int64, _ db: Database) throws -> [TextSection] {
    let range = SectionID.all(of: number)
    let sql = "SELECT kind, number, heading, level, decision, text, spans FROM section WHERE id BETWEEN ? AND ? ORDER BY id"
    return try Row.fetchAll(db, sql: sql, arguments: [range.lowerBound, range.upperBound]).map { row in
      TextSection(
        kind: TextSection.Kind(rawValue: row[0]) ?? .section, number: row[1], heading: row[2], level: row[3], decision: row[4],
        text: try Packing.unpackText(row[5]),
        spans: try SpanCoding.unpack(row[6]))
    }
  }
}
