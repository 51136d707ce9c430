/// Tells the tables whose labels are running text: a paragraph stands to the left of them, and their own labels came out as values.
struct ProseBeside {
  let words: TableWords

  /// Bytes; a name is no longer.
  private static let longestName = 70
  /// So many rows above a table may hold its title, beside the paragraph.
  static let titleRows = 3

  /// Whether the table's labels are lines of a paragraph: what stands beside them is words that name the rows.
  func holds(_ table: Table) -> Bool {
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
    return startsInLowerCase(bytes) || endsSentence(bytes) || text.contains(". ") || bytes.count > Self.longestName
  }

  private func isName(_ cell: String?) -> Bool {
    guard let cell, cell.first?.isLetter ?? false else { return false }
    return CellShape(cell) == .text && !words.isValue(Array(cell.utf8)) && !endsSentence(Array(cell.utf8))
      && cell.utf8.count <= Self.longestName
  }

  /// The rows without what stands to the left of a place, those of a table and the ones above it that may hold its title.
  static func without(leftOf x: Double, _ rows: [VisualRow], in range: Range<Int>) -> [VisualRow] {
    rows.indices.compactMap { index in
      guard range.contains(index) else { return rows[index] }
      var row = rows[index]
      row.segments.removeAll { $0.x1 < x }
      return row.segments.isEmpty ? nil : row
    }
  }
}
