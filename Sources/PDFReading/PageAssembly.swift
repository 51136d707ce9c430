import Foundation
import Pages

/// A page's rows in reading order, from which its text, words and lines are written.
struct PageAssembly {
  /// Of the page as it is read.
  private let size: PageSize
  private let turn: PageTurn?
  /// The text that the rows' pieces are ranges of.
  private let bytes: [UInt8]
  private let rows: [Row]
  /// Whether there are accents that are glyphs of their own: few pages have any.
  private let hasAccents: Bool
  let distance: LineDistance

  init(_ page: GlyphPage) {
    let pieces = PieceReader(page: page).pieces()
    let turn = TurnedPage.turn(of: pieces, size: page.size)
    self.init(size: page.size, bytes: page.bytes, pieces: turn.map { TurnedPage.turned(pieces, $0) } ?? pieces, turn: turn)
  }

  /// - Parameters:
  ///   - size: of the page as it is shown.
  ///   - bytes: the text that the pieces are ranges of.
  ///   - pieces: as they stand on the turned page.
  init(size: PageSize, bytes: [UInt8], pieces: [Piece], turn: PageTurn? = nil) {
    self.size = turn?.readSize ?? size
    self.bytes = bytes
    hasAccents = bytes.contains(where: Self.isAccent)
    self.turn = turn
    rows = Self.rows(pieces, bytes: bytes)
    var distance = LineDistance()
    distance.count(rows)
    self.distance = distance
  }

  private static func rows(_ pieces: [Piece], bytes: [UInt8]) -> [Row] {
    let bodySize = BodySize(pieces).points
    var pieces = pieces
    let overprint = Overprint.remove(from: &pieces, bodySize: bodySize)
    DropCap(bytes: bytes, bodySize: bodySize).attach(&pieces)
    var rows = RowFinder().rows(pieces)
    let spacing = LetterSpacing(bytes: bytes)
    for index in rows.indices { spacing.join(&rows[index]) }
    rows = ReadingOrder(bytes: bytes).order(rows)
    Footnotes(bytes: bytes, bodySize: bodySize).mark(&rows)
    return overprint.isEmpty ? rows : rows + [Row(overprint: overprint)]
  }

  /// - Parameter document: the line distances of all pages.
  func page(number: Int, document: LineDistance) -> Page {
    var page = Page(number: number, size: size, text: [], words: [], lines: [])
    page.turn = turn
    page.text.reserveCapacity(bytes.count)
    page.words.reserveCapacity(rows.reduce(0) { $0 + $1.pieces.count })
    page.lines.reserveCapacity(rows.count)
    var normal = LineDistance.Normal(page: distance, document: document)
    for index in rows.indices { append(rows[index], leading: leading(at: index, by: &normal), to: &page) }
    return page
  }

  private func leading(at index: Int, by normal: inout LineDistance.Normal) -> Double {
    guard index > 0, !rows[index].beginsColumn else { return 0 }
    return normal.leading(of: rows[index], below: rowAbove(index))
  }

  /// Rows side by side on different baselines follow each other: what stands above one of them is the nearest row that it lies under. A box in
  /// between is not above the text that goes on after it.
  private func rowAbove(_ index: Int) -> Row {
    let row = rows[index]
    let before = rows[..<index].last { $0.stream == row.stream } ?? rows[index - 1]
    let isBeside = row.body.y1 - before.body.y1 < row.em * 0.6
    guard isBeside else { return before }
    let over = rows[..<index].last { $0.body.y1 < row.body.y1 - row.em * 0.6 && $0.box.x0 < row.box.x1 && $0.box.x1 > row.box.x0 }
    return over ?? before
  }

