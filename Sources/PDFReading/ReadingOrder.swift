import Pages

/// The order in which a page's rows are read: from the top down, but running text in columns (spalter) column by column.
///
/// Columns of prose are told from the columns of tables, label and value, and lists of names: on both sides of the gutter stand many lines of several
/// words that fill their column.
struct ReadingOrder {
  typealias Row = [PageAssembly.Piece]

  /// In reading order; each from left to right.
  let rows: [Row]

  /// So many lines must stand on each side of a gutter.
  private static let fewestLines = 6
  /// Lines of prose have this many words at the median; names and labels have fewer.
  private static let fewestWords = 4
  /// The share of a column's lines that must reach this share of its width.
  private static let fullShare = 0.5
  private static let fullWidth = 0.72

  /// - Parameter rows: pieces on one baseline, from the top down.
  init(_ rows: [Row]) {
    guard let gutter = Self.gutterCandidates(rows).first(where: { Self.band(of: rows, at: $0) != nil }),
      let band = Self.band(of: rows, at: gutter)
    else {
      self.rows = rows
      return
    }
    let inside = rows[band]
    let left = inside.map { $0.filter { $0.box.x0 < gutter } }.filter { !$0.isEmpty }
    let right = inside.map { $0.filter { $0.box.x0 >= gutter } }.filter { !$0.isEmpty }
    let above = ReadingOrder(Array(rows[..<band.lowerBound])).rows
    let below = ReadingOrder(Array(rows[band.upperBound...])).rows
    self.rows = above + left + ReadingOrder(right).rows + below
  }

  /// Left edges where a right column may begin: those where many parts of rows begin after a gap, the most frequent first.
  private static func gutterCandidates(_ rows: [Row]) -> [Double] {
    let boxes = rows.joined().map(\.box)
    guard let left = boxes.map(\.x0).min(), let right = boxes.map(\.x1).max() else { return [] }
    let middle = (left + (right - left) * 0.25)...(left + (right - left) * 0.75)
    var counts: [Int: Int] = [:]
    for row in rows {
      for start in starts(of: row) where middle.contains(start) { counts[Int((start / 3).rounded()), default: 0] += 1 }
    }
    let frequent = counts.filter { $0.value >= fewestLines }.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    return frequent.prefix(4).map { Double($0.key) * 3 - 3 }
  }

  /// Where the parts of a row begin that stand apart from what is left of them.
  private static func starts(of row: Row) -> [Double] {
    row.indices.compactMap { index in
      let piece = row[index]
      let isApart = index == 0 || piece.box.x0 - row[index - 1].box.x1 > piece.fontSize * PageAssembly.cellGap
      return isApart ? piece.box.x0 : nil
    }
  }

  /// The longest run of rows that nothing crosses at `gutter` and that is prose on both sides; nil where there is none.
  private static func band(of rows: [Row], at gutter: Double) -> Range<Int>? {
    var best: Range<Int>?
    var start = 0
    for end in 0...rows.count {
      guard end == rows.count || crosses(rows[end], gutter) else { continue }
      if end - start > best?.count ?? 0, isProse(Array(rows[start..<end]), at: gutter) { best = start..<end }
      start = end + 1
    }
    return best
  }

  private static func crosses(_ row: Row, _ gutter: Double) -> Bool {
    for (index, piece) in row.enumerated() {
      if piece.box.x0 < gutter, piece.box.x1 > gutter + 1 { return true }
      guard index > 0, row[index - 1].box.x1 <= gutter, piece.box.x0 >= gutter else { continue }
      // Words of one sentence on both sides: no gutter here.
      if piece.box.x0 - row[index - 1].box.x1 < piece.fontSize * PageAssembly.cellGap { return true }
    }
    return false
  }

  private static func isProse(_ rows: [Row], at gutter: Double) -> Bool {
    let left = rows.map { $0.filter { $0.box.x0 < gutter } }.filter { !$0.isEmpty }
    let right = rows.map { $0.filter { $0.box.x0 >= gutter } }.filter { !$0.isEmpty }
    return isColumn(left) && isColumn(right)
  }

  private static func isColumn(_ rows: [Row]) -> Bool {
    guard rows.count >= fewestLines else { return false }
    let pieces = rows.joined()
    // Columns of figures fill theirs too.
    guard pieces.count(where: isWord) * 10 >= pieces.count * 7 else { return false }
    let words = rows.map(\.count).sorted()
    guard words[words.count / 2] >= fewestWords, let edge = rows.map(end).max(), let start = rows.map(beginning).min() else { return false }
    let full = rows.filter { (end($0) - start) >= (edge - start) * fullWidth }.count
    return Double(full) >= Double(rows.count) * fullShare
  }

  private static func isWord(_ piece: PageAssembly.Piece) -> Bool {
    piece.text.contains { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 >= 0xC3 }
  }

  private static func end(_ row: Row) -> Double { row.map(\.box.x1).max() ?? 0 }

  private static func beginning(_ row: Row) -> Double { row.map(\.box.x0).min() ?? 0 }
}
