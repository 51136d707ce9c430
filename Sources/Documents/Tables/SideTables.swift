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
      return same >= Self.fewestRows && same == filled.count && table.columns[(column + 1)...].contains { words.isHead(Array($0.utf8)) }
    }
  }

  /// Two titles beside one another are one each; one that stands over both is of both.
  private func titles(of table: Table) -> (String?, String?) {
    let apart = table.captionLines.map { line in pages.line(line).cells.map { String(decoding: pages[line.page].text[$0], as: UTF8.self) } }
    guard let cells = apart.first(where: { $0.count > 1 }) else { return (table.title, table.title) }
    return apart.count == 1 && cells.count == 2 ? (cells[0], cells[1]) : (nil, nil)
  }
}
