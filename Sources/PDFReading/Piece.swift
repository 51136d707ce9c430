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
  /// How sure text recognition is of it, in percent; nil where the text is the file's own.
  var confidence: UInt8?

  enum Direction { case across, up, down }
}

/// Gathers a page's glyphs to pieces: white space parts them, and so does distance, since Poppler leaves the space out between the cells of
/// some tables.
struct PieceReader {
  let page: GlyphPage
  /// Glyphs of one word stand at most this far apart and overlap at most so far (ems).
  private static let widestGap = 0.15
  private static let deepestOverlap = 0.5

  func pieces() -> [Piece] {
    var pieces: [Piece] = []
    var first = 0
    for (index, glyph) in page.glyphs.enumerated() {
      let isSpace = page.isSpace(glyph)
      guard isSpace || index > first && !follows(glyph, page.glyphs[index - 1]) else { continue }
      if index > first { pieces.append(piece(page.glyphs[first..<index])) }
      first = isSpace ? index + 1 : index
    }
    if first < page.glyphs.count { pieces.append(piece(page.glyphs[first...])) }
    return pieces
  }

  /// Whether the glyph stands beside the one before it, or above or below it in turned text.
  private func follows(_ glyph: GlyphPage.Glyph, _ before: GlyphPage.Glyph) -> Bool {
    let (box, previous) = (glyph.box, before.box)
    let em = max(glyph.fontSize, before.fontSize, 1)
    let near = -em * Self.deepestOverlap...em * Self.widestGap
    if near.contains(box.x0 - previous.x1) || box.x0 >= previous.x0 && box.x1 <= previous.x1 + em * Self.widestGap {
      if min(box.y1, previous.y1) - max(box.y0, previous.y0) > 0.3 * min(box.height, previous.height) { return true }
    }
    let isTurned = abs(box.x0 - previous.x0) < em * 0.3 && abs(box.x1 - previous.x1) < em * 0.3
    return isTurned && (near.contains(box.y0 - previous.y1) || near.contains(previous.y0 - box.y1))
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
