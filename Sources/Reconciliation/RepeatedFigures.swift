internal import Comparison
internal import Facts
internal import Foundation

/// The same key figure or table in several places: repeated, or with other figures.
struct RepeatedFigures {
  private(set) var findings: [Finding] = []
  private let report: CheckedReport

  init(_ report: CheckedReport) {
    self.report = report
    checkIndicators()
    checkTables()
    checkCells()
  }

  private mutating func checkIndicators() {
    let groups = Dictionary(grouping: report.facts.indicators) { $0.name.lowercased() }
    for indicator in report.facts.indicators {
      guard let group = groups[indicator.name.lowercased()], let first = group.first, group.count > 1, first == indicator else { continue }
      for other in group.dropFirst() where Self.isElsewhere(other, than: first) { compare(first, other) }
    }
  }

  private static func isElsewhere(_ one: Indicator, than other: Indicator) -> Bool {
    one.source?.page != other.source?.page || one.source?.boxes != other.source?.boxes || one.source?.lines != other.source?.lines
  }

  private mutating func compare(_ first: Indicator, _ other: Indicator) {
    let years = first.values.keys.filter { other.values[$0] != nil }.sorted()
    let pairs = years.compactMap { year -> (year: String, one: PrintedNumber, two: PrintedNumber)? in
      guard let one = first.values[year].flatMap({ PrintedNumber($0) }), let two = other.values[year].flatMap({ PrintedNumber($0) }) else {
        return nil
      }
      return (year, one, two)
    }
    guard pairs.count > 1 else { return }
    let places = [report.place(first.source?.page, quote(first)), report.place(other.source?.page, quote(other))]
    let agreeing = pairs.filter { abs($0.one.value - $0.two.value) * 2 <= max($0.one.step, $0.two.step) }
    if agreeing.count == pairs.count {
      findings.append(
        Finding(
          .repeated,
          "Nyckeltalet \"\(first.name)\" står två gånger med samma värden (\(pairs.map { first.values[$0.year] ?? "" }.joined(separator: ", "))), under skilda rubriker.",
          places))
    } else if agreeing.count * 2 >= pairs.count, let pair = pairs.first(where: { pair in !agreeing.contains { $0.year == pair.year } }) {
      let message =
        "Nyckeltalet \"\(first.name)\" står två gånger med skilda värden för \(pair.year): \(first.values[pair.year] ?? "") och \(other.values[pair.year] ?? "")."
      findings.append(Finding(.conflict, message, places))
    }
  }

  private func quote(_ indicator: Indicator) -> String {
    indicator.source?.quote ?? indicator.name
  }

  /// Two tables whose rows and figures are the same, under different titles.
  private mutating func checkTables() {
    let tables = report.facts.tables.filter { $0.legible && $0.rows.count > 2 && $0.rows.contains { $0.values.contains { $0 != nil } } }
    for (index, table) in tables.enumerated() {
      for other in tables[..<index]
      where other.rows.map(\.label) == table.rows.map(\.label) && other.rows.map(\.values) == table.rows.map(\.values) {
        let message = "Samma tabell står två gånger: \(report.name(of: other)) och \(report.name(of: table)) har samma rader och värden."
        findings.append(Finding(.repeated, message, [report.place(table.rows[0], in: table), report.place(other.rows[0], in: other)]))
      }
    }
  }

  /// The same unit, measure, part and year in two tables, with two figures.
  private mutating func checkCells() {
    let entries = report.figures.entries.filter { $0.meaning.year != nil && $0.meaning.kind == "budget" || $0.meaning.kind == "utfall" }
    let groups = Dictionary(grouping: entries) { Key(label: $0.label.lowercased(), meaning: $0.meaning) }
    var told = Set<String>()
    for entry in entries {
      guard let group = groups[Key(label: entry.label.lowercased(), meaning: entry.meaning)], let first = group.first,
        let other = group.first(where: { !$0.figure.agrees(with: first.figure) && $0.figure.place.quote != first.figure.place.quote }),
        Self.isNear(first.figure, other.figure), told.insert(entry.label.lowercased()).inserted
      else { continue }
      let name = [entry.meaning.kind, entry.meaning.part, entry.meaning.year.map(String.init)].compactMap { $0 }.joined(separator: " ")
      let message = "\"\(entry.label)\" har två uppgifter om \(name): \(first.figure.written) och \(other.figure.written)."
      let places = [first, other].map { report.place($0.figure.place.page, "\($0.figure.place.quote) \($0.figure.asWritten)") }
      findings.append(Finding(.conflict, message, places))
    }
  }

  /// Tables may part the same label in several ways; figures that are near each other are of the same thing.
  private static func isNear(_ one: Figure, _ other: Figure) -> Bool {
    let larger = max(abs(one.value), abs(other.value))
    return one.value.sign == other.value.sign && abs(one.value - other.value) * 10 <= larger
  }

  private struct Key: Hashable {
    var label: String
    var meaning: ColumnMeaning
  }
}
