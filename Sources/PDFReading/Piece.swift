import Pages

/// A run of glyphs without white space between them: a word, or a part of one.
struct Piece {
  /// Bytes of the `GlyphPage`.
  var range: Range<Int>
  var box: Box
  /// Of most of its glyphs.
  var fontSize: Double
  /// Number of scalars.
  var count: Int
  var isBold: Bool
  /// Whether it is set in a font of signs (Symbol, Wingdings).
  var isSymbol = false
  /// How its glyphs follow each other.
  var direction = Direction.across
  /// Where it stands on its row.
  var level = Level.line
  /// Whether it goes on with the word of the piece before it in its row.
  var joinsPrevious = false
  /// How sure text recognition is of it, in percent; nil where the text is the file's own.
  var confidence: UInt8?

  enum Direction { case across, up, down }

  enum Level {
    case line
    /// Upphöjd: the mark of a footnote, m².
    case raised
    /// Nedsänkt: CO₂.
    case lowered
  }

  /// The height that its letters stand at, nearly: a box goes down to the font's descent, which is a fifth to a fourth of its size.
  var baseline: Double { box.y1 - 0.22 * fontSize }
}

/// Gathers a page's glyphs to pieces: white space parts them, and so does distance, since Poppler leaves the space out between the cells of
/// some tables.
struct PieceReader {
  let page: GlyphPage
  /// Glyphs of one word stand at most this far apart and overlap at most so far (ems).
  private static let widestGap = 0.15
  private static let deepestOverlap = 0.5
  /// A mark is smaller than this share of the letters beside it, and stands so far above or below them (ems).
  private static let markSize = 0.87
  private static let leastStep = 0.1

  func pieces() -> [Piece] {
    var pieces = page.glyphs.withUnsafeBufferPointer(gathered)
    Self.turnSingles(&pieces)
    return pieces
  }

  private func gathered(_ glyphs: UnsafeBufferPointer<GlyphPage.Glyph>) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(glyphs.count / Self.usualLength)
    var first = 0
    var joins = false
    for index in glyphs.indices {
      let isSpace = page.isSpace(glyphs[index])
      let follows = !isSpace && index > first && Self.follows(glyphs[index], glyphs[index - 1])
      let isStep = follows && Self.isStep(glyphs[index], glyphs[index - 1])
      guard isSpace || index > first && (!follows || isStep) else { continue }
      if index > first { pieces.append(piece(glyphs[first..<index], joins: joins)) }
      joins = isStep
      first = isSpace ? index + 1 : index
    }
    if first < glyphs.count { pieces.append(piece(glyphs[first...], joins: joins)) }
    return pieces
  }

  /// Few pages have shorter words, the space counted.
  private static let usualLength = 4

  /// Whether the glyph stands beside the one before it, or above or below it in turned text.
  private static func follows(_ glyph: GlyphPage.Glyph, _ before: GlyphPage.Glyph) -> Bool {
    let (box, previous) = (glyph.box, before.box)
    let em = max(max(glyph.fontSize, before.fontSize), 1)
    let (overlap, gap) = (-em * deepestOverlap, em * widestGap)
    let isNear = { (distance: Double) in distance >= overlap && distance <= gap }
    if isNear(box.x0 - previous.x1) || box.x0 >= previous.x0 && box.x1 <= previous.x1 + gap {
      if min(box.y1, previous.y1) - max(box.y0, previous.y0) > 0.3 * min(box.height, previous.height) { return true }
    }
    let isTurned = abs(box.x0 - previous.x0) < em * 0.3 && abs(box.x1 - previous.x1) < em * 0.3
    return isTurned && (isNear(box.y0 - previous.y1) || isNear(previous.y0 - box.y1))
  }

  /// Whether a mark begins or ends between two glyphs: they differ in size and in height. Small capitals stand on the line.
  private static func isStep(_ glyph: GlyphPage.Glyph, _ before: GlyphPage.Glyph) -> Bool {
    let large = max(glyph.fontSize, before.fontSize)
    guard min(glyph.fontSize, before.fontSize) < large * markSize else { return false }
    let baseline = { (glyph: GlyphPage.Glyph) in glyph.box.y1 - 0.22 * glyph.fontSize }
    return abs(baseline(glyph) - baseline(before)) > large * leastStep
  }

  private func piece(_ glyphs: Slice<UnsafeBufferPointer<GlyphPage.Glyph>>, joins: Bool) -> Piece {
    let first = glyphs[glyphs.startIndex]
    let last = glyphs[glyphs.endIndex - 1]
    // A letter in the middle: a quote mark in another type stands at an end.
    let middle = glyphs[(glyphs.startIndex + glyphs.endIndex) / 2]
    var box = first.box
    for glyph in glyphs.dropFirst() { box = box.union(glyph.box) }
    return Piece(
      range: first.start..<last.start + last.length, box: box, fontSize: middle.fontSize, count: glyphs.count, isBold: middle.isBold,
      isSymbol: first.isSymbol, direction: direction(from: first.box, to: last.box), joinsPrevious: joins)
  }

  private func direction(from first: Box, to last: Box) -> Piece.Direction {
    let across = abs(last.x0 - first.x0)
    let along = last.y0 - first.y0
    return abs(along) <= across + 0.5 * first.height ? .across : along > 0 ? .down : .up
  }

  /// A single glyph does not show which way it runs: it goes with the turned word that it stands above or below.
  static func turnSingles(_ pieces: inout [Piece]) {
    guard pieces.contains(where: { $0.direction != .across }) else { return }
    for index in pieces.indices where pieces[index].count == 1 {
      let single = pieces[index]
      let neighbours = [index - 1, index + 1].filter { pieces.indices.contains($0) && pieces[$0].direction != .across }
      let word = neighbours.first { neighbour in
        let box = pieces[neighbour].box
        let gap = max(single.box.y0 - box.y1, box.y0 - single.box.y1)
        return single.box.x0 < box.x1 && single.box.x1 > box.x0 && (0...single.fontSize).contains(gap)
      }
      if let word { pieces[index].direction = pieces[word].direction }
    }
  }
}