  private func append(_ row: Row, leading: Double, to page: inout Page) {
    if !page.lines.isEmpty { page.text.append(0x0A) }
    let start = page.text.count
    let firstWord = page.words.count
    let starts = CellGaps(bytes: bytes).starts(in: row)
    var cells: [Range<Int>] = []
    var cellStart = start
    if let first = row.pieces.first { append(first, bullet: bullet(of: row), to: &page) }
    for index in row.pieces.indices.dropFirst() {
      if starts.contains(index) {
        cells.append(cellStart..<page.text.count)
        cellStart = page.text.count + 1
      }
      append(row.pieces[index], to: &page)
    }
    // A line without gaps is one cell.
    if !cells.isEmpty { cells.append(cellStart..<page.text.count) }
    var line = Line(
      range: start..<page.text.count, words: firstWord..<page.words.count, cells: cells, box: row.box,
      fontSize: row.fontSize, isBold: row.isBold, leading: leading, isFurniture: row.isOverprint)
    line.stream = row.stream
    line.startsNextColumn = row.startsNextColumn
    line.isWhollyBold = row.pieces.allSatisfy { $0.isBold || !hasLetters($0) }
    page.lines.append(line)
  }

  /// The bullet that a row begins with where its font gives a letter for it: Word's second-level bullet is an "o" of Courier, and in a font of signs
  /// every sign has a letter's place.
  private func bullet(of row: Row) -> String? {
    guard row.pieces.count > 1, row.pieces[0].count == 1 else { return nil }
    let gap = row.gap(before: 1) / row.em
    if row.pieces[0].isSymbol, gap > Self.gapOfBullet { return "•" }
    return bytes[row.pieces[0].range].elementsEqual("o".utf8) && gap > Self.gapOfLetterBullet ? "◦" : nil
  }

  /// White space after a bullet (ems); after a letter that is one it is wider than a word space.
  private static let gapOfBullet = 0.3
  private static let gapOfLetterBullet = 0.6

  /// Appends a row's first piece. A letter-spaced word that a gutter cuts goes on in a line of its own.
  private func append(_ first: Piece, bullet: String?, to page: inout Page) {
    let start = page.text.count
    if let bullet { page.text += Array(bullet.utf8) } else { appendText(of: first, to: &page.text) }
    appendWord(from: start, first, to: &page)
  }

  /// Appends another piece of a row.
  private func append(_ piece: Piece, to page: inout Page) {
    if piece.joinsPrevious, let last = page.words.indices.last {
      appendText(of: piece, to: &page.text)
      page.words[last] = Word(range: page.words[last].range.lowerBound..<page.text.count, box: page.words[last].box.union(piece.box))
      return
    }
    page.text.append(0x20)
    let start = page.text.count
    appendText(of: piece, to: &page.text)
    appendWord(from: start, piece, to: &page)
  }

  private func appendWord(from start: Int, _ piece: Piece, to page: inout Page) {
    page.words.append(Word(range: start..<page.text.count, box: piece.box))
    if let confidence = piece.confidence { page.confidences.append(confidence) }
  }

  private func hasLetters(_ piece: Piece) -> Bool { bytes[piece.range].contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } }

  /// Composes letters whose accents are glyphs of their own (NFC). Raised figures stay raised: "12,4" with a footnote's 2 is not 12,42.
  private func appendText(of piece: Piece, to text: inout [UInt8]) {
    let bytes = bytes[piece.range]
    if piece.level == .raised { return Self.appendRaised(bytes, to: &text) }
    guard hasAccents, bytes.contains(where: Self.isAccent) else { return text.append(contentsOf: bytes) }
    text.append(contentsOf: String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
  }

  /// Whether the byte is the lead byte of a combining mark, U+0300 to U+036F.
  private static func isAccent(_ byte: UInt8) -> Bool { byte == 0xCC || byte == 0xCD }

  private static func appendRaised(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
    for byte in bytes {
      if (0x30...0x39).contains(byte) { text.append(contentsOf: raisedFigures[Int(byte) - 0x30]) } else { text.append(byte) }
    }
  }

  private static let raisedFigures = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"].map { Array($0.utf8) }
}
