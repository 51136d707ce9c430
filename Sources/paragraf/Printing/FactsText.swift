import Facts

/// All facts of a document, for a person.
extension TextLayout {
  mutating func addFacts(of facts: FactsDocument) {
    for paragraf in facts.paragraphs {
      blank()
      add(paragraf, of: facts.document)
    }
    addGoals(facts.goals)
    addAssignments(facts.assignments)
    addAmounts(facts.amounts)
    addIndicators(facts.indicators)
    addTables(facts.tables)
    addDoubts(facts.doubts, most: .max)
    addUnplaced(facts.unplaced)
  }

  private mutating func addUnplaced(_ lines: [Unplaced]) {
    if lines.isEmpty { return }
    heading("Rader som ingen regel placerade")
    for line in lines.prefix(Self.mostUnplaced) { entry("”\(line.quote)”", mark: "– ", indent: 2, place: "sida \(line.page)") }
    let hidden = lines.count - Self.mostUnplaced
    if hidden > 0 { entry("och \(Swedish.count(hidden, "rad", "rader")) till, som står i --format json", indent: 4) }
  }

  private static let mostUnplaced = 20

  private mutating func addGoals(_ goals: [Goal]) {
    if !goals.isEmpty { heading("Mål") }
    for goal in goals {
      let number = goal.number.map { "\($0): " } ?? ""
      let written = goal.outcomeAsWritten.map { " (”\($0)”)" } ?? ""
      entry(number + goal.text, mark: "– ", indent: 2, place: Self.place(goal.source))
      entry("\(FactNames.words(goal.outcome))\(written)" + (goal.context.map { " · \($0)" } ?? ""), indent: 4, style: terminal.faint)
    }
  }

  private mutating func addAssignments(_ assignments: [Assignment]) {
    if !assignments.isEmpty { heading("Uppdrag") }
    for assignment in assignments {
      entry(assignment.text, mark: "– ", indent: 2, place: Self.place(assignment.source))
      let period = [assignment.start, assignment.end].compactMap { $0 }.joined(separator: "–")
      let status = assignment.status.map(FactNames.words) ?? assignment.statusAsWritten ?? "status anges inte"
      entry([status, period].filter { !$0.isEmpty }.joined(separator: " · "), indent: 4, style: terminal.faint)
    }
  }

  private mutating func addAmounts(_ amounts: [Money]) {
    if !amounts.isEmpty { heading("Belopp") }
    for amount in amounts {
      let value = amount.valueSEK.map(Swedish.kronor) ?? "\(amount.asWritten) (värdet går inte att säga)"
      let what = [value, amount.kind, amount.subject, amount.year.map(String.init)].compactMap { $0 }.joined(separator: " · ")
      entry(what, mark: "– ", indent: 2, place: Self.place(amount.source))
      entry("”\(amount.quote)”", indent: 4, style: terminal.faint)
    }
  }

  private mutating func addIndicators(_ indicators: [Indicator]) {
    if !indicators.isEmpty { heading("Nyckeltal") }
    for indicator in indicators {
      let values = indicator.values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      let target = indicator.target.map { ["mål: \($0)"] } ?? []
      entry("\(indicator.name) · " + (values + target).joined(separator: ", "), mark: "– ", indent: 2, place: Self.place(indicator.source))
    }
  }

  private mutating func addTables(_ tables: [TableFacts]) {
    if !tables.isEmpty { heading("Tabeller") }
    for table in tables {
      let name = [table.title ?? "utan rubrik", table.unit].compactMap { $0 }.joined(separator: ", ")
      let size = "\(Swedish.count(table.rows.count, "rad", "rader")), \(Swedish.count(table.columns.count, "kolumn", "kolumner"))"
      // What the reader is not sure of is never shown as if it were.
      let doubt = table.legible ? "" : " · kan inte läsas säkert, se nedan"
      entry("\(name) · \(size)\(doubt)", mark: "– ", indent: 2, place: Self.place(table.source))
    }
  }
}
