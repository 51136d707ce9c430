internal import GRDB
internal import SearchIndex

/// An answer in the order of its documents' days (or years; those without come last), the documents of one day in the order in which they were read.
///
/// Within minutes the § come in their order, and after them what stands outside them (the front page, the list of those present); within a report the
/// parts before the first that has any fact (title page, contents) come last. Only the documents of which something is shown are looked into.
struct DateOrder {
  private let found: Matches
  private let snapshot: Snapshot
  private let db: Database
  /// Documents with hits in the order of the answer: their index in the snapshot, and the places of their hits in what was found.
  private let groups: [(document: Int, places: Range<Int>)]

  init(_ found: Matches, _ snapshot: Snapshot, newestFirst: Bool, _ db: Database) {
    self.found = found
    self.snapshot = snapshot
    self.db = db
    let ranks = snapshot.days(newestFirst: newestFirst)
    groups = Self.groups(found, snapshot).sorted { (ranks[$0.document], $0.document) < (ranks[$1.document], $1.document) }
  }

  private static func groups(_ found: Matches, _ snapshot: Snapshot) -> [(document: Int, places: Range<Int>)] {
    var groups: [(document: Int, places: Range<Int>)] = []
    var place = 0
    for (index, document) in snapshot.documents.enumerated() where place < found.count {
      let start = place
      while place < found.count, Int(found.sections[place]) < document.sections.upperBound { place += 1 }
      if place > start { groups.append((index, start..<place)) }
    }
    return groups
  }

  /// - Parameters:
  ///   - skipping: the number of the first to leave out.
  ///   - limit: the most to give.
  func sections(skipping: Int, limit: Int) throws -> TopSections {
    var kept: [Int] = []
    var before = 0
    for group in groups where kept.count < limit {
      let start = before
      before += group.places.count
      if before <= skipping { continue }
      kept += try ordered(group.places, of: snapshot.documents[group.document])
        .dropFirst(max(0, skipping - start)).prefix(limit - kept.count)
    }
    return TopSections(of: found, places: kept)
  }

  private func ordered(_ places: Range<Int>, of document: Snapshot.Entry) throws -> [Int] {
    if places.count < 2 { return Array(places) }
    let outside = try isOutside(document)
    let sections = places.map { (place: $0, isOutside: outside(Int(found.sections[$0]) - document.sections.lowerBound)) }
    return sections.filter { !$0.isOutside }.map(\.place) + sections.filter(\.isOutside).map(\.place)
  }

  /// Whether a section, by its place in the document, is none of what the document is read for.
  private func isOutside(_ document: Snapshot.Entry) throws -> (Int) -> Bool {
    let range = SectionID.all(of: document.number)
    let statement = try db.cachedStatement(sql: "SELECT id FROM section WHERE id BETWEEN ? AND ? AND kind = 'paragraf'")
    let ids = try Int64.fetchSet(statement, arguments: [range.lowerBound, range.upperBound])
    if !ids.isEmpty { return { place in !ids.contains(SectionID(document: document.number, place: place).rawValue) } }
    let first = snapshot.firstWithFacts(in: document.sections) - document.sections.lowerBound
    return { place in place < first }
  }
}

extension Snapshot {
  /// For each document how late it comes in the answer.
  func days(newestFirst: Bool) -> [Int] {
    let dates = Set(documents.map(\.date)).compactMap { number in name(number).map { (number, $0) } }
    let years = Set(documents.compactMap { $0.date == Self.unknown ? $0.year : nil })
    let order = Set(dates.map(\.1) + years.map(String.init)).sorted { newestFirst ? $0 > $1 : $0 < $1 }
    let ranks = Dictionary(uniqueKeysWithValues: zip(order, 0...))
    let byDate = Dictionary(uniqueKeysWithValues: dates.map { ($0.0, ranks[$0.1] ?? .max) })
    let byYear = Dictionary(uniqueKeysWithValues: years.map { ($0, ranks[String($0)] ?? .max) })
    return documents.map { document in byDate[document.date] ?? document.year.flatMap { byYear[$0] } ?? .max }
  }

  /// The first section of a report with any fact; its first where none has.
  fileprivate func firstWithFacts(in sections: Range<Int>) -> Int {
    for segment in segments where segment.first < sections.upperBound && segment.first + segment.count > sections.lowerBound {
      for section in sections.clamped(to: segment.first..<segment.first + segment.count) {
        if segment.columns.marks[section - segment.first] != 0 { return section }
      }
    }
    return sections.lowerBound
  }
}
