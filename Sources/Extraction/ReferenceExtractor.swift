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
  /// How far before a date the body's name may stand, in bytes.
  private static let reach = 120

  func references(_ sections: [Section], in document: MunicipalDocument) -> [Reference] {
    sections.filter { $0.kind != .attachment }.flatMap { section in
      document.blocks(section.lines).flatMap { references(in: $0.passage, of: document) }
    }
  }

  private func references(in passage: Passage, of document: MunicipalDocument) -> [Reference] {
    CitationScanner.scan(passage.text).compactMap { citation in
      guard let date = date(of: citation, in: document) else { return nil }
      let source = evidence.evidence(passage, citation.range, rule: Self.ruleID)
      return Reference(
        body: body(before: citation.range.lowerBound, in: passage.text), date: date, paragraph: citation.paragraph, source: source)
    }
  }

  // A date without a year is the latest such day up to the meeting's.
  private func date(of citation: Citation, in document: MunicipalDocument) -> String? {
    if let date = citation.date { return date.description }
    guard let partial = citation.partialDate, let meeting = document.frontMatter.date else { return nil }
    let year = Int(meeting.prefix(4)) ?? 0
    let candidates = [year, year - 1].compactMap { DocumentDate(year: $0, month: partial.month, day: partial.day)?.description }
    return candidates.first { $0 <= meeting }
  }

  /// The last organ named in the same sentence before the mention.
  private func body(before offset: Int, in text: [UInt8]) -> String? {
    let start = max(0, offset - Self.reach)
    var window = Array(text[start..<offset])
    if let stop = window.lastIndex(of: UInt8(ascii: ".")) { window = Array(window[(stop + 1)...]) }
    guard let match = rules.shared.body?.allMatches(in: window).last else { return nil }
    let name = String(decoding: window[match.range], as: UTF8.self)
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}
