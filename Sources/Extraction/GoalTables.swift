internal import Documents
internal import Facts
internal import Pages
internal import Rules

/// Takes goals from the rows of tables: one a row, or one for the rows of its indicators, with what its column of outcomes says.
///
/// Only tables whose every cell has its place are read so; the lines of others are left to the rules for lines.
struct GoalTables {
  let rules: RuleSet
  let evidence: EvidenceMaker
  let outcomes: GoalOutcomes
  /// Over labels, which are no targets, the name may have a year.
  private let goalLabel: Pattern?
  private let measureName: Pattern?
  private let cross: Pattern?
  private let sum: Pattern?

  /// The rule that stands for tables of goals.
  static let rule = "mal.tabell"
  /// Bytes; less is no goal.
  private static let leastText = 6

  init(rules: RuleSet, evidence: EvidenceMaker, outcomes: GoalOutcomes) {
    self.rules = rules
    self.evidence = evidence
    self.outcomes = outcomes
    let whole = { (fragment: String) in rules.vocabulary.pattern(for: fragment, prefix: "\\A", suffix: "\\z") }
    goalLabel = rules.vocabulary.pattern(for: "malkolumn", prefix: "\\A", suffix: "(?: (?:19|20)\\d\\d)?\\z")
    measureName = whole("mattkolumn")
    cross = whole("kryss")
    sum = rules.vocabulary.pattern(for: "summarad")
  }

  /// What was taken, and the lines that it leaves nothing on.
  struct Found {
    var goals: [GoalExtractor.Located] = []
    /// The lines of the tables that were read, their captions too.
    var lines: Set<LineReference> = []
    /// The lines of tables whose rows are indicators: no goal begins on one.
    var measures: Set<LineReference> = []
  }

  func read(_ document: MunicipalDocument) -> Found {
    var found = Found()
    let places = BodyPlaces(document)
    for table in document.tables {
      if holdsMeasures(table) { found.measures.formUnion(table.lines) }
      guard table.doubt == nil, let layout = layout(of: table, year: document.frontMatter.year) else { continue }
      found.lines.formUnion(table.lines + table.captionLines)
      found.goals += goals(of: table, layout, in: document, places)
    }
    return found
  }

  /// Whether the rows are of indicators, whose names may stand beside those of goals or areas.
  private func holdsMeasures(_ table: Table) -> Bool {
    ([table.labelHead] + table.columns).contains { matches(measureName, $0) }
  }

  private func matches(_ pattern: Pattern?, _ text: String) -> Bool { pattern?.matches(Array(text.utf8)) ?? false }

  // MARK: Columns

  /// Where a table has its goals and their outcomes.
  private struct Layout {
    /// The column of the goals; nil where they are the rows' labels.
    var goal: Int?
    var outcome: OutcomeColumns
  }

  private enum OutcomeColumns {
    case words(Int)
    /// A column a step of the scale, with a cross in the goal's.
    case crosses([Int: GoalOutcomes.Outcome])
  }

  private func layout(of table: Table, year: Int?) -> Layout? {
    guard let outcome = crosses(of: table) ?? words(of: table, year: year) else { return nil }
    if matches(goalLabel, table.labelHead), numbers(of: table) == nil { return Layout(goal: innerGoals(of: table), outcome: outcome) }
    guard !matches(measureName, table.labelHead) else { return nil }
    return table.columns.firstIndex { matches(rules.shared.goalColumn, $0) }.flatMap { column in
      holdsWords(table, column) ? Layout(goal: column, outcome: outcome) : nil
    }
  }

  /// The goals' numbers, where nothing else stands in the column of labels.
  private func numbers(of table: Table) -> [LineReference: String]? {
    let rows = table.rows.filter { !$0.isHeading && !$0.label.isEmpty }
    let numbers = rows.compactMap { row in
      row.lines.first.flatMap { line in Int(row.label.prefix { $0 != "." }).map { (line, String($0)) } }
    }
    return numbers.isEmpty || numbers.count < rows.count ? nil : Dictionary(numbers) { first, _ in first }
  }

  /// The column of the goals that carry out those of the labels, where one of those goes over several of them: it is they that are assessed.
  private func innerGoals(of table: Table) -> Int? {
    let rows = table.rows.filter { !$0.isHeading }
    guard Set(rows.map(\.label)).count < rows.count else { return nil }
    return table.columns.indices.first { column in
      matches(rules.shared.goalColumn, table.columns[column]) && holdsWords(table, column) && rows.allSatisfy { $0.values[column] != nil }
    }
  }

