internal import Documents
internal import Facts
internal import Language
internal import Pages
internal import Rules

/// Takes the mentions of earlier decisions by date and §.
struct ReferenceExtractor {
  let rules: RuleSet
  let evidence: EvidenceMaker

  private static let ruleID = "hanvisning.datum-och-paragraf"

  func references(_ sections: [ReadSection], in document: MunicipalDocument) -> [Reference] {
    sections.filter { $0.kind != .attachment }.flatMap { section in
      section.blocks.flatMap { references(in: $0.passage, of: document) }
    }
  }

  private func references(in passage: Passage, of document: MunicipalDocument) -> [Reference] {
    CitationScanner.scan(passage.text).compactMap { citation in
      guard isPlain(citation, in: passage.text), let date = date(of: citation, in: document) else { return nil }
      let source = evidence.evidence(passage, citation.range, rule: Self.ruleID)
      return Reference(body: body(of: citation, in: passage.text), date: date, paragraph: citation.paragraph, source: source)
    }
  }

  /// Whether nothing but a body's name parts date and §.
  private func isPlain(_ citation: Citation, in text: [UInt8]) -> Bool {
    let between = Array(text[citation.between])
    return citation.isAdjacent || [rules.shared.body, rules.shared.bodyAbbreviation].contains { $0?.matches(between) == true }
  }

  // A date without a year is the latest such day up to the meeting's.
  private func date(of citation: Citation, in document: MunicipalDocument) -> String? {
    if let date = citation.date.date { return date.iso }
    return document.frontMatter.date.flatMap { DocumentDate(iso: $0) }.flatMap { citation.date.latest(notAfter: $0) }?.iso
  }

  /// The organ named between date and §, else the last one named before them, by its letters only where no name is written out or they
  /// stand right before the date.
  private func body(of citation: Citation, in text: [UInt8]) -> String? {
    for range in [citation.between, citation.before] {
      let window = Array(text[range])
      let short = rules.shared.bodyAbbreviation?.allMatches(in: window).last?.range
      let isNear = short.map { window[$0.upperBound...].allSatisfy { [0x20, 0x2C].contains($0) } } ?? false
      guard let found = isNear ? short : rules.shared.body?.allMatches(in: window).last?.range ?? short else { continue }
      let name = Self.withoutGenitive(String(decoding: window[found], as: UTF8.self))
      return name.prefix(1).uppercased() + name.dropFirst()
    }
    return nil
  }

  /// "Kommunstyrelsens beslut" is of Kommunstyrelsen.
  private static func withoutGenitive(_ name: String) -> String {
    name.hasSuffix("s") && ["en", "et", "ige", "utskott"].contains(where: name.dropLast().hasSuffix) ? String(name.dropLast()) : name
  }
}
