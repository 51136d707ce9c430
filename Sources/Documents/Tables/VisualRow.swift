internal import Pages

/// What is printed at one height of a page, cut where the gaps are wider than a word space.
struct VisualRow {
  /// The words between two wide gaps.
  struct Segment {
    var text: [UInt8]
    /// Left and right edge, in points (plain text: characters).
    var x0: Double
    var x1: Double
    var shape: CellShape
    /// Gaps that are wider than a word space, and not so wide that they part segments everywhere; none in plain text.
    var seams: [Seam] = []
    /// The gaps before words that begin a number, or go on with one, however narrow; none in plain text.
    var cuts: [Seam] = []
    /// The narrowest gap between its words, in points; 0 where it has one word.
    var narrowest = 0.0

    struct Seam {
      /// Bytes of the text before the gap.
      var offset: Int
      /// Left and right edge.
      var x0: Double
      var x1: Double
    }

    var string: String { String(decoding: text, as: UTF8.self) }

    /// Tells what the text looks like; the mark of a footnote behind a figure is no part of it.
    mutating func takeShape() {
      take(FigureEnds.withoutMark(text[...]))
      shape = CellShape(text[...])
    }

    /// Takes away the raised mark of a footnote behind a name.
    mutating func dropMark() { take(FigureEnds.withoutMarkOfWord(text[...])) }

    private mutating func take(_ rest: ArraySlice<UInt8>) {
      guard rest.count < text.count else { return }
      text = Array(rest)
      seams.removeAll { $0.offset >= text.count }
      cuts.removeAll { $0.offset >= text.count }
    }

    func overlap(_ low: Double, _ high: Double) -> Double { min(x1, high) - max(x0, low) }
  }

  /// Lower edge, in points from the page's top.
  var y: Double
  /// In points.
  var fontSize: Double
  var isBold: Bool
  var segments: [Segment]
  var lines: [LineReference]

  var text: String { segments.map(\.string).joined(separator: " ") }
}

extension VisualRow.Segment {
  /// The parts between its seams, where each is the name of a column: narrow columns leave little room between their names. Else the segment itself.
  func parted(where isName: ([UInt8]) -> Bool) -> [VisualRow.Segment] {
    guard !seams.isEmpty else { return [self] }
    let parts = parted(at: seams)
    return parts.allSatisfy { $0.string.first?.isUppercase == true && isName($0.text) } ? parts : [self]
  }

  /// The parts between some of its gaps.
  func parted(at gaps: [Seam]) -> [VisualRow.Segment] {
    let starts = [0] + gaps.map { $0.offset + 1 }
    let ends = gaps.map(\.offset) + [text.count]
    let edges = zip([x0] + gaps.map(\.x1), gaps.map(\.x0) + [x1])
    return zip(zip(starts, ends), edges).map { bytes, edges in
      let part = Array(text[bytes.0..<bytes.1])
      return VisualRow.Segment(text: part, x0: edges.0, x1: edges.1, shape: CellShape(part[...]))
    }
  }
}

/// Makes visual rows of a page's lines.
struct VisualRows {
  /// A gap of this many ems parts two segments; word spaces are a quarter to a third.
  private static let gap = 0.5
  /// A gap of so many is wider than most word spaces.
  private static let seam = 0.4
  /// Plain text: a character is half an em, a line 1.2 ems.
  private static let plainEm = 2.0
  private static let plainLine = 2.4

  private struct Piece {
    var text: ArraySlice<UInt8>
    var x0: Double
    var x1: Double
  }

  private struct PieceRow {
    var y: Double
    var fontSize: Double
    var isBold: Bool
    var pieces: [Piece]
    var lines: [LineReference]
  }

  /// The rows of the page's lines that are not furniture, from the top: those of the whole page together, but of a column (spalt) read by itself
  /// those of that column.
  static func columns(of page: Page, at index: Int) -> [[VisualRow]] {
    let columns = page.size == nil ? [plainRows(page, index)] : columns(of: page).map { geometricRows(page, index, $0) }
    return columns.map { rows in
      let rows = rows.map { row in
        VisualRow(y: row.y, fontSize: row.fontSize, isBold: row.isBold, segments: segments(of: row, on: page), lines: row.lines)
      }
      return page.size == nil ? rows : CentredCells.joined(rows)
    }
  }

  /// The lines of each column; what stands above the first one goes with it.
  private static func columns(of page: Page) -> [Range<Int>] {
    let starts = [0] + page.lines.indices.dropFirst().filter { page.lines[$0].startsNextColumn } + [page.lines.count]
    return zip(starts, starts.dropFirst()).map { $0..<$1 }
  }

  /// False where no row of the page can have two segments, told by the gaps alone: most pages are running text.
  static func mayHaveColumns(_ page: Page) -> Bool {
    guard page.size != nil else { return true }
    var bottoms: [(y: Double, em: Double)] = []
    for index in page.lines.indices where !page.lines[index].isFurniture && !page.lines[index].words.isEmpty {
      let words = page.lines[index].words
      let em = em(of: page.lines[index])
      for word in words.dropFirst() {
        let (last, next) = (page.words[word - 1].box, page.words[word].box)
        if next.x0 < last.x0 || next.x0 - last.x1 > em * gap { return true }
      }
      bottoms.append((page.words[words.lowerBound].box.y1, em))
    }
    bottoms.sort { $0.y < $1.y }
    return zip(bottoms, bottoms.dropFirst()).contains { $1.y - $0.y < max($0.em, $1.em) * beside }
  }

