import Pages

/// The order in which a page's rows are read: from the top down, but running text in columns (spalter) column by column, and a box beside the text
/// after the paragraph that it stands beside.
///
struct ReadingOrder {
  private let prose: ProseTest
  private let gutters: Gutters
  private let columns: ColumnTest
  private let tables: TablesBeside

  /// So many parts of rows must begin at a gutter.
  private static let fewestStarts = 2
  /// A page with more rows is none of text, and is read as it stands.
  private static let mostRows = 1000
  /// A column's lines begin at most so far (ems) from its edge.
  private static let indent = 1.5

  /// - Parameter bytes: the `GlyphPage`'s.
  init(bytes: [UInt8]) {
    prose = ProseTest(bytes: bytes)
    gutters = Gutters(prose: prose)
    columns = ColumnTest(prose: prose, gutters: gutters)
    tables = TablesBeside(prose: prose, gutters: gutters)
  }

  /// - Parameter rows: from the top down.
  func order(_ rows: [Row]) -> [Row] {
    guard rows.count <= Self.mostRows, gutters.isParted(rows) else { return rows }
    if let columns = inColumnsWithTables(rows) ?? inColumns(rows) ?? besideTables(rows) { return columns }
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

  /// The rows column by column where so much of the columns is tables that these would be taken for one across the page; nil for others.
  private func inColumnsWithTables(_ rows: [Row]) -> [Row]? {
    guard rows.count(where: gutters.isTabular) > 1 else { return nil }
    for gutter in gutters.candidates(rows, atLeast: Self.fewestStarts, within: 0.25...0.75).prefix(8) {
      let bands = gutters.runs(of: rows, at: gutter, throughTables: true).filter { holdColumnsWithTables(rows, $0, at: gutter) }
      guard let band = bands.max(by: { $0.count < $1.count }) else { continue }
      return order(Array(rows[..<band.lowerBound])) + inTurn(Array(rows[band]), at: gutter) + order(Array(rows[band.upperBound...]))
    }
    return nil
  }

  /// What a column holds: its running text, and which rows of the page its tables take up.
  private struct MixedColumn {
    var text: [Row] = []
    /// Rows of label and figures, and rows of figures alone, as the years above a table.
    var tableRows = Set<Int>()
    var figureRows = Set<Int>()
  }

  private func mixedColumn(_ parts: [Gutters.Part]) -> MixedColumn {
    parts.reduce(into: MixedColumn()) { column, part in
      if tables.isTableRow(part.row) {
        column.tableRows.insert(part.index)
      } else if tables.isOfFigures(part.row) {
        column.figureRows.insert(part.index)
      } else {
        column.text.append(part.row)
      }
    }
  }

  /// Whether both sides are columns of running text once their tables are taken out, and no table goes across.
  private func holdColumnsWithTables(_ rows: [Row], _ run: Range<Int>, at gutter: Double) -> Bool {
    guard !isMostlyText(rows[run]) else { return false }
    let left = mixedColumn(gutters.parts(of: rows, run, at: gutter, isLeft: true))
    let right = mixedColumn(gutters.parts(of: rows, run, at: gutter, isLeft: false))
    guard max(left.tableRows.count, right.tableRows.count) > 1, !goAcross(left, right) else { return false }
    // Rows with labels on both sides tell two tables from one: less text will do.
    let fewest =
      left.tableRows.intersection(right.tableRows).count >= Self.fewestSharedRows ? Self.fewestShortLines : ColumnTest.fewestLines
    // Sentences that go on from line to line tell text from labels; short paragraphs may hold few such lines.
    return goesOn(left.text + right.text, share: 1 / 3)
      && [left, right].allSatisfy { columns.isColumn($0.text, fewest: fewest) && goesOn($0.text, share: 1 / 6) }
  }

  /// Whether rows of one table stand on both sides: a label with figures on the one, and figures without a label on the other. Years over a table may stand
  /// beside a row of another.
  private func goAcross(_ left: MixedColumn, _ right: MixedColumn) -> Bool {
    let across = left.tableRows.intersection(right.figureRows).count + right.tableRows.intersection(left.figureRows).count
    guard !left.tableRows.isDisjoint(with: right.tableRows) else { return across > 0 }
    return across * Self.rowsPerYears > min(left.tableRows.count, right.tableRows.count)
  }

  /// Rows of two tables that stand side by side.
  private static let fewestSharedRows = 3
  /// Lines of text beside these.
  private static let fewestShortLines = 3
  /// A table has so many rows for one of years.
  private static let rowsPerYears = 3

  /// Whether a table of its own stands on either side, though they begin at one height: each row has labels on both.
  private func holdTwoTables(_ storey: [Row], at gutter: Double) -> Bool {
    let left = mixedColumn(gutters.parts(of: storey, storey.indices, at: gutter, isLeft: true))
    let right = mixedColumn(gutters.parts(of: storey, storey.indices, at: gutter, isLeft: false))
    return min(left.tableRows.count, right.tableRows.count) > 1 && !goAcross(left, right)
  }

  /// Whether so large a share of the lines begins in the middle of a sentence.
  private func goesOn(_ lines: [Row], share: Double) -> Bool { Double(lines.count(where: prose.goesOn)) >= Double(lines.count) * share }

  /// Whether few of the rows are those of a table.
  private func isMostlyText(_ rows: ArraySlice<Row>) -> Bool { rows.count(where: gutters.isTabular) * 4 <= rows.count }

  /// The rows with a table read before or after what stands beside it; nil where no table stands beside anything.
  private func besideTables(_ rows: [Row]) -> [Row]? {
    for edge in gutters.candidates(rows, atLeast: Self.fewestStarts, within: 0.25...0.75).prefix(8) {
      guard let band = tables.band(of: rows, at: edge) else { continue }
      return order(Array(rows[..<band.rows.lowerBound])) + inTurn(Array(rows[band.rows]), at: band.gutter)
        + order(Array(rows[band.rows.upperBound...]))
    }
    return nil
  }

  /// The longest stretch of rows that nothing crosses at `gutter` and that is set in columns, whole runs of rows or storeys of them; nil where there is
  /// none. A table may stand in one of the columns.
  private func band(of rows: [Row], at gutter: Double) -> Range<Int>? {
    let withTables = gutters.runs(of: rows, at: gutter, throughTables: true).filter { run in
      isMostlyText(rows[run]) && columns.areSet(rows, run, at: gutter)
    }
    let bands =
      !withTables.isEmpty
      ? withTables
      : gutters.runs(of: rows, at: gutter).flatMap { run in
        columns.areSet(rows, run, at: gutter) ? [run] : storeys(of: rows, run, at: gutter)
      }
    return bands.max { $0.count < $1.count }
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
      if !isInColumns(storey, at: gutter, edges: edges) || isTable(storey) && !holdTwoTables(storey, at: gutter) {
        result += headings + (besideTables(storey) ?? storey)
        headings = []
      } else if storey.count == 1, storey[0].isBold {
        headings += storey
      } else {
        let end = endOfColumns(storey, at: gutter)
        result += inTurn(headings + storey[..<end], at: gutter) + storey[end...]
        headings = []
      }
    }
    return result + headings
  }

