/// Finds tables that hold nothing but words: a head of names such as "Risk", "Åtgärd", "Ansvarig", and text in columns below it.
struct WordBlocks {
  let rows: [VisualRow]
  let words: TableWords

  /// White space (ems, from baseline to baseline) that ends such a table.
  private static let widestGap = 4.0
  /// The same of a line that goes on with the cell above it.
  private static let line = 1.5
  private static let fewestRows = 2

  /// The table whose head the row is; nil where it is no head, or figures below it make it a table of figures.
  func block(at index: Int, isData: (VisualRow) -> Bool) -> TableBlocks.Block? {
    guard isHead(rows[index]) else { return nil }
    let head = index..<endOfHead(at: index)
    var bands = ColumnBands()
    var full = 0
    var end = head.upperBound
    var next = head.upperBound
    while next < rows.count, gap(above: next) < Self.widestGap, !isHead(rows[next]) {
      let row = rows[next]
      guard !isData(row) else { return nil }
      if row.segments.count > 1 {
        for cell in row.segments { bands.insert(cell) }
        full += 1
        end = next + 1
      } else if next == end, gap(above: next) < Self.line, !bands.crosses(row.segments[0]) {
        end = next + 1
      } else if bands.count > 0, row.segments[0].x1 > bands.bands[0].x1, bands.columns(of: row.segments[0]).count != 1 {
        break
      }
      next += 1
    }
    guard full >= Self.fewestRows, bands.count == rows[index].segments.count, headFits(rows[index], bands) else { return nil }
    return TableBlocks.Block(head: Array(head), body: head.upperBound..<end, bands: bands)
  }

  /// The row after the head: names that go on below it do so in small letters ("Delvis" / "uppfyllt").
  private func endOfHead(at index: Int) -> Int {
    let names = rows[index].segments
    var end = index + 1
    while end < rows.count, gap(above: end) < Self.line, rows[end].segments.count < names.count,
      rows[end].segments.allSatisfy({ part in
        startsInLowerCase(part.text) && names.dropFirst().count { $0.overlap(part.x0, part.x1) > 0 } == 1
      })
    {
      end += 1
    }
    return end
  }

  /// Two or more names of columns of words, and nothing else.
  private func isHead(_ row: VisualRow) -> Bool {
    row.segments.count > 1 && row.segments.allSatisfy { $0.shape == .text && $0.text.count < 40 }
      && row.segments.count { words.isWordColumn($0.text) || words.isHead($0.text) } * 2 > row.segments.count
      && row.segments.contains { words.isWordColumn($0.text) }
  }

  private func headFits(_ head: VisualRow, _ bands: ColumnBands) -> Bool {
    zip(head.segments, bands.bands).allSatisfy { name, band in name.overlap(band.x0, band.x1) > -name.x1 + name.x0 }
  }

  private func gap(above index: Int) -> Double { (rows[index].y - rows[index - 1].y) / max(rows[index].fontSize, 1) }
}
