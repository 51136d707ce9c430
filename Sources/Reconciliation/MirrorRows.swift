internal import Comparison
internal import Facts
internal import Foundation

/// Two rows that are each other's opposite (internal income and internal cost) in some columns and not in all.
struct MirrorRows {
  private(set) var findings: [Finding] = []

  init(_ report: CheckedReport) {
    for table in report.facts.tables where table.legible {
      for (first, second) in Self.pairs(table.rows) { check(first, second, in: table, report) }
    }
  }

  /// Rows that follow each other and whose labels begin with the same word, other than their last.
  private static func pairs(_ rows: [TableFacts.Row]) -> [(TableFacts.Row, TableFacts.Row)] {
    zip(rows, rows.dropFirst()).filter { first, second in
      let (left, right) = (first.label.split(separator: " "), second.label.split(separator: " "))
      return left.count > 1 && left.count == right.count && left.dropLast() == right.dropLast()
    }
  }

  private mutating func check(_ first: TableFacts.Row, _ second: TableFacts.Row, in table: TableFacts, _ report: CheckedReport) {
    var mirrored = 0
    var broken: [Int] = []
    for column in table.columns.indices where table.meanings.isEmpty || table.meanings[column]?.kind != "avvikelse" {
      guard let left = first.values[column].flatMap({ PrintedNumber($0) }),
        let right = second.values[column].flatMap({ PrintedNumber($0) }),
        left.value != 0
      else { continue }
      if left.value == -right.value { mirrored += 1 } else { broken.append(column) }
    }
    // As long as it holds in half of the columns, it is meant to hold.
    guard mirrored >= 2, !broken.isEmpty, mirrored >= broken.count else { return }
    let columns = broken.map { "\(table.columns[$0]): \(first.values[$0] ?? "") mot \(second.values[$0] ?? "")" }.joined(separator: "; ")
    let message =
      "I \(report.name(of: table)) tar \"\(first.label)\" och \"\(second.label)\" ut varandra i \(mirrored) kolumner, men inte i \(columns)."
    findings.append(Finding(.row, message, [report.place(first, in: table), report.place(second, in: table)]))
  }
}
