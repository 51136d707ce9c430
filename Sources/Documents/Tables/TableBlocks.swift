/// Finds the stretches of a page's rows that are tables: rows of values under a head, in columns that stand apart.
///
/// Poppler's GLib interface tells nothing of ruling lines; where the text stands decides alone.
struct TableBlocks {
  /// The page's rows; dates and months that are names of columns are marked as such.
  let rows: [VisualRow]
  let words: TableWords

  init(rows: [VisualRow], words: TableWords) {
    self.rows = PeriodHeads(rows: rows, words: words).marked()
    self.words = words
  }

  /// A table's rows on one page, as indices.
  struct Block {
    /// Rows with the names of columns; empty for a table that goes on from the page before.
    var head: [Int]
    /// All rows after the head, headings between rows among them.
    var body: Range<Int>
    /// Columns as the rows with values show them.
    var bands: ColumnBands
  }

  /// White space (ems, from baseline to baseline) that ends a table, unless its rows all stand as far apart.
  private static let widestGap = 3.4
  /// The same before a row whose every cell stands in a column of the table.
  private static let widestGapBeforeRow = 6.0
  /// White space is as wide as in the rest of the table up to this times its usual distance of rows.
  private static let usual = 1.4
  /// The same inside a head.
  private static let widestHeadGap = 2.3
  /// Rows in a stretch without values that end a table.
  private static let mostRowsWithoutValues = 8
  private static let mostHeadRows = 12

  func find() -> [Block] {
    let words = WordBlocks(rows: rows, words: words)
    var blocks: [Block] = []
    var index = 0
    while index < rows.count {
      let limit = blocks.last?.body.upperBound ?? 0
      if let block = words.block(at: index, isData: isData) {
        blocks.append(block)
        index = block.body.upperBound
        continue
      }
      guard isData(rows[index]), let block = block(at: index, above: limit) else {
        index += 1
        continue
      }
      // Without a head it is a table only where it goes on from the page before; its rows may be the upper lines of a head.
      if !block.head.isEmpty || block.body.lowerBound == 0 { blocks.append(block) }
      index = max(index + 1, block.body.upperBound)
    }
    return blocks
  }

  private func block(at first: Int, above limit: Int) -> Block? {
    let pitch = pitch(from: first)
    let (end, bands) = extent(from: first, pitch: pitch)
    guard bands.count > 1 else { return nil }
    let head = headRows(above: first, limit: limit, bands: bands, pitch: pitch)
    let start = head.last.map { $0 + 1 } ?? top(of: first, limit: limit)
    return Block(head: head, body: start..<end, bands: withOuterLabels(bands, head: head, body: start..<end))
  }

  /// With the column of labels that stand over several rows each, where the head names it: they stand on lines of their own.
  private func withOuterLabels(_ bands: ColumnBands, head: [Int], body: Range<Int>) -> ColumnBands {
    var wider = bands
    let names = head.flatMap { rows[$0].segments }
    for row in rows[body] where row.segments.count == 1 && row.segments[0].x1 < bands.bands[0].x0 {
      let label = row.segments[0]
      if names.contains(where: { $0.overlap(label.x0, label.x1) > 0 && $0.x1 < bands.bands[0].x0 }) { wider.insert(label) }
    }
    return wider
  }

  /// Where the row begins whose figures stand in the middle of its height: lines nearer than a line's distance are of one row.
  private func top(of first: Int, limit: Int) -> Int {
    var top = first
    while top > limit, gap(above: top) < Self.sameRow || goesOnBelow(top - 1, in: rows[first], limit: limit) { top -= 1 }
    return top
  }

  /// Whether the row is a line of words above those of the first row's cells in words, and nearer to them than to what stands above it.
  private func goesOnBelow(_ index: Int, in first: VisualRow, limit: Int) -> Bool {
    let below = gap(above: index + 1)
    guard below < Self.cellLine, index > limit, gap(above: index) > below * 1.25, rows[index].isBold == first.isBold else { return false }
    let cells = first.segments.enumerated().filter { $0.offset == 0 || $0.element.shape == .text && !words.isValue($0.element.text) }
    return rows[index].segments.allSatisfy { line in
      !words.isHead(line.text) && cells.contains { line.overlap($0.element.x0, $0.element.x1) > 0 }
    }
  }

  /// The widest distance (ems) of lines in one cell.
  private static let cellLine = 1.4

  /// Distance (ems) of lines that are set in the middle of one row.
  private static let sameRow = 0.8

  // MARK: Rows

