internal import Pages
internal import Rules

/// Finds headings: by type (size, weight, numbering), and minor ones by being short, alone and followed by text.
///
/// What a heading says is not asked: it is set larger or heavier than the text, in a few lines, and is no sentence.
struct HeadingFinder {
  let pages: [Page]
  let body: [LineReference]
  let flow: LineFlow
  let signatures: LineSignatures
  let bodySize: Double
  let hyphenation: Hyphenation

  /// Bytes; a longer line is text, and so are more lines set alike.
  private static let longest = 130
  private static let longestMinor = 64
  private static let mostLines = 4
  /// A line is set larger than the text where it is so by this much, in points.
  private static let larger = 0.8

  /// The headings in order, not yet in a tree: all are of level 1.
  func find() -> [Heading] {
    let prominent = groups().filter(isHeading)
    let first = Dictionary(prominent.map { ($0[0], $0) }) { first, _ in first }
    let taken = Set(prominent.joined())
    return body.indices.compactMap { index in
      if let group = first[body[index]] {
        return Heading(line: group[0], text: String(decoding: joined(group), as: UTF8.self), level: 1, isProminent: true)
      }
      // What costs least is asked first: most lines are too long.
      guard isShort(body[index]), !taken.contains(body[index]), isMinorHeading(at: index), isHeadingText(body[index]) else { return nil }
      let text = pages.text(of: body[index])
      let isNumbered = isPlainText(body[index]) && startsWithNumber(text) && hasAirAbove(body[index])
      return Heading(line: body[index], text: String(decoding: text, as: UTF8.self), level: 1, isProminent: isNumbered)
    }
  }

  // MARK: Prominent headings

  /// The lines that are set larger or heavier than the text, those that belong together as one.
  private func groups() -> [[LineReference]] {
    var groups: [[LineReference]] = []
    var previous: LineReference?
    for line in body {
      defer { previous = line }
      guard isProminent(line) else { continue }
      if let last = groups.last?.last, last == previous, goesOn(line, after: last) {
        groups[groups.count - 1].append(line)
      } else {
        groups.append([line])
      }
    }
    return groups
  }

  private func isProminent(_ reference: LineReference) -> Bool {
    let line = pages.line(reference)
    return line.stream == .text
      && (isLarger(line) || line.isWhollyBold && line.fontSize > bodySize - Self.larger * 2)
  }

  /// Whether the line goes on with the one above it, set alike. Two short headings of the text's size that follow each other are two.
  private func goesOn(_ line: LineReference, after above: LineReference) -> Bool {
    let (first, second) = (pages.line(above), pages.line(line))
    guard above.page == line.page, second.leading > 0, flow.gap(above: second) < LineFlow.blockGap,
      HeadingStyle(first) == HeadingStyle(second)
    else { return false }
    let text = pages.text(of: line)
    guard numberDepth(text) == 0 else { return false }
    return isLarger(first) || startsInLowerCase(text) || flow.isFull(above, before: line, in: pages)
  }

  private func isLarger(_ line: Line) -> Bool { line.fontSize > bodySize + Self.larger }

  private func isHeading(_ group: [LineReference]) -> Bool {
    guard group.count <= Self.mostLines, group.allSatisfy({ pages.line($0).range.count <= Self.longest }) else { return false }
    guard group.allSatisfy({ isOneCell($0) && !isContents($0) }) else { return false }
    let text = joined(group)
    return isHeadingText(group[0]) && !isSentence(text) && ListMark(text).map { $0.kind == .number } ?? true
  }

  /// A number or § may stand apart from its heading; other cells are a table's, or labels and values.
  private func isOneCell(_ reference: LineReference) -> Bool {
    let cells = pages.line(reference).cells
    guard cells.count > 1 else { return true }
    let first = pages[reference.page].text[cells[0]]
    return cells.count == 2 && (first.starts(with: "§".utf8) || first.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") })
  }

  /// A row of the contents page ends with a page number.
  private func isContents(_ reference: LineReference) -> Bool {
    let text = pages.text(of: reference)
    return signatures.rules(in: .contents, near: reference).contains { $0.firstMatch(in: text) != nil }
  }

  /// A question may be a heading, and so may what ends in "m.m.".
  private func isSentence(_ text: [UInt8]) -> Bool {
    guard let end = text.lastIndex(where: { $0 != 0x20 && $0 != UInt8(ascii: ")") }) else { return true }
    if text[end] == UInt8(ascii: ".") { return end < 2 || text[end - 2] != UInt8(ascii: ".") }
    return text[end] == UInt8(ascii: ",") || text[end] == UInt8(ascii: ";") || text[end] == UInt8(ascii: ":")
  }

  private func joined(_ group: [LineReference]) -> [UInt8] { group.reduce([]) { hyphenation.joined($0, pages.text(of: $1)) } }

  // MARK: Minor headings

  /// Whether the line begins a page, or white space stands above it.
  private func hasAirAbove(_ line: LineReference) -> Bool {
    let gap = flow.gap(above: pages.line(line))
    return gap == 0 || gap > LineFlow.blockGap
  }

  /// Plain text has no type: a numbered heading with air above is as good as one that is set larger.
  private func isPlainText(_ line: LineReference) -> Bool { pages[line.page].size == nil }

  private func isMinorHeading(at index: Int) -> Bool {
    isMinor(at: index) && !(index > 1 && isMinor(at: index - 1) && isMinor(at: index - 2))
  }

  private func isHeadingText(_ line: LineReference) -> Bool {
    let text = pages.text(of: line)
    guard text.contains(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }) else { return false }
    return !signatures.rules(in: .notHeading, near: line).contains { $0.firstMatch(in: text) != nil }
  }

  private func isShort(_ line: LineReference) -> Bool { pages[line.page].lines[line.line].range.count <= Self.longestMinor }

  /// Whether the line is short, no sentence, stands alone and has text after it.
  private func isMinor(at index: Int) -> Bool {
    let line = body[index]
    guard isShort(line), pages[line.page].lines[line.line].cells.count == 1 else { return false }
    let text = pages.text(of: line)
    guard startsInUpperCase(text) || startsWithNumber(text) else { return false }
    guard !endsSentence(text), text.last != UInt8(ascii: ","), ListMark(text) == nil || startsWithNumber(text) else { return false }
    if index > 0, flow.continues(body[index - 1], to: line, in: pages) { return false }
    guard index + 1 < body.count, !flow.continues(line, to: body[index + 1], in: pages) else { return false }
    return startsInUpperCase(pages.text(of: body[index + 1]))
  }

  private func startsWithNumber(_ text: [UInt8]) -> Bool { numberDepth(text) > 0 }
}

/// How deep the numbering at a heading's start goes: 1 for `2 Ekonomi`, 3 for `1.2.1 Uppdrag`, 0 for none.
func numberDepth(_ text: [UInt8]) -> Int {
  var depth = 0
  var index = 0
  while index < text.count, (0x30...0x39).contains(text[index]) {
    let digits = text[index...].prefix { (0x30...0x39).contains($0) }.count
    guard digits <= 2 else { return 0 }
    depth += 1
    index += digits
    if index < text.count, text[index] == UInt8(ascii: ".") { index += 1 }
  }
  guard depth > 0, index + 1 < text.count, text[index] == 0x20, startsInUpperCase(Array(text[(index + 1)...])) else { return 0 }
  return depth
}
