import Pages

/// Puts glyphs together to words and visual rows.
struct PageAssembly {
  private let glyphs: GlyphPage

  init(_ glyphs: GlyphPage) { self.glyphs = glyphs }

  /// A run of glyphs without a space: a word, or a part of one.
  struct Piece {
    var text: [UInt8] = []
    var box: Box
    var fontSize: Double
    var isBold: Bool
  }

  /// A gap wider than this (in font sizes) parts words, also where Poppler gives no space: cells of a table may stand that close.
  private static let wordGap = 0.22
  /// A gap wider than this (in font sizes) parts cells.
  static let cellGap = 1.0

  func page(number: Int) -> Page {
    var page = Page(number: number, size: glyphs.size, text: [], words: [], lines: [])
    var previous: Box?
    for row in ReadingOrder(rows()).rows {
      append(row, above: previous, to: &page)
      previous = page.lines.last?.box
    }
    return page
  }

  private func pieces() -> [Piece] {
    var pieces: [Piece] = []
    var current: Piece?
    for glyph in glyphs.glyphs {
      if let open = current, isApart(glyph, from: open) {
        pieces.append(open)
        current = nil
      }
      var piece = current ?? Piece(box: glyph.box, fontSize: glyph.fontSize, isBold: glyph.isBold)
      piece.text.append(contentsOf: String(glyph.scalar).utf8)
      piece.box = piece.box.union(glyph.box)
      current = piece
      if glyph.endsWord {
        pieces.append(piece)
        current = nil
      }
    }
    return pieces + [current].compactMap(\.self)
  }

  /// Whether a glyph stands too far from the one before it to belong to the same word.
  private func isApart(_ glyph: GlyphPage.Glyph, from piece: Piece) -> Bool {
    let gap = glyph.box.x0 - piece.box.x1
    let isElsewhere = abs(glyph.box.y1 - piece.box.y1) > piece.box.height || gap < -piece.box.height * 2
    return isElsewhere || gap > max(glyph.fontSize, piece.fontSize) * Self.wordGap
  }

  private func rows() -> [[Piece]] {
    var rows: [[Piece]] = []
    for piece in pieces().sorted(by: { $0.box.y1 < $1.box.y1 }) {
      if let last = rows.indices.last, let first = rows[last].first, piece.box.y1 - first.box.y1 < piece.box.height * 0.3 {
        rows[last].append(piece)
      } else {
        rows.append([piece])
      }
    }
    return rows.map { $0.sorted { $0.box.x0 < $1.box.x0 } }
  }

  private func append(_ row: [Piece], above: Box?, to page: inout Page) {
    if !page.lines.isEmpty { page.text.append(0x0A) }
    let start = page.text.count
    let firstWord = page.words.count
    var cells: [Range<Int>] = []
    var cellStart = start
    var box = row[0].box
    for (index, piece) in row.enumerated() {
      if index > 0 {
        if piece.box.x0 - row[index - 1].box.x1 > piece.fontSize * Self.cellGap {
          cells.append(cellStart..<page.text.count)
          cellStart = page.text.count + 1
        }
        page.text.append(0x20)
      }
      page.words.append(Word(range: page.text.count..<page.text.count + piece.text.count, box: piece.box))
      page.text.append(contentsOf: piece.text)
      box = box.union(piece.box)
    }
    cells.append(cellStart..<page.text.count)
    // In a second column the first line stands above the one before it: a first line again.
    let leading = above.map { max(0, (box.y1 - $0.y1) / max(1, box.height)) } ?? 0
    page.lines.append(
      Line(
        range: start..<page.text.count, words: firstWord..<page.words.count, cells: cells, box: box,
        fontSize: row[0].fontSize, isBold: row[0].isBold, leading: leading))
  }
}
