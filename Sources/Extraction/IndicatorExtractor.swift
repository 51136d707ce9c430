internal import Documents
internal import Facts
internal import Pages
internal import Rules

/// Takes key figures (nyckeltal, indikatorer) by year from the tables that hold them.
struct IndicatorExtractor {
  let rules: RuleSet
  let evidence: EvidenceMaker

  /// What a column of a table of key figures holds.
  private enum Column {
    case year(String)
    case target
    case assessment
    case other
  }

  func indicators(in document: MunicipalDocument, units: (Table, MunicipalDocument) -> String?) -> [Indicator] {
    document.tables.flatMap { indicators(of: $0, unit: units($0, document), in: document) }
  }

  private func indicators(of table: Table, unit: String?, in document: MunicipalDocument) -> [Indicator] {
    let columns = table.columns.map(column)
    guard isOfKeyFigures(table, columns: columns, unit: unit) else { return [] }
    let measure = rowsArePartsOfOne(table) ? table.title.map(Self.withoutNumber) : nil
    return table.rows.filter { !$0.isHeading && !$0.label.isEmpty }.map { row in
      indicator(row, columns: columns, measure: measure, in: document)
    }
  }

  /// A title without its section number ("5.1 ").
  private static func withoutNumber(_ title: String) -> String {
    String(title.drop { $0.isNumber || $0 == "." }.drop { $0 == " " })
  }

  private func indicator(_ row: Table.Row, columns: [Column], measure: String?, in document: MunicipalDocument) -> Indicator {
    let name = measure.map { "\($0) - \(row.label)" } ?? row.label
    var found = Indicator(name: name, values: [:], target: nil, assessment: nil)
    for (column, value) in zip(columns, row.values) {
      guard let value else { continue }
      switch column {
      case .year(let year): if !isNone(value) { found.values[year] = value }
      case .target: if !isNone(value) { found.target = found.target ?? value }
      case .assessment: found.assessment = found.assessment ?? value
      case .other: break
      }
    }
    let passage = document.passage(row.lines)
    found.source = evidence.evidence(passage, 0..<passage.text.count, rule: "nyckeltal.ar")
    return found
  }

  // MARK: Columns

  private func column(_ name: String) -> Column {
    let values = firstMatch(name, in: .indicatorColumn) ?? [:]
    if let year = values["year"] { return .year(year) }
    switch values["column"] {
    case "mål": return .target
    case "bedömning": return .assessment
    default: return .other
    }
  }

  private func firstMatch(_ text: String, in scope: Scope) -> [String: String]? {
    let bytes = Array(text.utf8)
    for rule in rules.rules(in: scope, near: bytes) {
      for pattern in rule.patterns {
        if let match = pattern.firstMatch(in: bytes), !rule.isForbidden(bytes) { return rules.values(of: rule, for: match, in: bytes) }
      }
    }
    return nil
  }

  /// Whether the value says that there is none.
  private func isNone(_ value: String) -> Bool { rules.vocabulary.value(of: Array(value.utf8), in: "utanvarde") != nil }

  // MARK: Tables

  /// Years in the head, and no table of money: two years, or one with a target beside it.
  private func isOfKeyFigures(_ table: Table, columns: [Column], unit: String?) -> Bool {
    var years = 0
    var hasTarget = false
    for column in columns {
      switch column {
      case .year: years += 1
      case .target: hasTarget = true
      case .assessment, .other: break
      }
    }
    guard years > 1 || years == 1 && hasTarget else { return false }
    let unitKind = unit.flatMap { firstMatch($0, in: .indicatorTable)?["kind"] }
    let titleKind = table.title.flatMap { firstMatch($0, in: .indicatorTable)?["kind"] }
    return unitKind != "pengar" && titleKind != "pengar"
  }

  /// Whether the rows are parts of one measure that only the title names: one of them is all of it.
  private func rowsArePartsOfOne(_ table: Table) -> Bool {
    table.rows.contains { firstMatch($0.label, in: .indicatorTable)?["kind"] == "helhet" }
  }
}
