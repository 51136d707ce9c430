internal import Documents
internal import Pages
internal import Rules

/// Tells the year of a sum: the one that its sentence names, else that of the heading, else the document's.
struct MoneyYears {
  private let year: Pattern?
  /// A year that something is only compared with.
  private let compared: Pattern?
  private let yearBefore: Pattern?
  private let own: Int?

  /// How many bytes after a sum `året före` may begin.
  private static let reach = 30

  init(_ document: MunicipalDocument, rules: RuleSet) {
    year = rules.shared.year
    compared = rules.vocabulary.pattern(for: "jamforelsear")
    yearBefore = rules.vocabulary.pattern(for: "aret_fore", prefix: "\\b", suffix: "\\b")
    own = document.frontMatter.year
  }

  /// - Parameters:
  ///   - mask: where the sum stands in the masked `text` of its sentence.
  func year(of mask: Int, in text: [UInt8], at line: LineReference, _ headings: MoneyHeadings) -> Int? {
    let after = text[mask...].prefix(Self.reach)
    if let own, let yearBefore, yearBefore.matches(Array(after)) { return own - 1 }
    if let named = nearest(to: mask, in: text) { return named }
    for heading in headings.texts(at: line).map({ Array($0.utf8) }) {
      let years = years(in: heading)
      if Set(years.map(\.year)).count == 1 { return years[0].year }
    }
    return own
  }

  /// The year named nearest after the sum and before the next one, else the nearest before.
  private func nearest(to mask: Int, in text: [UInt8]) -> Int? {
    let years = years(in: text)
    let next = text.indices.first { $0 > mask + 2 && text[$0] == 0xEE } ?? text.count
    return years.first { $0.offset > mask && $0.offset < next }?.year ?? years.last { $0.offset < mask }?.year ?? years.first?.year
  }

  /// `SN 2023/17`, `2017:900`, `2024-02-21`.
  private func isPartOfNumber(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    let signs = Set("/:.-".utf8)
    func isDigit(_ index: Int) -> Bool { text.indices.contains(index) && text[index] &- 0x30 < 10 }
    let end = range.upperBound
    return end < text.count && signs.contains(text[end]) && isDigit(end + 1) && text[end] != UInt8(ascii: "-")
      || range.lowerBound > 0 && signs.contains(text[range.lowerBound - 1]) && isDigit(range.lowerBound - 2)
  }

  private func years(in text: [UInt8]) -> [(year: Int, offset: Int)] {
    let compared = compared?.allMatches(in: text).map(\.range) ?? []
    return (year?.allMatches(in: text) ?? []).compactMap { match in
      guard !compared.contains(where: { $0.overlaps(match.range) }), !isPartOfNumber(match.range, in: text) else { return nil }
      return Int(String(decoding: text[match.range], as: UTF8.self)).map { ($0, match.range.lowerBound) }
    }
  }
}
