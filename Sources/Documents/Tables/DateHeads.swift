/// Tells dates that are the names of columns ("2023-12-31" above figures) from dates that are values.
struct DateHeads {
  /// How far below (ems) the first row with figures stands.
  private static let reach = 4.0

  /// The rows, with the dates of heads as years.
  static func marked(_ rows: [VisualRow]) -> [VisualRow] {
    var rows = rows
    for index in rows.indices where isHead(index, rows) {
      for cell in rows[index].segments.indices where rows[index].segments[cell].shape == .date { rows[index].segments[cell].shape = .year }
    }
    return rows
  }

  /// Whether a number stands below each date and no other value beside one.
  private static func isHead(_ index: Int, _ rows: [VisualRow]) -> Bool {
    let dates = rows[index].segments.filter { $0.shape == .date }
    guard !dates.isEmpty, rows[index].segments.allSatisfy({ $0.shape != .number }) else { return false }
    let below = rows[(index + 1)...].prefix { ($0.y - rows[index].y) / max($0.fontSize, 1) < reach }
    return below.contains { row in
      dates.allSatisfy { date in row.segments.contains { $0.shape == .number && $0.overlap(date.x0, date.x1) > 0 } }
    }
  }
}
