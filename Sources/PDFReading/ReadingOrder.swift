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
  /// White space across both columns, in line heights, that ends a section.
  private static let airOfSection = 0.8

  /// - Parameter rows: pieces on one baseline, from the top down.
  init(_ rows: [Row]) {
    guard let gutter = Self.gutterCandidates(rows).first(where: { Self.band(of: rows, at: $0) != nil }),
      let band = Self.band(of: rows, at: gutter)
    else {
      self.rows = rows
      return
    }
    let above = ReadingOrder(Array(rows[..<band.lowerBound])).rows
    let below = ReadingOrder(Array(rows[band.upperBound...])).rows
    let columns = Self.storeys(of: rows[band]).flatMap { storey -> [Row] in
      // A row by itself is a running footer, or a heading.
      guard storey.count > 1 else { return storey }
      return Self.side(storey, of: gutter, isLeft: true) + ReadingOrder(Self.side(storey, of: gutter, isLeft: false)).rows
    }
    self.rows = above + columns + below
  }

  /// The rows' parts on one side of the gutter.
  private static func side(_ rows: [Row], of gutter: Double, isLeft: Bool) -> [Row] {
    rows.map { $0.filter { ($0.box.x0 < gutter) == isLeft } }.filter { !$0.isEmpty }
  }

  /// Cuts a band where white space goes across both columns: there one section ends, and the next begins to the left again.
  private static func storeys(of rows: ArraySlice<Row>) -> [[Row]] {
    var storeys: [[Row]] = []
    var bottom = -Double.infinity
    for row in rows {
      let top = row.map(\.box.y0).min() ?? 0
      let height = row.map(\.box.height).max() ?? 0
      if storeys.isEmpty || top - bottom > height * airOfSection { storeys.append([]) }
      storeys[storeys.count - 1].append(row)
      bottom = max(bottom, row.map(\.box.y1).max() ?? 0)
    }
    return storeys
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
    if isTabular(row) { return true }
    for (index, piece) in row.enumerated() {
      if piece.box.x0 < gutter, piece.box.x1 > gutter + 1 { return true }
      guard index > 0, row[index - 1].box.x1 <= gutter, piece.box.x0 >= gutter else { continue }
      // Words of one sentence on both sides: no gutter here.
      if piece.box.x0 - row[index - 1].box.x1 < piece.fontSize * PageAssembly.cellGap { return true }
    }
    return false
  }

  /// Whether the row has three or more parts, two of them figures.
  private static func isTabular(_ row: Row) -> Bool {
    let starts = row.indices.filter { $0 == 0 || row[$0].box.x0 - row[$0 - 1].box.x1 > row[$0].fontSize * PageAssembly.cellGap }
    return starts.count > 2 && starts.count(where: { !isWord(row[$0]) }) > 1
  }

  private static func isProse(_ rows: [Row], at gutter: Double) -> Bool {
    isColumn(side(rows, of: gutter, isLeft: true)) && isColumn(side(rows, of: gutter, isLeft: false))
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
