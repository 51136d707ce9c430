/// One end of a page.
enum Edge: Hashable {
  case top
  case bottom
}

/// A printed row at a page's edge: one line, or several side by side.
struct EdgeRow {
  /// Index of the page in the document.
  let page: Int
  let edge: Edge
  /// Indices into the page's lines, from left to right.
  let lines: [Int]
  /// Number of rows between it and the edge.
  let depth: Int
  /// Distance from the page's edge to the row's nearer side, in points; 0 in plain text, where the order is all.
  let distance: Double
  /// White space towards the edge, in heights of the row; nil for the outermost row.
  let gapOutwards: Double?
  /// White space towards the middle of the page, in heights of the row; nil where nothing follows.
  let gapInwards: Double?
  /// The row's text, then that of each of its cells where it has several.
  let texts: [FoldedText]

  /// Whether it belongs with what stands further in rather than with what stands further out.
  var isNearerBody: Bool {
    guard let outwards = gapOutwards, let inwards = gapInwards else { return false }
    return outwards > EdgeRow.clearGap && outwards > inwards * 1.2
  }

  /// Whether white space sets it apart from what stands further in.
  var isApart: Bool { (gapInwards ?? .infinity) > EdgeRow.clearGap }

  /// Lines of one block are a third of their height apart, or less.
  private static let clearGap = 0.7
}

/// The rows at one edge of a page, from the edge inwards.
struct PageEdge {
  let rows: [EdgeRow]
}

/// A page's lines as rows from top to bottom of the printed page, those side by side together: a table laid on its side stands under the same header as
/// the other pages.
struct PageRows {
  /// The share of the page's height, from its top and from its bottom, in which furniture stands.
  private static let margin = 0.17
  /// The most rows that a header or footer has.
  private static let mostRows = 8

  private let page: Page
  private let index: Int
  /// The outermost, `mostRows` and one from the top and from the bottom; all where there are no more.
  private let rows: [Row]

  private struct Row {
    /// From left to right.
    var lines: [Int]
    var box: Box?
  }

  /// A line, and its box on the page as it is shown.
  private typealias BoxedLine = (line: Int, box: Box)

  init(_ page: Page, index: Int) {
    self.page = page
    self.index = index
    rows =
      page.size == nil
      ? PageRows.outermost(Array(page.lines.indices)).map { Row(lines: [$0], box: nil) } : PageRows.visualRows(of: page)
  }

  /// What an edge's rows may be, or stand beside.
  private static func outermost<Element>(_ all: [Element]) -> [Element] {
    let reach = mostRows + 1
    return all.count > 2 * reach ? Array(all.prefix(reach) + all.suffix(reach)) : all
  }

  func edge(_ edge: Edge) -> PageEdge {
    let order = edge == .top ? Array(rows.indices) : rows.indices.reversed()
    var result: [EdgeRow] = []
    for (depth, row) in order.prefix(PageRows.mostRows).enumerated() where isInMargin(rows[row], edge) {
      guard result.count == depth else { break }
      let out = depth > 0 ? gap(order[depth - 1], row) : nil
      let inwards = depth + 1 < order.count ? gap(row, order[depth + 1]) : nil
      result.append(
        EdgeRow(
          page: index, edge: edge, lines: rows[row].lines, depth: depth, distance: distance(rows[row], edge), gapOutwards: out,
          gapInwards: inwards, texts: texts(of: rows[row])))
    }
    return PageEdge(rows: result)
  }

  private static func visualRows(of page: Page) -> [Row] {
    let lines = boxedLines(of: page)
    // The rows as stretches of the lines: of most no more is asked.
    var rows: [(lines: Range<Int>, box: Box)] = []
    for index in lines.indices {
      if let last = rows.last, overlap(last.box, lines[index].box) > 0.5 {
        rows[rows.count - 1] = (last.lines.lowerBound..<index + 1, last.box.union(lines[index].box))
      } else {
        rows.append((index..<index + 1, lines[index].box))
      }
    }
    return outermost(rows).map { row in
      Row(lines: lines[row.lines].sorted { $0.box.x0 < $1.box.x0 }.map { $0.line }, box: row.box)
    }
  }

  /// From the top down.
  private static func boxedLines(of page: Page) -> [BoxedLine] {
    var lines: [BoxedLine] = []
    lines.reserveCapacity(page.lines.count)
    for line in page.lines.indices {
      guard let box = page.lines[line].box.map(page.shown), !isUpright(box, bytes: page.lines[line].range.count) else { continue }
      lines.append((line, box))
    }
    lines.sort { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) }
    return lines
  }

  /// Text that runs up or down the page's side (a signing service's mark) is no row.
  private static func isUpright(_ box: Box, bytes: Int) -> Bool { bytes > 3 && box.height > box.width * 1.5 }

  /// The part of the lower of the two boxes' heights that they share.
  private static func overlap(_ first: Box, _ second: Box) -> Double {
    let height = min(first.height, second.height)
    return height > 0 ? (min(first.y1, second.y1) - max(first.y0, second.y0)) / height : 0
  }

  private func isInMargin(_ row: Row, _ edge: Edge) -> Bool {
    guard let box = row.box, let size = page.shownSize else { return true }
    return edge == .top ? box.y1 < size.height * PageRows.margin : box.y0 > size.height * (1 - PageRows.margin)
  }

  private func distance(_ row: Row, _ edge: Edge) -> Double {
    guard let box = row.box, let size = page.shownSize else { return 0 }
    return edge == .top ? box.y0 : size.height - box.y1
  }

  /// White space between two neighbouring rows, in heights of the first; in plain text the number of blank lines.
  private func gap(_ first: Int, _ second: Int) -> Double {
    let (upper, lower) = (rows[min(first, second)], rows[max(first, second)])
    guard let above = upper.box, let below = lower.box, let own = rows[first].box else { return page.lines[lower.lines[0]].leading - 1 }
    return (below.y0 - above.y1) / max(own.height, 1)
  }

  private func texts(of row: Row) -> [FoldedText] {
    let cells = row.lines.count == 1 ? page.lines[row.lines[0]].cells : row.lines.flatMap { page.lines[$0].cells }
    let whole = FoldedText(page.text, cells: cells, kind: .row)
    guard cells.count > 1 else { return [whole] }
    return [whole] + cells.map { FoldedText(page.text, cells: CollectionOfOne($0), kind: .cell) }
  }
}
