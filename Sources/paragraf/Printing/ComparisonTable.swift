import Comparison
import Facts
import Foundation

/// Result tables at a terminal: a row a unit and measure, a column a year; after each figure the letter of its report and its page.
struct ComparisonTable {
  private let letters: [String: String]
  private let hasOneOwner: Bool
  private let width: Int

  init(_ comparison: Comparison, width: Int) {
    letters = Dictionary(
      zip(comparison.reports, Self.letters(comparison.reports.count)).map { ($0.document.source, $1) },
      uniquingKeysWith: { first, _ in first })
    hasOneOwner = comparison.hasOneOwner
    self.width = width
  }

  /// a, b ... z, a1, b1 ...
  static func letters(_ count: Int) -> [String] {
    (0..<count).map { "\(Character(Unicode.Scalar(UInt8(97 + $0 % 26))))" + ($0 < 26 ? "" : "\($0 / 26)") }
  }

  /// "b:4".
  func place(_ place: Place) -> String {
    "\(letters[place.source] ?? place.source)\(place.page.map { ":\($0)" } ?? "")"
  }

  func lines(of table: ResultTable) -> [String] {
    var columns: [String] = []
    for cell in table.rows.flatMap(\.cells).sorted(by: { ($0.owner, $0.year ?? 9999) < ($1.owner, $1.year ?? 9999) }) {
      if !columns.contains(column(of: cell)) { columns.append(column(of: cell)) }
    }
    var rows: [(name: String, cells: [String: String])] = []
    for row in table.rows {
      for (index, measure) in measures(of: row).enumerated() {
        let cells = row.cells.filter { $0.measureName == measure }
        let shown = Dictionary(cells.map { (column(of: $0), text(of: $0)) }, uniquingKeysWith: { "\($0), \($1)" })
        rows.append((index == 0 ? "\(row.name): \(measure)" : "  \(measure)", shown))
      }
    }
    return blocks(columns, rows)
  }

  private func column(of cell: ResultCell) -> String {
    let year = cell.year.map(String.init) ?? "år okänt"
    return hasOneOwner ? year : "\(cell.owner) \(year)"
  }

  private func measures(of row: ResultRow) -> [String] {
    row.cells.map(\.measureName).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func text(of cell: ResultCell) -> String {
    guard let first = cell.figures.first else { return "" }
    func told(_ figure: Figure) -> String { "\(Swedish.thousands(figure.value)) \(place(figure.place))" }
    let others = cell.figures.dropFirst().filter { !$0.agrees(with: first) }
    let mark = cell.state == .restated ? " → " : " / "
    return ([first] + others).map(told).joined(separator: mark)
  }

  /// As many columns side by side as there is room for, the rest below.
  private func blocks(_ columns: [String], _ rows: [(name: String, cells: [String: String])]) -> [String] {
    let nameWidth = min(44, rows.map(\.name.count).max() ?? 0)
    var lines: [String] = []
    var rest = columns[...]
    while !rest.isEmpty {
      var block: [(name: String, width: Int)] = []
      var used = nameWidth
      while let next = rest.first {
        let needed = max(next.count, rows.compactMap { $0.cells[next]?.count }.max() ?? 0)
        if !block.isEmpty, used + 2 + needed > width { break }
        block.append((next, needed))
        used += 2 + needed
        rest = rest.dropFirst()
      }
      if !lines.isEmpty { lines.append("") }
      lines.append(Self.line("", block.map { ($0.name, $0.width) }, nameWidth))
      lines += rows.filter { row in block.contains { row.cells[$0.name] != nil } }.map { row in
        Self.line(row.name, block.map { (row.cells[$0.name] ?? "", $0.width) }, nameWidth)
      }
    }
    return lines
  }

  private static func line(_ name: String, _ cells: [(String, Int)], _ nameWidth: Int) -> String {
    let shown = name.count > nameWidth ? "\(name.prefix(nameWidth - 1))…" : name + String(repeating: " ", count: nameWidth - name.count)
    return shown + cells.map { "  " + String(repeating: " ", count: max(0, $1 - $0.count)) + $0 }.joined()
  }
}
