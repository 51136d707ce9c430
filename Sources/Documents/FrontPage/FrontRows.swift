internal import Pages

/// The printed rows of front pages, each as the cells that stand apart in it.
struct FrontRows {
  let pages: [Page]

  /// Lines whose feet are this much of an em apart, or less, are one row: a label is often set a little higher or lower than its value.
  private static let sameRow = 0.45
  /// Two characters of plain text are an em.
  private static let plainEm = 2.0

  /// The lines as rows from the top of each page, the cells of a row from left to right.
  func rows(of lines: [LineReference]) -> [[FrontCell]] {
    var rows: [[FrontCell]] = []
    for (_, group) in Dictionary(grouping: lines, by: \.page).sorted(by: { $0.key < $1.key }) { rows += self.rows(onPage: group) }
    return rows.indices.map { row in
      rows[row].map { cell in
        var cell = cell
        cell.row = row
        return cell
      }
    }
  }

  private func rows(onPage lines: [LineReference]) -> [[FrontCell]] {
    var rows: [[FrontCell]] = []
    for line in lines.map(cells).filter({ !$0.isEmpty }).sorted(by: { $0[0].y < $1[0].y }) {
      if let last = rows.last?[0], pages[last.line.page].size != nil, line[0].y - last.y < last.fontSize * Self.sameRow {
        rows[rows.count - 1] += line
      } else {
        rows.append(line)
      }
    }
    return rows.map { $0.sorted { $0.x0 < $1.x0 } }
  }

  private func cells(of reference: LineReference) -> [FrontCell] {
    let page = pages[reference.page]
    let line = page.lines[reference.line]
    let parts = line.cells.flatMap { page.size == nil ? [$0] : gaps(in: $0, of: line, page) }.flatMap { parted(at: page.text, $0) }
    return parts.map { range in
      FrontCell(
        text: Array(page.text[range]), place: Place(page: page.number, range: range), line: reference, row: 0,
        x0: page.start(of: range) ?? column(of: range.lowerBound, in: line, page),
        y: page.words(in: range).first?.box.y1 ?? Double(reference.line), fontSize: line.fontSize > 0 ? line.fontSize : Self.plainEm)
    }
  }

  /// A gap of this many ems parts two columns: lists are never set to an even right edge.
  private static let gap = 0.7

  private func gaps(in cell: Range<Int>, of line: Line, _ page: Page) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var (start, edge) = (cell.lowerBound, Double.infinity)
    for word in page.words(in: cell) {
      if word.box.x0 - edge > line.fontSize * Self.gap {
        parts.append(start..<word.range.lowerBound)
        start = word.range.lowerBound
      }
      edge = word.box.x1
    }
    return parts + [start..<cell.upperBound]
  }

  /// Plain text: a character's place in its line is its place on the page.
  private func column(of offset: Int, in line: Line, _ page: Page) -> Double {
    let start = page.text[..<line.range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return Double(page.text[start..<offset].count { $0 & 0xC0 != 0x80 })
  }

  /// The dots of a line to sign on are a cell of their own: what follows them often stands right at their end.
  private func parted(at text: [UInt8], _ cell: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = cell.lowerBound
    var index = cell.lowerBound
    while index < cell.upperBound {
      let end = Self.endOfLeader(text, from: index, to: cell.upperBound)
      if end - index >= Self.leader {
        parts += [start..<index, index..<end]
        start = end
      }
      index = max(end, index + 1)
    }
    return (parts + [start..<cell.upperBound]).map { Self.trimmed(text, $0) }.filter { !$0.isEmpty }
  }

  /// So many dots or underscores in a row are a line to sign on.
  private static let leader = 5

  private static func endOfLeader(_ text: [UInt8], from start: Int, to end: Int) -> Int {
    start + text[start..<end].prefix { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") }.count
  }

  private static func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let head = text[range].drop { $0 == 0x20 || $0 == 0x09 }.startIndex
    let tail = text[head..<range.upperBound].lastIndex { $0 != 0x20 && $0 != 0x09 }
    return head..<(tail.map { $0 + 1 } ?? head)
  }
}

extension FrontCell {
  /// Whether it is a line to sign on.
  public var isLeader: Bool { text.count >= 5 && text.allSatisfy { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") } }
}
