import Pages

/// The order in which a page's rows are read: from the top down, but running text in columns (spalter) column by column, and a box beside the text
/// after the paragraph that it stands beside.
///
struct ReadingOrder {
  private let prose: ProseTest
  private let gutters: Gutters
  private let columns: ColumnTest

  /// So many parts of rows must begin at a gutter.
  private static let fewestStarts = 2
  /// A column's lines begin at most so far (ems) from its edge.
  private static let indent = 1.5

  /// - Parameter bytes: the `GlyphPage`'s.
  init(bytes: [UInt8]) {
    prose = ProseTest(bytes: bytes)
    gutters = Gutters(prose: prose)
    columns = ColumnTest(prose: prose, gutters: gutters)
  }

  /// - Parameter rows: from the top down.
  func order(_ rows: [Row]) -> [Row] {
    if let columns = inColumns(rows) { return columns }
    var rows = rows
    let boxes = SideBoxes(prose: prose, gutters: gutters).remove(from: &rows)
    guard !boxes.isEmpty else { return MarginHeadings(prose: prose, gutters: gutters).part(rows) }
    var ordered = inColumns(rows) ?? rows
    SideBoxes.insert(boxes, into: &ordered)
    return ordered
  }

  // MARK: Columns

  /// The rows column by column; nil where they are not set in columns.
  private func inColumns(_ rows: [Row]) -> [Row]? {
    for gutter in gutters.candidates(rows, atLeast: Self.fewestStarts, within: 0.25...0.75).prefix(4) {
      guard let band = band(of: rows, at: gutter) else { continue }
      return order(Array(rows[..<band.lowerBound])) + sections(of: rows[band], at: gutter) + order(Array(rows[band.upperBound...]))
    }
    return nil
  }

  /// The longest stretch of rows that nothing crosses at `gutter` and that is set in columns, whole runs of rows or storeys of them; nil where there is
  /// none.
  private func band(of rows: [Row], at gutter: Double) -> Range<Int>? {
    let bands = gutters.runs(of: rows, at: gutter).flatMap { run in
      columns.areSet(rows, run, at: gutter) ? [run] : storeys(of: rows, run, at: gutter)
    }
    return bands.max { $0.count < $1.count }.map { withoutHeadings(under: $0, rows, at: gutter) }
  }

  /// Without the headings that end a band: they belong to what stands below, across the columns.
  private func withoutHeadings(under band: Range<Int>, _ rows: [Row], at gutter: Double) -> Range<Int> {
    var end = band.upperBound
    while end > band.lowerBound, rows[end - 1].isBold, rows[end - 1].box.x1 <= gutter { end -= 1 }
    return band.lowerBound..<end
  }

  /// The storeys of a run that are set in columns, each with the headings that stand over its columns.
  private func storeys(of rows: [Row], _ run: Range<Int>, at gutter: Double) -> [Range<Int>] {
    let cuts = [run.lowerBound] + Storeys.whiteSpace(rows, run).keys.sorted() + [run.upperBound]
    guard cuts.count > 2 else { return [] }
    return cuts.indices.dropLast().compactMap { index in
      let storey = cuts[index]..<cuts[index + 1]
      guard columns.areSet(rows, storey, at: gutter) else { return nil }
      let isUnderHeading = index > 0 && cuts[index] - cuts[index - 1] == 1 && rows[cuts[index - 1]].isBold
      return isUnderHeading ? cuts[index - 1]..<storey.upperBound : storey
    }
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
        result += inTurn(headings + storey, at: gutter)
        headings = []
      }
    }
    return result + headings
  }

  private func inTurn(_ storey: [Row], at gutter: Double) -> [Row] {
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
}
