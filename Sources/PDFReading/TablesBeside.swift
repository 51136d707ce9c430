import Pages

/// Finds tables that stand beside another table, or beside running text, as designed reports set them: read across the page, the figures of the one
/// would be given to the other's labels.
///
/// A table is rows of a label and figures. One whose middle column holds words has labels in the middle too; what tells two tables from it: the names
/// of the columns come again, each table has a heading of its own, or their rows stand at different heights.
struct TablesBeside {
  let prose: ProseTest
  let gutters: Gutters
  /// So many rows of label and figures make a table, and so many lines a text.
  private static let fewestRows = 2
  private static let fewestLines = 4
  /// A gap wider than this (ems) parts cells.
  private static let cellGap = 0.6
  private static let clearGap = 1.6
  /// A label begins at most so far (points, and ems for items of a group) from its column's edge.
  private static let step = 6.0
  private static let indent = 2.0
  /// The rows of a table beside text stand as close as its lines do: the farthest of most, by the nearest.
  private static let evenRows = 1.4
  /// How far (ems) the names of columns may stand above the first row.
  private static let widestHeadGap = 2.2

  /// One row of the page, cut at a gutter.
  private struct Halves {
    var left: Half?
    var right: Half?
  }

  /// What a row has on one side.
  private struct Half {
    var row: Row
    /// Ranges of the row's pieces.
    var cells: [Range<Int>]
    /// How many cells at the end are figures.
    var figures: Int
    var beginsWithWord: Bool

    var isTableRow: Bool { beginsWithWord && figures > 0 && figures < cells.count }
  }

  /// What stands side by side.
  struct Band {
    /// Of the page's rows.
    var rows: Range<Int>
    /// In the middle of the white space between the two sides.
    var gutter: Double
  }

  /// The longest stretch of rows that holds a table on one side of a gutter, and another one or running text on the other.
  /// - Parameter edge: where parts of rows begin.
  func band(of rows: [Row], at edge: Double) -> Band? {
    let labelled = stretches(of: rows, gutter: edge, edge: edge) { holdsTable($0) }
    // Headings may begin a little to the left of their tables' labels.
    let gutters = Set(labelled.map { middle(of: rows[$0], before: edge) }).sorted()
    let bands = gutters.flatMap { gutter in
      stretches(of: rows, gutter: gutter, edge: edge) { areBeside($0) }.map { Band(rows: $0, gutter: gutter) }
    }
    return bands.max { $0.rows.count < $1.rows.count }
  }

  /// The middle of the white space that ends at the edge.
  private func middle(of rows: ArraySlice<Row>, before edge: Double) -> Double {
    let ends = rows.flatMap(\.pieces).filter { $0.box.x0 < edge }.map(\.box.x1)
    return (min(ends.max() ?? edge, edge) + edge) / 2
  }

  private func stretches(of rows: [Row], gutter: Double, edge: Double, where isSet: (ArraySlice<Halves>) -> Bool) -> [Range<Int>] {
    gutters.runs(of: rows, at: gutter, throughTables: true).flatMap { run -> [Range<Int>] in
      guard gutters.areBeside(rows, run, at: gutter, left: Self.fewestRows, right: Self.fewestRows) else { return [] }
      let halves = halves(of: rows, run, at: gutter)
      let stretches = parted(halves, at: edge).map { startOfHead(halves, above: $0.lowerBound, edge: edge)..<$0.upperBound }
      return stretches.filter { isSet(halves[$0]) }.map { run.lowerBound + $0.lowerBound..<run.lowerBound + $0.upperBound }
    }
  }

  private func halves(of rows: [Row], _ run: Range<Int>, at gutter: Double) -> [Halves] {
    var halves = run.map { _ in Halves() }
    for part in gutters.parts(of: rows, run, at: gutter, isLeft: true) { halves[part.index - run.lowerBound].left = half(part.row) }
    for part in gutters.parts(of: rows, run, at: gutter, isLeft: false) { halves[part.index - run.lowerBound].right = half(part.row) }
    return halves
  }

  /// Whether the row is a label with figures clearly apart from it; the word spaces of a justified line are narrower.
  func isTableRow(_ row: Row) -> Bool {
    let half = half(row)
    return half.isTableRow && row.gap(before: half.cells[half.cells.count - half.figures].lowerBound) > row.em * Self.clearGap
  }

  /// Whether there is no word in the row, as in the years above a table.
  func isOfFigures(_ row: Row) -> Bool { !row.pieces.contains(where: prose.isWord) }

  private func half(_ row: Row) -> Half {
    let starts = [0] + row.pieces.indices.dropFirst().filter { row.gap(before: $0) > row.em * Self.cellGap } + [row.pieces.count]
    let cells = zip(starts, starts.dropFirst()).map { $0..<$1 }
    let figures = cells.reversed().prefix { cell in row.pieces[cell].allSatisfy { !prose.isWord($0) } }.count
    return Half(row: row, cells: cells, figures: figures, beginsWithWord: prose.isWord(row.pieces[0]))
  }

