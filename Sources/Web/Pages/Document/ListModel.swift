internal import Corrections
internal import Facts

/// All facts of one kind in a document: goals, assignments, key figures, amounts, tables or doubts.
struct ListModel: Sendable {
  let name: String
  let items: [ListItem]
  let tables: [TableModel]
  let doubts: [DoubtLine]

  init(_ document: OpenDocument, _ choice: DocumentChoice) {
    name = choice.view.name
    let facts = document.facts
    items =
      switch choice.view {
      case .mål: facts.goals.enumerated().map { ListItem($1, number: $0 + 1, document, choice) }
      case .uppdrag: facts.assignments.enumerated().map { ListItem($1, number: $0 + 1, document, choice) }
      case .nyckeltal: facts.indicators.enumerated().map { ListItem($1, number: $0 + 1, document, choice) }
      case .belopp: facts.amounts.enumerated().map { ListItem($1, number: $0 + 1, document, choice) }
      case .paragrafer, .tabeller, .text, .tvekan: []
      }
    tables = choice.view == .tabeller ? facts.tables.enumerated().map { TableModel($1, number: $0 + 1, document, choice) } : []
    doubts = choice.view == .tvekan ? facts.doubts.map { DoubtLine($0, document, choice) } : []
  }
}

/// One fact of a list: what it says, and what is known of it.
struct ListItem: Sendable {
  let fact: FactLine
  let outcome: Outcome?
  let details: [String]
  /// Verbatim.
  let quote: String?

  init(_ goal: Goal, number: Int, _ document: OpenDocument, _ choice: DocumentChoice) {
    let text = (goal.number.map { "\($0): " } ?? "") + goal.text
    fact = FactLine(.goal, number, text: text, source: goal.source, in: document, choice)
    outcome = Outcome(goal.outcome)
    details = [goal.outcomeAsWritten.map { "bedömning: ”\($0)”" }, goal.context].compactMap { $0 }
    quote = nil
  }

  init(_ assignment: Assignment, number: Int, _ document: OpenDocument, _ choice: DocumentChoice) {
    fact = FactLine(.assignment, number, text: assignment.text, source: assignment.source, in: document, choice)
    outcome = Outcome(assignment.status)
    let period = [assignment.start, assignment.end].compactMap { $0 }.joined(separator: " – ")
    details = [assignment.statusAsWritten.map { "status: ”\($0)”" }, period.isEmpty ? nil : period].compactMap { $0 }
    quote = nil
  }

  init(_ indicator: Indicator, number: Int, _ document: OpenDocument, _ choice: DocumentChoice) {
    fact = FactLine(.indicator, number, text: indicator.name, source: indicator.source, in: document, choice)
    outcome = nil
    let values = indicator.values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    details = values + [indicator.target.map { "mål: \($0)" }, indicator.assessment.map { "bedömning: \($0)" }].compactMap { $0 }
    quote = nil
  }

  init(_ amount: Money, number: Int, _ document: OpenDocument, _ choice: DocumentChoice) {
    let value = amount.valueSEK.map(Words.kronor) ?? "\(amount.asWritten) (värdet går inte att säga)"
    fact = FactLine(.amount, number, text: value, source: amount.source, in: document, choice)
    outcome = nil
    details = [amount.kind, amount.subject, amount.year.map(String.init)].compactMap { $0 }
    quote = amount.quote
  }
}

/// Something that could not be read or matched, with the page where that is known.
struct DoubtLine: Sendable {
  let text: String
  let page: String?
  let address: String?

  init(_ doubt: Doubt, _ document: OpenDocument, _ choice: DocumentChoice) {
    text = doubt.message
    page = doubt.page.map { "sida \($0)" }
    var part = choice.part
    part.page = doubt.page
    address = doubt.page.map { _ in Address.document(document.id, part) }
  }
}

/// A table, its cells as written.
struct TableModel: Sendable {
  let fact: FactLine
  let columns: [String]
  let rows: [Row]
  let doubt: String?

  struct Row: Sendable {
    let label: String
    let values: [String]
  }

  init(_ table: TableFacts, number: Int, _ document: OpenDocument, _ choice: DocumentChoice) {
    let name = [table.title ?? "Tabell utan rubrik", table.unit].compactMap { $0 }.joined(separator: ", ")
    fact = FactLine(.table, number, text: name, source: table.source, in: document, choice)
    columns = table.columns
    rows = table.rows.map { Row(label: $0.label, values: $0.values.map { $0 ?? "" }) }
    doubt = table.legible ? nil : (table.reason ?? "Alla celler kunde inte placeras säkert.")
  }
}
