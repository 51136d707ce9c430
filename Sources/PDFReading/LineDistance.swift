import Pages

/// The normal distance between baselines (radavstånd) for each font size, by which white space above a line is judged.
struct LineDistance {
  /// Distances in points, rounded to a quarter, and how often they are seen, for each font size in half points.
  private var counts: [Int: [Int: Int]] = [:]
  /// A page decides for itself where it has this many pairs of lines of one size.
  private static let enough = 8
  /// A distance that is seen this often, against the most common, is normal too: the least such is taken, the wider ones hold white space.
  private static let share = 0.6
  /// Of the font size, where nothing is known.
  private static let usual = 1.2

  private static func key(_ row: Row) -> Int { Int((row.em * 2).rounded()) }

  mutating func count(_ rows: [Row]) {
    for (above, row) in zip(rows, rows.dropFirst()) where !row.beginsColumn && Self.key(above) == Self.key(row) {
      let distance = (row.body.y1 - above.body.y1) / row.em
      // Less is a row set askew, more a gap.
      guard distance > 0.9, distance < 2.2 else { continue }
      counts[Self.key(row), default: [:]][Int((distance * row.em * 4).rounded()), default: 0] += 1
    }
  }

  mutating func add(_ other: LineDistance) {
    for (size, distances) in other.counts { counts[size, default: [:]].merge(distances, uniquingKeysWith: +) }
  }

  /// The line's `leading`.
  func leading(of row: Row, below above: Row, document: LineDistance) -> Double {
    let normal = distance(for: row, document: document)
    if Self.key(row) == Self.key(above) { return max((row.body.y1 - above.body.y1) / normal, 0) }
    let other = distance(for: above, document: document)
    let gap = row.body.y0 - above.body.y1
    let usualGap = (normal - row.body.height + other - above.body.height) / 2
    return max(1 + (gap - usualGap) / ((normal + other) / 2), 0)
  }

  private func distance(for row: Row, document: LineDistance) -> Double {
    mostCommon(Self.key(row), atLeast: Self.enough) ?? document.mostCommon(Self.key(row), atLeast: 1) ?? Self.usual * row.em
  }

  private func mostCommon(_ size: Int, atLeast enough: Int) -> Double? {
    guard let distances = counts[size], distances.values.reduce(0, +) >= enough, let most = distances.values.max() else { return nil }
    let common = distances.filter { Double($0.value) >= Double(most) * Self.share }.keys.min()
    return common.map { Double($0) / 4 }
  }
}
