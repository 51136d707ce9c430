internal import Comparison
internal import Facts
internal import Foundation
internal import Rules

/// A last row that is of all the rows above ("Alla", "Totalt") and that in no column is what they come to, though near it.
struct WholeAndParts {
  private(set) var findings: [Finding] = []
  /// The most, as a share of the whole, by which parts that are meant to be the whole may miss it.
  private static let nearness = Decimal(string: "0.05") ?? 0

  init(_ report: CheckedReport) {
    guard let whole = report.pattern("helhetsrad"), let uncounted = report.pattern("osummerat"),
      let part = report.rules.vocabulary.pattern(for: "varavrad", prefix: "\\A")
    else { return }
    for table in report.facts.tables where table.legible && table.unit != "%" {
      guard let last = table.rows.last, table.rows.count > 2, whole.matches(last.label) else { continue }
      let parts = table.rows.dropLast()
      let names = [table.title ?? ""] + table.columns + parts.map(\.label)
      if names.contains(where: { uncounted.matches($0) }) || parts.contains(where: { part.matches($0.label) || whole.matches($0.label) }) {
        continue
      }
      check(last, parts: Array(parts), in: table, report)
    }
  }

  private mutating func check(_ last: TableFacts.Row, parts: [TableFacts.Row], in table: TableFacts, _ report: CheckedReport) {
    var told: [String] = []
    for column in table.columns.indices {
      guard let printed = last.values[column].flatMap({ PrintedNumber($0) }) else { continue }
      let cells = parts.compactMap { $0.values[column].flatMap { PrintedNumber($0) } }
      guard cells.count == parts.count, printed.suffix.isEmpty, cells.allSatisfy({ $0.value >= 0 && $0.suffix.isEmpty }), printed.value > 0
      else { return }
      let sum = cells.map(\.value).reduce(0, +)
      let miss = sum - printed.value
      if miss == 0 || abs(miss) > printed.value * Self.nearness || abs(miss) <= printed.step * Decimal(parts.count) / 2 { return }
      told.append("\(table.columns[column]): \(HumanNumber.grouped(sum)) mot \(last.values[column] ?? "")")
    }
    guard told.count > 1 else { return }
    let message =
      "I \(report.name(of: table)) ger raderna ovanför \"\(last.label)\" i ingen kolumn det som står där (\(told.prefix(3).joined(separator: "; ")))."
    findings.append(Finding(.whole, message, [report.place(last, in: table), report.place(parts[0], in: table)]))
  }
}
