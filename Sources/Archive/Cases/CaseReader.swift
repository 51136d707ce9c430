internal import Facts
internal import Foundation
internal import GRDB
internal import Language
internal import SearchIndex

extension Archive {
  /// A case through all meetings: every § with its case number, and those that these refer to or that refer to these.
  ///
  /// - Parameter caseNumber: in any spelling. Throws an `ArchiveFailure` for what is no case number.
  public func history(ofCase caseNumber: String) throws -> CaseHistory {
    guard let number = CaseNumber.parse(caseNumber), number.number != nil else {
      throw ArchiveFailure("\(caseNumber) är inget diarienummer; skriv det som i protokollet, till exempel KS 2024/112")
    }
    return try read { db in
      let snapshot = try snapshots.snapshot(db)
      let index = IndexReader(segments: snapshot.segments, source: ChunkTable(db: db))
      var reader = CaseReader(db, snapshot, Matcher(index))
      return try reader.history(number.normalized)
    }
  }
}

/// Follows a case through the archive.
struct CaseReader {
  private let db: Database
  private let snapshot: Snapshot
  private let matcher: Matcher
  private var documents: [Int64: ReadDocument?] = [:]
  private var found: [FoundStep] = []
  private var places: [Int: Int] = [:]

  /// No case is longer; a reference that was read wrong must not draw in the whole archive.
  private static let mostSteps = 400

  private struct ReadDocument {
    var label: DocumentLabel
    /// Place of the section -> its §.
    var paragraphs: [Int: ParagrafFacts]
  }

  private struct FoundStep {
    var section: Int
    var step: CaseHistory.Step
    var references: [Reference]
  }

  init(_ db: Database, _ snapshot: Snapshot, _ matcher: Matcher) {
    self.db = db
    self.snapshot = snapshot
    self.matcher = matcher
  }

  mutating func history(_ caseNumber: String) throws -> CaseHistory {
    let own = try sections(SectionAttribute.caseNumber(caseNumber))
    for section in own { try add(section, hasCaseNumber: true) }
    // One step out in both directions: what is referred to from there is another case's.
    for index in found.indices {
      for reference in found[index].references { for section in try sections(of: reference) { try add(section, hasCaseNumber: false) } }
      for section in try referring(to: found[index]) { try add(section, hasCaseNumber: false) }
    }
    let order = found.indices.sorted { Self.order(found[$0]) < Self.order(found[$1]) }
    let newIndex = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    var history = CaseHistory(caseNumber: caseNumber, steps: [], missing: [])
    for index in order {
      var step = found[index].step
      for reference in found[index].references {
        let targets = try sections(of: reference)
        step.refersTo += targets.compactMap { places[$0].flatMap { newIndex[$0] } }.filter { !step.refersTo.contains($0) }
        if targets.isEmpty, step.hasCaseNumber { note(reference, from: history.steps.count, in: &history) }
      }
      history.steps.append(step)
    }
    history.missing.sort { ($0.date ?? "", $0.paragraph) < ($1.date ?? "", $1.paragraph) }
    return history
  }

  private func note(_ reference: Reference, from step: Int, in history: inout CaseHistory) {
    let isKnown = history.missing.contains { $0.date == reference.date && $0.paragraph == reference.paragraph && $0.body == reference.body }
    if isKnown { return }
    history.missing.append(
      CaseHistory.MissingStep(body: reference.body, date: reference.date, paragraph: reference.paragraph, referredFrom: step))
  }

  // Of a § that stands in several files of one meeting, the one that is shown.
  private func sections(_ attribute: String) throws -> [Int] {
    let matches = try matcher.matches(.attribute(attribute)).within(snapshot.sections { _ in true })
    return matches.withoutTwins(snapshot.superseded).sections.map(Int.init)
  }

