/// Tells the tables beside which a paragraph stands that came out as one of their columns: to the left in place of their labels, to the right as a last one.
struct ProseBeside {
  let words: TableWords

  /// Bytes; a name is no longer.
  private static let longestName = 70
  /// So many rows above a table may hold its title, beside the paragraph.
  static let titleRows = 3

  /// From where to where the paragraph beside a table stands, in points across the page; nil where none does.
  func extent(beside table: Table, _ bands: ColumnBands) -> Range<Double>? {
    guard bands.count > 2, let last = bands.bands.last else { return nil }
    if holds(table) { return -Double.infinity..<bands.bands[1].x0 }
    return holdsLast(table) ? last.x0..<Double.infinity : nil
  }

  /// Whether the table's labels are lines of a paragraph: what stands beside them is words that name the rows.
  private func holds(_ table: Table) -> Bool {
    let rows = table.rows.filter { !$0.isHeading }
    guard table.columns.count > 1, rows.count > 1,
      !isColumnName(table.labelHead),
      rows.count(where: { isName($0.values[0]) }) * 3 >= rows.count * 2
    else { return false }
    let labels = table.rows.map(\.label).filter { !$0.isEmpty }
    let goesOn = labels.contains { startsInLowerCase(Array($0.utf8)) }
    return goesOn && labels.count(where: isProse) * 2 >= labels.count
  }

  private func isColumnName(_ text: String) -> Bool { words.isHead(Array(text.utf8)) || words.isWordColumn(Array(text.utf8)) }

  private func isProse(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return startsInLowerCase(bytes) || endsSentence(bytes) || text.hasSuffix(",") || text.contains(". ") || bytes.count > Self.longestName
  }

  private func isName(_ cell: String?) -> Bool {
    guard let cell, cell.contains(where: \.isLetter) else { return false }
    return CellShape(cell) == .text && !words.isValue(Array(cell.utf8)) && !endsSentence(Array(cell.utf8))
      && cell.utf8.count <= Self.longestName
  }

  /// Whether the last column is lines of a paragraph: its name is no name, and its cells go on with one another.
  private func holdsLast(_ table: Table) -> Bool {
    guard table.columns.count > 1, let name = table.columns.last, !name.isEmpty, isProse(name) else { return false }
    let cells = table.rows.compactMap { $0.values.last ?? nil }
    return cells.allSatisfy { CellShape($0) == .text } && cells.count(where: isProse) * 2 >= cells.count
  }

  /// The rows without what stands between two places, those of a table and the ones above it that may hold its title.
  static func without(_ extent: Range<Double>, _ rows: [VisualRow], in range: Range<Int>) -> [VisualRow] {
    rows.indices.compactMap { index in
      guard range.contains(index) else { return rows[index] }
      var row = rows[index]
      row.segments.removeAll { extent.contains($0.x0) && extent.contains($0.x1) }
      return row.segments.isEmpty ? nil : row
    }
  }
}
