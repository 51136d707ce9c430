/// Dates in a table's head that narrow columns broke over two lines: "2022-12-" above "31", "2022-" above "12-31".
///
/// Nothing but two or more of them side by side, each with a figure below, are taken for a head's: what is left of the lower line alone would be a row of
/// figures.
struct BrokenDates {
  /// The distance (ems) of two lines of one name.
  private static let line = 1.7
  private static let fewestDates = 2
  /// The first row with figures stands so few rows below.
  private static let reach = 4

  /// The rows, such dates whole in the upper line.
  static func joined(_ rows: [VisualRow]) -> [VisualRow] {
    var joined = rows
    for index in rows.indices.dropLast() where rows[index].segments.count >= fewestDates {
      let ends = ends(of: rows[index], in: rows[index + 1])
      guard ends.count >= fewestDates, hasFigures(below: index + 1, of: rows, under: ends.map { rows[index].segments[$0.key] }) else {
        continue
      }
      join(ends, at: index, of: &joined)
    }
    return joined.filter { !$0.segments.isEmpty }
  }

  /// For each beginning of a date, as an index, that of its end in the row below; empty where one of them has none.
  private static func ends(of upper: VisualRow, in lower: VisualRow) -> [Int: Int] {
    let starts = upper.segments.indices.filter { isBeginning(upper.segments[$0].text) }
    guard starts.count >= fewestDates, (lower.y - upper.y) / max(upper.fontSize, 1) < line else { return [:] }
    var ends: [Int: Int] = [:]
    for start in starts {
      let below = lower.segments.indices.filter { lower.segments[$0].overlap(upper.segments[start].x0, upper.segments[start].x1) > 0 }
      guard below.count == 1, CellShape.isDate((upper.segments[start].text + lower.segments[below[0]].text)[...].suffix(fullDate)) else {
        return [:]
      }
      ends[start] = below[0]
    }
    return ends
  }

  /// Bytes of "2022-12-31".
  private static let fullDate = 10

  /// Whether the text ends in "2022-" or "2022-12-".
  private static func isBeginning(_ text: [UInt8]) -> Bool {
    guard text.last == UInt8(ascii: "-") else { return false }
    let word = text.split(separator: 0x20).last ?? []
    return (word.count == 5 || word.count == 8) && CellShape(word.prefix(4)) == .year && (word.count == 5 || CellShape.isDate(word))
  }

  private static func hasFigures(below index: Int, of rows: [VisualRow], under dates: [VisualRow.Segment]) -> Bool {
    rows[(index + 1)...].prefix(reach).contains { row in
      dates.allSatisfy { date in row.segments.contains { $0.shape == .number && $0.overlap(date.x0, date.x1) > 0 } }
    }
  }

  private static func join(_ ends: [Int: Int], at index: Int, of rows: inout [VisualRow]) {
    for (start, end) in ends {
      let lower = rows[index + 1].segments[end]
      rows[index].segments[start].text += lower.text
      rows[index].segments[start].x0 = min(rows[index].segments[start].x0, lower.x0)
      rows[index].segments[start].x1 = max(rows[index].segments[start].x1, lower.x1)
      rows[index].segments[start].takeShape()
    }
    let rest = rows[index + 1].segments.indices.filter { !ends.values.contains($0) }.map { rows[index + 1].segments[$0] }
    let stand = rest.contains { cell in rows[index].segments.contains { $0.overlap(cell.x0, cell.x1) > 0 } }
    rows[index + 1].segments = stand ? rest : []
    if !stand {
      rows[index].segments = (rows[index].segments + rest).sorted { $0.x0 < $1.x0 }
      rows[index].lines += rows[index + 1].lines
    }
  }
}