  /// Lines at less than this distance (ems) are one row, where nothing of the one stands above the other.
  private static let beside = 0.4
  /// The same where something does.
  private static let above = 0.25

  private static func em(of line: Line) -> Double { line.fontSize > 0 ? line.fontSize : (line.box?.height ?? 10) }

  private static func geometricRows(_ page: Page, _ index: Int, _ lines: Range<Int>) -> [PieceRow] {
    var rows: [PieceRow] = []
    let lines = lines.filter { !page.lines[$0].isFurniture && page.lines[$0].box != nil && !page.lines[$0].words.isEmpty }
    let sorted = lines.map { (line: $0, y: baseline(of: page.lines[$0], page)) }.sorted { $0.y < $1.y }
    for (number, y) in sorted {
      let line = page.lines[number]
      let pieces = page.words[line.words].map { Piece(text: page.text[$0.range], x0: $0.box.x0, x1: $0.box.x1) }
      let em = em(of: line)
      let reference = LineReference(page: index, line: number)
      if let last = rows.indices.last, y - rows[last].y < em * (isBeside(pieces, rows[last].pieces) ? beside : above) {
        rows[last].pieces += pieces
        rows[last].lines.append(reference)
      } else {
        rows.append(PieceRow(y: y, fontSize: em, isBold: line.isBold, pieces: pieces, lines: [reference]))
      }
    }
    return rows
  }

  /// Whether nothing of the one stands above the other: cells of one row may be set at slightly different heights.
  private static func isBeside(_ first: [Piece], _ second: [Piece]) -> Bool {
    first.allSatisfy { piece in second.allSatisfy { $0.x1 < piece.x0 || $0.x0 > piece.x1 } }
  }

  private static func baseline(of line: Line, _ page: Page) -> Double { page.words[line.words.lowerBound].box.y1 }

  /// Plain text: a character's place in its line is its place on the page.
  private static func plainRows(_ page: Page, _ index: Int) -> [PieceRow] {
    var y = 0.0
    return page.lines.indices.compactMap { number in
      let line = page.lines[number]
      y += max(line.leading, 1) * plainLine
      guard !line.isFurniture else { return nil }
      let start = page.text[..<line.range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      return PieceRow(
        y: y, fontSize: plainEm, isBold: false, pieces: plainPieces(page.text[start..<line.range.upperBound]),
        lines: [LineReference(page: index, line: number)])
    }
  }

  private static func plainPieces(_ line: ArraySlice<UInt8>) -> [Piece] {
    var column = 0.0
    var pieces: [Piece] = []
    for part in line.split(separator: 0x20, omittingEmptySubsequences: false) {
      let width = Double(part.count(where: { $0 & 0xC0 != 0x80 }))
      if !part.isEmpty { pieces.append(Piece(text: part, x0: column, x1: column + width)) }
      column += width + 1
    }
    return pieces
  }

  /// What is told of the gap before a word that goes on with a segment.
  private static func note(_ piece: Piece, at offset: Int, in segment: inout VisualRow.Segment, em: Double) {
    let width = piece.x0 - segment.x1
    segment.narrowest = segment.narrowest == 0 ? width : min(segment.narrowest, width)
    let gap = VisualRow.Segment.Seam(offset: offset, x0: segment.x1, x1: piece.x0)
    if width > em * seam { segment.seams.append(gap) }
    if let first = piece.text.first, CellShape.isDigit(first) || "-+(".utf8.contains(first) || first == 0xE2 { segment.cuts.append(gap) }
  }

  private static func segments(of row: PieceRow, on page: Page) -> [VisualRow.Segment] {
    let isSorted = zip(row.pieces, row.pieces.dropFirst()).allSatisfy { $0.x0 <= $1.x0 }
    var segments: [VisualRow.Segment] = []
    // What of the page's text follows on the last segment's, not yet copied.
    var run = 0..<0
    for piece in isSorted ? row.pieces : row.pieces.sorted(by: { $0.x0 < $1.x0 }) {
      let own = piece.text.indices
      guard let last = segments.indices.last, piece.x0 - segments[last].x1 <= row.fontSize * gap else {
        if let last = segments.indices.last { segments[last].text += page.text[run] }
        segments.append(VisualRow.Segment(text: [], x0: piece.x0, x1: piece.x1, shape: .text))
        run = own
        continue
      }
      if page.size != nil { note(piece, at: segments[last].text.count + run.count, in: &segments[last], em: row.fontSize) }
      segments[last].x1 = max(segments[last].x1, piece.x1)
      if own.lowerBound == run.upperBound + 1, page.text[run.upperBound] == 0x20 {
        run = run.lowerBound..<own.upperBound
      } else {
        segments[last].text += page.text[run]
        segments[last].text.append(0x20)
        run = own
      }
    }
    if let last = segments.indices.last { segments[last].text += page.text[run] }
    for index in segments.indices { segments[index].dropMark() }
    // A figure alone on its line may be a part of a name ("Prognos" / "8"); a date is a date.
    if segments.count == 1 {
      if CellShape.isDate(segments[0].text[...]) { segments[0].shape = .date }
    } else {
      for index in segments.indices { segments[index].takeShape() }
    }
    return segments
  }
}
