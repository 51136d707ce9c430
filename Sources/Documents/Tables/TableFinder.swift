internal import Pages
internal import Rules

/// Finds the tables of a document.
struct TableFinder {
  private let pages: [Page]
  private let words: TableWords
  private let hyphenation: Hyphenation

  private let headings: Set<LineReference>

  init(pages: [Page], rules: RuleSet, headings: [Heading], hyphenation: Hyphenation) {
    (self.pages, self.hyphenation) = (pages, hyphenation)
    self.headings = Set(headings.filter(\.isProminent).map(\.line))
    words = TableWords(rules: rules)
  }

  /// A table with what joining it over a page break needs.
  private struct Found {
    var table: Table
    var bands: ColumnBands
    /// Whether the table begins the page under its repeated head, or without a head.
    var startsPage: Bool
    var endsPage: Bool
    var page: Int
    var hasHead: Bool
  }

  /// Letters of a name; longer ones are text beside text.
  private static let longestName = 90
  /// The same of a name that stands alone.
  private static let longestOnlyName = 30

  func find() -> [Table] {
    var found: [Found] = []
    var columnar = Set<LineReference>()
    var foot: [VisualRow] = []
    for index in pages.indices {
      guard VisualRows.mayHaveColumns(pages[index]) else {
        foot = []
        continue
      }
      let columns = VisualRows.columns(of: pages[index], at: index).map { BrokenDates.joined(TightCells($0.map(withNamesApart)).parted) }
      for (number, column) in columns.enumerated() {
        let rows = number == 0 ? below(foot, column) : column
        if pages[index].size != nil { columnar.formUnion(ColumnarRows.lines(of: rows)) }
        for var next in tables(of: rows, on: index) {
          (next.startsPage, next.endsPage) = (next.startsPage && number == 0, next.endsPage && number == columns.count - 1)
          add(next, to: &found)
        }
      }
      foot = columns.last.map { headAtFoot(of: $0, besides: found.last) } ?? []
    }
    let sides = SideTables(pages: pages, words: words)
    return Self.withOwnNotes(inOrder(found.flatMap { sides.parted($0.table) }, columnar: columnar))
  }

  /// Adds a table, or the rest of the last one from the page before.
  private func add(_ next: Found, to found: inout [Found]) {
    if let last = found.last, continues(next, last) {
      join(next, to: &found[found.count - 1])
    } else if next.hasHead {
      found.append(next)
    }
  }

  /// With the tables whose columns were lost, which stand in no table that has columns.
  private func inOrder(_ tables: [Table], columnar: Set<LineReference>) -> [Table] {
    let taken = columnar.union(tables.flatMap(\.lines))
    let lines = pages.indices.flatMap { SpacedPage(pages[$0], at: $0).lines() }.filter { !taken.contains($0.line) }
    let others = LineTables(lines: lines, words: words, headings: headings).find()
    return (tables + others).sorted { first, second in
      guard let a = first.lines.first, let b = second.lines.first else { return false }
      return (a.page, a.line) < (b.page, b.line)
    }
  }

  /// Lines above the next table are no notes of the one before.
  private static func withOwnNotes(_ tables: [Table]) -> [Table] {
    let taken = Set(tables.flatMap { $0.captionLines + $0.lines })
    return tables.map { table in
      var table = table
      table.noteLines = Array(table.noteLines.prefix { !taken.contains($0) })
      return table
    }
  }

  // MARK: One page

  private func withNamesApart(_ row: VisualRow) -> VisualRow {
    guard row.segments.contains(where: { !$0.seams.isEmpty }) else { return row }
    var row = row
    row.segments = row.segments.flatMap { $0.parted(where: words.isHead) }
    return row
  }

  /// - Parameter depth: how many paragraphs beside tables were left out already.
  private func tables(of rows: [VisualRow], on index: Int, depth: Int = 0) -> [Found] {
    guard rows.contains(where: { $0.segments.count > 1 }) else { return [] }
    let blocks = TableBlocks(rows: rows, words: words).find()
    let limits = [0] + blocks.map(\.body.upperBound)
    let found = blocks.indices.map { table(of: blocks[$0], rows: rows, limit: limits[$0], page: index) }
    let prose = ProseBeside(words: words)
    let beside = found.indices.lazy.compactMap { number in
      prose.extent(beside: found[number].table, found[number].bands).map { (number, $0) }
    }
    let ranges = zip(blocks, limits).map { block, limit in
      max(limit, (block.head.first ?? block.body.lowerBound) - ProseBeside.titleRows)..<block.body.upperBound
    }
    guard depth < Self.mostParagraphs, let (number, extent) = beside.first else {
      return found.indices.flatMap { number in
        SideBySide(words: words).edge(in: blocks[number], rows).map { halves(of: rows[ranges[number]], at: $0, on: index) } ?? [
          found[number]
        ]
      }
    }
    return tables(of: ProseBeside.without(extent, rows, in: ranges[number]), on: index, depth: depth + 1)
  }

  /// The tables on both sides of a place; each ends where the other does.
  private func halves(of rows: ArraySlice<VisualRow>, at edge: Double, on index: Int) -> [Found] {
    let boxes = { (line: LineReference) in pages[line.page].lines[line.line].box }
    let left = SideBySide.half(of: rows) {
      $0.x0 < edge
    } lines: {
      boxes($0).map { $0.x0 < edge } ?? true
    }
    let right = SideBySide.half(of: rows) {
      $0.x0 >= edge
    } lines: {
      boxes($0).map { $0.x1 > edge } ?? true
    }
    return [left, right].flatMap { tables(of: $0, on: index, depth: Self.mostParagraphs) }.map { half in
      var half = half
      (half.startsPage, half.endsPage) = (false, false)
      return half
    }
  }