  /// Whether the row has a value that does not belong to a head.
  func isData(_ row: VisualRow) -> Bool {
    guard row.segments.count > 1 else { return false }
    let tail = row.segments.dropFirst()
    guard !isHeadLike(row) else { return false }
    // Four digits are a year; as a figure they stand beside a label.
    let years = row.segments[0].shape == .text && !words.isHead(row.segments[0].text)
    return tail.contains { $0.shape == .year ? years && tail.allSatisfy(\.shape.isValue) : $0.shape.isValue || words.isValue($0.text) }
  }

  /// Whether all that stands to the right of the row's first segment is names of columns.
  func isHeadLike(_ row: VisualRow) -> Bool {
    guard row.segments.count > 1 else { return false }
    let tail = row.segments.dropFirst()
    let names = tail.filter { $0.shape != .year && $0.shape != .period }
    guard !names.isEmpty else { return tail.contains { $0.shape == .period } || isRunOfYears(row) }
    return names.allSatisfy { $0.shape == .text }
      && (names.contains { words.isHead($0.text) } || tail.contains { $0.shape == .period } || isEndOfHead(names, besides: row))
  }

  /// Whether the words beside a run of years end names that begin in the line above ("Målet" / "uppnått").
  private func isEndOfHead(_ names: [VisualRow.Segment], besides row: VisualRow) -> Bool {
    names.allSatisfy { startsInLowerCase($0.text) } && row.segments.count { $0.shape == .year } >= Self.fewestYears && isRunOfYears(row)
  }

  /// Years of a run that can be nothing but names.
  private static let fewestYears = 3

  /// Years of a head rise or fall in small steps, once or again and again under the names of groups; figures of four digits do not.
  private func isRunOfYears(_ row: VisualRow) -> Bool {
    let years = row.segments.filter { $0.shape == .year }.compactMap { Int($0.string) }
    return (1...max(1, years.count)).contains { length in
      guard years.count.isMultiple(of: length), zip(years, years.dropFirst(length)).allSatisfy(==) else { return false }
      let steps = zip(years, years.dropFirst()).prefix(length - 1).map { $1 - $0 }
      return steps.allSatisfy { (0...5).contains($0) } || steps.allSatisfy { (-5...0).contains($0) }
    }
  }

  // MARK: Downwards

  /// The usual distance (ems) from one row with values to the next, where they follow closely enough to be of one table.
  private func pitch(from first: Int) -> Double {
    var gaps: [Double] = []
    var last = first
    for index in first + 1..<max(first + 1, min(first + Self.pitchRows, rows.count)) where isData(rows[index]) {
      let gap = (rows[index].y - rows[last].y) / max(rows[index].fontSize, 1)
      if gap > Self.widestGapBeforeRow || !overlaps(rows[index], rows[last]) { break }
      gaps.append(gap)
      last = index
    }
    return gaps.isEmpty ? 0 : gaps.sorted()[gaps.count / 2]
  }

  /// Rows that tell the usual distance.
  private static let pitchRows = 14

  /// Whether each value of the one stands above or below one of the other.
  private func overlaps(_ first: VisualRow, _ second: VisualRow) -> Bool {
    first.segments.dropFirst().allSatisfy { cell in second.segments.contains { cell.overlap($0.x0, $0.x1) > 0 } }
  }

  /// The rows from the first data row on that keep to the columns: the index after the last, and the columns.
  private func extent(from first: Int, pitch: Double) -> (end: Int, bands: ColumnBands) {
    var bands = ColumnBands()
    for segment in rows[first].segments { bands.insert(segment) }
    if first > 0, isBesideRow(first - 1), bands.columns(of: rows[first - 1].segments[0]).isEmpty {
      bands.insert(rows[first - 1].segments[0])
    }
    var end = first + 1
    var index = first + 1
    while index < rows.count, index - end < Self.mostRowsWithoutValues, follows(index, in: bands, pitch: pitch),
      !beginsNext(index, after: end - 1), !isHeadingOfNext(index, after: end - 1)
    {
      if isBesideRow(index), bands.columns(of: rows[index].segments[0]).isEmpty { bands.insert(rows[index].segments[0]) }
      guard fits(rows[index], bands) else {
        guard isHeadingBetween(index, pitch: pitch) else { break }
        index += 1
        continue
      }
      if rows[index].segments.count > 1 || isTight(index, after: end - 1) {
        for segment in rows[index].segments { bands.insert(segment) }
        end = index + 1
      }
      index += 1
    }
    return (end, bands)
  }

  /// The distance from the row above, in ems; nothing is near the first row.
  private func gap(above index: Int) -> Double {
    index > 0 ? (rows[index].y - rows[index - 1].y) / max(rows[index].fontSize, 1) : .infinity
  }

