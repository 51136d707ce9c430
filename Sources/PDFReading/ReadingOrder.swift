import Pages

/// The order in which a page's rows are read: from the top down, but running text in columns (spalter) column by column, and a box beside the text
/// after the paragraph that it stands beside.
///
/// Columns of prose are told from the columns of tables, label and value, and lists of names: on both sides of the gutter stand many lines of several
/// words that fill their column.
struct ReadingOrder {
  private let prose: ProseTest
  private let gutters: Gutters

  /// So many lines must stand in a column; in the last one, which the text need not fill, so many.
  private static let fewestLines = 6
  private static let fewestLastLines = 2
  /// The share of a column's lines that must reach this share of its width.
  private static let fullShare = 0.5
  private static let fullWidth = 0.72
  /// A column's lines begin at most so far (ems) from its edge.
  private static let indent = 1.5

  /// - Parameter bytes: the `GlyphPage`'s.
  init(bytes: [UInt8]) {
    prose = ProseTest(bytes: bytes)
    gutters = Gutters(prose: prose)
  }

  /// - Parameter rows: from the top down.
  func order(_ rows: [Row]) -> [Row] {
    if let columns = inColumns(rows) { return columns }
    var rows = rows
    let boxes = SideBoxes(prose: prose, gutters: gutters).remove(from: &rows)
    guard !boxes.isEmpty else { return rows }
    var ordered = inColumns(rows) ?? rows
    SideBoxes.insert(boxes, into: &ordered)
    return ordered
  }

  // MARK: Columns

  /// The rows column by column; nil where they are not set in columns.
  private func inColumns(_ rows: [Row]) -> [Row]? {
    for gutter in gutters.candidates(rows, atLeast: Self.fewestLastLines, within: 0.25...0.75).prefix(4) {
      guard let band = band(of: rows, at: gutter) else { continue }
      return order(Array(rows[..<band.lowerBound])) + sections(of: rows[band], at: gutter) + order(Array(rows[band.upperBound...]))
    }
    return nil
  }

  /// The longest run of rows that nothing crosses at `gutter` and that is prose on both sides; nil where there is none.
  private func band(of rows: [Row], at gutter: Double) -> Range<Int>? {
    gutters.runs(of: rows, at: gutter).filter { isProse(Array(rows[$0]), at: gutter) }.max { $0.count < $1.count }
  }

  private func sections(of rows: ArraySlice<Row>, at gutter: Double) -> [Row] {
    let edges = [true, false].map { isLeft in edge(of: side(Array(rows), of: gutter, isLeft: isLeft)) }
    var result: [Row] = []
    var headings: [Row] = []
    for storey in Storeys(gutters: gutters, gutter: gutter).cut(Array(rows)) {
      if !isInColumns(storey, at: gutter, edges: edges) {
        result += headings + storey
        headings = []
      } else if storey.count == 1, storey[0].isBold {
        headings += storey
      } else {
        result += columns(of: headings + storey, at: gutter)
        headings = []
      }
    }
    return result + headings
  }

  private func columns(of storey: [Row], at gutter: Double) -> [Row] {
    var right = order(side(storey, of: gutter, isLeft: false))
    if !right.isEmpty { right[0].beginsColumn = true }
    return order(side(storey, of: gutter, isLeft: true)) + right
  }

  /// Whether a row of what stands to the right begins where the column does: a page number or a date at the margin does not.
  private func isInColumns(_ storey: [Row], at gutter: Double, edges: [Double]) -> Bool {
    let right = side(storey, of: gutter, isLeft: false)
    return right.isEmpty ? storey.count > 1 : right.contains { abs($0.box.x0 - edges[1]) < $0.em * Self.indent }
  }

  /// The left edge of most of a column's lines.
  private func edge(of rows: [Row]) -> Double {
    let edges = rows.map(\.box.x0).sorted()
    return edges.isEmpty ? 0 : edges[edges.count / 2]
  }

  /// The rows' parts on one side of the gutter.
  private func side(_ rows: [Row], of gutter: Double, isLeft: Bool) -> [Row] {
    gutters.parts(of: rows, rows.indices, at: gutter, isLeft: isLeft).map(\.row)
  }

  // MARK: Prose

  private func isProse(_ rows: [Row], at gutter: Double) -> Bool {
    let left = side(rows, of: gutter, isLeft: true)
    guard isColumn(left) else { return false }
    let right = side(rows, of: gutter, isLeft: false)
    return isColumn(right) || isLastColumn(right, after: left)
  }

  private func isColumn(_ rows: [Row]) -> Bool {
    guard rows.count >= Self.fewestLines, isText(rows), let edge = ProseTest.edge(of: rows), let start = rows.map(\.box.x0).min()
    else { return false }
    return isFull(rows, width: edge - start)
  }

  /// Whether the text of one column ends in these rows: they are set like it and as wide.
  private func isLastColumn(_ rows: [Row], after column: [Row]) -> Bool {
    guard rows.count >= Self.fewestLastLines, isText(rows), let edge = ProseTest.edge(of: column), let start = column.map(\.box.x0).min()
    else { return false }
    return prose.isBroken(column) && abs(rows[0].em - column[column.count / 2].em) < 0.3 && isFull(rows.dropLast(), width: edge - start)
  }

  // Columns of figures fill theirs too.
  private func isText(_ rows: [Row]) -> Bool { prose.isWords(rows) && prose.isLong(rows) }

  private func isFull(_ rows: [Row], width: Double) -> Bool {
    guard let start = rows.map(\.box.x0).min() else { return false }
    return Double(rows.count { $0.box.x1 - start >= width * Self.fullWidth }) >= Double(rows.count) * Self.fullShare
  }
}
