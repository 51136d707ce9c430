import Pages

/// Tells columns of running text from the columns of tables, label and value, and lists of names.
///
/// On both sides of the gutter stand many lines of several words that fill their column; or on one, and on the other its last lines, or lines across
/// which its sentences go on. A few lines on both sides will do where each goes on with the sentence of the one above it.
struct ColumnTest {
  let prose: ProseTest
  let gutters: Gutters

  /// So many lines must stand in a column; in the last one, which the text need not fill, so many.
  static let fewestLines = 6
  private static let fewestLastLines = 2
  /// ... and where the sentences of both go on from line to line, so many.
  private static let fewestShortLines = 3
  /// Lines that begin nearer each other than this (points) begin at one place.
  private static let step = 1.5
  /// The share of a column's lines that must reach this share of its width.
  private static let fullShare = 0.5
  private static let fullWidth = 0.72
  /// So often must a sentence go on where something else stands beside it on both lines, and in this share of such places.
  private static let fewestFlows = 5
  private static let flowShare = 0.7

  /// - Parameter run: rows that nothing crosses at the gutter.
  func areSet(_ rows: [Row], _ run: Range<Int>, at gutter: Double) -> Bool {
    guard run.count >= Self.fewestShortLines,
      gutters.areBeside(rows, run, at: gutter, left: Self.fewestLastLines, right: Self.fewestLastLines)
    else { return false }
    let left = Side(gutters.parts(of: rows, run, at: gutter, isLeft: true))
    let right = Side(gutters.parts(of: rows, run, at: gutter, isLeft: false))
    let (isLeftText, isRightText) = (isColumn(left.rows), isColumn(right.rows))
    if isLeftText && (isRightText || isLastColumn(right.rows, after: left.rows)) { return true }
    if areFlush(right.rows) && !beginTogether(left, right) && goOn(left.rows.map(gutters.lastPart))
      && goOn(right.rows.map(gutters.firstPart))
    {
      return true
    }
    return isLeftText && flows(left, beside: right) || isRightText && flows(right, beside: left)
  }

  /// What stands on one side of the gutter.
  private struct Side {
    let rows: [Row]
    /// Of each of `rows`, rising: which row of the page it is a part of.
    let indices: [Int]

    init(_ parts: [Gutters.Part]) {
      rows = parts.map { $0.row }
      indices = parts.map { $0.index }
    }
  }

  /// Whether the rows are many lines of running text that fill their column.
  /// - Parameter fewest: so many lines are many.
  func isColumn(_ rows: [Row], fewest: Int = fewestLines) -> Bool {
    guard rows.count >= fewest, isText(rows), let edge = ProseTest.edge(of: rows), let start = Self.start(of: rows)
    else { return false }
    return isFull(rows, width: edge - start)
  }

  /// Whether the text of one column ends in these rows: they are set like it and as wide.
  private func isLastColumn(_ rows: [Row], after column: [Row]) -> Bool {
    guard rows.count >= Self.fewestLastLines, isText(rows), areWhole(rows), let edge = ProseTest.edge(of: column),
      let start = Self.start(of: column)
    else { return false }
    return prose.isBroken(column) && abs(rows[0].em - column[column.count / 2].em) < 0.3 && isFull(rows.dropLast(), width: edge - start)
  }

  /// Whether nearly all lines begin at one place: the words right of a gap in justified lines do not.
  private func areFlush(_ rows: [Row]) -> Bool {
    guard let start = Self.start(of: rows) else { return false }
    return rows.count { $0.box.x0 - start < Self.step } * 5 >= rows.count * 4
  }

  /// Whether texts begin on both sides at one height again and again, as the cells of a table's rows do; under headings they do so twice.
  private func beginTogether(_ left: Side, _ right: Side) -> Bool {
    let begins = { (side: Side) in zip(side.rows, side.indices).filter { !prose.goesOn($0.0) }.map { $0.1 } }
    return Set(begins(left)).intersection(begins(right)).count > Self.mostStarts
  }

  /// A heading and the first line of the text below it.
  private static let mostStarts = 2

  /// Whether the lines of a column, few as they may be, are one text: most begin in the middle of a sentence, where the line above was full.
  private func goOn(_ rows: [Row]) -> Bool {
    let lines = rows.filter { !$0.isBold }
    guard lines.count >= Self.fewestShortLines, isText(lines), prose.isBroken(lines) else { return false }
    return lines.count(where: prose.goesOn) * 2 >= lines.count
  }

  /// Whether a column's sentences go on from line to line while something else stands beside both lines: labels stand beside the first line of theirs.
  private func flows(_ column: Side, beside other: Side) -> Bool {
    guard other.rows.count > Self.fewestFlows, prose.isWords(other.rows), let edge = ProseTest.edge(of: column.rows) else { return false }
    guard areWhole(column.rows) else { return false }
    let taken = Set(other.indices)
    let pairs = column.indices.indices.dropLast().filter { place in
      let index = column.indices[place]
      return column.indices[place + 1] == index + 1 && taken.contains(index) && taken.contains(index + 1)
    }
    let flowing = pairs.count { prose.isBroken(column.rows[$0], before: column.rows[$0 + 1], edge: edge) }
    return flowing >= Self.fewestFlows && Double(flowing) >= Double(pairs.count) * Self.flowShare
  }

  /// Whether no gaps part most of the rows.
  private func areWhole(_ rows: [Row]) -> Bool { rows.count(where: gutters.isOnePart) * 5 >= rows.count * 4 }

  // Columns of figures fill theirs too.
  private func isText(_ rows: [Row]) -> Bool { prose.isLong(rows) && prose.isWords(rows) }

  /// Where a column's leftmost line begins.
  private static func start(of rows: [Row]) -> Double? { rows.lazy.map { $0.box.x0 }.min() }

  private func isFull(_ rows: [Row], width: Double) -> Bool {
    guard let start = Self.start(of: rows) else { return false }
    return Double(rows.count { $0.box.x1 - start >= width * Self.fullWidth }) >= Double(rows.count) * Self.fullShare
  }
}