  private func follows(_ index: Int, in bands: ColumnBands, pitch: Double) -> Bool {
    if gap(above: index) < max(Self.widestGap, pitch * Self.usual) { return true }
    let row = rows[index]
    let keeps = isData(row) && row.segments.count > 2 && row.segments.allSatisfy { bands.columns(of: $0).count == 1 }
    return keeps && gap(above: index) < Self.widestGapBeforeRow
  }

  /// Whether the row is the head of another table; what stands close below a row of this one goes on with it.
  private func beginsNext(_ index: Int, after last: Int) -> Bool {
    isHeadLike(rows[index]) && (index > last + 1 || gap(above: index) > 1.7 || rows[index].isBold != rows[last].isBold)
      && !isAssessed(rows[index], below: rows[last])
  }

  /// Whether the row says how it went below a row that says so ("Utreda taxan | Budget 2023 | Försenat"): what else it holds may be the name of a column
  /// too.
  private func isAssessed(_ row: VisualRow, below last: VisualRow) -> Bool {
    guard row.isBold == last.isBold, !words.isHead(row.segments[0].text) else { return false }
    let values = { (row: VisualRow) in row.segments.dropFirst().filter { words.isValue($0.text) } }
    return values(row).contains { value in values(last).contains { $0.overlap(value.x0, value.x1) > 0 } }
  }

  /// Whether the row is a heading in larger type than the table's, or one over a row of nothing but periods: both stand above another table, which may have
  /// as many columns.
  private func isHeadingOfNext(_ index: Int, after last: Int) -> Bool {
    guard rows[index].segments.count == 1, index > last, !isBesideRow(index) else { return false }
    if rows[index].fontSize > rows[last].fontSize + Self.largerType, gap(above: index) > Self.headingGap { return true }
    guard index + 1 < rows.count, gap(above: index) > Self.headingGap else { return false }
    return namesPeriods(rows[index + 1])
  }

  /// Points by which a heading's type is larger than the table's, and the white space above it (ems).
  private static let largerType = 0.6
  private static let headingGap = 1.7

  /// Whether all that stands to the right of the row's first segment has a year in words or with a sign: "31 dec 2023", "Kv 1 2024", "2020/21".
  private func namesPeriods(_ row: VisualRow) -> Bool {
    row.segments.count > 2 && row.segments.dropFirst().allSatisfy { $0.shape != .year && !HeadYears($0.string).isEmpty }
  }

  /// Whether the row goes on right below the table's last row.
  private func isTight(_ index: Int, after last: Int) -> Bool {
    index == last + 1 && gap(above: index) < 1.6 && rows[index].isBold == rows[last].isBold
      && abs(rows[index].fontSize - rows[last].fontSize) < 0.6
  }

  private func fits(_ row: VisualRow, _ bands: ColumnBands) -> Bool {
    guard row.segments.count == 1 else {
      let crossing = row.segments.filter(bands.crosses)
      return crossing.isEmpty && (isData(row) || row.segments.allSatisfy { bands.column(of: $0) != nil })
    }
    return !bands.crosses(row.segments[0]) && bands.column(of: row.segments[0]) != nil
  }

  /// Whether the row is a line of a cell of several, whose row's figures stand in the middle of its height.
  private func isBesideRow(_ index: Int) -> Bool {
    guard rows[index].segments.count == 1 else { return false }
    let isBelow = gap(above: index) < Self.sameRow && isData(rows[index - 1])
    return isBelow || index + 1 < rows.count && gap(above: index + 1) < Self.sameRow && isData(rows[index + 1])
  }

  /// A long heading between rows runs over the columns; a row with values follows soon.
  private func isHeadingBetween(_ index: Int, pitch: Double) -> Bool {
    guard rows[index].segments.count == 1, rows[index].segments[0].text.count < 120 else { return false }
    return (index + 1...index + 2).contains { next in
      next < rows.count && gap(above: next) < max(Self.widestGap, pitch * Self.usual) && isData(rows[next])
        && abs(rows[next].fontSize - rows[index].fontSize) < 0.6
    }
  }

  // MARK: Upwards

