/// What the columns of a table of figures say of one another: one is the sum or the difference of two others in every row.
///
/// Decides between readings of rows whose spaces part both thousands and columns. Rounding may leave one unit.
struct ColumnArithmetic {
  private struct Relation {
    var first: Int
    var second: Int
    var result: Int
    /// 1 for a sum, -1 for a difference.
    var sign: Double

    func holds(_ values: [Double?]) -> Bool {
      guard let a = values[first], let b = values[second], let c = values[result] else { return true }
      let unit = [a, b, c].allSatisfy { $0 == $0.rounded() } ? 1.01 : 0.11
      return abs(a + sign * b - c) <= unit
    }
  }

  /// For each row its only reading, nil where more than one is left or none.
  let decided: [[String?]?]
  /// Whether the columns say something of one another.
  let isShown: Bool

  /// - Parameter rows: for each row the ways to read it, each with one cell a column.
  init(_ rows: [RowReadings]) {
    let numbers = rows.map(Self.numbers)
    let relations = Self.relations(numbers)
    isShown = !relations.isEmpty
    decided = rows.indices.map { row in
      let ways = rows[row].ways
      if ways.count == 1 { return rows[row].texts(of: ways[0]) }
      let kept = ways.indices.filter { way in relations.allSatisfy { $0.holds(numbers[row][way]) } }
      return !relations.isEmpty && kept.count == 1 ? rows[row].texts(of: ways[kept[0]]) : nil
    }
  }

  /// The figures of each way to read the row.
  private static func numbers(_ row: RowReadings) -> [[Double?]] {
    let values = row.cells.map { NumberText(Array($0.utf8)[...])?.value }
    return row.ways.map { $0.map { $0.flatMap { values[Int($0)] } } }
  }

  /// The relations that every row keeps in one of its readings, and that two rows read in one way only (or three in few) show with figures.
  private static func relations(_ rows: [[[Double?]]]) -> [Relation] {
    guard rows.count > 1, let count = rows.first(where: { !$0.isEmpty })?[0].count, count > 2, count < 14 else { return [] }
    var found: [Relation] = []
    for result in 0..<count {
      for first in 0..<count where first != result {
        for second in 0..<count where second != result && second != first {
          for sign in [1.0, -1.0] where sign < 0 || first < second {
            let relation = Relation(first: first, second: second, result: result, sign: sign)
            if isKept(relation, by: rows) { found.append(relation) }
          }
        }
      }
    }
    return found
  }

  private static func isKept(_ relation: Relation, by rows: [[[Double?]]]) -> Bool {
    var sure = 0
    var few = 0
    for readings in rows where !readings.isEmpty {
      guard let kept = readings.first(where: relation.holds) else { return false }
      let hasFigures = [relation.first, relation.second, relation.result].allSatisfy { (kept[$0] ?? 0) != 0 }
      if hasFigures { if readings.count == 1 { sure += 1 } else if readings.count < 200 { few += 1 } }
    }
    return sure > 1 || sure + few > 2
  }
}
