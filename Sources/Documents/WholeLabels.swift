import Pages

/// Labels in the margin that a narrow column broke over several lines ("Barn- och" / "utbildningsnämndens" / "beslut"), made whole, on a line of their
/// own above the text that they stand beside.
struct WholeLabels {
  /// Where the text beside the labels begins (points from the page's left edge).
  let edge: Double
  /// A label ends this much (points) to the left of the text at least.
  let gutter: Double
  let isHeading: ([UInt8]) -> Bool

  /// A label is on so many lines at most, and the text beside them on so many.
  private static let mostParts = 4
  private static let mostLines = 8
  /// The lines of a label stand at most so far apart (tops, in heights of a line).
  private static let widestLeading = 1.6

  /// The page itself where all labels are whole.
  func joined(on page: Page) -> Page {
    guard page.lines.indices.contains(where: { parts(ofLabelAt: $0, on: page).count > 1 }) else { return page }
    var composer = PageComposer(page)
    var index = 0
    while index < page.lines.count {
      let parts = parts(ofLabelAt: index, on: page)
      if let last = parts.last, parts.count > 1 {
        add(index...last.line, parts, of: page, to: &composer)
        index = last.line
      } else {
        composer.add(page.lines[index])
      }
      index += 1
    }
    return composer.page
  }

  /// A line of a label, and what stands there in the margin.
  private struct Part {
    var line: Int
    var cell: Range<Int>
  }

  /// The lines of the label that begins on a line; none where no label does. Lines of the text may stand between them.
  private func parts(ofLabelAt first: Int, on page: Page) -> [Part] {
    guard page.lines[first].cells.count > 1, let label = label(page.lines[first], on: page), !Self.hasSign(page.text[label]) else {
      return []
    }
    var parts = [Part(line: first, cell: label)]
    var text = Array(page.text[label])
    for index in first + 1..<max(first + 1, min(first + Self.mostLines, page.lines.count)) where !isHeading(text) {
      guard parts.count < Self.mostParts, !page.lines[index].isFurniture else { return [] }
      guard let next = self.label(page.lines[index], on: page) else { continue }
      guard isClose(parts[parts.count - 1].cell, next, on: page) else { return [] }
      parts.append(Part(line: index, cell: next))
      text += [0x20] + page.text[next]
    }
    return isHeading(text) ? parts : []
  }

  /// Whether a § is in the margin: what stands below it there is a label of its own.
  private static func hasSign(_ text: ArraySlice<UInt8>) -> Bool { text.firstRange(of: sign) != nil }

  private static let sign = Array("§".utf8)

  private func isClose(_ upper: Range<Int>, _ lower: Range<Int>, on page: Page) -> Bool {
    guard let first = page.words(in: upper).first?.box, let second = page.words(in: lower).first?.box else { return false }
    return second.y0 - first.y0 < (first.y1 - first.y0) * Self.widestLeading
  }

  /// What the line has in the margin.
  private func label(_ line: Line, on page: Page) -> Range<Int>? {
    guard !line.isFurniture, let cell = line.cells.first, let end = page.end(of: cell), end < edge - gutter else { return nil }
    guard line.cells.count > 1 else { return cell }
    return page.start(of: line.cells[1]).map { abs($0 - edge) < gutter } ?? false ? cell : nil
  }

  /// The label whole, on a line of its own; then the text of the lines that it stood beside.
  private func add(_ lines: ClosedRange<Int>, _ parts: [Part], of page: Page, to composer: inout PageComposer) {
    var label = page.lines[lines.lowerBound]
    // A line of the label that has no text beside it tells its type.
    label.isBold = parts.contains { page.lines[$0.line].cells.count == 1 && page.lines[$0.line].isBold } || label.isBold
    composer.add(label, cells: [parts.map(\.cell)])
    for index in lines {
      var line = page.lines[index]
      let text = line.cells.dropFirst(parts.contains { $0.line == index } ? 1 : 0).map { [$0] }
      if index == lines.lowerBound { line.leading = 1 }
      if !text.isEmpty { composer.add(line, cells: text) }
    }
  }
}

/// Makes a page anew out of the lines of another, in an order of its own.
struct PageComposer {
  private let source: Page
  private(set) var page: Page

  init(_ page: Page) {
    source = page
    self.page = page
    self.page.text.removeAll(keepingCapacity: true)
    (self.page.words, self.page.lines, self.page.confidences) = ([], [], [])
  }

  mutating func add(_ line: Line) { add(line, cells: line.cells.map { [$0] }) }

  /// - Parameter cells: of each the ranges of the source's text that it is made of.
  mutating func add(_ line: Line, cells: [[Range<Int>]]) {
    var line = line
    if !page.lines.isEmpty { page.text.append(0x0A) }
    let (start, firstWord) = (page.text.count, page.words.count)
    line.cells = cells.map { parts in
      if page.text.count > start { page.text.append(0x20) }
      let begin = page.text.count
      for part in parts { append(part, isFirst: page.text.count == begin) }
      return begin..<page.text.count
    }
    line.range = start..<page.text.count
    line.words = firstWord..<page.words.count
    line.box = page.words[line.words].map(\.box).reduce(nil as Box?) { $0?.union($1) ?? $1 }
    page.lines.append(line)
  }

  private mutating func append(_ part: Range<Int>, isFirst: Bool) {
    if !isFirst { page.text.append(0x20) }
    let shift = page.text.count - part.lowerBound
    page.text += source.text[part]
    let own = source.words(in: part)
    for (index, word) in zip(own.indices, own) {
      page.words.append(Word(range: word.range.lowerBound + shift..<word.range.upperBound + shift, box: word.box))
      if index < source.confidences.count { page.confidences.append(source.confidences[index]) }
    }
  }
}
