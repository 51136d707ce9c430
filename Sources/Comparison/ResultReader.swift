internal import Facts
internal import Foundation

/// The figures of one report's result tables, each with its meaning, unit and place.
struct ResultReader {
  struct Value {
    var meaning: ColumnMeaning
    var figure: Figure
  }

  struct Row {
    var label: String
    /// The label, with its number where the table has it twice.
    var name: String
    var values: [Value]
  }

  struct Table {
    var title: String
    var rows: [Row]

    /// What it is known by in other reports: its title and its rows.
    var signature: String { ([title] + rows.map(\.label)).joined(separator: " ") }
  }

  private let report: Report
  private(set) var tables: [Table] = []
  private(set) var notes: [String] = []

  init(_ report: Report) {
    self.report = report
    for table in report.tables where !table.meanings.isEmpty { read(table) }
  }

  private mutating func read(_ table: TableFacts) {
    let name =
      "\(report.document.source) s. \(table.source?.page ?? 1): tabellen \"\(table.title ?? table.columns.joined(separator: ", "))\""
    guard table.legible else { return notes.append("\(name) kan inte läsas säkert och är inte med.") }
    let borrowed = table.unit == nil ? sibling(of: table) : nil
    let inCells = !Self.moneyUnits(in: table).isEmpty
    guard let unit = table.unit ?? borrowed?.unit ?? (inCells ? "" : nil) else {
      return notes.append("\(name) säger inte i vilken enhet dess värden är, och är därför inte med.")
    }
    guard MoneyUnit(named: unit) != nil || inCells else { return }
    let from = borrowed.map { "enheten är den i tabellen på s. \($0.source?.page ?? 1), som har samma kolumner" }
    let labels = Self.numbered(table.rows.map(\.label))
    let rows = zip(table.rows, labels).map { row, name in
      Row(label: row.label, name: name, values: values(of: row, in: table, unit: unit, from: from))
    }
    noteUnits(table, unit: unit, name: name)
    tables.append(Table(title: table.title ?? "Tabell utan rubrik", rows: rows.filter { !$0.values.isEmpty }))
  }

  private func values(of row: TableFacts.Row, in table: TableFacts, unit: String, from: String?) -> [Value] {
    zip(row.values, table.meanings).compactMap { cell, meaning in
      let named = row.unit ?? meaning?.unit ?? unit
      guard let cell, let meaning, let money = MoneyUnit(named: named), let number = PrintedNumber(cell), number.suffix != "%" else {
        return nil
      }
      let place = Place(report.document, table.source, page: row.page, quote: "\(table.title ?? "") / \(row.label)")
      let figure = Figure(
        asWritten: cell, value: number.value * money.factor, step: number.step * money.factor, unit: number.suffix.isEmpty ? named : "",
        unitFrom: named == unit ? from : nil, place: place)
      return Value(meaning: meaning, figure: figure)
    }
  }

  /// The nearest table before with the same columns that says its unit.
  private func sibling(of table: TableFacts) -> TableFacts? {
    let page = table.source?.page ?? 1
    return report.tables.last { other in
      other.columns == table.columns && other.unit != nil && (other.source?.page ?? 1) <= page && page - (other.source?.page ?? 1) <= 1
    }
  }

  private mutating func noteUnits(_ table: TableFacts, unit: String, name: String) {
    guard let other = Self.moneyUnits(in: table).first(where: { $0 != unit }), !unit.isEmpty else { return }
    notes.append("\(name) växlar enhet: \(unit) och \(other). Varje värde är omräknat från sin egen enhet.")
  }

  /// The units of money that columns and rows have for themselves.
  private static func moneyUnits(in table: TableFacts) -> [String] {
    (table.meanings.compactMap { $0?.unit } + table.rows.compactMap(\.unit)).filter { MoneyUnit(named: $0) != nil }
  }

  /// Names of which none is given twice: the second is numbered.
  static func numbered(_ names: [String]) -> [String] {
    var counts: [String: Int] = [:]
    return names.map { name in
      counts[name, default: 0] += 1
      let count = counts[name] ?? 1
      return count > 1 ? "\(name) (\(count))" : name
    }
  }
}