  /// "Mål" stands over targets too, which are figures.
  private func holdsWords(_ table: Table, _ column: Int) -> Bool {
    table.rows.compactMap { $0.values[column] }.allSatisfy { $0.contains(" ") && $0.first?.isNumber == false }
  }

  private func crosses(of table: Table) -> OutcomeColumns? {
    let steps = table.columns.indices.compactMap { column in outcomes.step(table.columns[column]).map { (column, $0) } }
    guard Set(steps.map(\.1.value)).count > 1 else { return nil }
    let cells = table.rows.flatMap { row in steps.compactMap { row.values[$0.0] } }
    guard !cells.isEmpty, cells.allSatisfy({ matches(cross, $0) }) else { return nil }
    return .crosses(Dictionary(uniqueKeysWithValues: steps))
  }

  /// The column whose cells are outcomes: of several the one that judges rather than foretells, and the reported year's.
  private func words(of table: Table, year: Int?) -> OutcomeColumns? {
    var columns = table.columns.indices.filter { kind(table, $0) != nil && saysOutcomes(table, $0) }
    for kind in ["bedömning", "utfall", "prognos"] where columns.count > 1 {
      let own = columns.filter { self.kind(table, $0) == kind }
      if !own.isEmpty {
        columns = own
        break
      }
    }
    if columns.count > 1, let year { columns = columns.filter { table.columns[$0].contains(String(year)) } }
    return columns.count == 1 ? .words(columns[0]) : nil
  }

  private func kind(_ table: Table, _ column: Int) -> String? {
    rules.vocabulary.value(of: Array(table.columns[column].utf8), in: "utfallskolumn")
  }

  private func saysOutcomes(_ table: Table, _ column: Int) -> Bool {
    let cells = table.rows.compactMap { $0.values[column] }
    return !cells.isEmpty && cells.count { outcomes.cell($0) != nil } * 2 >= cells.count
  }

  // MARK: Rows

  /// A goal with the rows that it goes over.
  private struct Span {
    var text: String
    var rows: [Table.Row]
  }

  private func goals(
    of table: Table, _ layout: Layout, in document: MunicipalDocument, _ places: BodyPlaces
  ) -> [GoalExtractor.Located] {
    let spans = spans(of: table, layout)
    let numbers = layout.goal == nil ? nil : numbers(of: table)
    let said = spans.map { $0.rows.compactMap { outcome(of: $0, layout) } }
    // Where the rows of one goal went differently, it is the indicators that are assessed.
    let areOfIndicators = said.contains { Set($0.map(\.value)).count > 1 }
    return zip(spans, said).compactMap { span, said in
      let lines = unique(span.rows.flatMap(\.lines))
      guard span.text.utf8.count >= Self.leastText, let first = lines.first, let start = places[first] else {
        return nil
      }
      let passage = document.passage(lines)
      let outcome = areOfIndicators || span.rows.contains(where: { isUnread($0, layout) }) ? nil : said.first
      let goal = Goal(
        number: numbers?[first], text: span.text, outcome: outcome?.value ?? "ej_bedömt", outcomeAsWritten: outcome?.written, context: nil,
        source: evidence.evidence(passage, 0..<passage.text.count, rule: Self.rule))
      return GoalExtractor.Located(start: start, goal: goal)
    }
  }

  private func spans(of table: Table, _ layout: Layout) -> [Span] {
    var spans: [Span] = []
    for row in table.rows where !row.isHeading {
      let text = layout.goal.map { row.values[$0] ?? "" } ?? row.label
      if sum?.matches(Array(text.utf8)) ?? false { continue }
      if let last = spans.last, text.isEmpty || text == last.text {
        spans[spans.count - 1].rows.append(row)
      } else {
        spans.append(Span(text: text, rows: [row]))
      }
    }
    return spans
  }

  private func unique(_ lines: [LineReference]) -> [LineReference] {
    var seen = Set<LineReference>()
    return lines.filter { seen.insert($0).inserted }
  }

  /// Whether the row has something in the column of outcomes that is none.
  private func isUnread(_ row: Table.Row, _ layout: Layout) -> Bool {
    guard case .words(let column) = layout.outcome, let cell = row.values[column] else { return false }
    return outcomes.cell(cell) == nil
  }

  private func outcome(of row: Table.Row, _ layout: Layout) -> GoalOutcomes.Outcome? {
    switch layout.outcome {
    case .words(let column): return row.values[column].flatMap { outcomes.cell($0) }
    case .crosses(let steps):
      let marked = steps.filter { row.values[$0.key] != nil }
      return marked.count == 1 ? marked.first?.value : nil
    }
  }
}