  private func headRows(above first: Int, limit: Int, bands: ColumnBands, pitch: Double) -> [Int] {
    var head: [Int] = []
    var index = top(of: first, limit: limit) - 1
    let edge = labelEdge(bands)
    while index >= limit, first - index <= Self.mostHeadRows, followsInHead(index, pitch: pitch) {
      let row = rows[index]
      let names = row.segments.filter { $0.x0 >= edge }
      let label = row.segments.first { $0.x0 < edge }
      if names.isEmpty {
        // Left of the columns: a heading between rows, part of the head's label, or (above the head) the title.
        if !head.isEmpty, isBetweenLevels(index, above: head[head.count - 1], limit: limit, edge: edge) {
          head.append(index)
        } else if !head.isEmpty, !(label.map { isHeadLabel($0, at: index, head: head) } ?? false) {
          break
        }
      } else if names.contains(where: { $0.shape == .number || $0.shape == .date || isMark($0.text) })
        || isData(row) && !isLine(index, of: head)
        || names.contains(where: { words.isPictureText($0.text) })
      {
        break
      } else if isUnitAbove(index, head: head, limit: limit) {
        break
      } else {
        head.append(index)
      }
      if let label, label.x1 > edge, bands.crosses(label) { break }
      index -= 1
    }
    return withoutRows(head.reversed())
  }

  /// Whether the row is a line of words right above one of the head's ("Minskad" / "kostnad"): a word that is a value elsewhere begins a name there.
  private func isLine(_ index: Int, of head: [Int]) -> Bool {
    guard let lower = head.last, lower == index + 1, gap(above: lower) < Self.cellLine else { return false }
    return rows[index].segments.allSatisfy { $0.shape == .text } && rows[lower].segments.contains { startsInLowerCase($0.text) }
  }

  /// Less what stands below a row that names every column by itself: with a label of its own and words in every column it is a row of the table, though
  /// nothing in it is known for a value ("Alla barn ska ha plats | Hög").
  private func withoutRows(_ head: [Int]) -> [Int] {
    let end = zip(head, head.dropFirst()).first { isWholeHead(rows[$0]) && isRow(rows[$1], below: rows[$0]) }?.0
    return end.map { end in head.filter { $0 <= end } } ?? head
  }

  /// Whether most of the row's cells are known names, and all begin with a capital.
  private func isWholeHead(_ row: VisualRow) -> Bool {
    row.segments.count > 2 && row.segments.allSatisfy { $0.shape == .text && startsInUpperCase($0.text) }
      && row.segments.count(where: isKnownName) * 2 > row.segments.count
  }

  private func isKnownName(_ cell: VisualRow.Segment) -> Bool { words.isHead(cell.text) || words.isWordColumn(cell.text) }

  private func isRow(_ row: VisualRow, below head: VisualRow) -> Bool {
    guard row.segments.count == head.segments.count, startsInUpperCase(row.segments[0].text) else { return false }
    let isUnder = zip(row.segments, head.segments).allSatisfy { abs($0.x0 - $1.x0) < Self.sameEdge || $0.overlap($1.x0, $1.x1) > 0 }
    let unknown = row.segments.dropFirst().count { startsInUpperCase($0.text) && !isKnownName($0) }
    return isUnder && unknown * 2 >= row.segments.count - 1
  }

  /// Points by which the left edges of a column's cells may differ.
  private static let sameEdge = 3.0

  /// Whether the row is nothing but the unit of the whole table, above its head ("Belopp i tkr", set to the right): it names no column.
  private func isUnitAbove(_ index: Int, head: [Int], limit: Int) -> Bool {
    guard let lower = head.last, rows[index].segments.count == 1, words.isUnit(rows[index].segments[0].text) else { return false }
    return rows[lower].segments.count > 1 && (index == limit || rows[index - 1].segments.count == 1)
  }

  /// A lone sign is a value; a lone letter is the end of a name that a narrow column broke, as "%" is, or stands for a group ("K", "M").
  private func isMark(_ text: [UInt8]) -> Bool { text.count == 1 && !startsInLowerCase(text) && !words.isUnit(text) && !words.isHead(text) }

  private func isHeadLabel(_ label: VisualRow.Segment, at index: Int, head: [Int]) -> Bool {
    (rows[head[head.count - 1]].y - rows[index].y) / max(rows[index].fontSize, 1) < 0.9
  }

  /// The name of the labels, in the middle of a head of two levels.
  private func isBetweenLevels(_ index: Int, above lower: Int, limit: Int, edge: Double) -> Bool {
    guard index > limit else { return false }
    let upper = rows[index - 1]
    return (rows[lower].y - upper.y) / max(upper.fontSize, 1) < Self.widestGap
      && upper.segments.allSatisfy { $0.x0 >= edge && $0.shape == .text }
  }

  private func followsInHead(_ index: Int, pitch: Double) -> Bool {
    gap(above: index + 1) < max(isHeadLike(rows[index]) ? Self.widestGap : Self.widestHeadGap, pitch * Self.usual)
  }

  /// Where the columns of values begin.
  private func labelEdge(_ bands: ColumnBands) -> Double { bands.bands[0].x1 + 0.1 }
}
