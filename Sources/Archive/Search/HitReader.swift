internal import Facts
internal import Foundation
internal import GRDB
internal import Language
internal import Querying
internal import SearchIndex

/// Reads the sections that are shown, and where in them what was asked for stands. One row a hit, found by its key: the time grows with their
/// number only.
struct HitReader {
  private let db: Database
  private let highlighter: Highlighter
  private let analyzer: Analyzer
  private let explains: Bool
  /// Nil where no kind of fact is asked for.
  private let asked: AskedFacts?

  init(_ db: Database, _ query: ParsedQuery, _ analyzer: Analyzer, explains: Bool) {
    self.db = db
    self.analyzer = analyzer
    self.explains = explains
    highlighter = Highlighter(query.root)
    asked = AskedFacts(query.root)
  }

  /// - Parameters:
  ///   - sections: numbers in the whole index.
  ///   - scores: one for each.
  func hits(_ sections: ArraySlice<UInt32>, _ scores: ArraySlice<Float>, _ snapshot: Snapshot) throws -> [Hit] {
    var labels: [Int64: DocumentLabel] = [:]
    var facts: [Int64: AskedFactsOfDocument] = [:]
    return try zip(sections, scores).compactMap { section, score in
      guard let id = snapshot.sectionID(Int(section)) else { return nil }
      let label = try labels[id.document] ?? DocumentLabel.read(id.document, db)
      labels[id.document] = label
      facts[id.document] = try facts[id.document] ?? self.facts(of: id.document)
      let isJoined = snapshot.joined.contains(Int(section))
      return try label.flatMap {
        try hit(id, score: Double(score), $0, facts[id.document], otherFiles: isJoined ? OtherFile.read(of: id, db) : [])
      }
    }
  }

  private func facts(of document: Int64) throws -> AskedFactsOfDocument? {
    guard let asked else { return nil }
    let statement = try db.cachedStatement(sql: "SELECT packed FROM facts WHERE document = ?")
    return try AskedFactsOfDocument(Data.fetchOne(statement, arguments: [document]), asked)
  }

  private func hit(
    _ id: SectionID, score: Double, _ label: DocumentLabel, _ facts: AskedFactsOfDocument?, otherFiles: [OtherFile]
  ) throws -> Hit? {
    let sql = "SELECT kind, number, heading, diarienummer, decision, text, spans, heading_spans FROM section WHERE id = ?"
    guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id.rawValue]) else { return nil }
    let text = try Packing.unpackText(row[5])
    let columns = [row[2], row[3], row[4], text].map { Column($0, highlighter, analyzer) }
    let (snippet, place) = try shown(row, columns, facts)
    return Hit(
      document: label, paragraph: row[1], heading: row[2], diarienummer: Self.given(row[3]), kind: asked?.kind.swedish ?? row[0],
      snippet: snippet,
      page: place.page, boxes: place.boxes,
      recognised: try isRecognised(place.page, id.document), score: (score * 1000).rounded() / 1000, section: id.place,
      otherFiles: otherFiles, why: explains ? HitReasons.sentences(heading: columns[0], decision: columns[2], text: columns[3]) : [])
  }

  /// A text of the section with what was found in it.
  struct Column {
    var text: [UInt8]
    var found: [Highlighter.Found]

    init(_ text: String, _ highlighter: Highlighter, _ analyzer: Analyzer) {
      self.text = Array(text.utf8)
      found = highlighter.find(in: self.text, analyzer)
    }

    var marked: Marked { Marked(text: text, hits: found.map(\.range)) }
  }

  // A fact that is asked for is shown where it stands.
  private func shown(_ row: Row, _ columns: [Column], _ facts: AskedFactsOfDocument?) throws -> (snippet: String, place: HitPlace) {
    let spans = try SpanCoding.unpack(row[6])
    return facts.flatMap { FactShown($0, columns[3], spans) }.map { ($0.snippet, $0.place) } ?? shown(row, columns, spans)
  }

  // The running text shows most, and knows its lines; words that stand in the heading alone are shown there.
  private func shown(_ row: Row, _ columns: [Column], _ spans: [TextSection.Span]) -> (snippet: String, place: HitPlace) {
    let headingSpans = SpanCoding.decode(row[7])
    let text = columns[3].marked
    if let snippet = Snippet(text) {
      return (snippet.text, HitPlace(of: text.hits.filter { snippet.range.contains($0.lowerBound) }, spans: spans))
    }
    let place = headingSpans.isEmpty ? HitPlace(page: spans.first?.page ?? 1, boxes: []) : HitPlace(heading: headingSpans)
    let snippet = [columns[2], columns[0], columns[1]].lazy.compactMap { Snippet($0.marked) }.first
    return (snippet?.text ?? Snippet.beginning(of: columns[2].text.isEmpty ? columns[3].text : columns[2].text), place)
  }

  private func isRecognised(_ page: Int, _ document: Int64) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT recognised_pages FROM document WHERE number = ? AND recognised_pages <> ''")
    return try String.fetchOne(statement, arguments: [document]).map { PageNumbers.decode($0).contains(page) } ?? false
  }

  private static func given(_ text: String) -> String? { text.isEmpty ? nil : text }
}

extension DocumentLabel {
  /// Nil where the archive does not hold it.
  static func read(_ number: Int64, _ db: Database) throws -> DocumentLabel? {
    let sql = "SELECT id, source, type, municipality, body, date, year, version FROM document WHERE number = ?"
    return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [number]).map { row in
      DocumentLabel(
        id: row[0], source: row[1], type: row[2], municipality: row[3], body: row[4], date: row[5], year: row[6],
        version: (row[7] as String).isEmpty ? nil : row[7])
    }
  }
}

extension OtherFile {
  /// The files in which the same § of the same meeting stands too, that which is shown first in front.
  static func read(of section: SectionID, _ db: Database) throws -> [OtherFile] {
    let sql = """
      SELECT DISTINCT document.source, document.version FROM document JOIN (
        SELECT section AS other FROM superseded WHERE shown = ?1
        UNION SELECT shown FROM superseded WHERE section = ?1
        UNION SELECT section FROM superseded WHERE shown IN (SELECT shown FROM superseded WHERE section = ?1)
      ) ON document.number = other >> 20 WHERE other <> ?1 ORDER BY document.source
      """
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [section.rawValue]).map { row in
      let version: String = row[1]
      return OtherFile(source: row[0], version: version.isEmpty ? nil : version)
    }
  }
}
