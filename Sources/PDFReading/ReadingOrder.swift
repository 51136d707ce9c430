import Pages

/// Puts a page's rows in reading order: running text in columns (spalter) is read column by column, all else row by row.
///
/// A gutter is a strip that many rows leave free, with text that begins at one place to its right. Whether the text on its two sides is running text
/// or the cells of a table, a front page or a list of names, `ColumnProse` judges. Rows that cross the gutter (headings, tables, ingresses) stay in
/// their place and part what stands above them from what stands below.
struct ReadingOrder {
  let bytes: [UInt8]
  /// The least width of a gutter (ems).
  private static let gutter = 0.7
  /// How far from the column's left edge its lines may begin (points), an indent apart.
  private static let edge = 2.0
  /// How far into its column a line may begin (ems).
  private static let deepestIndent = 3.0
  /// Lines that begin at one place before it is taken for a column's edge.
  private static let fewestLines = 4
  /// Edges that are tried, the most common first.
  private static let mostEdges = 6
  /// White space (ems) that sets a header or footer apart from the columns.
  private static let furnitureGap = 2.5

  /// - Parameter rows: from the top downwards; turned text stays at the end.
  func order(_ rows: [Row]) -> [Row] {
    let turned = rows.filter { $0.pieces[0].direction != .across }
    let across = rows.filter { $0.pieces[0].direction == .across }
    guard let columns = columns(in: across) else { return rows }
    return columns + turned
  }

  /// Nil where nothing is set in columns.
  private func columns(in rows: [Row]) -> [Row]? {
    for edge in edges(in: rows) {
      let bands = bands(of: rows, at: edge).filter { $0.left.count > 1 && $0.right.count > 1 }
      // An edge to the right of bullets is not the column's own.
      guard bands.flatMap(\.left).count(where: { isBullet($0.pieces[$0.pieces.count - 1]) }) < 2 else { continue }
      let left = bands.map(\.left)
      let right = bands.map(\.right)
      guard ColumnProse(bytes: bytes, left: left, right: right).isRunningText else { continue }
      return ordered(rows, bands: bands)
    }
    return nil
  }

  /// Where text begins after a gap, or alone in a row, the most common place first.
  private func edges(in rows: [Row]) -> [Double] {
    var counts: [Int: (count: Int, least: Double)] = [:]
    let leftmost = rows.map(\.box.x0).min() ?? 0
    for row in rows {
      for (index, piece) in row.pieces.enumerated() where piece.box.x0 > leftmost + 5 * row.em {
        guard index == 0 || piece.box.x0 - row.pieces[index - 1].box.x1 > row.em * Self.gutter else { continue }
        if index > 0, isBullet(row.pieces[index - 1]) { continue }
        let known = counts[Int(piece.box.x0 / 2), default: (0, piece.box.x0)]
        counts[Int(piece.box.x0 / 2)] = (known.count + 1, min(known.least, piece.box.x0))
      }
    }
    let common = counts.filter { $0.value.count + (counts[$0.key + 1]?.count ?? 0) >= Self.fewestLines }.map(\.value)
    return common.sorted { ($1.count, $0.least) < ($0.count, $1.least) }.prefix(Self.mostEdges).map(\.least)
  }

  private func isBullet(_ piece: Piece) -> Bool {
    let first = bytes[piece.range.lowerBound]
    return piece.count == 1 && (first < 0x30 || first >= 0xE2)
  }

  /// Neighbouring rows that leave the gutter free.
  struct Band {
    /// Indices of the rows.
    var rows: Range<Int>
    var left: [Row] = []
    var right: [Row] = []
  }

  private func bands(of rows: [Row], at edge: Double) -> [Band] {
    let sides = rows.map { self.sides(of: $0, at: edge) }
    var bands: [Band] = []
    var open: Band?
    for (index, row) in rows.enumerated() {
      guard let (left, right) = sides[index], !isTableRow(index, in: sides, at: edge) else {
        if let open { bands.append(open) }
        open = nil
        continue
      }
      if let band = open, isFarBelow(row, rows[index - 1]) {
        bands.append(band)
        open = nil
      }
      var band = open ?? Band(rows: index..<index)
      band.rows = band.rows.lowerBound..<index + 1
      if let left { band.left.append(left) }
      if let right { band.right.append(right) }
      open = band
    }
    return bands + [open].compactMap(\.self)
  }

  private typealias Sides = (left: Row?, right: Row?)

  /// Nil where the row crosses the gutter.
  private func sides(of row: Row, at edge: Double) -> Sides? {
    let left = row.pieces.filter { $0.box.x1 <= edge - row.em * Self.gutter }
    let right = row.pieces.filter { $0.box.x0 >= edge - Self.edge }
    guard left.count + right.count == row.pieces.count else { return nil }
    return (left.isEmpty ? nil : Row(left), right.isEmpty ? nil : Row(right))
  }

  /// Whether the row is one of several whose cells stand elsewhere than at the column's edge: a table that lies across the columns.
  private func isTableRow(_ index: Int, in sides: [Sides?], at edge: Double) -> Bool {
    guard hasCells(sides[index], at: edge) else { return false }
    return [index - 1, index + 1].contains { sides.indices.contains($0) && hasCells(sides[$0], at: edge) }
  }

  private func hasCells(_ sides: Sides?, at edge: Double) -> Bool {
    guard let left = sides?.left, let right = sides?.right else { return false }
    let isAtEdge = right.box.x0 < edge + left.em * Self.deepestIndent
    return !isAtEdge && !CellGaps(bytes: bytes).starts(in: right).isEmpty
  }

  private func isFarBelow(_ row: Row, _ above: Row) -> Bool { row.body.y0 - above.body.y1 > row.em * Self.furnitureGap }

  private func ordered(_ rows: [Row], bands: [Band]) -> [Row] {
    var result: [Row] = []
    var next = 0
    for band in bands {
      result += rows[next..<band.rows.lowerBound]
      result += band.left
      result += column(band.right)
      next = band.rows.upperBound
    }
    return result + rows[next...]
  }

  /// The right side of a gutter may hold columns of its own.
  private func column(_ rows: [Row]) -> [Row] {
    var rows = columns(in: rows) ?? rows
    rows[0].beginsColumn = true
    return rows
  }
}
