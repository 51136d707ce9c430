import Foundation
import Pages

/// A page's rows in reading order, from which its text, words and lines are written.
struct PageAssembly {
  private let size: PageSize
  /// The text that the rows' pieces are ranges of.
  private let bytes: [UInt8]
  private let rows: [Row]
  let distance: LineDistance

  init(_ page: GlyphPage) { self.init(size: page.size, bytes: page.bytes, pieces: PieceReader(page: page).pieces()) }

  /// - Parameter bytes: the text that the pieces are ranges of.
  init(size: PageSize, bytes: [UInt8], pieces: [Piece]) {
    self.size = size
    self.bytes = bytes
    var rows = RowFinder().rows(pieces)
    let spacing = LetterSpacing(bytes: bytes)
    for index in rows.indices { spacing.join(&rows[index]) }
    self.rows = ReadingOrder(bytes: bytes).order(rows)
    var distance = LineDistance()
    distance.count(self.rows)
    self.distance = distance
  }

  /// - Parameter document: the line distances of all pages.
  func page(number: Int, document: LineDistance) -> Page {
    var page = Page(number: number, size: size, text: [], words: [], lines: [])
    page.text.reserveCapacity(bytes.count)
    for index in rows.indices { append(rows[index], leading: leading(at: index, document: document), to: &page) }
    return page
  }

  private func leading(at index: Int, document: LineDistance) -> Double {
    guard index > 0, !rows[index].beginsColumn else { return 0 }
    return distance.leading(of: rows[index], below: rowAbove(index), document: document)
  }

  /// Rows side by side on different baselines follow each other: what stands above one of them is the nearest row that it lies under.
  private func rowAbove(_ index: Int) -> Row {
    let row = rows[index]
    let isBeside = row.body.y1 - rows[index - 1].body.y1 < row.em * 0.6
    guard isBeside else { return rows[index - 1] }
    let over = rows[..<index].last { $0.body.y1 < row.body.y1 - row.em * 0.6 && $0.box.x0 < row.box.x1 && $0.box.x1 > row.box.x0 }
    return over ?? rows[index - 1]
  }

  private func append(_ row: Row, leading: Double, to page: inout Page) {
    if !page.lines.isEmpty { page.text.append(0x0A) }
    let start = page.text.count
    let firstWord = page.words.count
    let starts = CellGaps(bytes: bytes).starts(in: row)
    var cells: [Range<Int>] = []
    var cellStart = start
    for (index, piece) in row.pieces.enumerated() {
      if starts.contains(index) {
        cells.append(cellStart..<page.text.count)
        cellStart = page.text.count + 1
      }
      append(piece, isFirst: index == 0, to: &page)
    }
    cells.append(cellStart..<page.text.count)
    page.lines.append(
      Line(
        range: start..<page.text.count, words: firstWord..<page.words.count, cells: cells, box: row.box,
        fontSize: row.fontSize, isBold: row.isBold, leading: leading))
  }

  private func append(_ piece: Piece, isFirst: Bool, to page: inout Page) {
    if piece.joinsPrevious, let last = page.words.indices.last {
      appendText(of: piece, to: &page.text)
      page.words[last] = Word(range: page.words[last].range.lowerBound..<page.text.count, box: page.words[last].box.union(piece.box))
      return
    }
    if !isFirst { page.text.append(0x20) }
    let start = page.text.count
    appendText(of: piece, to: &page.text)
    page.words.append(Word(range: start..<page.text.count, box: piece.box))
    if let confidence = piece.confidence { page.confidences.append(confidence) }
  }

  /// Composes letters whose accents are glyphs of their own (NFC).
  private func appendText(of piece: Piece, to text: inout [UInt8]) {
    let bytes = bytes[piece.range]
    // The lead bytes of the combining marks, U+0300 to U+036F.
    guard bytes.contains(where: { $0 == 0xCC || $0 == 0xCD }) else { return text.append(contentsOf: bytes) }
    text.append(contentsOf: String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
  }
}
