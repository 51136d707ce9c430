public import Facts
internal import GRDB
internal import SearchIndex

/// Follows references (hänvisningar) between the § of an archive. A § belongs to a day, a body and a municipality; a reference that names no body means
/// the body in whose minutes it stands.
struct ReferenceReader {
  let snapshot: Snapshot
  let paragraphs: ReadParagraphs
  private let matcher: Matcher

  init(_ db: Database, _ snapshot: Snapshot) {
    self.snapshot = snapshot
    paragraphs = ReadParagraphs(db)
    matcher = Matcher(IndexReader(segments: snapshot.segments, source: ChunkTable(db: db)))
  }

  /// The sections of which something is known; of a § that stands in several files of one meeting, the one that is shown.
  func sections(_ attribute: String) throws -> [Int] {
    let matches = try matcher.matches(.attribute(attribute)).within(snapshot.sections { _ in true })
    return matches.withoutTwins(snapshot.superseded).sections.map(Int.init)
  }

  /// The § that a reference may mean.
  func sections(of reference: Reference, from document: Snapshot.Entry) throws -> [Int] {
    guard let date = reference.date else { return [] }
    let meetings = snapshot.documents.filter { other in
      snapshot.name(other.date) == date && isOneMunicipality(other, document) && means(reference, other, in: document)
    }
    if meetings.isEmpty { return [] }
    let ranges = meetings.map(\.sections)
    return try sections(SectionAttribute.paragraf(reference.paragraph)).filter { section in ranges.contains { $0.contains(section) } }
  }

  /// The § that refer to one.
  func sections(referringTo number: Int, of document: Snapshot.Entry) throws -> [Int] {
    guard let date = snapshot.name(document.date) else { return [] }
    return try sections(SectionAttribute.reference(to: number, on: date)).filter { section in
      guard let other = entry(of: section), let id = snapshot.sectionID(section), isOneMunicipality(other, document) else { return false }
      let references = try paragraphs.paragraf(id)?.paragraf.references ?? []
      return references.contains { $0.date == date && $0.paragraph == number && means($0, document, in: other) }
    }
  }

  func entry(of section: Int) -> Snapshot.Entry? { snapshot.document(of: section).map { snapshot.documents[$0] } }

  // Two documents that name different municipalities are of different ones; the same number is then another case.
  private func isOneMunicipality(_ one: Snapshot.Entry, _ other: Snapshot.Entry) -> Bool {
    one.municipality == other.municipality || one.municipality == Snapshot.unknown || other.municipality == Snapshot.unknown
  }

  private func means(_ reference: Reference, _ meeting: Snapshot.Entry, in document: Snapshot.Entry) -> Bool {
    guard let written = reference.body else { return meeting.body == document.body }
    return snapshot.name(meeting.body).map(WrittenBody(written).mayBe) ?? true
  }
}

/// A § that another refers to, or that refers to it.
public struct LinkedParagraf: Sendable, Equatable {
  public var document: DocumentLabel
  public var paragraph: Int
  public var heading: String
  /// Its place among the document's sections, from 0.
  public var section: Int
}

extension Archive {
  /// Where the references of a § lead, one for each: nil where the archive does not hold it, or several § may be meant.
  /// - Parameter document: the id of the document in which they stand.
  public func targets(of references: [Reference], inDocument document: String) throws -> [LinkedParagraf?] {
    try followed(document) { reader, entry in
      try references.map { reference in
        let sections = try reader.sections(of: reference, from: entry)
        return sections.count == 1 ? try reader.link(sections[0]) : nil
      }
    } ?? references.map { _ in nil }
  }

  /// The § that refer to one, in the order of the archive.
  public func references(toParagraf number: Int, ofDocument document: String) throws -> [LinkedParagraf] {
    try followed(document) { reader, entry in
      try reader.sections(referringTo: number, of: entry).compactMap(reader.link)
    } ?? []
  }

  private func followed<Value>(_ document: String, _ body: (ReferenceReader, Snapshot.Entry) throws -> Value) throws -> Value? {
    try read { db in
      guard let number = try Int64.fetchOne(db, sql: "SELECT number FROM document WHERE id = ?", arguments: [document]) else { return nil }
      let snapshot = try snapshots.snapshot(db)
      guard let entry = snapshot.documents.first(where: { $0.number == number }) else { return nil }
      return try body(ReferenceReader(db, snapshot), entry)
    }
  }
}

extension ReferenceReader {
  fileprivate func link(_ section: Int) throws -> LinkedParagraf? {
    guard let id = snapshot.sectionID(section), let (label, paragraf) = try paragraphs.paragraf(id) else { return nil }
    return LinkedParagraf(document: label, paragraph: paragraf.number, heading: paragraf.title ?? "", section: id.place)
  }
}
