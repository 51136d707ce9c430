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
    let citations = CitationScanner.scan(passage.text)
    let counts = Dictionary(citations.map { ($0.range, 1) }, uniquingKeysWith: +)
    return citations.compactMap { citation in
      guard counts[citation.range] ?? 0 <= Self.mostOfMinutes || !isOfWholeMinutes(citation, in: passage.text),
        isPlain(citation, in: passage.text), !isEndOfPeriod(citation, in: passage.text), let date = date(of: citation, in: document)
      else { return nil }
      let source = evidence.evidence(passage, citation.range, rule: Self.ruleID)
      return Reference(body: body(of: citation, in: passage.text), date: date, paragraph: citation.paragraph, source: source)
    }
  }

  /// So many § may be named of minutes one by one; more of them in a row, with the minutes' name before, are all that these hold.
  private static let mostOfMinutes = 3

  /// Whether the minutes themselves are named ("Arbetsutskottets protokoll 2024-02-20 §§ 10–22"), as among what has come in.
  private func isOfWholeMinutes(_ citation: Citation, in text: [UInt8]) -> Bool {
    rules.shared.wholeMinutes?.matches(Array(text[citation.before])) ?? false
  }

  /// Whether nothing but a body's name parts date and §.
  private func isPlain(_ citation: Citation, in text: [UInt8]) -> Bool {
    let between = Array(text[citation.between])
    return citation.isAdjacent || [rules.shared.body, rules.shared.bodyAbbreviation].contains { $0?.matches(between) == true }
  }

  /// Whether the date ends a period ("2024-07-24 – 2024-08-25 §§ 611-702"): the § are of no one meeting.
  private func isEndOfPeriod(_ citation: Citation, in text: [UInt8]) -> Bool {
    rules.shared.periodStart?.matches(Array(text[..<citation.range.lowerBound].suffix(Self.longestPeriodStart))) ?? false
  }

  /// Bytes of a date and a dash.
  private static let longestPeriodStart = 32

  // A date without a year is the latest such day up to the meeting's.
  private func date(of citation: Citation, in document: MunicipalDocument) -> String? {
    if let date = citation.date.date { return date.iso }
    return document.frontMatter.date.flatMap { DocumentDate(iso: $0) }.flatMap { citation.date.latest(notAfter: $0) }?.iso
  }

  /// The organ named between date and §, else the last one named before them, whether written out or by its letters; a name is followed by its own
  /// letters in brackets ("Kommunstyrelsen (KS)"). An organ that only got the matter from another is not the one that decided.
  private func body(of citation: Citation, in text: [UInt8]) -> String? {
    for range in [citation.between, citation.before] {
      let window = Array(text[range])
      let receivers =
        range == citation.between ? [] : rules.shared.receivingBody?.allMatches(in: window).compactMap { $0.range("organ") } ?? []
      let last = { (pattern: Pattern?) in
        pattern?.allMatches(in: window).last { match in !receivers.contains { $0.overlaps(match.range) } }?.range
      }
      guard let found = later(last(rules.shared.body), last(rules.shared.bodyAbbreviation)) else { continue }
      let name = Self.withoutGenitive(String(decoding: window[found], as: UTF8.self))
      return name.prefix(1).uppercased() + name.dropFirst()
    }
    return nil
  }

  private func later(_ full: Range<Int>?, _ short: Range<Int>?) -> Range<Int>? {
    guard let full, let short else { return full ?? short }
    return short.lowerBound > full.upperBound + " (".utf8.count ? short : full
  }

  /// "Kommunstyrelsens beslut" is of Kommunstyrelsen.
  private static func withoutGenitive(_ name: String) -> String {
    name.hasSuffix("s") && ["en", "et", "ige", "utskott"].contains(where: name.dropLast().hasSuffix) ? String(name.dropLast()) : name
  }
}
