/// Gives rows their label where one label stands for several: beside the first of them, in the middle of their height, or beside the last.
///
/// Only where a column of words follows the labels' (goal | indicator | figures), and where the heights leave no doubt.
struct MergedLabels {
  /// Where a row stands on the page, in points.
  struct Height {
    var values: Double?
    var label: Double?
    /// The size of its letters.
    var em: Double
  }

  private(set) var rows: [Table.Row]

  /// How far (ems) a label may stand from the middle of its rows.
  private static let tolerance = 0.7

  /// - Parameter isAssessment: tells a goal's assessment; nil where rows of the table may stand on the page before, and the first label be there.
  init(_ rows: [Table.Row], heights: [Height], isAssessment: ((String) -> Bool)? = nil) {
    self.rows = rows
    // Labels on lines of their own, between rows, stand for the rows around them.
    let bearing = rows.indices.filter { !rows[$0].isHeading }
    let labelled = rows.indices.filter { !rows[$0].label.isEmpty }
    let lacking = bearing.filter { rows[$0].label.isEmpty }
    // Codes stand for one row each: a sum below them has none.
    guard !labelled.allSatisfy({ Int(rows[$0].label) != nil && CellShape(rows[$0].label) != .year }) else { return }
    guard !lacking.isEmpty, !labelled.isEmpty, bearing.count > labelled.count, lacking.allSatisfy({ isWords(rows[$0].values.first) }),
      bearing.allSatisfy({ isWords(rows[$0].values.first) || isSum(rows[$0]) })
    else { return }
    let ways = [
      Self.inTheMiddle(bearing, labelled, heights), Self.atTheTop(bearing, labelled, rows),
      isAssessment.flatMap { Self.atTheBottom(bearing, labelled, rows, $0) },
    ].compactMap(\.self)
    let possible = ways.count > 1 ? ways.filter { $0.allSatisfy(isOfDifferentRows) } : ways
    guard let groups = possible.first, possible.allSatisfy({ $0 == groups }) else { return }
    for (label, members) in zip(labelled, groups) { for row in members { self.rows[row].label = rows[label].label } }
    self.rows = bearing.map { self.rows[$0] }
  }

  private func isWords(_ value: String??) -> Bool {
    guard let value = value ?? nil else { return false }
    return CellShape(value) == .text
  }

  /// Whether the row has a label of its own and nothing beside it.
  private func isSum(_ row: Table.Row) -> Bool { !row.label.isEmpty && row.values.first == .some(nil) }

  /// Whether no two of a label's rows name the same: parts come once in a whole ("Kommunal", "Fristående").
  private func isOfDifferentRows(_ group: [Int]) -> Bool {
    let names = group.compactMap { rows[$0].values.first ?? nil }
    return Set(names).count == names.count
  }

  /// Rows in runs, each label in the middle of its run; nil where there is no such way.
  private static func inTheMiddle(_ bearing: [Int], _ labelled: [Int], _ heights: [Height]) -> [[Int]]? {
    var groups: [[Int]] = []
    var next = 0
    for label in labelled {
      guard let wanted = heights[label].label, next < bearing.count, let top = heights[bearing[next]].values else { return nil }
      let ends = (next..<bearing.count).filter { end in
        guard let bottom = heights[bearing[end]].values else { return false }
        return abs((top + bottom) / 2 - wanted) < tolerance * heights[label].em
      }
      guard let end = ends.first, ends.count == 1 else { return nil }
      groups.append(Array(bearing[next...end]))
      next = end + 1
    }
    return next == bearing.count ? groups : nil
  }

  /// Each label stands on the first row of its run.
  private static func atTheTop(_ bearing: [Int], _ labelled: [Int], _ rows: [Table.Row]) -> [[Int]]? {
    guard labelled.first == bearing.first, labelled.allSatisfy({ !rows[$0].isHeading }) else { return nil }
    return labelled.enumerated().map { order, label in
      let end = order + 1 < labelled.count ? labelled[order + 1] : Int.max
      return bearing.filter { $0 >= label && $0 < end }
    }
  }

  /// Each label stands on the last row of its run, and so does the assessment of what it names, which the other rows have none of.
  private static func atTheBottom(
    _ bearing: [Int], _ labelled: [Int], _ rows: [Table.Row], _ isAssessment: (String) -> Bool
  ) -> [[Int]]? {
    guard labelled.last == bearing.last, labelled.first != bearing.first, labelled.allSatisfy({ !rows[$0].isHeading }) else { return nil }
    let isOfLabels = rows[0].values.indices.contains { column in
      bearing.allSatisfy { row in
        guard let cell = rows[row].values[column] else { return rows[row].label.isEmpty }
        return !rows[row].label.isEmpty && isAssessment(cell)
      }
    }
    guard isOfLabels else { return nil }
    return labelled.enumerated().map { order, label in
      let start = order > 0 ? labelled[order - 1] : -1
      return bearing.filter { $0 > start && $0 <= label }
    }
  }
}
