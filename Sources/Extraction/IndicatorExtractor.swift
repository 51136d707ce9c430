internal import Documents
internal import Facts
internal import Pages
internal import Rules

/// Takes key figures (nyckeltal, indikatorer) by year from the tables that hold them.
struct IndicatorExtractor {
  let rules: RuleSet
  let evidence: EvidenceMaker

  private let words: IndicatorWords
  private let outcomes: GoalOutcomes

  init(rules: RuleSet, evidence: EvidenceMaker) {
    self.rules = rules
    self.evidence = evidence
    words = IndicatorWords(rules: rules)
    outcomes = GoalOutcomes(rules: rules)
  }

  func indicators(in document: MunicipalDocument, units: (Table, MunicipalDocument) -> String?) -> [Indicator] {
    let statements = UnitStatements(document, rules: rules)
    return document.tables.flatMap { table in
      let unit = units(table, document)
      let isOfMoney = statements.cover(table) || isNote(table) && !statements.isOfOther(table)
      return unit == nil && isOfMoney ? [] : indicators(of: table, unit: unit, in: document)
    }
  }

  private func indicators(of table: Table, unit: String?, in document: MunicipalDocument) -> [Indicator] {
    guard !isOfMoney(table, unit: unit) else { return [] }
    if let turned = yearsAsRows(table, in: document) { return turned }
    var table = table
    let named = withForecasts(
      IndicatorColumns(words: words, municipality: document.frontMatter.municipality).columns(table.columns), of: table)
    var columns = withTitleYear(withYear(withGroups(named, of: table), of: table, in: document), of: &table)
    guard isOfKeyFigures(columns), !tellsGoals(table, columns) else { return [] }
    let isOfGoals = isOfGoals(table, columns)
    if isOfGoals, assessesGoals(table, columns) { columns = columns.map { $0 == .assessment ? .other : $0 } }
    let rowNames = IndicatorRowNames(table, words: words, hasParts: columns.first == .other)
    let names = measure(of: table).map(rowNames.names(of:)) ?? rowNames.names
    var name = ""
    return zip(table.rows, names).filter { !$0.0.isHeading }.flatMap { row, own -> [Indicator] in
      // A row without label goes on with the one above where it is of the other sex, and nowhere else.
      if isOfGoals { name = "" } else if !row.label.isEmpty || !columns.contains(.sex) { name = own }
      if name.isEmpty && !columns.contains(.measure) || table.doubt != nil && mayBeSeveral(row, columns) { return [] }
      return indicators(row, name: name, columns: columns, in: document)
    }
  }

  /// Whether the rows' labels are goals, beside which stands what is measured: a measure has its own name.
  private func isOfGoals(_ table: Table, _ columns: [IndicatorColumn]) -> Bool {
    columns.contains(.measure) && rules.shared.goalColumn?.matches(Array(table.labelHead.utf8)) == true
  }

  /// Whether the assessments are of the goals: of several measures of a goal one row has one.
  private func assessesGoals(_ table: Table, _ columns: [IndicatorColumn]) -> Bool {
    guard let column = columns.firstIndex(of: .assessment) else { return false }
    var goals: [(label: String, rows: Int, assessed: Int)] = []
    for row in table.rows where !row.isHeading {
      if goals.isEmpty || !row.label.isEmpty && row.label != goals[goals.count - 1].label { goals.append((row.label, 0, 0)) }
      goals[goals.count - 1].rows += 1
      if row.values[column] != nil { goals[goals.count - 1].assessed += 1 }
    }
    return goals.contains { $0.rows > 1 } && goals.allSatisfy { $0.assessed < 2 }
  }

  /// Letters of the label of an area; a longer one is a goal's text, which the measure's name does not need.
  private static let longestArea = 40

  /// The row's own key figure, and one for each group that has columns.
  private func indicators(_ row: Table.Row, name: String, columns: [IndicatorColumn], in document: MunicipalDocument) -> [Indicator] {
    var found = Indicator(name: name, values: [:], target: nil, assessment: nil)
    var parts: [String: String] = [:]
    var groups: [(name: String, values: [String: String])] = []
    for (column, value) in zip(columns, row.values) {
      guard let value else { continue }
      switch column {
      case .measure: found.name = name.isEmpty || name.count > Self.longestArea ? value : "\(name) - \(value)"
      case .sex: if words.kind(of: value) != "helhet" { found.name += ", \(value)" }
      case .assessment: if !words.isDash(value) { found.assessment = found.assessment ?? words.withoutMark(value) }
      case .development: if value.contains(where: \.isLetter) { found.assessment = found.assessment ?? value }
      case _ where words.isNone(value): break
      case .year(let year): found.values[year] = found.values[year] ?? value
      case .partOf(let year): parts[year] = value
      case .group(let group, let year):
        let place = groups.firstIndex { $0.name == group } ?? groups.count
        if place == groups.count { groups.append((group, [:])) }
        groups[place].values[year] = groups[place].values[year] ?? value
      case .target: found.target = found.target ?? value
      case .value, .part, .total, .goal, .term, .remark, .forecast, .other: break
      }
    }
    found.values.merge(parts) { whole, _ in whole }
    found.source = source(row.lines, in: document)
    let ofGroups = groups.map {
      Indicator(name: "\(found.name), \($0.name)", values: $0.values, target: nil, assessment: nil, source: found.source)
    }
    // An empty row between others tells nothing, not even that a value is missing.
    guard !row.label.isEmpty && !found.name.isEmpty || !found.values.isEmpty else { return ofGroups }
    return hasOwn(columns) ? [found] + ofGroups : ofGroups
  }

