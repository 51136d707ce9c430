import Pages

/// Which of a row's gaps part cells.
struct CellGaps {
  let bytes: [UInt8]
  /// A gap wider than this many ems parts cells, unless the row is justified.
  private static let cell = 1.0
  /// No word space of a justified row is wider than this many ems.
  private static let widestWordSpace = 1.6

  /// Indices of the pieces that begin a cell, the first not among them.
  func starts(in row: Row) -> [Int] {
    guard row.pieces.count > 1, row.pieces[0].direction == .across, hasWideGap(row) else { return [] }
    let limit = self.limit(for: row)
    let hasMark = startsWithMark(row)
    return row.pieces.indices.dropFirst().filter { index in
      if row.pieces[index].joinsPrevious { return false }
      let isStrict = hasMark && index == 1 || isBetweenFigures(index, in: row)
      return gap(before: index, in: row) > (isStrict ? row.em * Self.cell : limit)
    }
  }

  /// Whether a gap is wide enough for cells, however the row is set: in most it is not.
  private func hasWideGap(_ row: Row) -> Bool {
    let least = row.em * Self.cell
    return row.pieces.indices.dropFirst().contains { gap(before: $0, in: row) > least }
  }

  private func gap(before index: Int, in row: Row) -> Double { row.pieces[index].box.x0 - row.pieces[index - 1].box.x1 }

  /// Where most gaps are wide and none is wider than a word space can be, they are the word spaces of a justified line.
  private func limit(for row: Row) -> Double {
    let gaps = row.pieces.indices.dropFirst(startsWithMark(row) ? 2 : 1).map { gap(before: $0, in: row) }.sorted()
    guard gaps.count > 2, let widest = gaps.last, widest <= row.em * Self.widestWordSpace else { return row.em * Self.cell }
    return max(row.em * Self.cell, min(gaps[gaps.count / 2] * 2, row.em * Self.widestWordSpace))
  }

  /// Whether the row begins with a bullet, dash or number.
  private func startsWithMark(_ row: Row) -> Bool {
    let first = row.pieces[0]
    return first.count <= 3 && (bytes[first.range.lowerBound] | 0x20) < 0x61 || bytes[first.range.lowerBound] == 0xE2
  }

  private func isBetweenFigures(_ index: Int, in row: Row) -> Bool {
    let before = bytes[row.pieces[index - 1].range.upperBound - 1]
    let after = bytes[row.pieces[index].range.lowerBound]
    return (0x30...0x39).contains(before) && ((0x30...0x39).contains(after) || after == 0x2D)
  }
}
