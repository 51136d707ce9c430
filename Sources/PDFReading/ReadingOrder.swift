import Pages

/// The order in which a page's rows are read: from the top down, but running text in columns (spalter) column by column.
///
/// Columns of prose are told from the columns of tables, label and value, and lists of names: on both sides of the gutter stand many lines of several
/// words that fill their column.
struct ReadingOrder {
  /// The `GlyphPage`'s.
  let bytes: [UInt8]

  /// A gap wider than this (in font sizes) parts what stands beside each other.
  private static let partGap = 1.0

  /// So many lines must stand on each side of a gutter.
  private static let fewestLines = 6
  /// Lines of prose have this many words at the median; names and labels have fewer.
  private static let fewestWords = 4
  /// The share of a column's lines that must reach this share of its width.
  private static let fullShare = 0.5
  private static let fullWidth = 0.72
  /// White space across both columns, in line heights, that ends a section.
  private static let airOfSection = 0.8

  /// - Parameter rows: from the top down.
  func order(_ rows: [Row]) -> [Row] {
    for gutter in gutterCandidates(rows) {
      guard let band = band(of: rows, at: gutter) else { continue }
      return order(Array(rows[..<band.lowerBound])) + storeys(of: rows[band]).flatMap { columns(of: $0, at: gutter) }
        + order(Array(rows[band.upperBound...]))
    }
    return rows
  }

  private func columns(of storey: [Row], at gutter: Double) -> [Row] {
    // A row by itself is a running footer, or a heading.
    guard storey.count > 1 else { return storey }
    var right = order(side(storey, of: gutter, isLeft: false))
    if !right.isEmpty { right[0].beginsColumn = true }
    return side(storey, of: gutter, isLeft: true) + right
  }

  /// The rows' parts on one side of the gutter.
  private func side(_ rows: [Row], of gutter: Double, isLeft: Bool) -> [Row] {
    rows.compactMap { row in
      let pieces = row.pieces.filter { ($0.box.x0 < gutter) == isLeft }
      guard pieces.count < row.pieces.count else { return row }
      return pieces.isEmpty ? nil : Row(pieces)
    }
  }

  /// Cuts a band where white space goes across both columns: there one section ends, and the next begins to the left again.
  private func storeys(of rows: ArraySlice<Row>) -> [[Row]] {
    var storeys: [[Row]] = []
    var bottom = -Double.infinity
    for row in rows {
      if storeys.isEmpty || row.box.y0 - bottom > row.body.height * Self.airOfSection { storeys.append([]) }
      storeys[storeys.count - 1].append(row)
      bottom = max(bottom, row.box.y1)
    }
    return storeys
  }

  /// Left edges where a right column may begin: those where many parts of rows begin after a gap, the most frequent first.
  private func gutterCandidates(_ rows: [Row]) -> [Double] {
    guard let left = rows.map(\.box.x0).min(), let right = rows.map(\.box.x1).max() else { return [] }
    let middle = (left + (right - left) * 0.25)...(left + (right - left) * 0.75)
    var counts: [Int: Int] = [:]
    for row in rows {
      for start in starts(of: row) where middle.contains(start) { counts[Int((start / 3).rounded()), default: 0] += 1 }
    }
    let frequent = counts.filter { $0.value >= Self.fewestLines }.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    return frequent.prefix(4).map { Double($0.key) * 3 - 3 }
  }

  /// Where the parts of a row begin that stand apart from what is left of them.
  private func starts(of row: Row) -> [Double] { partStarts(row).map { row.pieces[$0].box.x0 } }

  private func partStarts(_ row: Row) -> [Int] {
    row.pieces.indices.filter { $0 == 0 || row.pieces[$0].box.x0 - row.pieces[$0 - 1].box.x1 > row.em * Self.partGap }
  }

  /// The longest run of rows that nothing crosses at `gutter` and that is prose on both sides; nil where there is none.
  private func band(of rows: [Row], at gutter: Double) -> Range<Int>? {
    var best: Range<Int>?
    var start = 0
    for end in 0...rows.count {
      guard end == rows.count || crosses(rows[end], gutter) else { continue }
      if end - start > best?.count ?? 0, isProse(Array(rows[start..<end]), at: gutter) { best = start..<end }
      start = end + 1
    }
    return best
  }

  private func crosses(_ row: Row, _ gutter: Double) -> Bool {
    if isTabular(row) || row.pieces.contains(where: { $0.box.x0 < gutter && $0.box.x1 > gutter + 1 }) { return true }
    // Words of one sentence on both sides: no gutter here.
    return zip(row.pieces, row.pieces.dropFirst()).contains { before, after in
      before.box.x1 <= gutter && after.box.x0 >= gutter && after.box.x0 - before.box.x1 < row.em * Self.partGap
    }
  }

  /// Whether the row has three or more parts, two of them figures.
  private func isTabular(_ row: Row) -> Bool {
    let starts = partStarts(row)
    return starts.count > 2 && starts.count(where: { !isWord(row.pieces[$0]) }) > 1
  }

  private func isProse(_ rows: [Row], at gutter: Double) -> Bool {
    isColumn(side(rows, of: gutter, isLeft: true)) && isColumn(side(rows, of: gutter, isLeft: false))
  }

  private func isColumn(_ rows: [Row]) -> Bool {
    guard rows.count >= Self.fewestLines else { return false }
    let pieces = rows.flatMap(\.pieces)
    // Columns of figures fill theirs too.
    guard pieces.count(where: isWord) * 10 >= pieces.count * 7 else { return false }
    let words = rows.map(\.pieces.count).sorted()
    guard words[words.count / 2] >= Self.fewestWords, let edge = Self.edge(of: rows), let start = rows.map(\.box.x0).min()
    else { return false }
    let full = rows.count { $0.box.x1 - start >= (edge - start) * Self.fullWidth }
    return Double(full) >= Double(rows.count) * Self.fullShare
  }

  /// How far to the right a column goes; a page number may stand beyond it.
  private static func edge(of rows: [Row]) -> Double? {
    let ends = rows.map(\.box.x1).sorted()
    return ends.isEmpty ? nil : ends[(ends.count - 1) * 9 / 10]
  }

  private func isWord(_ piece: Piece) -> Bool {
    bytes[piece.range].contains { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 >= 0xC3 }
  }
}
