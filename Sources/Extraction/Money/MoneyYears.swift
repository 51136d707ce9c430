internal import Documents
internal import Pages
internal import Rules

/// Tells the year of a sum: the one that its sentence names, else that of the heading, else the document's.
struct MoneyYears {
  private let year: Pattern?
  /// A year that something is only compared with.
  private let compared: Pattern?
  private let yearBefore: Pattern?
  /// `årets`, `i år`
  private let thisYear: Pattern?
  private let own: Int?
  /// Whether the document says that figures in parentheses are of the year before.
  private let parenthesesHoldYearBefore: Bool

  /// What may stand between a sum and its year: "31 mnkr under 2023", "31 mnkr (2023)".
  private let afterSum: Pattern?
  /// What ties a year to the sum after it, though something is compared with the year: "2021 års resultat som var".
  private let beforeSum: Pattern?
  /// Words after which a year is where something goes, and of no sum before: "överfört till 2024".
  private let onward: Pattern?
  /// What may stand before a year that begins a new part of the sentence: " och ", " medan ".
  private let joined: Pattern?

  /// Words in a heading before years that are only planned for: "Budget 2025 med plan för 2026–2027".
  private let planned: Pattern?
  /// Words right before what something was before it changed: "har ökat från 12 mnkr till 14 mnkr".
  private let changedFrom: Pattern?

  /// The year of a day with the § of a decision made then: `2021-11-29, § 140`.
  private let decisionDay: Pattern?

  /// A year that the sentence names.
  private struct Mark {
    var year: Int
    var range: Range<Int>
  }

  init(_ document: MunicipalDocument, rules: RuleSet) {
    year = rules.shared.year
    compared = rules.vocabulary.pattern(for: "jamforelsear")
    yearBefore = rules.vocabulary.pattern(for: "aret_fore", prefix: "\\b", suffix: "\\b")
    thisYear = rules.vocabulary.pattern(for: "detta_ar", prefix: "\\b", suffix: "\\b")
    changedFrom = rules.vocabulary.pattern(for: "andrad_fran", suffix: "\\z")
    planned = rules.vocabulary.pattern(for: "plan_for_ar")
    afterSum = rules.vocabulary.pattern(for: "efter_belopp", prefix: "\\A", suffix: "\\z")
    beforeSum = rules.vocabulary.pattern(for: "fore_belopp", prefix: "\\A", suffix: "\\z")
    onward = rules.vocabulary.pattern(for: "framat", suffix: "\\z")
    joined = rules.vocabulary.pattern(for: "ny_sats", suffix: "\\z")
    decisionDay = rules.vocabulary.pattern(for: "beslutsdag")
    own = document.frontMatter.year
    let explained = rules.vocabulary.pattern(for: "parentes_foregaende")
    parenthesesHoldYearBefore = document.body.contains { line in
      explained?.matches(document.text(line), document.signatures[line]) ?? false
    }
  }

  /// - Parameters:
  ///   - mask: where the sum stands in the masked `text` of its sentence.
  func year(of mask: Int, in text: [UInt8], at line: LineReference, _ headings: MoneyHeadings) -> Int? {
    if let sum = Self.sum(withParenthesis: mask, in: text) { return comparedYear(with: sum, in: text, at: line, headings) }
    let isFormer = changedFrom?.matches(Array(text[..<mask])) ?? false
    let told = yearOfHeading(at: line, headings) ?? own
    if let named = nearest(to: mask, isFormer: isFormer, in: text, of: told) { return named }
    // What something was before it changed: of some earlier year.
    return isFormer ? nil : told
  }

  /// The only year that the nearest heading with years names: what the text below it tells of, and calls "årets". One far off is that of a goal or
  /// a vision.
  private func yearOfHeading(at line: LineReference, _ headings: MoneyHeadings) -> Int? {
    for heading in headings.texts(at: line).map({ Array($0.utf8) }) {
      let plan = planned?.firstMatch(in: heading)?.range.lowerBound ?? heading.count
      let years = numbers(in: heading).filter { mark in
        mark.range.lowerBound < plan && (own.map { mark.year <= $0 + Self.planYears } ?? true)
      }
      if Set(years.map(\.year)).count == 1 { return years[0].year }
    }
    return nil
  }

  /// A budget with its plan is of the three years to come (KL 11:6).
  private static let planYears = 3

  /// The sum that another stands behind, alone in parentheses: "21 mnkr (24 mnkr)", "21 mnkr under perioden (24 mnkr)".
  private static func sum(withParenthesis mask: Int, in text: [UInt8]) -> Int? {
    let size = Vocabulary.moneyMask.utf8.count
    guard text[..<mask].last == UInt8(ascii: "("), mask + size < text.count, text[mask + size] == UInt8(ascii: ")"),
      let before = text[..<mask].lastIndex(of: 0xEE)
    else { return nil }
    let between = text[before + size..<mask - 1]
    return between.count <= longestBetween && between.allSatisfy { $0 == 0x20 || $0 >= 0x41 } ? before : nil
  }

  /// Bytes of the words that may stand between them.
  private static let longestBetween = 40

  /// The year before that of the sum, where the document says that its parentheses hold such; else it is not told.
  private func comparedYear(with sum: Int, in text: [UInt8], at line: LineReference, _ headings: MoneyHeadings) -> Int? {
    parenthesesHoldYearBefore ? year(of: sum, in: text, at: line, headings).map { $0 - 1 } : nil
  }

