internal import Pages

/// Tells two tables that stand side by side under heads that say the same of both ("Mkr | 2024 | 2023 | Mkr | 2024 | 2023").
///
/// As one table they would have names that come twice and lose their labels; in the middle stand words where the other columns have figures. Tables under
/// heads that differ are parted when they are read (`SideTables`).
struct SideBySide {
  let words: TableWords

  private static let fewestRows = 2
  /// Label, figures, label, figures.
  private static let fewestColumns = 4

  /// Where the second table begins, in points across the page; nil where the block is one table.
  func edge(in block: TableBlocks.Block, _ rows: [VisualRow]) -> Double? {
    guard block.bands.count >= Self.fewestColumns, let head = block.head.last else { return nil }
    let bands = block.bands.bands
    // Its title may begin before its labels, and a name end behind its figures.
    let edge = { (column: Int) in (bands[column - 1].x1 + bands[column].x0) / 2 }
    let column = (2..<bands.count - 1).first { column in
      areHeadsAlike(rows[head], at: edge(column), labels: bands[0].x1, bands[column].x1) && holdsLabels(column, block, rows)
    }
    return column.map(edge)
  }

  /// Whether the head's names on both sides of the place are the same, and so is what stands above the labels, which end at two other places.
  private func areHeadsAlike(_ head: VisualRow, at edge: Double, labels first: Double, _ second: Double) -> Bool {
    let left = head.segments.filter { $0.x0 < edge }
    let right = head.segments.filter { $0.x0 >= edge }
    let names = { (cells: [VisualRow.Segment], labels: Double) in cells.filter { ($0.x0 + $0.x1) / 2 > labels }.map(\.text) }
    return !names(left, first).isEmpty && names(left, first) == names(right, second) && left.map(\.text) == right.map(\.text)
  }

  /// Whether the column's cells name the figures to the right of it, and figures stand in all others but the first.
  private func holdsLabels(_ column: Int, _ block: TableBlocks.Block, _ rows: [VisualRow]) -> Bool {
    var (named, left) = (0, 0)
    for row in rows[block.body] where row.segments.count > 1 {
      let places = row.segments.map { (cell: $0, column: block.bands.column(of: $0)) }
      let figures = places.filter { $0.column != 0 && $0.column != column }
      guard figures.allSatisfy({ $0.column != nil && $0.cell.shape != .text }) else { return false }
      if figures.contains(where: { $0.column ?? 0 < column }) { left += 1 }
      guard let name = places.first(where: { $0.column == column })?.cell else {
        if figures.contains(where: { $0.column ?? 0 > column }) { return false }
        continue
      }
      guard name.shape == .text, !words.isValue(name.text) else { return false }
      if startsInUpperCase(name.text), figures.contains(where: { $0.column ?? 0 > column }) { named += 1 }
    }
    return min(named, left) >= Self.fewestRows
  }

  /// What of the rows stands on one side of the place.
  /// - Parameter isOf: whether a line is of that side: rows may be made of lines of both.
  static func half(of rows: ArraySlice<VisualRow>, where isOn: (VisualRow.Segment) -> Bool, lines isOf: (LineReference) -> Bool)
    -> [VisualRow]
  {
    rows.compactMap { row in
      var row = row
      row.segments = row.segments.filter(isOn)
      row.lines = row.lines.filter(isOf)
      return row.segments.isEmpty ? nil : row
    }
  }
}
