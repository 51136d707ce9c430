internal import Documents
internal import Pages
internal import Rules

/// Lines that say of all tables to come that they are of money, "if nothing else is said": those of their section that do not say something else.
struct UnitStatements {
  /// From the line of the statement up to the next heading as high as its own; to the end where there is none.
  private let reaches: [(from: LineReference, to: LineReference?)]
  private let other: Pattern?

  init(_ document: MunicipalDocument, rules: RuleSet) {
    other = rules.vocabulary.pattern(for: "ej_pengar")
    let statements = rules.selection(in: .tableUnit) { $0.gives["reach"] != nil }
    let lines = document.tables.isEmpty ? [] : document.body
    reaches = lines.filter { line in
      document.signatures.rules(of: statements, near: line).contains { $0.firstMatch(in: document.text(line)) != nil }
    }.map { ($0, Self.end(of: $0, in: document)) }
  }

  private static func end(of line: LineReference, in document: MunicipalDocument) -> LineReference? {
    guard let own = document.headings.last(where: { $0.isProminent && $0.line.isBefore(line) }) else { return nil }
    return document.headings.first { $0.isProminent && line.isBefore($0.line) && $0.level <= own.level }?.line
  }

  /// Whether the table stands where its figures are of money, and says nothing else of them.
  func cover(_ table: Table) -> Bool {
    guard let line = table.lines.first, reaches.contains(where: { $0.from.isBefore(line) && ($0.to.map(line.isBefore) ?? true) }) else {
      return false
    }
    let texts = [table.title, table.labelHead].compactMap(\.self) + table.columns + table.rows.map(\.label)
    let values = table.rows.flatMap { $0.values.compactMap(\.self) }
    return !(texts + values).contains(where: saysOther)
  }

  /// Whether the title, or half of the labels, say that a table is of something else than money.
  func isOfOther(_ table: Table) -> Bool {
    let labels = table.rows.map(\.label).filter { !$0.isEmpty }
    return table.title.map(saysOther) ?? false || labels.count(where: saysOther) * 2 >= max(labels.count, 1)
  }

  private func saysOther(_ text: String) -> Bool { other?.matches(Array(text.utf8)) ?? false }
}
