public import Pages
public import Rules

/// Finds headings: by type (size, weight, numbering), and minor ones by being short, alone and followed by text.
struct HeadingFinder {
  let pages: [Page]
  let body: [LineReference]
  let flow: LineFlow
  let rules: RuleSet
  let bodySize: Double
  let hyphenation: Hyphenation

  /// Bytes; a longer line is text.
  private static let longest = 130
  private static let longestMinor = 64

  func find() -> [Heading] {
    let styles = Styles(pages: pages, lines: body.filter(isProminent))
    var headings: [Heading] = []
    for index in body.indices {
      let line = body[index]
      let text = pages.text(of: line)
      guard isHeadingText(text) else { continue }
      if isProminent(line) {
        append(line, text, level: styles.level(of: pages.line(line), text: text), prominent: true, to: &headings)
      } else if isMinor(at: index), !(index > 0 && isMinor(at: index - 1) && index > 1 && isMinor(at: index - 2)) {
        append(line, text, level: styles.deepest + 1, prominent: false, to: &headings)
      }
    }
    return headings
  }

  // A heading over two lines is one.
  private func append(_ line: LineReference, _ text: [UInt8], level: Int, prominent: Bool, to headings: inout [Heading]) {
    let string = String(decoding: text, as: UTF8.self)
    if let last = headings.last, prominent, last.isProminent, isNext(last.line, line), last.level == level, !startsWithNumber(text) {
      headings[headings.count - 1].text = String(decoding: hyphenation.joined(Array(last.text.utf8), text), as: UTF8.self)
      headings[headings.count - 1].line = last.line
    } else {
      headings.append(Heading(line: line, text: string, level: level, isProminent: prominent))
    }
  }

  private func isNext(_ first: LineReference, _ second: LineReference) -> Bool {
    first.page == second.page && first.line + 1 == second.line && flow.gap(above: pages.line(second)) < LineFlow.blockGap
  }

  private func isHeadingText(_ text: [UInt8]) -> Bool {
    guard text.count <= Self.longest, text.contains(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }) else { return false }
    return !rules.rules(in: .notHeading, near: text).contains { $0.firstMatch(in: text) != nil }
  }

  private func isProminent(_ reference: LineReference) -> Bool {
    let line = pages.line(reference)
    guard line.cells.count <= 2, line.range.count <= Self.longest else { return false }
    if line.fontSize > bodySize + 0.8 { return true }
    return line.isBold && !endsSentence(pages.text(of: reference))
  }

  /// Whether the line is short, no sentence, stands alone and has text after it.
  private func isMinor(at index: Int) -> Bool {
    let line = body[index]
    let text = pages.text(of: line)
    guard text.count <= Self.longestMinor, pages.line(line).cells.count == 1, startsInUpperCase(text) || startsWithNumber(text)
    else { return false }
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

/// The ways in which a document sets its headings, largest first.
private struct Styles {
  private struct Style: Hashable {
    var size: Double
    var isBold: Bool
  }

  private let ordered: [Style]

  init(pages: [Page], lines: [LineReference]) {
    let styles = Set(lines.map { Self.style(of: pages.line($0)) })
    ordered = styles.sorted { ($0.size, $0.isBold ? 1 : 0) > ($1.size, $1.isBold ? 1 : 0) }
  }

  var deepest: Int { max(1, ordered.count) }

  func level(of line: Line, text: [UInt8]) -> Int {
    let depth = numberDepth(text)
    return depth > 0 ? depth : (ordered.firstIndex(of: Self.style(of: line)) ?? 0) + 1
  }

  private static func style(of line: Line) -> Style { Style(size: line.fontSize.rounded(), isBold: line.isBold) }
}
