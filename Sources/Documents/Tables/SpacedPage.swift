internal import Pages

/// A page's lines with what their spaces are measured by.
final class SpacedPage {
  private let page: Page
  /// Index into the document's pages.
  private let index: Int
  /// Where most lines begin, in points.
  private let left: Double
  /// The usual word space, in ems.
  private let space: Double
  /// For each of the page's lines whether it stands apart from the one above.
  let isApart: [Bool]

  /// Wider gaps (ems) are no word spaces.
  private static let widestSpace = 0.5
  private static let usualSpace = 0.27
  /// Lines farther apart than this share of the page's least distance are not of one cell; in plain text a blank line parts them.
  private static let apart = 1.08
  private static let plainApart = 1.5

  init(_ page: Page, at index: Int) {
    self.page = page
    self.index = index
    left = Self.usualLeft(of: page)
    space = Self.spaceWidth(of: page)
    var isApart = Array(repeating: false, count: page.lines.count)
    let tight = Self.tightest(page)
    var above = 0.0
    for number in page.lines.indices where !page.lines[number].isFurniture {
      let bottom = page.lines[number].words.first.map { page.words[$0].box.y1 } ?? 0
      isApart[number] = page.size == nil ? page.lines[number].leading > Self.plainApart : bottom - above > tight * Self.apart
      above = bottom
    }
    self.isApart = isApart
  }

  /// The lines that are no furniture; those that go on to the right at the same height are one.
  func lines() -> [SpacedLine] {
    var groups: [[LineReference]] = []
    for number in page.lines.indices where !page.lines[number].isFurniture {
      let reference = LineReference(page: index, line: number)
      if let last = groups.last?.last, goesOn(number, after: last.line) {
        groups[groups.count - 1].append(reference)
      } else {
        groups.append([reference])
      }
    }
    return groups.map { SpacedLine($0, on: self) }
  }

  private func goesOn(_ number: Int, after last: Int) -> Bool {
    guard page.size != nil, let word = page.lines[last].words.last, let next = page.lines[number].words.first else { return false }
    let (right, first) = (page.words[word].box, page.words[next].box)
    return first.x0 > right.x1 && abs(first.y1 - right.y1) < 1
  }

  // MARK: Words

  /// The words of lines that are one.
  func words(of lines: [LineReference]) -> [SpacedLine.Word] {
    var words: [SpacedLine.Word] = []
    for (place, reference) in lines.enumerated() {
      let line = page.lines[reference.line]
      if page.size == nil || line.words.isEmpty { return plainWords(of: line, isApart: isApart[reference.line]) }
      let end = place == 0 ? left : page.words[page.lines[lines[place - 1].line].words.upperBound - 1].box.x1
      words += self.words(of: line, after: end, startsLine: place == 0, isApart: isApart[reference.line])
    }
    return words
  }

  private func words(of line: Line, after end: Double, startsLine: Bool, isApart: Bool) -> [SpacedLine.Word] {
    let width = max(line.fontSize, 4) * space
    var end = end
    return line.words.map { word in
      let box = page.words[word].box
      let spaces = Int(((box.x0 - end) / width).rounded())
      defer { end = box.x1 }
      let isFirst = startsLine && word == line.words.lowerBound
      return SpacedLine.Word(
        text: FigureEnds.withoutMark(page.text[page.words[word].range]), spaces: max(isFirst ? 0 : 1, spaces), startsLine: isFirst,
        isApart: isApart)
    }
  }

  private func plainWords(of line: Line, isApart: Bool) -> [SpacedLine.Word] {
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
        words.append(SpacedLine.Word(text: FigureEnds.withoutMark(part), spaces: before, startsLine: words.isEmpty, isApart: isApart))
        before = 1
      }
    }
    return words
  }

  /// Whether lines that are one have fewer words than `limit`, one of them wanted, told without making them; nil where they must be made.
  func hasWord(_ lines: [LineReference], ofFewerThan limit: Int, where isWanted: (ArraySlice<UInt8>) -> Bool) -> Bool? {
    guard page.size != nil, !page.lines[lines[0].line].words.isEmpty else { return nil }
    guard lines.reduce(0, { $0 + page.lines[$1.line].words.count }) < limit else { return false }
    return lines.contains { line in page.lines[line.line].words.contains { isWanted(page.text[page.words[$0].range]) } }
  }

  // MARK: The page's measures

  private static func usualLeft(of page: Page) -> Double {
    var counts: [Int: Int] = [:]
    for index in page.lines.indices where !page.lines[index].isFurniture {
      if let box = page.lines[index].box { counts[Int(box.x0.rounded()), default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { Double($0.key) } ?? 0
  }

  /// The least distance of two lines of the page, small print left out.
  private static func tightest(_ page: Page) -> Double {
    var tightest = Double.infinity
    var above: Double?
    for index in page.lines.indices where !page.lines[index].isFurniture && !page.lines[index].words.isEmpty {
      let bottom = page.words[page.lines[index].words.lowerBound].box.y1
      if let above, bottom - above > page.lines[index].fontSize * 0.95 { tightest = min(tightest, bottom - above) }
      above = bottom
    }
    return tightest
  }

  private static func spaceWidth(of page: Page) -> Double {
    var gaps: [Double] = []
    for index in page.lines.indices {
      let em = max(page.lines[index].fontSize, 4)
      for word in page.lines[index].words.dropFirst() {
        let gap = (page.words[word].box.x0 - page.words[word - 1].box.x1) / em
        if gap > 0.1, gap < widestSpace { gaps.append(gap) }
      }
    }
    gaps.sort()
    return gaps.isEmpty ? usualSpace : gaps[gaps.count / 4]
  }
}
