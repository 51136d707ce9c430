internal import Facts
internal import Rules

/// Tells what the columns of a table hold, from their names: which makes it a result table.
///
/// A column that says nothing of a year is of the one that the document reports on, and one of "föregående år" of the year before. In an interim
/// report, one that says neither year nor "helår" is of its period.
struct ColumnMeanings {
  let rules: RuleSet
  private let wholeYear: Pattern?
  private let period: Pattern?
  private let projects: Pattern?
  private let whole: Pattern?
  private let years: ColumnYears

  init(rules: RuleSet) {
    self.rules = rules
    wholeYear = rules.vocabulary.pattern(for: "helarsord")
    period = rules.vocabulary.pattern(for: "periodord")
    projects = rules.vocabulary.pattern(for: "projektord")
    whole = rules.vocabulary.pattern(for: "projekthelhet")
    years = ColumnYears(rules: rules)
  }

  /// Empty where fewer than two columns are of a result table.
  /// - Parameters:
  ///   - columns: the names of the value columns.
  ///   - title: the table's; a year in it is that of columns without one.
  ///   - document: what the table stands in; its year and type count.
  ///   - unit: the unit that a text names.
  func meanings(of columns: [String], under title: String?, in document: DocumentFacts, unit: ([UInt8]) -> String?) -> [ColumnMeaning?] {
    let isInterim = document.type == "delårsrapport"
    let reported = title.flatMap { years.only(in: Array($0.utf8)) } ?? document.year
    var found = columns.map { meaning(of: Array($0.utf8), year: reported, isInterim: isInterim, unit: unit) }
    if ([title ?? ""] + columns).contains(where: { says(projects, Array($0.utf8)) }) { dropWholeProjects(columns, &found) }
    takeOver(columns, &found)
    return found.compactMap { $0 }.count > 1 ? found : []
  }

  /// In a table of projects what is said of their whole ("Prognos totalt") is of all their years, and so is the difference of nothing else.
  private func dropWholeProjects(_ columns: [String], _ found: inout [ColumnMeaning?]) {
    var run: [Int] = []
    for column in columns.indices {
      let name = Array(columns[column].utf8)
      if says(whole, name), years.said(name, reported: nil) == .nothing, !says(period, name), !years.namePartOfYear(name) {
        found[column] = nil
        run.append(column)
      } else if let kind = found[column]?.kind {
        let isOfWhole = kind == Self.difference && !run.isEmpty && run.allSatisfy { found[$0] == nil } && saysNothing(columns[column])
        if isOfWhole { found[column] = nil }
        run = kind == Self.difference ? [] : run + [column]
      }
    }
  }

  /// A difference that says no time of its own is of that of the columns before it, which it is the difference of; and a budget that says none, beside
  /// nothing but forecasts, is of the whole year as they are.
  private func takeOver(_ columns: [String], _ found: inout [ColumnMeaning?]) {
    var run: [Int] = []
    var before: Int?
    for column in columns.indices {
      guard let meaning = found[column] else { continue }
      guard meaning.kind == Self.difference else {
        run.append(column)
        continue
      }
      // "Avvikelse | Avvikelse, %" are one difference told twice.
      if run.isEmpty, saysNothing(columns[column]), let before, let isPeriod = found[before]?.isPeriod {
        found[column]?.isPeriod = isPeriod
      }
      before = column
      let isOfForecast = run.contains { found[$0]?.kind == Self.forecast } && run.allSatisfy { found[$0]?.kind != Self.outcome }
      for other in run where isOfForecast && saysNothing(columns[other]) { found[other]?.isPeriod = false }
      if saysNothing(columns[column]), isOfWholeYear(run.compactMap { found[$0] }) { found[column]?.isPeriod = false }
      run = []
    }
  }

  /// Whether a difference behind the columns is of the whole year: all of them are, or the last one is, of a budget and a forecast that both are
  /// ("Utfall jan–apr | Budget 2025 | Prognos 2025 | Avvikelse").
  private func isOfWholeYear(_ run: [ColumnMeaning]) -> Bool {
    let whole = run.filter { !$0.isPeriod }
    guard let last = run.last, !last.isPeriod else { return false }
    return whole.count == run.count
      || [Self.budget, Self.forecast].allSatisfy { kind in whole.contains { $0.kind == kind && $0.year == last.year } }
  }

  private static let (difference, forecast, outcome, budget) = ("avvikelse", "prognos", "utfall", "budget")

  /// Whether the name says neither a year nor a part of one.
  private func saysNothing(_ name: String) -> Bool {
    let name = Array(name.utf8)
    return years.said(name, reported: nil) == .nothing && !says(period, name) && !says(wholeYear, name) && !years.namePartOfYear(name)
  }

  private func says(_ pattern: Pattern?, _ name: [UInt8]) -> Bool { pattern?.matches(name) ?? false }

  private func meaning(of name: [UInt8], year reported: Int?, isInterim: Bool, unit: ([UInt8]) -> String?) -> ColumnMeaning? {
    guard let kind = rules.vocabulary.value(of: name, in: "kolumnslag") else { return nil }
    let said = years.said(name, reported: reported)
    let saysPeriod = says(period, name) || years.namePartOfYear(name)
    let saysYear = says(wholeYear, name)
    let namesYear = if case .year = said { true } else { false }
    let year: Int? =
      switch said {
      case .year(let named): named
      case .before: reported.map { $0 - 1 }
      case .unclear: nil
      case .nothing: reported
      }
    let isPeriod = saysPeriod || isInterim && !namesYear && !saysYear
    return ColumnMeaning(
      kind: kind, year: year, isPeriod: isPeriod, part: rules.vocabulary.value(of: name, in: "kolumndel"), unit: unit(name))
  }
}
