import Pages

/// Joins the letters of a letter-spaced heading (spärrad rubrik): "S a m m a n t r ä d e", "PRO T OK OL L".
struct LetterSpacing {
  let bytes: [UInt8]
  /// Fewer pieces may be short words.
  private static let fewestPieces = 4
  private static let longestPiece = 3
  /// The widest gap of a run is at most this many times its narrowest.
  private static let evenness = 1.6
  /// Short pieces of several letters are joined over narrower gaps than any word space (ems).
  private static let narrowGap = 0.2
  private static let widestGap = 1.0

  func join(_ row: inout Row) {
    guard row.pieces.count >= Self.fewestPieces, row.pieces[0].direction == .across else { return }
    var start = 0
    while start < row.pieces.count {
      let end = endOfRun(from: start, in: row)
      if isSpaced(row.pieces[start..<end], em: row.em) {
        for index in start + 1..<end { row.pieces[index].joinsPrevious = true }
      }
      start = end
    }
  }

  /// Where the short pieces at even distances that begin at `start` end.
  private func endOfRun(from start: Int, in row: Row) -> Int {
    var end = start + 1
    var gaps: ClosedRange<Double>?
    while end < row.pieces.count, isShort(row.pieces[end - 1]), isShort(row.pieces[end]) {
      let gap = max(row.pieces[end].box.x0 - row.pieces[end - 1].box.x1, 0.01)
      let all = min(gap, gaps?.lowerBound ?? gap)...max(gap, gaps?.upperBound ?? gap)
      guard gap < row.em * Self.widestGap, all.upperBound <= all.lowerBound * Self.evenness + row.em * 0.05 else { break }
      gaps = all
      end += 1
    }
    return end
  }

  private func isShort(_ piece: Piece) -> Bool { piece.count <= Self.longestPiece && piece.range.allSatisfy { isLetter(bytes[$0]) } }

  private func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

  private func isSpaced(_ run: ArraySlice<Piece>, em: Double) -> Bool {
    guard run.count >= Self.fewestPieces else { return false }
    let singles = run.count(where: { $0.count == 1 })
    if singles * 4 >= run.count * 3 { return true }
    let widest = zip(run, run.dropFirst()).map { $1.box.x0 - $0.box.x1 }.max() ?? 0
    return widest < em * Self.narrowGap && run.allSatisfy { piece in piece.range.allSatisfy { !(0x61...0x7A).contains(bytes[$0]) } }
  }
}
