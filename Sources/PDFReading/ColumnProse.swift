import Pages

/// Whether the text on the two sides of a gutter is running text, to be read down one side and then the other.
struct ColumnProse {
  let bytes: [UInt8]
  /// Each band's rows.
  let left: [[Row]]
  let right: [[Row]]

  private static let fewestLines = 4
  /// Words a line, on average.
  private static let words = 2.5
  /// The share of lines that fill most of the column.
  private static let fullLines = 0.45
  private static let full = 0.6
  /// The share of lines that go on with the sentence above: they begin with a small letter or follow a hyphen.
  private static let continued = 0.3
  /// The share of words that are figures, in a table.
  private static let figures = 0.3
  /// The share of paragraphs, on the side with fewer, that begin at the height of one on the other side, in a table with sentences in its cells.
  private static let aligned = 0.4
  /// Tops that differ by less (points) are at one height.
  private static let sameHeight = 4.0

  var isRunningText: Bool { isProse(left) && isProse(right) && overlap && !startsInStep }

  private func isProse(_ side: [[Row]]) -> Bool {
    let rows = side.flatMap(\.self)
    guard rows.count >= Self.fewestLines else { return false }
    let words = rows.reduce(0) { $0 + $1.pieces.count }
    let figures = rows.reduce(0) { $0 + $1.pieces.count(where: isFigure) }
    let continued = side.reduce(0) { $0 + continuations(in: $1) }
    return Double(words) >= Double(rows.count) * Self.words
      && Double(figures) <= Double(words) * Self.figures
      && Double(continued) >= Double(rows.count - side.count) * Self.continued
      && isFilled(rows)
  }

  private func isFigure(_ piece: Piece) -> Bool { (0x30...0x39).contains(bytes[piece.range.lowerBound]) }

  /// Lines of one sentence, set close.
  private func continuations(in rows: [Row]) -> Int {
    zip(rows, rows.dropFirst()).count { above, row in
      guard row.body.y0 - above.body.y1 < row.em else { return false }
      return startsSmall(row) || hangs(row, below: above) || bytes[above.pieces[above.pieces.count - 1].range.upperBound - 1] == 0x2D
    }
  }

  /// Whether the row goes on with an item of a list, below its text and not below its bullet.
  private func hangs(_ row: Row, below above: Row) -> Bool {
    guard above.pieces.count > 1, above.pieces[0].count == 1 else { return false }
    return abs(above.pieces[1].box.x0 - row.box.x0) < 0.3 * row.em
  }

  private func startsSmall(_ row: Row) -> Bool {
    var first = row.pieces[0].range.lowerBound
    if bytes[first] == 0x28, row.pieces[0].count > 1 { first += 1 }
    if (0x61...0x7A).contains(bytes[first]) { return true }
    // å, ä, ö and their kin: U+00DF to U+00FF.
    return bytes[first] == 0xC3 && first + 1 < bytes.count && bytes[first + 1] >= 0x9F
  }

  private func isFilled(_ rows: [Row]) -> Bool {
    let start = rows.map(\.box.x0).min() ?? 0
    let ends = rows.map(\.box.x1).sorted()
    let width = ends[(ends.count * 9) / 10] - start
    let full = ends.count { $0 - start >= width * Self.full }
    return Double(full) >= Double(ends.count) * Self.fullLines
  }

  /// Whether the sides stand beside each other, and not one above the other.
  private var overlap: Bool {
    zip(left, right).contains { left, right in
      guard let top = left.first, let other = right.first, let bottom = left.last, let last = right.last else { return false }
      let shared = min(bottom.body.y1, last.body.y1) - max(top.body.y0, other.body.y0)
      return shared > 3 * top.em
    }
  }

  /// Whether paragraphs begin on the same heights on both sides, as the rows of a table do.
  private var startsInStep: Bool {
    var possible = 0
    var inStep = 0
    for (left, right) in zip(left, right) {
      let (first, second) = (starts(of: left), starts(of: right))
      inStep += first.count { height in second.contains { abs($0 - height) < Self.sameHeight } }
      possible += min(first.count, second.count)
    }
    // One may be chance.
    return inStep > 1 && Double(inStep - 1) >= Double(possible) * Self.aligned
  }

  /// The tops of what follows white space, the band's own top not among them.
  private func starts(of rows: [Row]) -> [Double] {
    let gaps = zip(rows, rows.dropFirst()).map { $1.body.y1 - $0.body.y1 }.sorted()
    guard let usual = gaps.isEmpty ? nil : gaps[gaps.count / 3] else { return [] }
    return zip(rows, rows.dropFirst()).filter { $1.body.y1 - $0.body.y1 > usual * 1.3 }.map(\.1.body.y0)
  }
}
