internal import Pages

/// Tells the rows of a page whose cells stand in columns: they were not lost there, so that spaces say nothing of them.
struct ColumnarRows {
  /// Edges nearer than this (points) are one.
  private static let near = 1.5
  /// How many rows above and below are compared.
  private static let reach = 4

  /// Lines of rows that share two edges, left of the cell or right of it, with another row near by; the row's first cell stands at the margin and
  /// does not count.
  static func lines(of rows: [VisualRow]) -> Set<LineReference> {
    var found = Set<LineReference>()
    for (index, row) in rows.enumerated() where row.segments.count > 2 {
      let near = rows[max(0, index - reach)..<min(rows.count, index + reach + 1)]
      if near.contains(where: { $0.y != row.y && shared(row, $0) > 1 }) { found.formUnion(row.lines) }
    }
    return found
  }

  private static func shared(_ first: VisualRow, _ second: VisualRow) -> Int {
    first.segments.dropFirst().count { cell in
      second.segments.dropFirst().contains { abs($0.x0 - cell.x0) < near || abs($0.x1 - cell.x1) < near }
    }
  }
}
