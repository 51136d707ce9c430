internal import Pages
internal import Rules

/// Section headings in a column of their own to the left of the text ("Beslut | Nämnden godkänner ..."): each is made a line of its own, above the
/// text that it stands beside.
struct MarginLabels {
  let rules: RuleSet

  /// So many headings must stand in the margin for it to be one.
  private static let fewest = 3
  /// A label ends this much (points) to the left of the text at least.
  private static let gutter = 6.0

  /// The text beside a label begins at most so far (points) to the right of the others': a list's items do.
  private static let widestIndent = 30.0

  /// The pages with their labels above the text; unchanged where the document has no such margin.
  func parted(_ pages: [Page]) -> [Page] {
    guard let edge = textEdge(of: pages) else { return LostMargin(rules: rules).parted(pages) }
    let whole = WholeLabels(edge: edge, gutter: Self.gutter, isHeading: isHeading)
    let order = ColumnOrder(edge: edge, gutter: Self.gutter, isHeading: isHeading)
    return pages.map { page in
      let page = whole.joined(on: order.ordered(page))
      let labels = page.lines.map { isLabelled($0, on: page, edge: edge) ? $0.cells[0] : nil }
      return labels.contains { $0 != nil } ? PagePartition(page: page, labels: labels).parted : page
    }
  }

  /// Where the text beside the labels begins (points from the page's left edge): most of them have it at the same place.
  private func textEdge(of pages: [Page]) -> Double? {
    var edges: [Int: Int] = [:]
    for page in pages {
      for line in page.lines where !line.isFurniture && line.cells.count == 2 {
        guard let start = page.start(of: line.cells[1]), isHeading(Array(page.text[line.cells[0]])) else { continue }
        edges[Int(start.rounded()), default: 0] += 1
      }
      for (label, text) in zip(page.lines, page.lines.dropFirst()) where isParted(label, from: text, on: page) {
        if let start = text.box?.x0 { edges[Int(start.rounded()), default: 0] += 1 }
      }
    }
    guard let most = edges.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value >= Self.fewest else { return nil }
    return Double(most.key)
  }

  /// Whether a heading has been made a line of its own already, beside the text that is the next line: short words beside a short heading have not.
  private func isParted(_ label: Line, from text: Line, on page: Page) -> Bool {
    guard !label.isFurniture, let left = label.box, let right = text.box, left.x1 + Self.gutter < right.x0 else { return false }
    return left.y0 < right.y1 && right.y0 < left.y1 && isHeading(Array(page.text[label.range]))
  }

  private func isLabelled(_ line: Line, on page: Page, edge: Double) -> Bool {
    guard !line.isFurniture, line.cells.count >= 2, let start = page.start(of: line.cells[1]), let end = page.end(of: line.cells[0])
    else { return false }
    return (edge - 2...edge + Self.widestIndent).contains(start) && end < edge - Self.gutter && isHeading(Array(page.text[line.cells[0]]))
  }

  private func isHeading(_ text: [UInt8]) -> Bool {
    rules.rules(in: .sectionHeading, near: text).contains { $0.firstMatch(in: text) != nil }
  }
}

/// The same in text that was copied out of such a document: nothing but the words tells the heading from the text that it stood beside ("Beslut Nämnden
/// godkänner ..."), again and again, or spaces that differ from page to page.
private struct LostMargin {
  let rules: RuleSet

  /// A heading is known for one of these where so many lines begin with it, and hardly any is nothing else.
  private static let fewest = 3
  private static let mostWords = 4