  /// Whether some column is of the whole and not of a group.
  private func hasOwn(_ columns: [IndicatorColumn]) -> Bool {
    columns.contains { if case .year = $0 { true } else if case .partOf = $0 { true } else { false } }
  }

  private func source(_ lines: [LineReference], in document: MunicipalDocument) -> Evidence {
    let passage = document.passage(lines)
    return evidence.evidence(passage, 0..<passage.text.count, rule: "nyckeltal.ar")
  }

  // MARK: Columns

  /// A column without a name that holds nothing but groups of people and their whole ("Totalt", "Kvinnor", "Män") says whose the row's figures are.
  private func withGroups(_ columns: [IndicatorColumn], of table: Table) -> [IndicatorColumn] {
    columns.indices.map { column in
      guard columns[column] == .other, table.columns[column].isEmpty else { return columns[column] }
      let kinds = table.rows.filter { !$0.isHeading }.map { row in row.values[column].flatMap(words.kind) }
      return kinds.contains(where: Self.isOfPart) && kinds.allSatisfy { Self.isOfPart($0) || $0 == "helhet" } ? .sex : .other
    }
  }

  /// Whether the words are of a group of people, or of a part of what stands above.
  private static func isOfPart(_ kind: String?) -> Bool { kind == "delgrupp" || kind == "del" }

  /// A forecast in the words of a scale assesses, where no other column does; figures are no assessment.
  private func withForecasts(_ columns: [IndicatorColumn], of table: Table) -> [IndicatorColumn] {
    columns.indices.map { column in
      guard columns[column] == .forecast else { return columns[column] }
      return !columns.contains(.assessment) && areOutcomes(table.rows.compactMap { $0.values[column] }) ? .assessment : .other
    }
  }

  /// Whether the cells are steps of a scale for goals, among them remarks but no figures.
  private func areOutcomes(_ cells: [String]) -> Bool {
    let told = cells.filter { !words.isNone($0) }
    guard !told.isEmpty, !told.contains(where: { $0.contains(where: \.isNumber) }) else { return false }
    return told.count { outcomes.cell($0) != nil } * 2 >= told.count
  }

  /// Columns where the only one with values has its year: the one in the title, or the report's where the table says that it is of key figures.
  private func withYear(_ columns: [IndicatorColumn], of table: Table, in document: MunicipalDocument) -> [IndicatorColumn] {
    guard columns.count(where: { $0 == .value }) == 1, !columns.contains(where: { if case .year = $0 { true } else { false } }) else {
      return columns
    }
    let isOfKeyFigures =
      columns.contains(.measure) || [table.labelHead, table.title ?? ""].contains { words.kind(of: $0) == "nyckeltal" }
    guard isOfKeyFigures, let year = words.year(in: table.title ?? "") ?? document.frontMatter.year.map(String.init) else { return columns }
    return columns.map { $0 == .value ? .year(year) : $0 }
  }

  /// Columns of groups and their whole, of the year in the table's title, which then is none of what the figures are of.
  private func withTitleYear(_ columns: [IndicatorColumn], of table: inout Table) -> [IndicatorColumn] {
    let groups = columns.count { if case .part = $0 { true } else { false } }
    guard groups > 1, !columns.contains(where: \.hasYear), let title = table.title, let year = words.year(in: title) else { return columns }
    if title.hasSuffix(year) { table.title = Self.trimmed(title.dropLast(year.count)) }
    return columns.map { column in
      switch column {
      case .part(let group): .group(group, year: year)
      case .total: .year(year)
      default: column
      }
    }
  }

  private static func trimmed(_ title: Substring) -> String {
    var title = title
    while let last = title.last, " ,–-".contains(last) { title.removeLast() }
    return String(title)
  }

  // MARK: Tables

