/// A line taken apart for mending: its words, the bytes between them, and what is needed to put it back.
struct TokenLine {
  struct Token {
    /// As long as nothing is mended a part of the page's text.
    var bytes: ArraySlice<UInt8>
    /// Nil in plain text.
    var box: Box?
    /// What stands between it and the token before it, as bytes of the page's text; nil for a space.
    var gap: Range<Int>?
    /// Which of the line's cells it belongs to.
    var cell: Int
    /// How sure text recognition is of it, in percent; nil where the text is the file's own.
    var confidence: UInt8?
  }

  let line: Line
  var tokens: [Token] = []
  /// The page's, before it is mended.
  private let text: [UInt8]

  init(_ line: Line, on page: Page) {
    self.line = line
    text = page.text
    guard !line.words.isEmpty else {
      for range in TokenLine.printed(text[line.range]) { append(range) }
      return
    }
    tokens.reserveCapacity(line.words.count)
    for word in line.words {
      append(page.words[word].range, box: page.words[word].box, confidence: page.confidences.isEmpty ? nil : page.confidences[word])
    }
  }

  private mutating func append(_ range: Range<Int>, box: Box? = nil, confidence: UInt8? = nil) {
    var cell = tokens.last?.cell ?? 0
    while cell + 1 < line.cells.count, line.cells[cell + 1].lowerBound <= range.lowerBound { cell += 1 }
    let end = tokens.last?.bytes.endIndex ?? line.range.lowerBound
    let gap = min(end, range.lowerBound)..<range.lowerBound
    tokens.append(Token(bytes: text[range], box: box, gap: gap, cell: cell, confidence: confidence))
  }

  /// Whether there are only spaces and tabs before a token.
  func isBlank(before index: Int) -> Bool {
    guard let gap = tokens[index].gap else { return true }
    return text[gap].allSatisfy { $0 == 0x20 || $0 == 0x09 }
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
      return Token(bytes: piece[...], box: box, gap: place == 0 ? old.gap : nil, cell: old.cell, confidence: old.confidence)
    }
    tokens.replaceSubrange(index...index, with: new)
  }

  /// Makes one token of several.
  mutating func join(_ range: Range<Int>, to bytes: [UInt8]) {
    var joined = tokens[range.lowerBound]
    joined.bytes = bytes[...]
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
    page.words.reserveCapacity(words.count)
    page.lines.reserveCapacity(self.lines.count)
    var end = 0
    for line in lines {
      page.text.append(contentsOf: text[min(end, line.line.range.lowerBound)..<line.line.range.lowerBound])
      end = line.line.range.upperBound
      if !line.tokens.isEmpty { page.append(line, of: text) }
    }
    page.text.append(contentsOf: text[end...])
    return page
  }

  /// - Parameter old: the text that the line is of, which its gaps are ranges of.
  private mutating func append(_ line: TokenLine, of old: [UInt8]) {
    let start = text.count
    let firstWord = words.count
    var cells: [Range<Int>] = []
    for (index, token) in line.tokens.enumerated() {
      if index > 0 { append(token.gap, of: old) }
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

  /// Nearly every gap is one space.
  private mutating func append(_ gap: Range<Int>?, of old: [UInt8]) {
    guard let gap else { return text.append(0x20) }
    for index in gap { text.append(old[index]) }
  }
}
