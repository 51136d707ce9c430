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
  /// A row that is nothing but single letters has so many of them; spaces that stand between its words are wider than between its letters.
  private static let fewestLetters = 6

  func join(_ row: inout Row) {
    guard Self.holdsShortPieces(row.pieces), row.pieces[0].direction == .across else { return }
    if joinWords(&row) { return }
    var start = 0
    while start < row.pieces.count {
      let end = endOfRun(from: start, in: row)
      if isSpaced(row.pieces[start..<end], em: row.em), standsApart(start..<end, in: row) {
        for index in start + 1..<end { row.pieces[index].joinsPrevious = true }
      }
      start = end
    }
  }

  /// Whether so many short pieces follow each other as a run needs: hardly any row goes on from here.
  private static func holdsShortPieces(_ pieces: [Piece]) -> Bool {
    var count = 0
    for piece in pieces {
      count = piece.count <= longestPiece ? count + 1 : 0
      if count >= fewestPieces { return true }
    }
    return false
  }

  /// Joins a whole row of single letters ("V a l   a v   o r g a n"): of its gaps the wide ones part words.
  /// - Returns: whether it is such a row.
  private func joinWords(_ row: inout Row) -> Bool {
    guard row.pieces.count >= Self.fewestLetters, row.pieces.allSatisfy({ $0.count == 1 && isShort($0) }) else { return false }
    let gaps = row.pieces.indices.dropFirst().map { max(row.gap(before: $0), 0.01) }
    let usual = gaps.sorted()[gaps.count / 2]
    // As far apart stand the crosses of a list of votes.
    guard usual < row.em * Self.widestGap, gaps.count(where: { $0 > usual * Self.evenness + row.em * 0.05 }) * 3 <= gaps.count else {
      return false
    }
    for (index, gap) in gaps.enumerated() where gap <= usual * Self.evenness + row.em * 0.05 { row.pieces[index + 1].joinsPrevious = true }
    return true
  }

  /// Where the short pieces at even distances that begin at `start` end.
  private func endOfRun(from start: Int, in row: Row) -> Int {
    var end = start + 1
    var gaps: ClosedRange<Double>?
    while end < row.pieces.count, isShort(row.pieces[end - 1]), isShort(row.pieces[end]) {
      let gap = max(row.gap(before: end), 0.01)
      let all = min(gap, gaps?.lowerBound ?? gap)...max(gap, gaps?.upperBound ?? gap)
      guard gap < row.em * Self.widestGap, all.upperBound <= all.lowerBound * Self.evenness + row.em * 0.05 else { break }
      gaps = all
      end += 1
    }
    return end
  }

  /// Whether the gaps around the run are wider than those in it: "t o m" in a sentence is no heading.
  private func standsApart(_ run: Range<Int>, in row: Row) -> Bool {
    let inside = run.dropFirst().map { row.gap(before: $0) }.max() ?? 0
    let around = [run.lowerBound, run.upperBound].filter { $0 > 0 && $0 < row.pieces.count }
    return around.allSatisfy { row.gap(before: $0) > max(inside, 0.01) * Self.evenness }
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
