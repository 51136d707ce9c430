internal import Comparison
internal import Facts
internal import Foundation
internal import Rules

/// The deviation of each row against its budget and outcome (or forecast), with the sign that the table itself uses.
struct RowRelations {
  private(set) var findings: [Finding] = []
  private let whole: Pattern?
  /// As many rows must keep the relation before one that does not is told of.
  private static let leastKept = 2

  init(_ report: CheckedReport) {
    whole = report.pattern("helhetsrad")
    for table in report.facts.tables where table.legible && !table.meanings.isEmpty {
      for columns in Self.triples(table.meanings) { check(columns, in: table, report) }
    }
  }

  private struct Triple {
    var budget: Int
    var outcome: Int
    var deviation: Int
  }

  /// For each deviation the nearest budget and outcome before it of the same part and span of time.
  private static func triples(_ meanings: [ColumnMeaning?]) -> [Triple] {
    meanings.indices.compactMap { index in
      guard let deviation = meanings[index], deviation.kind == "avvikelse" else { return nil }
      func nearest(_ kinds: [String]) -> Int? {
        meanings[..<index].lastIndex { meaning in
          guard let meaning else { return false }
          return kinds.contains(meaning.kind) && meaning.part == deviation.part && meaning.isPeriod == deviation.isPeriod
            && meaning.year == deviation.year
        }
      }
      guard let budget = nearest(["budget"]), let outcome = nearest(["utfall", "prognos"]) else { return nil }
      return Triple(budget: budget, outcome: outcome, deviation: index)
    }
  }

  private func isWhole(_ row: TableFacts.Row) -> Bool { whole?.matches(row.label) ?? false }

  private mutating func check(_ columns: Triple, in table: TableFacts, _ report: CheckedReport) {
    var kept: [Decimal: Int] = [:]
    var broken: [(row: TableFacts.Row, budget: PrintedNumber, outcome: PrintedNumber, deviation: PrintedNumber)] = []
    for row in table.rows {
      let cells = [columns.budget, columns.outcome, columns.deviation].map { row.values[$0].flatMap { PrintedNumber($0) } }
      guard let budget = cells[0], let outcome = cells[1], let deviation = cells[2], row.unit == nil else { continue }
      let difference = outcome.value - budget.value
      // Each of the three may be rounded.
      let slack = max(budget.step, outcome.step, deviation.step) * 2
      let signs = [Decimal(1), -1].filter { abs($0 * difference - deviation.value) < slack }
      if signs.isEmpty { broken.append((row, budget, outcome, deviation)) }
      if abs(difference) >= slack, signs.count == 1 { kept[signs[0], default: 0] += 1 }
    }
    // A sum goes with its rows.
    if broken.contains(where: { !isWhole($0.row) }) { broken.removeAll { isWhole($0.row) } }
    guard let sign = kept.max(by: { $0.value < $1.value })?.key, kept[sign] ?? 0 >= Self.leastKept, (kept[sign] ?? 0) > broken.count
    else { return }
    for row in broken {
      let due = sign * (row.outcome.value - row.budget.value)
      let names = [columns.outcome, columns.budget, columns.deviation].map { table.columns[$0] }
      let message =
        "I \(report.name(of: table)) är avvikelsen för \"\(row.row.label)\" tryckt som \(row.row.values[columns.deviation] ?? ""), men \(names[0]) \(row.row.values[columns.outcome] ?? "") mot \(names[1]) \(row.row.values[columns.budget] ?? "") ger \(HumanNumber.grouped(due))."
      findings.append(
        Finding(.row, message, [report.place(row.row, in: table), report.place(table.source?.page, names.joined(separator: " | "))]))
    }
  }
}
