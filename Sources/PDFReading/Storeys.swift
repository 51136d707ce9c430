import Pages

/// Cuts rows that are set in two columns into storeys, each read by itself, its left column first.
///
/// A storey ends where a section ends: white space goes across both columns, wider than what parts paragraphs (which falls together by chance). In a
/// table with sentences in its cells, each of its rows is a storey: both columns begin anew at the same height, again and again.
struct Storeys {
  let gutters: Gutters
  let gutter: Double
  /// White space across both columns, in line heights, that ends a storey.
  private static let air = 0.8
  /// It is wider than that between paragraphs by this factor.
  private static let widerGap = 1.2
  /// Lines farther apart than the column's usual distance by this factor begin a block.
  private static let blockGap = 1.3
  /// Blocks that begin nearer each other than this (ems) begin at the same height.
  private static let sameHeight = 0.35

  /// - Parameter rows: from the top; nothing crosses the gutter.
  func cut(_ rows: [Row]) -> [[Row]] {
    let sides = [true, false].map { gutters.parts(of: rows, rows.indices, at: gutter, isLeft: $0) }
    let joint = jointStarts(sides.map(starts))
    let cuts = joint.isEmpty ? gaps(rows, sides) : Set(joint).union(Self.whiteSpace(rows, rows.indices).keys)
    return (cuts.union([0]).sorted() + [rows.count]).adjacentPairs.map { Array(rows[$0..<$1]) }
  }

  // MARK: A table's rows

  /// The parts that begin a block of their column, the first not among them. A heading and its text are one block.
  private func starts(_ parts: [Gutters.Part]) -> [Gutters.Part] {
    let distances = parts.map(\.row.baseline).adjacentPairs.map { $1 - $0 }
    guard !distances.isEmpty else { return [] }
    let widest = distances.sorted()[distances.count / 2] * Self.blockGap
    return distances.indices.filter { distances[$0] > widest && ($0 == 0 || distances[$0 - 1] <= widest) }.map { parts[$0 + 1] }
  }

  /// The rows at which both columns begin a block; none where few blocks do so.
  private func jointStarts(_ starts: [[Gutters.Part]]) -> [Int] {
    let joint = starts[0].compactMap { left in
      starts[1].first { abs($0.row.box.y0 - left.row.box.y0) < left.row.em * Self.sameHeight }.map { min(left.index, $0.index) }
    }
    return joint.count > 1 && joint.count * 3 >= min(starts[0].count, starts[1].count) * 2 ? joint : []
  }

  // MARK: Sections

  /// The rows above which white space goes across both columns, with its height in points.
  static func whiteSpace(_ rows: [Row], _ run: Range<Int>) -> [Int: Double] {
    var gaps: [Int: Double] = [:]
    var bottom = -Double.infinity
    for index in run {
      let gap = rows[index].box.y0 - bottom
      if index > run.lowerBound, gap > rows[index].body.height * air { gaps[index] = gap }
      bottom = max(bottom, rows[index].box.y1)
    }
    return gaps
  }

  private func gaps(_ rows: [Row], _ sides: [[Gutters.Part]]) -> Set<Int> {
    let across = Self.whiteSpace(rows, rows.indices)
    let inside = sides.map { side in
      zip(side, side.dropFirst()).filter { across[$1.index] == nil }.map { $1.row.box.y0 - $0.row.box.y1 }.max() ?? 0
    }
    let widest = (inside.max() ?? 0) * Self.widerGap
    let cuts = across.filter {
      isHeadings(rows[$0.key], at: $0.key, sides) || $0.value > widest && !isLeftOnly(from: $0.key, rows, sides[1])
    }
    return Set(cuts.keys)
  }

  /// Whether both columns have a heading at the same height.
  private func isHeadings(_ row: Row, at index: Int, _ sides: [[Gutters.Part]]) -> Bool {
    row.isBold && sides.allSatisfy { $0.contains { $0.index == index } }
  }

  /// Whether the left column goes on below the end of the right one.
  private func isLeftOnly(from index: Int, _ rows: [Row], _ right: [Gutters.Part]) -> Bool {
    right.allSatisfy { $0.index < index } && rows.count - index > 1
  }
}

extension Array {
  /// Each element with the next.
  fileprivate var adjacentPairs: [(Element, Element)] { [(Element, Element)](zip(self, dropFirst())) }
}
