internal import Language

/// Tells dates, months and years that are the names of columns ("2023-12-31", "202408") from those that are values.
struct PeriodHeads {
  private let rows: [VisualRow]
  private let words: TableWords

  /// How far below (ems) the first row with figures stands, headings between not counted.
  private static let reach = 4.0
  /// Headings of one name after another between the head and the first figures.
  private static let mostHeadings = 4
  /// How far below (ems) its first line the second of a head stands.
  private static let line = 2.3
  /// Years of one head lie no farther apart.
  private static let mostYears = 5

  init(rows: [VisualRow], words: TableWords) {
    self.rows = rows
    self.words = words
  }

  /// The rows, with the periods of heads as such.
  func marked() -> [VisualRow] {
    var marked = rows
    for index in rows.indices where rows[index].segments.contains(where: isPeriod) {
      let cells = rows[index].segments.indices.filter { isPeriod(rows[index].segments[$0]) }
      guard areDates(cells, in: index) || goOnWithHead(cells, in: index) || areCodes(cells, in: index) else { continue }
      for cell in cells { marked[index].segments[cell].shape = .period }
    }
    return marked
  }

  private func isPeriod(_ cell: VisualRow.Segment) -> Bool {
    cell.shape == .year || cell.shape == .date || cell.shape == .number && PeriodCode(cell.text) != nil
  }

  // MARK: A row by itself

  /// Dates, with a number below each and no other value beside one.
  private func areDates(_ cells: [Int], in index: Int) -> Bool {
    let dates = rows[index].segments.filter { $0.shape == .date }
    // "2023-12-" with "31" below it: one such date is a value that the line's end broke.
    let isBrokenValue = dates.count == 1 && dates[0].text.last == UInt8(ascii: "-")
    return !dates.isEmpty && !isBrokenValue && rows[index].segments.allSatisfy { $0.shape != .number }
      && hasFigures(below: index, under: dates)
  }

  /// The same month of years near one another, as digits alone ("231231", "221231"). Four digits may be a figure, but for one among names of columns
  /// ("2408 | 2308 | Diff | Budget 2024").
  private func areCodes(_ cells: [Int], in index: Int) -> Bool {
    let segments = rows[index].segments
    let others = segments.indices.filter { $0 > 0 && !cells.contains($0) }
    let least = !others.isEmpty && others.allSatisfy { words.isHead(segments[$0].text) } ? 4 : 5
    let codes = cells.compactMap { segments[$0].text.count >= least ? PeriodCode(segments[$0].text) : nil }
    guard codes.count > 1, codes.count == segments.count(where: { $0.shape != .text }), codes.allSatisfy(\.endsMonth) else { return false }
    let years = codes.map(\.year)
    guard Set(codes.map(\.month)).count == 1, Set(years).count > 1, (years.max() ?? 0) - (years.min() ?? 0) <= Self.mostYears else {
      return false
    }
    return hasFigures(below: index, under: cells.map { segments[$0] })
  }

  private func hasFigures(below index: Int, under cells: [VisualRow.Segment]) -> Bool {
    var distance = 0.0
    var headings = 0
    for (above, row) in zip(rows[index...], rows[(index + 1)...]) {
      let gap = (row.y - above.y) / max(row.fontSize, 1)
      if row.segments.count == 1, gap < Self.reach, headings < Self.mostHeadings {
        headings += 1
        continue
      }
      distance += gap
      guard distance < Self.reach else { return false }
      if cells.allSatisfy({ cell in row.segments.contains { $0.shape == .number && $0.overlap(cell.x0, cell.x1) > 0 } }) { return true }
    }
    return false
  }

  // MARK: The second line of a head

  /// Whether nothing but periods stands below names that they belong to ("Utfall" / "202408"), and words that go on with such names.
  private func goOnWithHead(_ cells: [Int], in index: Int) -> Bool {
    guard index > 0, cells.count > 1, (rows[index].y - rows[index - 1].y) / max(rows[index].fontSize, 1) < Self.line else { return false }
    let row = rows[index].segments
    let above = rows[index - 1].segments
    let names = above.filter { words.isHead($0.text) }
    let stand = { (cell: VisualRow.Segment) in names.contains { $0.overlap(cell.x0, cell.x1) > 0 } }
    guard names.count > 1, above.dropFirst().allSatisfy({ $0.shape == .text }), cells.allSatisfy({ takesPeriod(row[$0], names) }) else {
      return false
    }
    let isOfHead = { (cell: Int) in stand(row[cell]) || isUnit(row[cell], below: above) || cell > 0 && isName(row[cell], below: above) }
    let others = row.indices.filter { !cells.contains($0) && !(row[$0].shape == .text && isOfHead($0)) }
    // The labels' name stands in one of the lines; a row of values has its label below that name.
    guard others.allSatisfy({ $0 == 0 && row[0].shape == .text }) else { return false }
    return others.isEmpty || stand(above[0]) || words.isUnit(row[0].text)
  }

  /// Whether the cell is nothing but the unit of what is named above it ("Förändr." / "%").
  private func isUnit(_ cell: VisualRow.Segment, below above: [VisualRow.Segment]) -> Bool {
    above.dropFirst().contains { $0.overlap(cell.x0, cell.x1) > 0 } && words.isUnit(cell.text)
  }

  /// Whether the cell is a name of one line beside those of two ("Avvikelse", at the height of their years), or goes on with a broken one ("Prognos-").
  private func isName(_ cell: VisualRow.Segment, below above: [VisualRow.Segment]) -> Bool {
    let upper = above.filter { $0.overlap(cell.x0, cell.x1) > 0 }
    return upper.isEmpty
      ? words.isHead(cell.text) : startsInLowerCase(cell.text) && upper.count == 1 && upper[0].text.last == UInt8(ascii: "-")
  }

  /// Whether the cell is below one name that years belong to: a date below "Startdatum" is a value.
  private func takesPeriod(_ cell: VisualRow.Segment, _ names: [VisualRow.Segment]) -> Bool {
    let own = names.filter { $0.overlap(cell.x0, cell.x1) > 0 }
    return own.count == 1 && words.takesYear(own[0].string)
  }
}