  /// Where a heading that ends the left column begins: it belongs to what stands below, across the columns.
  private func endOfColumns(_ storey: [Row], at gutter: Double) -> Int {
    let right = gutters.parts(of: storey, storey.indices, at: gutter, isLeft: false).last?.index ?? -1
    let left = gutters.parts(of: storey, storey.indices, at: gutter, isLeft: true)
    guard let text = left.last(where: { $0.index <= right || !$0.row.isBold }), !text.row.isBold else { return storey.count }
    return max(text.index, right) + 1
  }

  private func inTurn(_ storey: [Row], at gutter: Double) -> [Row] {
    let left = order(side(storey, of: gutter, isLeft: true))
    var right = order(side(storey, of: gutter, isLeft: false))
    if !right.isEmpty {
      right[0].beginsColumn = true
      // Sentences side by side may still be the cells of one table.
      right[0].startsNextColumn = holdsFigures(left) || holdsFigures(right)
    }
    return left + right
  }

  /// Whether there is a table of figures among a column's rows.
  private func holdsFigures(_ rows: [Row]) -> Bool { rows.count(where: tables.isTableRow) > 1 }

  /// Whether most rows are those of a table across both columns.
  private func isTable(_ storey: [Row]) -> Bool { storey.count(where: gutters.isTabular) * 2 >= storey.count }

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
