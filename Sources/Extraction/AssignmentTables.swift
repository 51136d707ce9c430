internal import Documents
internal import Facts
internal import Language
internal import Pages
internal import Rules

/// Takes assignments (uppdrag) from the rows of tables that have a column of them, with their status and dates.
struct AssignmentTables {
  let rules: RuleSet
  let evidence: EvidenceMaker
  private let name: Pattern?

  /// The rule that stands for rows of assignments.
  private static let rule = "uppdrag.rad"
  /// Bytes; less is no assignment.
  private static let leastText = 6

  init(rules: RuleSet, evidence: EvidenceMaker) {
    self.rules = rules
    self.evidence = evidence
    name = rules.vocabulary.pattern(for: "uppdragskolumn", prefix: "\\A", suffix: "\\z")
  }

  /// What a table tells, and its lines.
  struct Found {
    var assignments: [AssignmentExtractor.Located]
    var lines: Set<LineReference>
  }

  /// The tables that have assignments.
  func read(_ document: MunicipalDocument) -> [Found] {
    let places = BodyPlaces(document)
    return document.tables.compactMap { table in
      guard table.doubt == nil, let column = column(of: table) else { return nil }
      let kinds = table.columns.map { rules.vocabulary.value(of: Array($0.utf8), in: "uppdragsuppgift") }
      // Of the status in April and in August the later one, to the right, holds.
      guard let status = kinds.indices.last(where: { kinds[$0] == "status" && saysStatus(table, $0) }) else { return nil }
      let found = table.rows.compactMap { row in located(row, column, status: row.values[status], kinds: kinds, in: document, places) }
      return Found(assignments: found, lines: Set(table.lines))
    }
  }

  /// Where the assignments stand.
  private enum Column {
    case labels
    case values(Int)
  }

  /// A number or a body may stand to the left of the assignments.
  private func column(of table: Table) -> Column? {
    if isName(table.labelHead) { return .labels }
    return table.columns.firstIndex(where: isName).map { .values($0) }
  }

  private func isName(_ text: String) -> Bool { name?.matches(Array(text.utf8)) ?? false }

  /// Whether the column's cells are the words of the scale: all but a few.
  private func saysStatus(_ table: Table, _ column: Int) -> Bool {
    let cells = table.rows.compactMap { $0.values[column] }
    return !cells.isEmpty && cells.count { status($0) != nil } * 2 > cells.count
  }

  private func status(_ cell: String) -> String? { rules.vocabulary.value(of: Array(cell.utf8), in: "uppdragsstatus") }

  private func located(
    _ row: Table.Row, _ column: Column, status written: String?, kinds: [String?], in document: MunicipalDocument, _ places: BodyPlaces
  ) -> AssignmentExtractor.Located? {
    let cell = { (kind: String) in kinds.firstIndex(of: kind).flatMap { row.values[$0] } }
    let text =
      switch column {
      case .labels: row.label
      case .values(let index): row.values[index] ?? ""
      }
    guard let written, text.utf8.count >= Self.leastText, let first = row.lines.first,
      let start = places[first]
    else { return nil }
    let passage = document.passage(row.lines)
    let assignment = Assignment(
      text: text, status: status(written), statusAsWritten: written, start: date(cell("start")), end: date(cell("slut")),
      source: evidence.evidence(passage, 0..<passage.text.count, rule: Self.rule))
    return AssignmentExtractor.Located(start: start, assignment: assignment)
  }

  private func date(_ written: String?) -> String? { written.flatMap { DateScanner.parse($0)?.date?.iso } }
}