  /// Whether the years' columns say how goals went: such rows are goals and no key figures.
  private func tellsGoals(_ table: Table, _ columns: [IndicatorColumn]) -> Bool {
    guard rules.shared.goalColumn?.matches(Array(table.labelHead.utf8)) == true else { return false }
    return areOutcomes(table.rows.flatMap { row in zip(columns, row.values).compactMap { $0.hasYear ? $1 : nil } })
  }

  /// Whether the table is a note to the accounts.
  private func isNote(_ table: Table) -> Bool { table.title.map { words.kind(of: $0) == "not" } ?? false }

  /// Whether the unit, the title, or half of the rows or of the columns speak of money.
  private func isOfMoney(_ table: Table, unit: String?) -> Bool {
    if [unit, table.title].compactMap(\.self).contains(where: { words.kind(of: $0) == "pengar" }) { return true }
    // "Resultat" alone is a line of an income statement, and what a report on quality calls its tables.
    let speaks = { (text: String) in words.kind(of: text).map { $0 == "pengar" || $0 == "pengarad" } ?? false }
    let labels = table.rows.map(\.label).filter { !$0.isEmpty }
    return [labels, table.columns].contains { !$0.isEmpty && $0.count(where: speaks) * 2 >= $0.count }
  }

  /// Years in the head: two, or one with a target or what is said of the value beside it.
  private func isOfKeyFigures(_ columns: [IndicatorColumn]) -> Bool {
    let years = columns.count(where: \.hasYear)
    return years > 1 || years == 1 && columns.contains { [.target, .assessment, .development, .remark].contains($0) }
  }

  /// Whether two rows may have been read as one, in a table that was not read with certainty: a figure has a space in it, or no year has one.
  private func mayBeSeveral(_ row: Table.Row, _ columns: [IndicatorColumn]) -> Bool {
    let cells = zip(columns, row.values)
    guard cells.contains(where: { $0.hasYear && $1 != nil }) else { return true }
    return cells.compactMap { $0.hasYear || $0 == .target ? $1 : nil }.contains { figure in
      figure.split(separator: " ").count { $0.first?.isNumber == true || words.isDash(String($0)) } > 1
    }
  }

  /// What the rows are parts of, by the title or by what stands over their labels; nil where they say themselves what they measure.
  private func measure(of table: Table) -> String? {
    let title = rowsArePartsOfOne(table) ? table.title.map(words.withoutNumber) : nil
    if let title, table.title.map(words.kind) == "mått" || words.isMeasured(title) { return title }
    return headMeasure(of: table) ?? title
  }

  /// What stands over the labels, where it says what is measured ("Sjukfrånvaro, procent av arbetstiden") and they say only for whom.
  private func headMeasure(of table: Table) -> String? {
    guard !table.labelHead.isEmpty, !table.rows.contains(where: { words.isMeasured($0.label) }) else { return nil }
    let hasParts = { table.rows.contains { ["helhet", "hela måttet", "delgrupp"].contains(words.kind(of: $0.label)) } }
    return words.isMeasure(table.labelHead) || words.isShare(table.labelHead) && hasParts() ? table.labelHead : nil
  }

  /// Whether the rows are parts of one measure that only the title names: one of them is all of it, or they are units.
  private func rowsArePartsOfOne(_ table: Table) -> Bool {
    table.rows.contains { words.kind(of: $0.label) == "helhet" } || titleNamesMeasure(of: table)
  }

  /// Whether the title says what is measured ("Sjukfrånvaro i procent") and the rows only for whom: they are units by the name above them, or stand under
  /// none, and no label is a measure by itself.
  private func titleNamesMeasure(of table: Table) -> Bool {
    guard let title = table.title, ["mått", "hela måttet"].contains(words.kind(of: title)) else { return false }
    return (table.labelHead.isEmpty || words.kind(of: table.labelHead) == "enhet") && !table.rows.contains { words.isMeasured($0.label) }
  }

  /// A table whose rows are years: each column is a key figure, or a group of people whose figure the title names. Nil for another.
  private func yearsAsRows(_ table: Table, in document: MunicipalDocument) -> [Indicator]? {
    let rows = table.rows.filter { !$0.isHeading }
    guard rows.count > 1, rows.allSatisfy({ words.year(in: $0.label) == $0.label }), Set(rows.map(\.label)).count == rows.count else {
      return nil
    }
    let isOfGroups = table.columns.contains { Self.isOfPart(words.kind(of: $0)) || words.kind(of: $0) == "helhet" }
    let measure = isOfGroups ? table.title.map(words.withoutNumber) : nil
    return table.columns.indices.map { column in
      let name = measure.map { "\($0) - \(table.columns[column])" } ?? table.columns[column]
      var found = Indicator(name: name, values: [:], target: nil, assessment: nil)
      for row in rows { if let value = row.values[column], !words.isNone(value) { found.values[row.label] = value } }
      found.source = source(rows.flatMap(\.lines), in: document)
      return found
    }
  }
}
