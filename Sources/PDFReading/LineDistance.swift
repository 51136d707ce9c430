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
    // Most rows follow at the distance of the one before: only a run of them is counted in the table.
    var run = (size: 0, distance: 0, count: 0)
    for (above, row) in zip(rows, rows.dropFirst()) where !row.beginsColumn && Self.key(above) == Self.key(row) {
      let distance = (row.body.y1 - above.body.y1) / row.em
      // Less is a row set askew, more a gap.
      guard distance > 0.9, distance < 2.2 else { continue }
      let found = (size: Self.key(row), distance: Int((distance * row.em * 4).rounded()))
      if found != (run.size, run.distance) {
        add(run.count, of: run.distance, size: run.size)
        run = (found.size, found.distance, 0)
      }
      run.count += 1
    }
    add(run.count, of: run.distance, size: run.size)
  }

  private mutating func add(_ count: Int, of distance: Int, size: Int) {
    if count > 0 { counts[size, default: [:]][distance, default: 0] += count }
  }

  mutating func add(_ other: LineDistance) {
    for (size, distances) in other.counts { counts[size, default: [:]].merge(distances, uniquingKeysWith: +) }
  }

  /// What a page's lines are judged by: each size's normal distance, sought once.
  struct Normal {
    private let page: LineDistance
    private let document: LineDistance
    /// For each size that was asked for its distance, nil where nothing is known of it.
    private var known: [Int: Double?] = [:]

    init(page: LineDistance, document: LineDistance) {
      self.page = page
      self.document = document
    }

    /// The line's `leading`.
    mutating func leading(of row: Row, below above: Row) -> Double {
      let normal = distance(for: row)
      if LineDistance.key(row) == LineDistance.key(above) { return max((row.body.y1 - above.body.y1) / normal, 0) }
      let other = distance(for: above)
      let gap = row.body.y0 - above.body.y1
      let usualGap = (normal - row.body.height + other - above.body.height) / 2
      return max(1 + (gap - usualGap) / ((normal + other) / 2), 0)
    }

    private mutating func distance(for row: Row) -> Double {
      let size = LineDistance.key(row)
      if let distance = known[size] { return distance ?? LineDistance.usual * row.em }
      let distance = page.mostCommon(size, atLeast: LineDistance.enough) ?? document.mostCommon(size, atLeast: 1)
      known[size] = .some(distance)
      return distance ?? LineDistance.usual * row.em
    }
  }

  private func mostCommon(_ size: Int, atLeast enough: Int) -> Double? {
    guard let distances = counts[size], distances.values.reduce(0, +) >= enough, let most = distances.values.max() else { return nil }
    let common = distances.filter { Double($0.value) >= Double(most) * Self.share }.keys.min()
    return common.map { Double($0) / 4 }
  }
}
