internal import Pages

/// Parts tables that stand side by side under heads of one height, which came out as one: in the middle stands the second one's column of labels.
struct SideTables {
  let pages: [Page]
  let words: TableWords

  private static let fewestRows = 2

  /// The table by itself; two where another one's labels stand among its values.
  func parted(_ table: Table) -> [Table] {
    guard table.columns.count > 3, let column = labels(of: table) else { return [table] }
    let titles = titles(of: table)
    var (left, right) = (table, table)
    (left.title, right.title) = titles
    // A title over other labels than the first ones' need not be of both.
    if titles.0 == titles.1, table.rows.contains(where: { !$0.isHeading && $0.values[column] != $0.label }) { right.title = nil }
    left.columns = Array(table.columns[..<column])
    left.rows = table.rows.map { Table.Row(label: $0.label, values: Array($0.values[..<column]), lines: $0.lines) }
    right.labelHead = table.columns[column]
    right.columns = Array(table.columns[(column + 1)...])
    right.rows = table.rows.map { row in
      Table.Row(label: row.values[column] ?? "", values: Array(row.values[(column + 1)...]), lines: row.lines)
    }
    right.rows.removeAll { $0.label.isEmpty && $0.isHeading }
    return [left, right]
  }

  /// The column, neither the first nor the last, whose cells are the labels of their rows again.
  private func labels(of table: Table) -> Int? {
    table.columns.indices.dropFirst().dropLast().first { column in
      let filled = table.rows.filter { !$0.isHeading }
      let same = filled.count { $0.values[column] == $0.label && CellShape($0.label) == .text && !words.isValue(Array($0.label.utf8)) }
      let isHeaded = table.columns[(column + 1)...].contains { words.isHead(Array($0.utf8)) || !HeadYears($0).isEmpty }
      return isHeaded && (same >= Self.fewestRows && same == filled.count || areOtherLabels(column, of: table, filled))
    }
  }

  /// Whether the column's cells name the rows to the right of it, of which there are fewer or more than to the left, or whose columns have the same names.
  private func areOtherLabels(_ column: Int, of table: Table, _ rows: [Table.Row]) -> Bool {
    let isName = { (cell: String) in cell.first?.isUppercase ?? false && CellShape(cell) == .text && !words.isValue(Array(cell.utf8)) }
    let named = rows.filter { $0.values[column] != nil }
    let left = rows.filter { $0.values[..<column].contains { $0 != nil } }
    let right = rows.filter { $0.values[(column + 1)...].contains { $0 != nil } }
    let areAlike = table.columns[..<column].elementsEqual(table.columns[(column + 1)...])
    return named.count >= Self.fewestRows && named == right && (left.count != right.count || areAlike)
      && named.allSatisfy { $0.values[column].map(isName) ?? false }
      && left.allSatisfy { row in row.values[..<column].allSatisfy { $0.map { CellShape($0).isValue } ?? true } }
  }

  /// Two titles beside one another are one each; one that stands over both is of both.
  private func titles(of table: Table) -> (String?, String?) {
    let apart = table.captionLines.map { line in pages.line(line).cells.map { String(decoding: pages[line.page].text[$0], as: UTF8.self) } }
    guard let cells = apart.first(where: { $0.count > 1 }) else { return (table.title, table.title) }
    return apart.count == 1 && cells.count == 2 ? (cells[0], cells[1]) : (nil, nil)
  }
}
