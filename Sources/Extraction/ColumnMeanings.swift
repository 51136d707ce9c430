internal import Facts
internal import Rules

/// Tells what the columns of a table hold, from their names: which makes it a result table.
///
/// A column without a year is of the year that the document reports on; in an interim report, one that says neither year nor "helår" is of its period.
struct ColumnMeanings {
  let rules: RuleSet
  private let wholeYear: Pattern?
  private let period: Pattern?
  private let year: Pattern?

  init(rules: RuleSet) {
    self.rules = rules
    wholeYear = rules.vocabulary.pattern(for: "helarsord")
    period = rules.vocabulary.pattern(for: "periodord")
    year = rules.vocabulary.pattern(for: "ar", prefix: "(?<!\\d)", suffix: "(?!\\d)")
  }

  /// Empty where fewer than two columns are of a result table.
  /// - Parameters:
  ///   - columns: the names of the value columns.
  ///   - title: the table's; a year in it is that of columns without one.
  ///   - document: what the table stands in; its year and type count.
  ///   - unit: the unit that a text names.
  func meanings(of columns: [String], under title: String?, in document: DocumentFacts, unit: ([UInt8]) -> String?) -> [ColumnMeaning?] {
    let isInterim = document.type == "delårsrapport"
    let reported = title.flatMap { year(in: Array($0.utf8)) } ?? document.year
    let found = columns.map { meaning(of: Array($0.utf8), year: reported, isInterim: isInterim, unit: unit) }
    return found.compactMap { $0 }.count > 1 ? found : []
  }

  /// The only year that a text names; nil where it names none or several.
  private func year(in text: [UInt8]) -> Int? {
    let years = Set((year?.allMatches(in: text) ?? []).map { String(decoding: text[$0.range], as: UTF8.self) })
    return years.count == 1 ? years.first.flatMap { Int($0) } : nil
  }

  private func meaning(of name: [UInt8], year reported: Int?, isInterim: Bool, unit: ([UInt8]) -> String?) -> ColumnMeaning? {
    guard let kind = rules.vocabulary.value(of: name, in: "kolumnslag") else { return nil }
    let named = year(in: name)
    let saysPeriod = period?.matches(name) ?? false
    let saysYear = wholeYear?.matches(name) ?? false
    let isPeriod = saysPeriod || isInterim && named == nil && !saysYear
    return ColumnMeaning(
      kind: kind, year: named ?? reported, isPeriod: isPeriod, part: rules.vocabulary.value(of: name, in: "kolumndel"), unit: unit(name))
  }
}
