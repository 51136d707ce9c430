internal import Facts
internal import Foundation
internal import GRDB

extension Archive {
  /// BM25's weights: a word in the heading or the case number says what the § is about, one in the decision what came of it. Text is counted
  /// as it stands (the decision is part of it too). The figures only have to be clearly apart: BM25 levels off with the number of occurrences.
  private static let weights = "8.0, 8.0, 3.0, 1.0"

  /// Sections in which every word and phrase of the query stands, best first; documents read later come after earlier ones of the same score.
  ///
  /// - Parameter limit: the most hits to give; `total` and `facets` count all.
  public func search(_ query: Query, limit: Int) throws -> SearchAnswer {
    try read { db in
      let ranking = try Self.rank(query, limit: limit, db)
      let labels = try Self.labels(of: ranking.countByDocument.keys, db)
      let recognised = try Self.recognisedPages(of: ranking.best, db)
      let hits = try ranking.best.compactMap { try Self.hit($0, for: query, labels: labels, recognised: recognised, db) }
      return SearchAnswer(
        query: query.understood, total: ranking.total, suggestion: nil, facets: Self.facets(ranking.countByDocument, labels),
        hits: hits)
    }
  }

  // One pass over the index gives the score and the counts.
  private static func rank(_ query: Query, limit: Int, _ db: Database) throws -> Ranking {
    var ranking = Ranking(limit: limit, superseded: try superseded(db))
    let sql = "SELECT rowid, bm25(section_search, \(weights)) FROM section_search WHERE section_search MATCH ?"
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [query.pattern])
    while let row = try rows.next() {
      // FTS5 gives better rows lower (more negative) figures.
      ranking.add(Ranking.Entry(section: SectionID(rawValue: row[0]), score: -(row[1] as Double)))
    }
    ranking.finish()
    return ranking
  }

  /// Section -> the section of another file of the same meeting that is shown instead.
  private static func superseded(_ db: Database) throws -> [Int64: Int64] {
    let rows = try Row.fetchCursor(db, sql: "SELECT section, shown FROM superseded")
    var table: [Int64: Int64] = [:]
    while let row = try rows.next() { table[row[0]] = row[1] }
    return table
  }

  /// The files in which the same § of the same meeting stands too, that which is shown first in front.
  private static func otherFiles(of section: SectionID, _ db: Database) throws -> [OtherFile] {
    let sql = """
      SELECT DISTINCT document.source, document.version FROM document JOIN (
        SELECT section AS other FROM superseded WHERE shown = ?1
        UNION SELECT shown FROM superseded WHERE section = ?1
        UNION SELECT section FROM superseded WHERE shown IN (SELECT shown FROM superseded WHERE section = ?1)
      ) ON document.number = other >> 20 WHERE other <> ?1 ORDER BY document.source
      """
    return try Row.fetchAll(db, sql: sql, arguments: [section.rawValue]).map { row in
      let version: String = row[1]
      return OtherFile(source: row[0], version: version.isEmpty ? nil : version)
    }
  }

  private static func labels(of documents: some Collection<Int64>, _ db: Database) throws -> [Int64: DocumentLabel] {
    var labels: [Int64: DocumentLabel] = [:]
    let statement = try db.cachedStatement(
      sql: "SELECT id, source, type, municipality, body, date, year, version FROM document WHERE number = ?")
    for number in documents {
      guard let row = try Row.fetchOne(statement, arguments: [number]) else { continue }
      labels[number] = DocumentLabel(
        id: row[0], source: row[1], type: row[2], municipality: row[3], body: row[4], date: row[5], year: row[6],
        version: (row[7] as String).isEmpty ? nil : row[7])
    }
    return labels
  }

  /// The pages whose text was recognised, of the documents that have any.
  private static func recognisedPages(of hits: [Ranking.Entry], _ db: Database) throws -> [Int64: Set<Int>] {
    let statement = try db.cachedStatement(sql: "SELECT recognised_pages FROM document WHERE number = ? AND recognised_pages <> ''")
    return try Set(hits.map(\.section.document)).reduce(into: [:]) { pages, number in
      pages[number] = try String.fetchOne(statement, arguments: [number]).map { Set(PageNumbers.decode($0)) }
    }
  }

  private static func facets(_ counts: [Int64: Int], _ labels: [Int64: DocumentLabel]) -> [String: [String: Int]] {
    var facets: [String: [String: Int]] = ["municipality": [:], "body": [:], "year": [:], "type": [:]]
    for (number, count) in counts {
      guard let label = labels[number] else { continue }
      let values = ["municipality": label.municipality, "body": label.body, "year": label.year.map(String.init), "type": label.type]
      for case (let field, let value?) in values { facets[field]?[value, default: 0] += count }
    }
    return facets
  }
}

extension Archive {
  // `highlight` cuts the words with the same tokenizer as the index, so that what is marked is what was found, phrases included.
  private static let hitSQL = """
    SELECT section.kind, section.number, section.heading, section.diarienummer, section.decision, section.text,
      \(marked(0)), \(marked(1)), \(marked(2)), \(marked(3)), section.spans, section.heading_spans
    FROM section_search JOIN section ON section.id = section_search.rowid
    WHERE section_search MATCH ? AND section_search.rowid = ?
    """

  private static func marked(_ column: Int) -> String {
    "highlight(section_search, \(column), '\(Marked.open)', '\(Marked.close)')"
  }

  // One row, found by its key: the time for the hits grows with their number only.
  private static func hit(
    _ entry: Ranking.Entry, for query: Query, labels: [Int64: DocumentLabel], recognised: [Int64: Set<Int>], _ db: Database
  ) throws -> Hit? {
    let statement = try db.cachedStatement(sql: hitSQL)
    guard let label = labels[entry.section.document],
      let row = try Row.fetchOne(statement, arguments: [query.pattern, entry.section.rawValue])
    else { return nil }
    let (snippet, place) = shown(row)
    return Hit(
      document: label, paragraph: row[1], heading: row[2], kind: row[0], snippet: snippet, page: place.page, boxes: place.boxes,
      recognised: recognised[entry.section.document]?.contains(place.page) ?? false, score: entry.score,
      otherFiles: try otherFiles(of: entry.section, db))
  }

  // The running text shows most, and knows its lines; words that stand in the heading alone are shown there.
  private static func shown(_ row: Row) -> (snippet: String, place: HitPlace) {
    let columns = (0..<4).map { Marked(text: row[2 + $0], highlighted: row[6 + $0]) }
    let spans = SpanCoding.decode(row[10])
    let headingSpans = SpanCoding.decode(row[11])
    if let snippet = Snippet(columns[3]) {
      let hits = columns[3].hits.filter { snippet.range.contains($0.lowerBound) }
      return (snippet.text, HitPlace(of: hits, spans: spans))
    }
    let place = headingSpans.isEmpty ? HitPlace(page: spans.first?.page ?? 1, boxes: []) : HitPlace(heading: headingSpans)
    let snippet = [columns[2], columns[0], columns[1]].lazy.compactMap(Snippet.init).first
    return (snippet?.text ?? row[2], place)
  }
}