  /// The stretches between rows that go on across the gutter: their right part does not begin where the labels do.
  private func parted(_ halves: [Halves], at edge: Double) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var start = 0
    for end in 0...halves.count where end == halves.count || goesAcross(halves[end], edge) {
      if end > start { stretches.append(start..<end) }
      start = end + 1
    }
    return stretches
  }

  private func goesAcross(_ halves: Halves, _ edge: Double) -> Bool {
    guard halves.left != nil, let right = halves.right else { return false }
    return !right.beginsWithWord || right.row.box.x0 - edge > Self.step + right.row.em * Self.indent
  }

  /// Names of columns without one over the labels go with the rows below, and so do the headings above them: years, or bold names.
  private func startOfHead(_ halves: [Halves], above start: Int, edge: Double) -> Int {
    guard start > 0, let right = halves[start - 1].right?.row, let below = halves[start].right?.row ?? halves[start].left?.row else {
      return start
    }
    guard below.baseline - right.baseline < below.em * Self.widestHeadGap, right.isBold || right.pieces.allSatisfy(isYear) else {
      return start
    }
    let above = halves[..<(start - 1)].reversed().prefix { !goesAcross($0, edge) }
    return start - 1 - above.count
  }

  private func isYear(_ piece: Piece) -> Bool {
    let text = prose.bytes[piece.range]
    return text.count == 4 && text.allSatisfy { (0x30...0x39).contains($0) }
      && (text.starts(with: [0x31, 0x39]) || text.starts(with: [0x32, 0x30]))
  }

  // MARK: The two sides

  /// Whether there is a table on either side.
  private func holdsTable(_ halves: ArraySlice<Halves>) -> Bool {
    isTable(halves.compactMap(\.left)) || isTable(halves.compactMap(\.right))
  }

  private func areBeside(_ halves: ArraySlice<Halves>) -> Bool {
    let (left, right) = (halves.compactMap(\.left), halves.compactMap(\.right))
    if isTable(left), isTable(right) { return areTwoTables(halves, left, right) }
    return isTable(left) && isText(right, beside: left) || isTable(right) && isText(left, beside: right)
  }

  /// Whether most rows are a label with figures, and the labels differ.
  private func isTable(_ side: [Half]) -> Bool {
    let rows = side.filter(\.isTableRow)
    guard rows.count >= Self.fewestRows, rows.count * 2 >= side.count else { return false }
    let labels = Set(rows.map { half in half.row.pieces[half.cells[0]].flatMap { prose.bytes[$0.range] } })
    return labels.count * 3 >= rows.count * 2
  }

  private func areTwoTables(_ halves: ArraySlice<Halves>, _ left: [Half], _ right: [Half]) -> Bool {
    guard figures(left) > 1 || figures(right) > 1 else { return false }
    if halves.contains(where: namesComeAgain) { return true }
    guard figures(right) > 1 else { return false }
    let onlyLeft = halves.count { $0.right == nil && $0.left?.isTableRow ?? false }
    let onlyRight = halves.count { $0.left == nil && $0.right?.isTableRow ?? false }
    return onlyLeft > 0 && onlyRight > 0 || zip(halves, halves.dropFirst()).contains(where: haveOwnHeadings)
  }

  /// How many columns of figures most of a table's rows have.
  private func figures(_ side: [Half]) -> Int {
    let counts = side.filter(\.isTableRow).map(\.figures).sorted()
    return counts.isEmpty ? 0 : counts[counts.count / 2]
  }

  /// Whether both sides of a row have the same names of columns, two or more, after that of the labels or without one.
  private func namesComeAgain(_ halves: Halves) -> Bool {
    guard let left = halves.left, let right = halves.right else { return false }
    let names = [left, right].map { half in half.cells.indices.map { text(of: half, cell: $0) } }
    let (short, long) = names[0].count <= names[1].count ? (names[0], names[1]) : (names[1], names[0])
    if short.count > 2, long[1...].starts(with: short[1...]) { return true }
    return short.count > 1 && long.starts(with: short)
  }

  private func text(of half: Half, cell: Int) -> [[UInt8]] { half.row.pieces[half.cells[cell]].map { Array(prose.bytes[$0.range]) } }

  /// Whether each side has a heading, and its columns' names below it.
  private func haveOwnHeadings(_ upper: Halves, _ lower: Halves) -> Bool {
    guard let headings = [upper.left, upper.right] as? [Half], let names = [lower.left, lower.right] as? [Half] else { return false }
    return headings.allSatisfy { $0.figures == 0 && $0.beginsWithWord && $0.row.isBold }
      && zip(headings, names).allSatisfy { $0.cells.count * 2 <= $1.cells.count }
  }

  /// Whether the side is running text whose lines go on past the rows of the table beside it: a column of comments begins anew with each row.
  private func isText(_ side: [Half], beside table: [Half]) -> Bool {
    let lines = side.map(\.row)
    guard lines.count >= Self.fewestLines, prose.isLong(lines), prose.isWords(lines), prose.isBroken(lines) else { return false }
    guard lines.count(where: prose.goesOn) * 3 >= lines.count, lines.count(where: gutters.isOnePart) * 5 >= lines.count * 4 else {
      return false
    }
    let rows = table.filter(\.isTableRow).map(\.row.baseline)
    let distances = zip(rows, rows.dropFirst()).map { $1 - $0 }
    guard let nearest = distances.min() else { return false }
    return distances.count { $0 <= nearest * Self.evenRows } * 3 >= distances.count * 2
  }
}
