internal import Documents
internal import Facts
internal import Pages
internal import Rules

/// Takes key figures (nyckeltal, indikatorer) by year from the tables that hold them.
struct IndicatorExtractor {
  let rules: RuleSet
  let evidence: EvidenceMaker

  /// What a column of a table of key figures holds.
  private enum Column: Equatable {
    case year(String)
    /// Values of a part of the year: they count where the year has no column of its own.
    case partOf(String)
    /// The only column of values, whose year stands elsewhere.
    case value
    case target
    case assessment
    case sex
    /// The name of what is measured, where the label is a goal or an area.
    case measure
    case other
  }

  func indicators(in document: MunicipalDocument, units: (Table, MunicipalDocument) -> String?) -> [Indicator] {
    document.tables.flatMap { indicators(of: $0, unit: units($0, document), in: document) }
  }

  private func indicators(of table: Table, unit: String?, in document: MunicipalDocument) -> [Indicator] {
    guard !isOfMoney(table, unit: unit) else { return [] }
    if let turned = yearsAsRows(table, in: document) { return turned }
    let columns = withYear(table.columns.map(column), of: table, in: document)
    guard isOfKeyFigures(columns) else { return [] }
    let measure = rowsArePartsOfOne(table) ? table.title.map(Self.withoutNumber) : nil
    var name = ""
    return table.rows.filter { !$0.isHeading }.compactMap { row in
      // A row without label goes on with the one above where it is of the other sex, and nowhere else.
      if !row.label.isEmpty || !columns.contains(.sex) { name = measure.map { "\($0) - \(row.label)" } ?? row.label }
      return name.isEmpty && !columns.contains(.measure) ? nil : indicator(row, name: name, columns: columns, in: document)
    }
  }

  /// Letters of the label of an area; a longer one is a goal's text, which the measure's name does not need.
  private static let longestArea = 40

  /// A title without its section number ("5.1 ").
  private static func withoutNumber(_ title: String) -> String {
    String(title.drop { $0.isNumber || $0 == "." }.drop { $0 == " " })
  }

  private func indicator(_ row: Table.Row, name: String, columns: [Column], in document: MunicipalDocument) -> Indicator? {
    var found = Indicator(name: name, values: [:], target: nil, assessment: nil)
    var parts: [String: String] = [:]
    for (column, value) in zip(columns, row.values) {
      guard let value else { continue }
      switch column {
      case .year(let year): if !isNone(value) { found.values[year] = found.values[year] ?? value }
      case .partOf(let year): if !isNone(value) { parts[year] = value }
      case .target: if !isNone(value) { found.target = found.target ?? value }
      case .assessment: found.assessment = found.assessment ?? value
      case .measure: found.name = name.isEmpty || name.count > Self.longestArea ? value : "\(name) - \(value)"
      case .sex: if firstMatch(value, in: .indicatorTable)?["kind"] != "helhet" { found.name += ", \(value)" }
      case .value, .other: break
      }
    }
    found.values.merge(parts) { whole, _ in whole }
    // An empty row between others tells nothing, not even that a value is missing.
    guard !row.label.isEmpty && !found.name.isEmpty || !found.values.isEmpty else { return nil }
    found.source = source(row.lines, in: document)
    return found
  }

  private func source(_ lines: [LineReference], in document: MunicipalDocument) -> Evidence {
    let passage = document.passage(lines)
    return evidence.evidence(passage, 0..<passage.text.count, rule: "nyckeltal.ar")
  }

  // MARK: Columns

  private func column(_ name: String) -> Column {
    let values = firstMatch(name, in: .indicatorColumn) ?? [:]
    if let year = values["year"] { return .year(year) }
    if let year = values["part_of"] { return .partOf(year) }
    switch values["column"] {
    case "mål": return .target
    case "bedömning": return .assessment
    case "kön": return .sex
    case "mått": return .measure
    case "utfall": return .value
    default: return .other
    }
  }

  /// Columns where the only one with values has its year: the one in the title, or the report's where the table says that it is of key figures.
  private func withYear(_ columns: [Column], of table: Table, in document: MunicipalDocument) -> [Column] {
    guard columns.count(where: { $0 == .value }) == 1, !columns.contains(where: { if case .year = $0 { true } else { false } }) else {
      return columns
    }
    let isOfKeyFigures = [table.labelHead, table.title ?? ""].contains { firstMatch($0, in: .indicatorTable)?["kind"] == "nyckeltal" }
    guard isOfKeyFigures, let year = year(in: table.title ?? "") ?? document.frontMatter.year.map(String.init) else { return columns }
    return columns.map { $0 == .value ? .year(year) : $0 }
  }

  private func year(in title: String) -> String? {
    let bytes = Array(title.utf8)
    let years = Set((rules.shared.year?.allMatches(in: bytes) ?? []).map { String(decoding: bytes[$0.range], as: UTF8.self) })
    return years.count == 1 ? years.first : nil
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

  /// Whether the unit, the title, or half of the rows or of the columns speak of money.
  private func isOfMoney(_ table: Table, unit: String?) -> Bool {
    let speaks = { (text: String) in firstMatch(text, in: .indicatorTable)?["kind"] == "pengar" }
    if [unit, table.title].compactMap(\.self).contains(where: speaks) { return true }
    let labels = table.rows.map(\.label).filter { !$0.isEmpty }
    return [labels, table.columns].contains { !$0.isEmpty && $0.count(where: speaks) * 2 >= $0.count }
  }

  /// Years in the head: two, or one with a target beside it.
  private func isOfKeyFigures(_ columns: [Column]) -> Bool {
    let years = columns.count { if case .year = $0 { true } else if case .partOf = $0 { true } else { false } }
    return years > 1 || years == 1 && columns.contains { $0 == .target || $0 == .assessment }
  }

  /// Whether the rows are parts of one measure that only the title names: one of them is all of it.
  private func rowsArePartsOfOne(_ table: Table) -> Bool {
    table.rows.contains { firstMatch($0.label, in: .indicatorTable)?["kind"] == "helhet" }
  }

  /// A table whose rows are years: each column is a key figure. Nil for another.
  private func yearsAsRows(_ table: Table, in document: MunicipalDocument) -> [Indicator]? {
    let rows = table.rows.filter { !$0.isHeading }
    guard rows.count > 1, rows.allSatisfy({ year(in: $0.label) == $0.label }), Set(rows.map(\.label)).count == rows.count else {
      return nil
    }
    return table.columns.indices.map { column in
      var found = Indicator(name: table.columns[column], values: [:], target: nil, assessment: nil)
      for row in rows { if let value = row.values[column], !isNone(value) { found.values[row.label] = value } }
      found.source = source(rows.flatMap(\.lines), in: document)
      return found
    }
  }
}
