internal import GRDB
internal import SearchIndex
internal import Synchronization

/// What a search needs of the archive beside the lists: its segments, and which sections belong to which document. Kept between searches until the
/// archive changes.
struct Snapshot: Sendable {
  /// The archive's count of changes when it was taken.
  var revision: Int64
  var segments: [Segment]
  /// In the order of their sections.
  var documents: [Entry]
  /// The sections of all documents, as ranges that rise and are apart from each other.
  var live: [Range<Int>] = []
  /// Municipalities, bodies, kinds and days, each once.
  var names: [String]
  /// § that another file of the same meeting shows instead: section of the index -> the one that is shown.
  var superseded: [Int: Int]
  /// The sections that stand in several files of one meeting.
  var joined: Set<Int>

  struct Entry: Sendable {
    var number: Int64
    var sections: Range<Int>
    var municipality: Int32
    var body: Int32
    var type: Int32
    /// The meeting's day.
    var date: Int32
    var year: Int?
  }

  /// Where a document does not say.
  static let unknown: Int32 = -1

  func name(_ number: Int32) -> String? { number == Self.unknown ? nil : names[Int(number)] }

  /// The ranges of the sections of the documents of which `holds` is true; those that follow each other as one.
  func sections(where holds: (Entry) -> Bool) -> [Range<Int>] {
    documents.reduce(into: []) { ranges, document in
      guard holds(document), !document.sections.isEmpty else { return }
      if let last = ranges.last, last.upperBound == document.sections.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<document.sections.upperBound
      } else {
        ranges.append(document.sections)
      }
    }
  }

  /// The index in `documents` of the one to which a section belongs.
  func document(of section: Int) -> Int? {
    var low = 0
    var high = documents.count
    while low < high {
      let middle = (low + high) / 2
      if documents[middle].sections.lowerBound <= section { low = middle + 1 } else { high = middle }
    }
    return low > 0 && documents[low - 1].sections.contains(section) ? low - 1 : nil
  }

  func sectionID(_ section: Int) -> SectionID? {
    guard let index = document(of: section) else { return nil }
    return SectionID(document: documents[index].number, place: section - documents[index].sections.lowerBound)
  }
}

extension Snapshot {
  init(_ db: Database, revision: Int64) throws {
    self.revision = revision
    segments = try SegmentTable.all(db)
    var table = NameTable()
    documents = []
    let sql = """
      SELECT number, first_section, sections, municipality, body, type, date, year FROM document
      WHERE first_section IS NOT NULL ORDER BY first_section
      """
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() {
      let first: Int = row[1]
      documents.append(
        Entry(
          number: row[0], sections: first..<(first + row[2]), municipality: table.number(row[3]), body: table.number(row[4]),
          type: table.number(row[5]), date: table.number(row[6]), year: row[7]))
    }
    names = table.names
    superseded = try Self.superseded(db, documents)
    joined = Set(superseded.keys).union(superseded.values)
    live = sections { _ in true }
  }

  private static func superseded(_ db: Database, _ documents: [Entry]) throws -> [Int: Int] {
    let firsts = Dictionary(documents.map { ($0.number, $0.sections.lowerBound) }) { first, _ in first }
    func section(_ id: Int64) -> Int? {
      let id = SectionID(rawValue: id)
      return firsts[id.document].map { $0 + id.place }
    }
    let rows = try Row.fetchCursor(db, sql: "SELECT section, shown FROM superseded")
    var table: [Int: Int] = [:]
    while let row = try rows.next() {
      if let held = section(row[0]), let shown = section(row[1]) { table[held] = shown }
    }
    return table
  }

  private struct NameTable {
    private(set) var names: [String] = []
    private var numbers: [String: Int32] = [:]

    mutating func number(_ name: String?) -> Int32 {
      guard let name else { return Snapshot.unknown }
      if let number = numbers[name] { return number }
      names.append(name)
      numbers[name] = Int32(names.count - 1)
      return Int32(names.count - 1)
    }
  }
}

/// The last snapshot, for as long as it is true.
final class SnapshotCache: Sendable {
  private let kept = Mutex<Snapshot?>(nil)

  func snapshot(_ db: Database) throws -> Snapshot {
    let revision = try Int64.fetchOne(db.cachedStatement(sql: "SELECT revision FROM index_state")) ?? 0
    if let snapshot = kept.withLock({ $0 }), snapshot.revision == revision { return snapshot }
    let snapshot = try Snapshot(db, revision: revision)
    kept.withLock { $0 = snapshot }
    return snapshot
  }
}
