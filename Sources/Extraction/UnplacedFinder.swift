internal import Documents
internal import Facts
internal import Pages
internal import Rules

/// Finds the lines of minutes that no rule placed, and headings inside § that come again and again without being known.
struct UnplacedFinder {
  let rules: RuleSet
  let evidence: EvidenceMaker

  /// A heading that stands in so many § is one of the minutes' own section headings.
  private static let habit = 3

  func unplaced(in document: MunicipalDocument) -> [Unplaced] {
    guard document.frontMatter.type == "protokoll" else { return [] }
    let lines = document.body.filter {
      document.roles[$0] == nil && document.text($0).contains(where: Self.isLetter) && !hasCaseNumber(document.text($0))
    }
    let unknown = unknownHeadings(document)
    let placed =
      lines.map { ($0, "Ingen regel placerar raden.") } + unknown.map { ($0, "Rubriken återkommer, men ingen regel känner den.") }
    return placed.sorted { $0.0.isBefore($1.0) }.map { line, reason in
      let passage = document.passage([line])
      return Unplaced(evidence.evidence(passage, 0..<passage.text.count, rule: ""), reason: reason)
    }
  }

  /// Diarienummer and classification are read with the heading of their §.
  private func hasCaseNumber(_ text: [UInt8]) -> Bool {
    rules.rules(in: .caseNumber, near: text).contains { $0.firstMatch(in: text) != nil }
  }

  private func unknownHeadings(_ document: MunicipalDocument) -> [LineReference] {
    let known = Set(document.paragrafer.flatMap { $0.sections.compactMap(\.heading) + $0.titleLines })
    let prominent = Set(document.headings.filter(\.isProminent).map(\.line))
    var places: [[UInt8]: [LineReference]] = [:]
    for paragraf in document.paragrafer {
      var own = Set<[UInt8]>()
      for line in paragraf.sections.flatMap(\.lines) where prominent.contains(line) && !known.contains(line) {
        if own.insert(document.text(line)).inserted { places[document.text(line), default: []].append(line) }
      }
    }
    return places.values.filter { $0.count >= Self.habit }.flatMap { $0 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) || byte >= 0xC3 }
}