  /// The year named nearest after the sum and before the next one, else the nearest before; of those that belong to no other sum. Of a former
  /// value only what belongs to it for certain.
  /// - Parameter told: the year that the text tells of.
  private func nearest(to mask: Int, isFormer: Bool, in text: [UInt8], of told: Int?) -> Int? {
    let sums = text.indices.filter { text[$0] == 0xEE }
    let all = marks(in: text, of: told)
    let usable = all.filter { mark in sum(of: mark, among: all, sums, in: text).map { $0 == mask } ?? !isFormer }
    let around = Self.parenthesis(around: mask, in: text)
    let inside = usable.filter { around?.contains($0.range.lowerBound) ?? false }
    let marks = inside.isEmpty ? usable : inside
    let next = sums.first { $0 > mask } ?? text.count
    return marks.first { $0.range.lowerBound > mask && $0.range.lowerBound < next }?.year
      ?? marks.last { $0.range.lowerBound < mask }?.year ?? marks.first?.year
  }

  /// The sum that the year belongs to for certain: the one that it stands right behind ("31 mnkr 2023"), or right before ("2023: 31 mnkr"). In
  /// parentheses with sums it belongs to one of these.
  private func sum(of mark: Mark, among marks: [Mark], _ sums: [Int], in text: [UInt8]) -> Int? {
    let around = Self.parenthesis(around: mark.range.lowerBound, in: text)
    let inside = sums.filter { around?.contains($0) ?? false }
    let near = inside.isEmpty ? sums : inside
    let last = near.last { $0 < mark.range.lowerBound }
    let next = near.first { $0 >= mark.range.upperBound }
    if let last, let afterSum, afterSum.matches(Array(text[min(last + 3, mark.range.lowerBound)..<mark.range.lowerBound])) { return last }
    if let next, isTied(mark.range, to: next, in: text) { return next }
    let before = Array(text[..<mark.range.lowerBound])
    if let last, onward?.matches(before) ?? false { return last }
    if last != nil, let next, joined?.matches(before) ?? false { return next }
    if let last, let next, isPart(mark, after: last, among: marks, sums, in: text) { return next }
    return inside.first
  }

  /// Whether a year behind a comma begins a part of its own, since the sum before the comma has a year: "2022 var den 15 mnkr, 2023 steg den till".
  private func isPart(_ mark: Mark, after last: Int, among marks: [Mark], _ sums: [Int], in text: [UInt8]) -> Bool {
    guard text[..<mark.range.lowerBound].suffix(2).elementsEqual(", ".utf8) else { return false }
    let start = sums.last { $0 < last } ?? 0
    return marks.contains { $0.range.lowerBound >= start && $0.range.upperBound <= last }
  }

  /// Whether nothing but a colon stands between a year and the sum after it, or words that say that the sum is of that year.
  private func isTied(_ year: Range<Int>, to next: Int, in text: [UInt8]) -> Bool {
    let between = Array(text[year.upperBound..<next])
    return between.allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: ":") } || beforeSum?.matches(between) ?? false
  }

  /// What stands between the parentheses that the place is in; nil outside of such.
  private static func parenthesis(around place: Int, in text: [UInt8]) -> Range<Int>? {
    let (open, close) = (UInt8(ascii: "("), UInt8(ascii: ")"))
    guard let start = text[..<place].lastIndex(where: { $0 == open || $0 == close }), text[start] == open else { return nil }
    return start + 1..<(text[place...].firstIndex(of: close) ?? text.count)
  }

  /// `SN 2023/17`, `2017:900`, `2024-02-21`; and the day of a decision, `2021-11-29 § 140`.
  private func isPartOfNumber(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    if let date = decisionDay?.firstMatch(in: text, from: range.lowerBound)?.range, date.lowerBound == range.lowerBound { return true }
    let signs = Set("/:.-".utf8)
    func isDigit(_ index: Int) -> Bool { text.indices.contains(index) && text[index] &- 0x30 < 10 }
    let end = range.upperBound
    return end < text.count && signs.contains(text[end]) && isDigit(end + 1) && text[end] != UInt8(ascii: "-")
      || range.lowerBound > 0 && signs.contains(text[range.lowerBound - 1]) && isDigit(range.lowerBound - 2)
  }

  /// The years and "föregående år", in order; those left out that something is only compared with.
  private func marks(in text: [UInt8], of told: Int?) -> [Mark] {
    var marks = numbers(in: text)
    if let told, let thisYear { marks += free(thisYear.allMatches(in: text), in: text).map { Mark(year: told, range: $0) } }
    if let told, let yearBefore { marks += free(yearBefore.allMatches(in: text), in: text).map { Mark(year: told - 1, range: $0) } }
    return marks.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func numbers(in text: [UInt8]) -> [Mark] {
    free(year?.allMatches(in: text) ?? [], in: text).compactMap { range in
      guard !isPartOfNumber(range, in: text) else { return nil }
      return Int(String(decoding: text[range], as: UTF8.self)).map { Mark(year: $0, range: range) }
    }
  }

  private func free(_ matches: [Pattern.Match], in text: [UInt8]) -> [Range<Int>] {
    let compared = compared?.allMatches(in: text).map(\.range) ?? []
    return matches.map(\.range).filter { range in
      guard compared.contains(where: { $0.overlaps(range) }) else { return true }
      let next = text[range.upperBound...].firstIndex(of: 0xEE)
      return next.map { isTied(range, to: $0, in: text) } ?? false
    }
  }
}
