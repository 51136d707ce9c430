import Pages

/// Puts labels in the margin beside the text they stand beside, where the page gives the one column after the other: all labels of a § below all its text.
struct ColumnOrder {
  /// Where the text beside the labels begins (points from the page's left edge).
  let edge: Double
  /// A label ends this much (points) to the left of the text at least.
  let gutter: Double
  let isHeading: ([UInt8]) -> Bool

  /// So many labels one below the other, with no text between them, are a column that was read by itself.
  private static let fewest = 2
  /// Lines whose tops differ by less (in heights of a line) are beside each other.
  private static let sameRow = 0.5

  private enum Column { case labels, text, both }

  /// The page itself where its lines follow one another down the page.
  func ordered(_ page: Page) -> Page {
    let columns = page.lines.map(column)
    var order = Array(page.lines.indices)
    var start = 0
    while start < columns.count {
      let middle = end(of: start, columns)
      let end = middle < columns.count ? end(of: middle, columns) : middle
      if middle < end, isReadApart(start..<middle, middle..<end, columns, page) {
        order.replaceSubrange(start..<end, with: rows(start..<end, columns, page))
        start = end
      } else {
        start = middle
      }
    }
    return order == Array(page.lines.indices) ? page : composed(order, columns, page)
  }

  private func column(_ line: Line) -> Column {
    guard let box = line.box, !line.isFurniture, line.cells.count == 1 else { return .both }
    return box.x1 < edge - gutter ? .labels : box.x0 >= edge - gutter / 2 ? .text : .both
  }

  /// Behind the last line of the column that begins at a line.
  private func end(of start: Int, _ columns: [Column]) -> Int {
    guard columns[start] != .both else { return start + 1 }
    return columns[start...].firstIndex { $0 != columns[start] } ?? columns.count
  }

  /// Whether two columns that follow on each other stand beside each other, one of them labels with a heading.
  private func isReadApart(_ first: Range<Int>, _ second: Range<Int>, _ columns: [Column], _ page: Page) -> Bool {
    guard columns[first.lowerBound] != .both, columns[second.lowerBound] != .both, let last = page.lines[first.upperBound - 1].box,
      let next = page.lines[second.lowerBound].box, next.y0 + next.height * Self.sameRow < last.y0
    else { return false }
    let labels = columns[first.lowerBound] == .labels ? first : second
    return labels.count >= Self.fewest && labels.contains { isHeading(Array(page.text[page.lines[$0].range])) }
  }

  /// The lines of the two columns down the page, a label before the text beside it.
  private func rows(_ lines: Range<Int>, _ columns: [Column], _ page: Page) -> [Int] {
    var (labels, text) = (lines.filter { columns[$0] == .labels }[...], lines.filter { columns[$0] == .text }[...])
    var rows: [Int] = []
    while let label = labels.first, let line = text.first {
      let isText = isAbove(page.lines[line], page.lines[label]) && !isBeside(page.lines[label], page.lines[line])
      rows.append(isText ? text.removeFirst() : labels.removeFirst())
    }
    return rows + labels + text
  }

  private func isAbove(_ first: Line, _ second: Line) -> Bool { (first.box?.y0 ?? 0) < (second.box?.y0 ?? 0) }

  private func isBeside(_ first: Line, _ second: Line) -> Bool {
    guard let first = first.box, let second = second.box else { return false }
    return abs(first.y0 - second.y0) < first.height * Self.sameRow
  }

  private func composed(_ order: [Int], _ columns: [Column], _ page: Page) -> Page {
    var composer = PageComposer(page)
    for (place, index) in order.enumerated() {
      var line = page.lines[index]
      let next = place + 1 < order.count ? page.lines[order[place + 1]] : nil
      if columns[index] == .labels, let next, isBeside(line, next) { line.leading = max(line.leading, next.leading) }
      if columns[index] == .text, place > 0, columns[order[place - 1]] == .labels, isBeside(page.lines[order[place - 1]], line) {
        line.leading = 1
      }
      composer.add(line)
    }
    return composer.page
  }
}
