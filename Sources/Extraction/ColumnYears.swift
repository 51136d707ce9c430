internal import Language
internal import Rules

/// Which year the name of a column says that it is of.
struct ColumnYears {
  /// What a name says of its year.
  enum Said: Equatable {
    case year(Int)
    /// The year before the one that is reported on.
    case before
    /// It says something of a year that cannot be told: several years, one that it is compared with, or digits that may be one.
    case unclear
    /// Nothing: it is of the year that is reported on.
    case nothing
  }

  private let year: Pattern?
  private let before: Pattern?
  /// A year that the column's values are compared with.
  private let compared: Pattern?

  /// Two digits ("-23", "24") are a year this near the one that is reported on.
  private static let near = 5

  init(rules: RuleSet) {
    year = rules.vocabulary.pattern(for: "ar", prefix: "(?<!\\d)", suffix: "(?!\\d)")
    before = rules.vocabulary.pattern(for: "foregaende_period")
    compared = rules.vocabulary.pattern(for: "jamfortar")
  }

  /// The only year that a text names; nil where it names none or several.
  func only(in text: [UInt8]) -> Int? {
    let years = years(in: text)
    return years.count == 1 ? years.first : nil
  }

  /// - Parameter reported: the year that the document reports on.
  func said(_ name: [UInt8], reported: Int?) -> Said {
    let named = years(in: name).union(codes(in: name, reported: reported))
    if named.count > 1 || compared?.matches(name) ?? false { return .unclear }
    if let only = named.first { return .year(only) }
    if before?.matches(name) ?? false { return .before }
    return name.split(whereSeparator: { !Self.isDigit($0) }).contains { $0.count > 3 } ? .unclear : .nothing
  }

  /// Whether a month or a day before the year's end stands in the name as digits alone ("202408").
  func namePartOfYear(_ name: [UInt8]) -> Bool {
    name.split(separator: 0x20).contains { PeriodCode($0).map { $0.month < 12 } ?? false }
  }

  private func years(in text: [UInt8]) -> Set<Int> {
    Set((year?.allMatches(in: text) ?? []).compactMap { Int(String(decoding: text[$0.range], as: UTF8.self)) })
  }

  /// The years of "202408", "240831", "2408", and of two digits that end the name ("Utfall -23").
  private func codes(in name: [UInt8], reported: Int?) -> Set<Int> {
    let words = name.split(separator: 0x20)
    var found = Set(words.compactMap { word in PeriodCode(word)?.year })
    if let last = words.last, let reported, words.count > 1 {
      let digits = last.drop { !Self.isDigit($0) }
      let isShort = digits.count == 2 && digits.allSatisfy(Self.isDigit) && last.count <= 5
      if isShort, let short = Int(String(decoding: digits, as: UTF8.self)), abs(2000 + short - reported) <= Self.near {
        found.insert(2000 + short)
      }
    }
    return found
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