  /// Tables on one page beside which a paragraph stands.
  private static let mostParagraphs = 4

  private func table(of block: TableBlocks.Block, rows: [VisualRow], limit: Int, page: Int) -> Found {
    let head = TableHead(block.head.map { rows[$0] }, bands: block.bands, words: words)
    let top = block.head.first ?? block.body.lowerBound
    let caption = TableCaption(rows, above: top, limit: limit, words: words)
    let startsPage = top == 0 || isContinued(caption, above: rows[..<top])
    let body = TableRows(
      block.body.map { rows[$0] }, bands: head.bands, words: words, hyphenation: hyphenation, beginsHere: !startsPage)
    let table = Table(
      title: caption.title, labelHead: head.label, columns: head.columns, rows: body.result, captionLines: caption.lines,
      leadLines: caption.lead, headLines: block.head.flatMap { rows[$0].lines },
      noteLines: notes(below: block.body.upperBound, in: rows), doubt: head.doubt ?? body.doubt)
    return Found(
      table: table, bands: head.bands, startsPage: startsPage, endsPage: block.body.upperBound == rows.count, page: page,
      hasHead: isNamed(head, rows: body.result))
  }

  /// Whether nothing stands above a table but a title that says that it goes on from the page before.
  private func isContinued(_ caption: TableCaption, above rows: ArraySlice<VisualRow>) -> Bool {
    guard let title = caption.title, words.titleOfContinued(title) != nil else { return false }
    return rows.allSatisfy { $0.lines.allSatisfy(caption.lines.contains) }
  }

  /// The lines right below a table up to the next heading: under that they speak of something else.
  private func notes(below end: Int, in rows: [VisualRow]) -> [LineReference] {
    rows[end...].prefix(3).prefix { !$0.lines.contains(where: headings.contains) }.flatMap(\.lines)
  }

  /// Whether the columns of values have names that are names: short, and known as such unless figures in several rows show the columns.
  private func isNamed(_ head: TableHead, rows: [Table.Row]) -> Bool {
    let named = head.names.filter { !$0.isEmpty }
    let known = named.contains { words.isHead(Array($0.utf8)) || words.isWordColumn(Array($0.utf8)) }
    guard head.names.count > 1 else { return known && named[0].count <= Self.longestOnlyName && !named[0].contains(":") }
    let figures = rows.count { row in row.values.count { $0.map { CellShape($0).isValue } ?? false } * 2 >= row.values.count }
    return named.count * 2 > head.names.count && named.allSatisfy { $0.count <= Self.longestName } && (known || figures > 1)
  }

  // MARK: Page breaks

  /// Whether a row's cells are the names of columns: short ones in capitals, most of those behind the first known as such.
  private func isHead(_ row: VisualRow) -> Bool {
    let known = row.segments.dropFirst().count { words.isHead($0.text) || words.isWordColumn($0.text) }
    return known > 1 && known * 2 > row.segments.count - 1
      && row.segments.allSatisfy { $0.text.count <= Self.longestOnlyName && $0.string.first?.isUppercase == true }
  }

  /// A head that stands alone at a page's foot, with the title above it; its rows are on the next page.
  private func headAtFoot(of rows: [VisualRow], besides last: Found?) -> [VisualRow] {
    guard let head = rows.last, isHead(head), !head.lines.contains(where: { last?.table.lines.contains($0) ?? false }) else { return [] }
    return rows.suffix(2).filter { $0.lines == head.lines || $0.segments.count == 1 }
  }

  /// The rows of a page below those that belong to them at the foot of the page before; by themselves where a head stands above them anyway.
  private func below(_ foot: [VisualRow], _ rows: [VisualRow]) -> [VisualRow] {
    guard let head = foot.last, let first = rows.first, !isHead(first) else { return rows }
    let shift = first.y - Self.footLine * first.fontSize - head.y
    return foot.map { row in
      var row = row
      row.y += shift
      return row
    } + rows
  }

  /// Ems from a head at a page's foot down to its first row on the next page, as if there were no page break.
  private static let footLine = 1.5

  private func continues(_ next: Found, _ last: Found) -> Bool {
    guard last.endsPage, next.startsPage, next.page == last.page + 1 else { return false }
    if next.hasHead {
      // Its title stands above it again, with words that say that it goes on.
      let isSame = next.table.title.map { words.titleOfContinued($0) == last.table.title } ?? true
      return isSame && next.table.columns == last.table.columns
    }
    return next.bands.count <= last.bands.count
      && next.bands.bands.allSatisfy { band in
        last.bands.bands.count(where: { min($0.x1, band.x1) > max($0.x0, band.x0) }) == 1
      }
  }

  private func join(_ next: Found, to last: inout Found) {
    let columns = next.bands.bands.map { band in
      last.bands.bands.firstIndex { min($0.x1, band.x1) > max($0.x0, band.x0) } ?? 0
    }
    for row in next.table.rows {
      var values: [String?] = Array(repeating: nil, count: last.table.columns.count)
      for (index, value) in row.values.enumerated() {
        let column = next.hasHead ? index : columns[index + 1] - 1
        if values.indices.contains(column) { values[column] = value }
      }
      last.table.rows.append(Table.Row(label: row.label, values: values, lines: row.lines))
    }
    last.table.headLines += next.table.headLines
    last.table.noteLines = next.table.noteLines
    last.table.doubt = last.table.doubt ?? next.table.doubt
    last.endsPage = next.endsPage
    last.page = next.page
  }
}
