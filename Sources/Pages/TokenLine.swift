/// A line taken apart for mending: its words, the bytes between them, and what is needed to put it back.
struct TokenLine {
  struct Token {
    var bytes: [UInt8]
    /// Nil in plain text.
    var box: Box?
    /// What stands between it and the token before it.
    var gap: [UInt8]
    /// Which of the line's cells it belongs to.
    var cell: Int
    /// How sure text recognition is of it, in percent; nil where the text is the file's own.
    var confidence: UInt8?
  }

  let line: Line
  var tokens: [Token] = []

  init(_ line: Line, on page: Page) {
    self.line = line
    let ranges = line.words.isEmpty ? TokenLine.printed(page.text[line.range]) : page.words[line.words].map(\.range)
    var end = line.range.lowerBound
    var cell = 0
    for (index, range) in ranges.enumerated() {
      while cell + 1 < line.cells.count, line.cells[cell + 1].lowerBound <= range.lowerBound { cell += 1 }
      let box = line.words.isEmpty ? nil : page.words[line.words.lowerBound + index].box
      let gap = Array(page.text[min(end, range.lowerBound)..<range.lowerBound])
      let confidence = line.words.isEmpty || page.confidences.isEmpty ? nil : page.confidences[line.words.lowerBound + index]
      tokens.append(Token(bytes: Array(page.text[range]), box: box, gap: gap, cell: cell, confidence: confidence))
      end = range.upperBound
    }
  }

  /// The runs of other characters than spaces and tabs.
  private static func printed(_ text: ArraySlice<UInt8>) -> [Range<Int>] {
    text.split { $0 == 0x20 || $0 == 0x09 }.map { $0.startIndex..<$0.endIndex }
  }

  /// Puts pieces in a token's place, parted by a space; the box is shared out by their lengths. Without pieces the token goes.
  mutating func replace(_ index: Int, with pieces: [[UInt8]]) {
    let old = tokens[index]
    let total = Double(max(1, old.bytes.count))
    var start = 0.0
    let new = pieces.enumerated().map { place, piece in
      let share = pieces.count == 1 ? (0, 1) : (start / total, min(1, (start + Double(piece.count)) / total))
      start += Double(piece.count) + 2
      let box = old.box.map { Box(x0: $0.x0 + $0.width * share.0, y0: $0.y0, x1: $0.x0 + $0.width * share.1, y1: $0.y1) }
      return Token(bytes: piece, box: box, gap: place == 0 ? old.gap : [0x20], cell: old.cell, confidence: old.confidence)
    }
    tokens.replaceSubrange(index...index, with: new)
  }

  /// Makes one token of several.
  mutating func join(_ range: Range<Int>, to bytes: [UInt8]) {
    var joined = tokens[range.lowerBound]
    joined.bytes = bytes
    for token in tokens[range.dropFirst()] { if let box = token.box { joined.box = joined.box?.union(box) ?? box } }
    tokens.replaceSubrange(range, with: [joined])
  }
}

extension Page {
  /// The page with its lines put together anew; lines without text go.
  func replacing(_ lines: [TokenLine]) -> Page {
    var page = self
    (page.text, page.words, page.lines, page.confidences) = ([], [], [], [])
    page.text.reserveCapacity(text.count)
    var end = 0
    for line in lines {
      page.text.append(contentsOf: text[min(end, line.line.range.lowerBound)..<line.line.range.lowerBound])
      end = line.line.range.upperBound
      if !line.tokens.isEmpty { page.append(line) }
    }
    page.text.append(contentsOf: text[end...])
    return page
  }

  private mutating func append(_ line: TokenLine) {
    let start = text.count
    let firstWord = words.count
    var cells: [Range<Int>] = []
    for (index, token) in line.tokens.enumerated() {
      if index > 0 { text.append(contentsOf: token.gap) }
      let range = text.count..<text.count + token.bytes.count
      text.append(contentsOf: token.bytes)
      if let box = token.box { words.append(Word(range: range, box: box)) }
      if let confidence = token.confidence { confidences.append(confidence) }
      if index > 0, line.tokens[index - 1].cell == token.cell {
        cells[cells.count - 1] = cells[cells.count - 1].lowerBound..<range.upperBound
      } else {
        cells.append(range)
      }
    }
    var new = line.line
    new.range = start..<text.count
    new.words = line.line.words.isEmpty ? line.line.words : firstWord..<words.count
    new.cells = cells
    lines.append(new)
  }
}
