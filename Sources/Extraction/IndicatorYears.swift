internal import Documents
internal import Facts
internal import Pages
internal import Rules

/// Which year a figure in running text is of: the one that its sentence says it is of, the one in the heading of its §, or the report's.
struct IndicatorYears {
  private let year: Pattern?
  /// A year with the words before it that say when ("under 2022"), not what with ("än 2022").
  private let when: Pattern?
  /// The year of the report; nil for minutes, whose figures may be of any year.
  private let reported: String?
  /// Where each § begins, with the year in its heading.
  private let paragrafer: [(line: LineReference, year: String?)]

  init(rules: RuleSet, document: MunicipalDocument) {
    let year = rules.shared.year
    self.year = year
    when = rules.vocabulary.pattern(for: "satsar")
    let back = rules.vocabulary.pattern(for: "aterblick")
    let front = document.frontMatter
    reported = front.type == "protokoll" ? nil : front.year.map(String.init)
    paragrafer = document.paragrafer.map { paragraf in
      let title = Array((paragraf.title ?? "").utf8)
      let years = Self.years(year, in: title)
      return (paragraf.heading, back?.matches(title) ?? false && years.count == 1 ? years.first : nil)
    }
  }

  /// Nil where it cannot be told.
  func year(of sentence: [UInt8], at line: LineReference) -> String? {
    let named = Self.years(when, in: sentence)
    if named.count == 1, let only = named.first { return only <= (reported ?? only) ? only : nil }
    guard named.isEmpty else { return nil }
    return paragrafer.last { ($0.line.page, $0.line.line) <= (line.page, line.line) }?.year ?? reported
  }

  /// Whether all its values are of years that had come when the report was written.
  func isTold(_ indicator: Indicator) -> Bool { reported.map { reported in indicator.values.keys.allSatisfy { $0 <= reported } } ?? true }

  /// The year that words name ("2021", "år 2021"), or the one before where they say so ("föregående år").
  static func year(_ words: String?, before year: String) -> String? {
    guard let words, let number = Int(year) else { return nil }
    let digits = words.filter(\.isNumber)
    return digits.count == 4 ? digits : String(number - 1)
  }

  /// The years at the ends of the matches.
  private static func years(_ pattern: Pattern?, in text: [UInt8]) -> Set<String> {
    Set((pattern?.allMatches(in: text) ?? []).map { String(decoding: text[$0.range].suffix(4), as: UTF8.self) })
  }
}
