import Pages

/// Finds where white space parts what stands side by side on a page.
struct Gutters {
  let prose: ProseTest
  /// A gap wider than this (in font sizes) parts what stands beside each other.
  private static let partGap = 1.0
  /// Lines of one column stand farther apart (baselines, in sizes of type).
  private static let leastLeading = 0.7
  /// Left edges in the same step of so many points are one.
  private static let step = 3.0

  /// Left edges where what stands to the right may begin: those where many parts of rows begin after a gap, the most frequent first.
  /// - Parameters:
  ///   - fewest: so many parts must begin there.
  ///   - shares: of the rows' width, where they are sought.
  func candidates(_ rows: [Row], atLeast fewest: Int, within shares: ClosedRange<Double>) -> [Double] {
    guard let left = rows.lazy.map({ $0.box.x0 }).min(), let right = rows.lazy.map({ $0.box.x1 }).max() else { return [] }
    let width = right - left
    // Places past all measure have no columns.
    guard abs(left) < 100_000, width < 100_000 else { return [] }
    let middle = (left + width * shares.lowerBound)...(left + width * shares.upperBound)
    var counts: [Int: Int] = [:]
    for row in rows {
      for start in row.pieces.indices
      where beginsPart(start, in: row) && middle.contains(row.pieces[start].box.x0) && !isAfterMark(start, in: row) {
        counts[Int((row.pieces[start].box.x0 / Self.step).rounded()), default: 0] += 1
      }
    }
    let frequent = counts.filter { $0.value >= fewest }.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    return frequent.map { Double($0.key) * Self.step - Self.step }
  }

  /// Whether anything stands side by side: rows with gaps, or rows at nearly the same height. Most pages of text end here.
  func isParted(_ rows: [Row]) -> Bool {
    var count = 0
    var previous: Row?
    for row in rows where row.pieces[0].direction == .across {
      let isBeside = previous.map { row.baseline - $0.baseline < row.em * Self.leastLeading } ?? false
      if isBeside || row.pieces.indices.dropFirst().contains(where: { beginsPart($0, in: row) }) { count += 1 }
      if count > 1 { return true }
      previous = row
    }
    return false
  }

  /// Whether enough rows of a run have something on the left of a gutter, and on its right.
  func areBeside(_ rows: [Row], _ run: Range<Int>, at gutter: Double, left: Int, right: Int) -> Bool {
    var counts = (left: 0, right: 0)
    for index in run {
      if rows[index].box.x0 < gutter { counts.left += 1 }
      if let last = rows[index].pieces.last, last.box.x0 >= gutter { counts.right += 1 }
      if counts.left >= left, counts.right >= right { return true }
    }
    return false
  }

  /// The runs of rows that nothing crosses at the gutter.
  /// - Parameter throughTables: whether the rows of a table go with the run, as one that stands in a column does.
  func runs(of rows: [Row], at gutter: Double, throughTables: Bool = false) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for end in 0...rows.count where end == rows.count || crosses(rows[end], gutter) || !throughTables && isTabular(rows[end]) {
      if end > start { runs.append(start..<end) }
      start = end + 1
    }
    return runs
  }

  /// What a row has on one side of a gutter, and which row it is.
  struct Part {
    var index: Int
    var row: Row
  }

  /// The rows' parts on one side of the gutter.
  func parts(of rows: [Row], _ run: Range<Int>, at gutter: Double, isLeft: Bool) -> [Part] {
    var parts: [Part] = []
    parts.reserveCapacity(run.count)
    for index in run {
      let count = rows[index].pieces.count { ($0.box.x0 < gutter) == isLeft }
      if count == rows[index].pieces.count {
        parts.append(Part(index: index, row: rows[index]))
      } else if count > 0 {
        var pieces: [Piece] = []
        pieces.reserveCapacity(count)
        for piece in rows[index].pieces where (piece.box.x0 < gutter) == isLeft { pieces.append(piece) }
        parts.append(Part(index: index, row: Row(pieces)))
      }
    }
    return parts
  }

  /// What stands leftmost in the row, and rightmost.
  func firstPart(_ row: Row) -> Row {
    guard let end = row.pieces.indices.dropFirst().first(where: { beginsPart($0, in: row) }) else { return row }
    return Row(Array(row.pieces[..<end]))
  }

  func lastPart(_ row: Row) -> Row {
    guard let start = row.pieces.indices.dropFirst().last(where: { beginsPart($0, in: row) }) else { return row }
    return Row(Array(row.pieces[start...]))
  }

  /// Whether a part of a row begins with the piece: it is the first, or stands apart from what is left of it.
  private func beginsPart(_ index: Int, in row: Row) -> Bool { index == 0 || row.gap(before: index) > row.em * Self.partGap }

  /// Whether no gap parts the row, that after a bullet or number at its start aside.
  func isOnePart(_ row: Row) -> Bool {
    var (count, last) = (0, 0)
    for index in row.pieces.indices where beginsPart(index, in: row) { (count, last) = (count + 1, index) }
    return count == 1 || count == 2 && isAfterMark(last, in: row)
  }

  /// Whether a bullet, dash or number stands alone before the piece.
  private func isAfterMark(_ start: Int, in row: Row) -> Bool {
    guard start > 0, row.pieces[start - 1].count <= 3, !prose.isWord(row.pieces[start - 1]) else { return false }
    return start == 1 || row.gap(before: start - 1) > row.em * Self.partGap
  }

  private func crosses(_ row: Row, _ gutter: Double) -> Bool {
    if row.pieces.contains(where: { $0.box.x0 < gutter && $0.box.x1 > gutter + 1 }) { return true }
    // Words of one sentence on both sides: no gutter here.
    return zip(row.pieces, row.pieces.dropFirst()).contains { before, after in
      before.box.x1 <= gutter + 1 && after.box.x0 >= gutter && after.box.x0 - before.box.x1 < row.em * Self.partGap
    }
  }

  /// Whether the row has three or more parts, two of them figures.
  func isTabular(_ row: Row) -> Bool {
    guard row.pieces.count > 2 else { return false }
    var (parts, figures) = (0, 0)
    for index in row.pieces.indices where beginsPart(index, in: row) {
      parts += 1
      if !prose.isWord(row.pieces[index]) { figures += 1 }
    }
    return parts > 2 && figures > 1
  }
}