  func parted(_ pages: [Page]) -> [Page] {
    guard pages.allSatisfy({ $0.size == nil }) else { return pages }
    let labels = pages.map { page in page.lines.map { label(of: $0, on: page) } }
    let words = usual(zip(pages, labels).flatMap { page, labels in labels.compactMap { $0.map { Array(page.text[$0]) } } }, in: pages)
    guard !words.isEmpty else { return pages }
    return zip(pages, labels).map { page, labels in
      var page = page
      let own = labels.map { label in label.flatMap { words.contains(Array(page.text[$0])) ? $0 : nil } }
      guard own.contains(where: { $0 != nil }) else { return page }
      for (index, label) in own.enumerated() {
        guard let label, page.lines[index].cells.count == 1 else { continue }
        page.lines[index].cells = [label, label.upperBound + 1..<page.lines[index].range.upperBound]
      }
      return PagePartition(page: page, labels: own).parted
    }
  }

  /// Those that are labels here: there are two at least, and one of them is over decisions.
  private func usual(_ labels: [[UInt8]], in pages: [Page]) -> Set<[UInt8]> {
    var counts: [[UInt8]: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    counts = counts.filter { $0.value >= Self.fewest }
    guard counts.count > 1 else { return [] }
    var alone: [[UInt8]: Int] = [:]
    for page in pages { for line in page.lines { alone[Array(page.text[line.range]), default: 0] += 1 } }
    let words = Set(counts.filter { $0.value > 3 * alone[$0.key, default: 0] }.keys)
    return words.count > 1 && words.contains { section($0) == "decision" } ? words : []
  }

  /// The heading that a line begins with, before a capital.
  private func label(of line: Line, on page: Page) -> Range<Int>? {
    guard !line.isFurniture, isCapital(page.text, at: line.range.lowerBound) else { return nil }
    if line.cells.count > 1 {
      return isCapital(page.text, at: line.cells[1].lowerBound) && section(Array(page.text[line.cells[0]])) != nil ? line.cells[0] : nil
    }
    let ends = line.range.lazy.filter { page.text[$0] == 0x20 }.prefix(Self.mostWords)
    return ends.first { isCapital(page.text, at: $0 + 1) && section(Array(page.text[line.range.lowerBound..<$0])) != nil }
      .map { line.range.lowerBound..<$0 }
  }

  private func isCapital(_ text: [UInt8], at index: Int) -> Bool {
    guard index < text.count else { return false }
    return text[index] &- 0x41 < 26 || text[index] == 0xC3 && index + 1 < text.count && text[index + 1] < 0x9F
  }

  private func section(_ text: [UInt8]) -> String? {
    rules.rules(in: .sectionHeading, near: text).first { $0.firstMatch(in: text)?.range == 0..<text.count }?.gives["section"]
  }
}

/// A page with some lines' first cells made lines of their own.
private struct PagePartition {
  let page: Page
  /// For each line the label to part from it; nil for none.
  let labels: [Range<Int>?]

  // The words keep their order and their bytes, so only the line break between label and text is new: the space there becomes one.
  var parted: Page {
    var parted = page
    parted.lines = []
    for (line, label) in zip(page.lines, labels) {
      guard let label, let next = line.cells.dropFirst().first else {
        parted.lines.append(line)
        continue
      }
      for index in label.upperBound..<next.lowerBound where parted.text[index] == 0x20 { parted.text[index] = 0x0A }
      let split = line.words.first { page.words[$0].range.lowerBound >= next.lowerBound } ?? line.words.upperBound
      parted.lines.append(self.line(line, cells: [label], words: line.words.lowerBound..<split, leading: line.leading))
      parted.lines.append(self.line(line, cells: Array(line.cells.dropFirst()), words: split..<line.words.upperBound, leading: 1))
    }
    return parted
  }

  private func line(_ line: Line, cells: [Range<Int>], words: Range<Int>, leading: Double) -> Line {
    var part = line
    part.cells = cells
    part.range = (cells.first?.lowerBound ?? line.range.lowerBound)..<(cells.last?.upperBound ?? line.range.upperBound)
    part.words = words
    part.box = words.isEmpty ? nil : words.dropFirst().reduce(page.words[words.lowerBound].box) { $0.union(page.words[$1].box) }
    part.leading = leading
    return part
  }
}
