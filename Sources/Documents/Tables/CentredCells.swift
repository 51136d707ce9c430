/// Cells set in the middle of their row's height: a cell of one line beside one of two stands half a line lower, between the two lines. Its words belong to
/// the row that begins above them.
struct CentredCells {
  /// The distance (ems) of the two lines between which a cell may stand.
  private static let lines = 0.9...1.7
  /// It stands in the middle between them, but for so many ems.
  private static let tolerance = 0.15
  /// Lines of one cell begin, end or have their middle at the same place, but for so many points.
  private static let sameEdge = 2.0

  /// The rows, those between two lines of a cell beside them taken into the upper one's row.
  static func joined(_ rows: [VisualRow]) -> [VisualRow] {
    guard rows.count > 2 else { return rows }
    var joined = [rows[0]]
    for index in 1..<rows.count {
      let above = joined[joined.count - 1]
      if index + 1 < rows.count, isCentred(rows[index], above: above, below: rows[index + 1]) {
        joined[joined.count - 1] = above.joined(with: rows[index])
      } else {
        joined.append(rows[index])
      }
    }
    return joined
  }

  private static func isCentred(_ row: VisualRow, above: VisualRow, below: VisualRow) -> Bool {
    let em = max(above.fontSize, 1)
    guard lines.contains((below.y - above.y) / em), abs(row.y - (above.y + below.y) / 2) < em * tolerance else { return false }
    return isBeside(row, above) && isBeside(row, below)
      && above.segments.contains { upper in
        below.segments.contains { isOneCell(upper, $0) }
      }
  }

  /// Whether nothing of the one stands above or below the other.
  private static func isBeside(_ first: VisualRow, _ second: VisualRow) -> Bool {
    first.segments.allSatisfy { segment in second.segments.allSatisfy { segment.overlap($0.x0, $0.x1) < 0 } }
  }

  private static func isOneCell(_ upper: VisualRow.Segment, _ lower: VisualRow.Segment) -> Bool {
    let steps = [upper.x0 - lower.x0, upper.x1 - lower.x1, (upper.x0 + upper.x1 - lower.x0 - lower.x1) / 2]
    return steps.contains { abs($0) < sameEdge }
  }
}

extension VisualRow {
  /// With another row's cells beside its own.
  fileprivate func joined(with other: VisualRow) -> VisualRow {
    var row = self
    row.segments = (segments + other.segments).sorted { $0.x0 < $1.x0 }
    // What stood alone on its line was not yet looked at.
    for index in row.segments.indices { row.segments[index].takeShape() }
    row.lines += other.lines
    return row
  }
}
