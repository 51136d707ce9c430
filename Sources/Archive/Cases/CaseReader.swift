internal import Facts
internal import GRDB
internal import Language
internal import SearchIndex

extension Archive {
  /// A case through all meetings: every § with its case number, and those that these refer to or that refer to these.
  ///
  /// Each municipality numbers its own cases. Where several have this number and none is chosen, there are no steps, and `municipalities` tells them.
  /// - Parameters:
  ///   - caseNumber: in any spelling. Throws an `ArchiveFailure` for what is no case number.
  ///   - municipality: as its documents name it.
  public func history(ofCase caseNumber: String, municipality: String? = nil) throws -> CaseHistory {
    guard let identity = CaseNumber.identity(of: caseNumber) else {
      throw ArchiveFailure("\(caseNumber) är inget diarienummer; skriv det som i protokollet, till exempel KS 2024/112")
    }
    return try read { db in
      var reader = CaseReader(try snapshots.snapshot(db), db)
      return try reader.history(identity, municipality)
    }
  }
}

/// Follows a case through the archive.
struct CaseReader {
  private let snapshot: Snapshot
  private let references: ReferenceReader
  private var found: [FoundStep] = []
  private var places: [Int: Int] = [:]

  /// No case is longer; a reference that was read wrong must not draw in the whole archive.
  private static let mostSteps = 400

  private struct FoundStep {
    var section: Int
    var document: Snapshot.Entry
    var step: CaseHistory.Step
    var references: [Reference]
  }

  init(_ snapshot: Snapshot, _ db: Database) {
    self.snapshot = snapshot
    references = ReferenceReader(db, snapshot)
  }

  mutating func history(_ caseNumber: String, _ municipality: String?) throws -> CaseHistory {
    let own = try references.sections(SectionAttribute.caseNumber(caseNumber)).filter { try has(caseNumber, section: $0) }
    let owners = Set(own.compactMap { owner(of: $0) }).sorted()
    var history = CaseHistory(caseNumber: caseNumber, municipalities: owners)
    history.municipality = municipality ?? (owners.count == 1 ? owners[0] : nil)
    if history.municipality == nil, owners.count > 1 { return history }
    for section in own where history.municipality == nil || owner(of: section) ?? history.municipality == history.municipality {
      try add(section, hasCaseNumber: true)
    }
    try addLinked()
    try order(into: &history)
    return history
  }

  // The index of an archive of version 8 or before may have a part of a number for the number, and has numbers without their letters.
  private func has(_ caseNumber: String, section: Int) throws -> Bool {
    guard let id = snapshot.sectionID(section), let written = try references.paragraphs.paragraf(id)?.paragraf.diarienummer else {
      return false
    }
    return SectionAttribute.caseNumbers(written).contains(SectionAttribute.caseNumber(caseNumber))
  }

  private func owner(of section: Int) -> String? { references.entry(of: section).flatMap { snapshot.name($0.municipality) } }

  // One step out in both directions: what is referred to from there is another case's.
  private mutating func addLinked() throws {
    for index in found.indices {
      let step = found[index]
      for reference in step.references {
        for section in try references.sections(of: reference, from: step.document) { try add(section, hasCaseNumber: false) }
      }
      for section in try references.sections(referringTo: step.step.paragraph, of: step.document) { try add(section, hasCaseNumber: false) }
    }
  }

  private func order(into history: inout CaseHistory) throws {
    let order = found.indices.sorted { Self.order(found[$0]) < Self.order(found[$1]) }
    let newIndex = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    for index in order {
      var step = found[index].step
      for reference in found[index].references {
        let targets = try references.sections(of: reference, from: found[index].document)
        step.refersTo += targets.compactMap { places[$0].flatMap { newIndex[$0] } }.filter { !step.refersTo.contains($0) }
        if targets.isEmpty, step.hasCaseNumber { note(reference, from: history.steps.count, in: &history) }
      }
      history.steps.append(step)
    }
    history.missing.sort { ($0.date ?? "", $0.paragraph) < ($1.date ?? "", $1.paragraph) }
  }

  private func note(_ reference: Reference, from step: Int, in history: inout CaseHistory) {
    let isKnown = history.missing.contains { $0.date == reference.date && $0.paragraph == reference.paragraph && $0.body == reference.body }
    if isKnown { return }
    history.missing.append(
      CaseHistory.MissingStep(body: reference.body, date: reference.date, paragraph: reference.paragraph, referredFrom: step))
  }

  private mutating func add(_ section: Int, hasCaseNumber: Bool) throws {
    guard places[section] == nil, found.count < Self.mostSteps, let id = snapshot.sectionID(section),
      let document = references.entry(of: section), let (label, paragraf) = try references.paragraphs.paragraf(id)
    else { return }
    let step = CaseHistory.Step(
      document: label, paragraph: paragraf.number, heading: paragraf.title ?? "", diarienummer: paragraf.diarienummer,
      outcome: paragraf.outcome, decisions: paragraf.decisions.map(\.text), page: paragraf.source?.page ?? 1, section: id.place,
      hasCaseNumber: hasCaseNumber, refersTo: [])
    places[section] = found.count
    found.append(FoundStep(section: section, document: document, step: step, references: paragraf.references))
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
