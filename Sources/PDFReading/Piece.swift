import Pages

/// A run of glyphs without white space between them: a word, or a part of a letter-spaced one.
struct Piece {
  /// Bytes of the `GlyphPage`.
  var range: Range<Int>
  var box: Box
  /// Of most of its glyphs.
  var fontSize: Double
  var isBold: Bool
  /// How its glyphs follow each other.
  var direction = Direction.across
  /// Whether it goes on with the word of the piece before it in its row.
  var joinsPrevious = false
  /// Number of scalars.
  var count: Int

  enum Direction { case across, up, down }
}

/// Gathers a page's glyphs to pieces.
struct PieceReader {
  let page: GlyphPage

  func pieces() -> [Piece] {
    var pieces: [Piece] = []
    var first = 0
    for (index, glyph) in page.glyphs.enumerated() {
      let isSpace = page.isSpace(glyph)
      guard isSpace || index > first && isApart(page.glyphs[index - 1], glyph) else { continue }
      if index > first { pieces.append(piece(page.glyphs[first..<index])) }
      first = isSpace ? index + 1 : index
    }
    if first < page.glyphs.count { pieces.append(piece(page.glyphs[first...])) }
    return pieces
  }

  /// A gap wider than this (in font sizes) parts words, also where Poppler gives no space: cells of a table may stand that close.
  private static let wordGap = 0.22

  /// Whether two glyphs without a space between them stand too far from each other to belong to the same word.
  private func isApart(_ before: GlyphPage.Glyph, _ glyph: GlyphPage.Glyph) -> Bool {
    let isOnBaseline = abs(glyph.box.y1 - before.box.y1) < before.box.height * 0.5
    return isOnBaseline && glyph.box.x0 - before.box.x1 > max(glyph.fontSize, before.fontSize) * Self.wordGap
  }

  private func piece(_ glyphs: ArraySlice<GlyphPage.Glyph>) -> Piece {
    let first = glyphs[glyphs.startIndex]
    let last = glyphs[glyphs.endIndex - 1]
    // A letter in the middle: a quote mark or a footnote's figure in another type stands at an end.
    let middle = glyphs[(glyphs.startIndex + glyphs.endIndex) / 2]
    var box = first.box
    for glyph in glyphs.dropFirst() { box = box.union(glyph.box) }
    return Piece(
      range: first.start..<last.start + last.length, box: box, fontSize: middle.fontSize, isBold: middle.isBold,
      direction: direction(from: first.box, to: last.box), count: glyphs.count)
  }

  private func direction(from first: Box, to last: Box) -> Piece.Direction {
    let across = abs(last.x0 - first.x0)
    let along = last.y0 - first.y0
    return abs(along) <= across + 0.5 * first.height ? .across : along > 0 ? .down : .up
  }
}
