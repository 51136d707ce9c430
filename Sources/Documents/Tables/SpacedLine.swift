internal import Pages

/// A line's words with the number of spaces before each.
///
/// A table that came out as lines leaves one space after each cell, so that an empty cell shows as a space too many.
struct SpacedLine {
  struct Word {
    /// A stretch of the page's text: nothing is copied, since most lines are of no table.
    var text: ArraySlice<UInt8>
    /// Before the first word of the line: how many spaces it is indented.
    var spaces: Int
    /// Whether it begins a line: empty cells before it may have been lost with the spaces there.
    var startsLine: Bool
    /// Whether the line that it begins stands apart from the one above: the line above ended a cell. Else the cell goes on.
    var isApart = false

    var string: String { String(decoding: text, as: UTF8.self) }
  }

  var words: [Word]
  /// The page's lines that it is made of: pieces far apart at one height are lines of their own there.
  var lines: [LineReference]
  /// Whether there is more white space above than between the lines of a cell.
  var isApart: Bool

  var line: LineReference { lines[0] }
  /// How many of its words are figures, those that are glued to others counted as one.
  var figures: Int { words.count { $0.text.contains(where: CellShape.isDigit) } }
  var text: String { words.map(\.string).joined(separator: " ") }
}

/// Makes spaced lines of a page.
struct SpacedLines {
  /// Wider gaps (ems) are no word spaces.
  private static let widestSpace = 0.5
  private static let usualSpace = 0.27
  /// Lines farther apart than this share of the page's least distance are not of one cell; in plain text a blank line parts them.
  private static let apart = 1.08
  private static let plainApart = 1.5

  static func lines(of page: Page, at index: Int) -> [SpacedLine] {
    let left = usualLeft(of: page)
    let space = spaceWidth(of: page)
    let tight = tightest(page)
    var above = 0.0
    let lines = page.lines.indices.filter { !page.lines[$0].isFurniture }.map { number in
      let line = page.lines[number]
      let reference = LineReference(page: index, line: number)
      let bottom = line.words.first.map { page.words[$0].box.y1 } ?? 0
      let isApart = page.size == nil ? line.leading > plainApart : bottom - above > tight * apart
      above = bottom
      guard page.size != nil, !line.words.isEmpty else {
        return SpacedLine(words: plainWords(of: line, page, isApart: isApart), lines: [reference], isApart: isApart)
      }
      let width = max(line.fontSize, 4) * space
      var end = left
      let words = line.words.map { word in
        let box = page.words[word].box
        let spaces = Int(((box.x0 - end) / width).rounded())
        defer { end = box.x1 }
        let isFirst = word == line.words.lowerBound
        return SpacedLine.Word(
          text: page.text[page.words[word].range], spaces: max(isFirst ? 0 : 1, spaces), startsLine: isFirst, isApart: isApart)
      }
      return SpacedLine(words: words, lines: [reference], isApart: isApart)
    }
    return page.size == nil ? lines : whole(lines, of: page, space: space)
  }

  /// Lines that go on to the right at the same height are one.
  private static func whole(_ lines: [SpacedLine], of page: Page, space: Double) -> [SpacedLine] {
    var result: [SpacedLine] = []
    for line in lines {
      let next = page.lines[line.line.line]
      guard let last = result.last, let right = end(of: last, page), let first = next.words.first, page.words[first].box.x0 > right.x1,
        abs(page.words[first].box.y1 - right.y1) < 1
      else {
        result.append(line)
        continue
      }
      var words = line.words
      words[0].spaces = max(1, Int(((page.words[first].box.x0 - right.x1) / (max(next.fontSize, 4) * space)).rounded()))
      words[0].startsLine = false
      result[result.count - 1].words += words
      result[result.count - 1].lines += line.lines
    }
    return result
  }

  /// The box of the line's last word.
  private static func end(of line: SpacedLine, _ page: Page) -> Box? {
    line.lines.last.flatMap { page.lines[$0.line].words.last }.map { page.words[$0].box }
  }

  private static func plainWords(of line: Line, _ page: Page, isApart: Bool) -> [SpacedLine.Word] {
    var before = 0
    var index = line.range.lowerBound
    while index > 0, page.text[index - 1] == 0x20 {
      before += 1
      index -= 1
    }
    var words: [SpacedLine.Word] = []
    for part in page.text[line.range].split(separator: 0x20, omittingEmptySubsequences: false) {
      if part.isEmpty {
        before += 1
      } else {
        words.append(SpacedLine.Word(text: part, spaces: before, startsLine: words.isEmpty, isApart: isApart))
        before = 1
      }
    }
    return words
  }

  /// Where most lines of the page begin.
  private static func usualLeft(of page: Page) -> Double {
    var counts: [Int: Int] = [:]
    for line in page.lines where !line.isFurniture { if let box = line.box { counts[Int(box.x0.rounded()), default: 0] += 1 } }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { Double($0.key) } ?? 0
  }

  /// The least distance of two lines of the page, small print left out.
  private static func tightest(_ page: Page) -> Double {
    let lines = page.lines.filter { !$0.isFurniture && !$0.words.isEmpty }
    let gaps = zip(lines, lines.dropFirst()).compactMap { first, second in
      let gap = page.words[second.words.lowerBound].box.y1 - page.words[first.words.lowerBound].box.y1
      return gap > second.fontSize * 0.95 ? gap : nil
    }
    return gaps.min() ?? .infinity
  }

  /// The page's usual word space in ems.
  private static func spaceWidth(of page: Page) -> Double {
    var gaps: [Double] = []
    for line in page.lines {
      let em = max(line.fontSize, 4)
      for word in line.words.dropFirst() {
        let gap = (page.words[word].box.x0 - page.words[word - 1].box.x1) / em
        if gap > 0.1, gap < widestSpace { gaps.append(gap) }
      }
    }
    gaps.sort()
    return gaps.isEmpty ? usualSpace : gaps[gaps.count / 4]
  }
}
