/// Parts cells of one row that stand nearer to one another than cells elsewhere do: millions in columns made for thousands, a label that reaches up to
/// its figures.
///
/// Such a gap is hardly wider than that between thousands. It parts cells where figures of other rows end both where the gap begins and where the
/// segment ends.
struct TightCells {
  private let rows: [VisualRow]
  /// Where figures end, alone in their cell or before a gap that may part cells, in tenths of a point: how many of them do.
  private let ends: [Int: Int]

  /// Points by which figures set to the right may end apart.
  private static let sameEdge = 1.0
  /// So many figures end in a column: of other rows, and the one before a gap.
  private static let fewestFigures = 2
  /// By how much the gap between cells is wider than the narrowest between words.
  private static let wider = 1.15

  init(_ rows: [VisualRow]) {
    self.rows = rows
    var ends: [Int: Int] = [:]
    for row in rows where row.segments.count > 1 {
      for cell in row.segments.dropFirst() where cell.shape == .number || cell.shape == .dash { ends[Self.key(cell.x1), default: 0] += 1 }
      for cell in row.segments { for gap in cell.cuts where Self.mayPart(gap, in: cell) { ends[Self.key(gap.x0), default: 0] += 1 } }
    }
    self.ends = ends
  }

  private static func key(_ x: Double) -> Int { Int((x * 10).rounded()) }

  /// The rows with such cells apart.
  var parted: [VisualRow] {
    guard !ends.isEmpty else { return rows }
    return rows.map { row in
      guard row.segments.contains(where: isTight) else { return row }
      var row = row
      row.segments = row.segments.enumerated().flatMap { parts($0.element, isFirst: $0.offset == 0) }
      return row
    }
  }

  /// Whether the segment ends as figures do and holds more than one number could.
  private func isTight(_ segment: VisualRow.Segment) -> Bool {
    !segment.cuts.isEmpty && (segment.shape == .text || segment.shape == .number) && endFigures(at: segment.x1)
  }

  /// Whether figures end at the place.
  private func endFigures(at x: Double, fewest: Int = fewestFigures) -> Bool {
    let reach = Int(Self.sameEdge * 10)
    let key = Self.key(x)
    return (key - reach...key + reach).reduce(0) { $0 + (ends[$1] ?? 0) } >= fewest
  }

  /// The segment's cells: figures that end where others do, and before them a label or a figure. Itself where that is not certain.
  private func parts(_ segment: VisualRow.Segment, isFirst: Bool) -> [VisualRow.Segment] {
    guard isTight(segment) else { return [segment] }
    let columns = segment.cuts.filter { Self.mayPart($0, in: segment) && endFigures(at: $0.x0, fewest: Self.fewestFigures + 1) }
    // The first column's figures, where a label stands before them: all that is no word.
    let label = segment.cuts.last { gap in
      isFirst && Self.isWide(gap, in: segment) && gap.x0 < columns.first?.x0 ?? .infinity
        && segment.text[..<gap.offset].last.map { !CellShape.isDigit($0) } ?? false
    }
    let parts = segment.parted(at: (label.map { [$0] } ?? []) + columns)
    let figures = parts.dropFirst(label == nil ? 0 : 1)
    return parts.count > 1 && figures.allSatisfy({ $0.shape == .number || $0.shape == .dash || $0.shape == .date }) ? parts : [segment]
  }

  /// Whether the gap may part two cells: it is wider than a word space, or a sign or another date follows.
  private static func mayPart(_ gap: VisualRow.Segment.Seam, in segment: VisualRow.Segment) -> Bool {
    isWide(gap, in: segment) || !CellShape.isDigit(segment.text[gap.offset + 1]) || isBetweenDates(gap, in: segment)
  }

  /// Whether the gap is wider than the narrowest of the segment, a word space.
  private static func isWide(_ gap: VisualRow.Segment.Seam, in segment: VisualRow.Segment) -> Bool {
    gap.x1 - gap.x0 > segment.narrowest * wider
  }

  private static func isBetweenDates(_ gap: VisualRow.Segment.Seam, in segment: VisualRow.Segment) -> Bool {
    CellShape.isDate(segment.text[..<gap.offset].suffix(10)) && CellShape.isDate(segment.text[(gap.offset + 1)...].prefix(10))
  }
}