  private func sections(of reference: Reference) throws -> [Int] {
    guard let date = reference.date else { return [] }
    let meetings = snapshot.documents.filter { document in
      snapshot.name(document.date) == date && Self.mayBe(snapshot.name(document.body), reference.body)
    }
    if meetings.isEmpty { return [] }
    let ranges = meetings.map(\.sections)
    return try sections(SectionAttribute.paragraf(reference.paragraph)).filter { section in ranges.contains { $0.contains(section) } }
  }

  private func referring(to step: FoundStep) throws -> [Int] {
    guard let date = step.step.document.date else { return [] }
    return try sections(SectionAttribute.reference(to: step.step.paragraph, on: date)).filter { section in
      guard let id = snapshot.sectionID(section) else { return false }
      let references = try paragraf(id)?.paragraf.references ?? []
      return references.contains { $0.date == date && $0.paragraph == step.step.paragraph && Self.mayBe(step.step.document.body, $0.body) }
    }
  }

  // A reference often leaves the body out, or writes it in another form (`nämnden`, `KS`).
  private static func mayBe(_ body: String?, _ written: String?) -> Bool {
    guard let body = body?.lowercased(), let written = written?.lowercased() else { return true }
    let (first, second) = (body.prefix(6), written.prefix(6))
    return body.contains(written) || written.contains(body) || first == second || written.count <= 4 || body.hasSuffix(written)
  }

  private mutating func add(_ section: Int, hasCaseNumber: Bool) throws {
    guard places[section] == nil, found.count < Self.mostSteps, let id = snapshot.sectionID(section) else { return }
    if documents[id.document] == nil { documents[id.document] = .some(try read(id.document)) }
    guard let document = documents[id.document] ?? nil, let paragraf = document.paragraphs[id.place] else { return }
    let step = CaseHistory.Step(
      document: document.label, paragraph: paragraf.number, heading: paragraf.title ?? "", diarienummer: paragraf.diarienummer,
      outcome: paragraf.outcome, decisions: paragraf.decisions.map(\.text), page: paragraf.source?.page ?? 1, section: id.place,
      hasCaseNumber: hasCaseNumber, refersTo: [])
    places[section] = found.count
    found.append(FoundStep(section: section, step: step, references: paragraf.references))
  }

  private func paragraf(_ id: SectionID) throws -> (label: DocumentLabel, paragraf: ParagrafFacts)? {
    let document = try documents[id.document] ?? read(id.document)
    guard let document, let paragraf = document.paragraphs[id.place] else { return nil }
    return (document.label, paragraf)
  }

  private func read(_ number: Int64) throws -> ReadDocument? {
    guard let label = try DocumentLabel.read(number, db) else { return nil }
    let packed = try Data.fetchOne(db, sql: "SELECT packed FROM facts WHERE document = ?", arguments: [number])
    guard let data = packed.flatMap(Packing.unpack) else { return nil }
    let facts = try FactsJSON.decode(data)
    let range = SectionID.all(of: number)
    let sql = "SELECT number FROM section WHERE id BETWEEN ? AND ? ORDER BY id"
    let numbers = try Optional<Int>.fetchAll(db, sql: sql, arguments: [range.lowerBound, range.upperBound])
    var rest = facts.paragraphs[...]
    var paragraphs: [Int: ParagrafFacts] = [:]
    for (place, number) in numbers.enumerated() {
      guard let number, let next = rest.firstIndex(where: { $0.number == number }) else { continue }
      paragraphs[place] = rest[next]
      rest = rest[(next + 1)...]
    }
    return ReadDocument(label: label, paragraphs: paragraphs)
  }

  private static func order(_ step: FoundStep) -> (String, Int, Int) {
    (step.step.document.date ?? "", BodyRank.rank(step.step.document.body ?? ""), step.section)
  }
}

/// In which order a case goes through the bodies on one day.
enum BodyRank {
  static func rank(_ body: String) -> Int {
    let name = body.lowercased()
    if name.contains("fullmäktige") { return 4 }
    if name.contains("utskott") || name.contains("beredning") { return 1 }
    return name.hasPrefix("kommunstyrelse") || name.hasPrefix("regionstyrelse") ? 3 : 2
  }
}
