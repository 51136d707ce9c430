internal import Pages

/// Finds tables that came out as lines of words, their columns lost: a head of known names, then rows of labels and figures.
///
/// A row is read where the number of columns, the spaces and the columns' sums leave one reading only; else the table says so.
struct LineTables {
  private let lines: [SpacedLine]
  private let words: TableWords
  /// Lines that are headings by their type.
  private let headings: Set<LineReference>
  private let heads: LineHeads

  private static let longestTitle = 90

  init(lines: [SpacedLine], words: TableWords, headings: Set<LineReference>) {
    self.lines = lines
    self.words = words
    self.headings = headings
    heads = LineHeads(lines: lines, words: words)
  }

  /// A table found, before its rows are split.
  private struct Draft {
    var head: LineHead
    var rows: [OpenRow]
    var readings: [RowReadings]
    var headLines: Range<Int>
    var end: Int
    var free: Int

    /// Rows that have a label and can be read at all.
    var readable: Int { zip(rows, readings).count { !$0.label.isEmpty && !$1.isEmpty } }

    /// For each row how few cells its words can be (`RowSplitter.fewestCells`).
    let fewestCells: [Int]
    /// Whether the rows show that there are as many columns as names: one can only be read as so many cells, and none has fewer words than that.
    let isCountShown: Bool

    init(head: LineHead, rows: [OpenRow], readings: [RowReadings], headLines: Range<Int>, end: Int, free: Int) {
      (self.head, self.rows, self.readings) = (head, rows, readings)
      (self.headLines, self.end, self.free) = (headLines, end, free)
      let count = head.names.count
      fewestCells = rows.map { RowSplitter.fewestCells($0.values) }
      let lacksCells = zip(rows, readings).contains { !$0.values.isEmpty && $1.isEmpty && $0.values.count < count }
      isCountShown = !lacksCells && fewestCells.contains(count)
    }
  }

  func find() -> [Table] {
    let drafts = drafts()
    // Tables under the same head keep the same arithmetic.
    let groups = Dictionary(grouping: drafts.indices) { drafts[$0].head.names }
    var decided = drafts.map { _ in [[String?]?]() }
    for group in groups.values {
      let arithmetic = ColumnArithmetic(group.flatMap { drafts[$0].readings })
      var rest = arithmetic.decided[...]
      for index in group {
        decided[index] = zip(rest, drafts[index].rows.indices).map { shown, row in
          if !arithmetic.isShown, mayLackCells(drafts[index], row: row) { return nil }
          return shown ?? onlyReading(of: drafts[index], row: row)
        }
        rest = rest.dropFirst(drafts[index].rows.count)
      }
    }
    let read = zip(drafts, decided).compactMap { table($0, decided: $1) }
    return read + scrambled(Set(read.flatMap(\.lines)))
  }

  /// Tables whose head is known and whose figures came out in disorder: that they stand there is all that is certain.
  private func scrambled(_ taken: Set<LineReference>) -> [Table] {
    var tables: [Table] = []
    var index = 0
    while index < lines.count {
      guard !taken.contains(lines[index].line), let (head, start) = heads.head(at: index) else {
        index += 1
        continue
      }
      let rows = lines[start...].prefix { !taken.contains($0.line) && $0.figures > 2 }
      if head.names.count > 2, rows.count > 1 {
        // The line above may be a row of the table before; a heading is a heading.
        let heading = lines[max(0, index - 4)..<index].last { headings.contains($0.line) }
        tables.append(
          Table(
            title: heading?.text, columns: head.isGlued ? [] : head.names, rows: [], captionLines: heading?.lines ?? [],
            headLines: lines[index..<start].flatMap(\.lines), unreadLines: rows.flatMap(\.lines),
            doubt: "cellernas ordning gick förlorad i texten"))
      }
      index = max(rows.endIndex, start)
    }
    return tables
  }

  /// "312 800 324 100" fills four columns, or two where some cells are empty; or there are two columns, and the head was misread.
  private func mayLackCells(_ draft: Draft, row: Int) -> Bool {
    if draft.head.isPaired { return true }
    return !draft.isCountShown && !draft.head.isText.contains(true) && draft.fewestCells[row] < draft.head.names.count
  }

  private func onlyReading(of draft: Draft, row: Int) -> [String?]? {
    let measure = RowMeasure(columns: draft.head.names, isShare: words.isShare(draft.rows[row].label.joined(separator: " ")))
    let readings = draft.readings[row]
    let fitting = readings.ways.map(readings.texts).filter(measure.holds)
    return fitting.count == 1 ? fitting[0] : nil
  }

  private func drafts() -> [Draft] {
    var drafts: [Draft] = []
    var index = 0
    while index < lines.count {
      guard let (head, start) = heads.head(at: index) else {
        index += 1
        continue
      }
      let paired = head.withPairedNames
      let read = [paired ?? head, paired == nil ? head.withFirstNameAsLabel : nil].compactMap(\.self).compactMap { head in
        draft(head, from: start, headLines: index..<start, free: drafts.last?.end ?? 0)
      }
      let best = read.max { $0.readable < $1.readable }
      if let best { drafts.append(best) }
      index = max(best?.end ?? 0, index + 1)
    }
    return drafts
  }

  private func draft(_ head: LineHead, from start: Int, headLines: Range<Int>, free: Int) -> Draft? {
    let reader = LineRows(lines: lines, head: head, words: words, heads: heads)
    var (rows, end) = head.isOfAssessments ? ([], start) : reader.rows(from: start)
    if head.isOfAssessments || rows.first.map(hasDate) ?? false {
      let interrupted = InterruptedRows(lines: lines, head: head, rows: reader, headings: headings).rows(from: start)
      if interrupted.0.count > rows.count(where: hasDate) { (rows, end) = interrupted }
    }
    guard rows.contains(where: { !$0.values.isEmpty }), !head.isGlued, !rows.contains(where: \.isScrambled) else { return nil }
    let splitter = RowSplitter(isText: head.isText, isValue: words.isValue)
    let none = RowReadings(ways: [Array(repeating: nil, count: head.names.count)])
    var readings = rows.map { $0.values.isEmpty ? none : splitter.readings($0.values) }
    // Text after the table, with a figure here and there, is no row of it.
    while let last = rows.last, last.values.isEmpty || readings[rows.count - 1].isEmpty && last.values.count * 2 < head.names.count {
      rows.removeLast()
      readings.removeLast()
      end = rows.last?.lines.last.flatMap { line in lines[..<end].lastIndex { $0.lines.contains(line) } }.map { $0 + 1 } ?? start
    }
    guard !rows.isEmpty else { return nil }
    return Draft(head: head, rows: rows, readings: readings, headLines: headLines, end: end, free: free)
  }

  private func hasDate(_ row: OpenRow) -> Bool { row.values.first.map { CellShape($0.text) == .date } ?? false }

  // MARK: Table

  private func table(_ draft: Draft, decided: [[String?]?]) -> Table? {
    let rows = draft.rows
    let unread = decided.count(where: { $0 == nil })
    let filled = rows.count(where: { !$0.values.isEmpty })
    let isSure = (filled - unread) * 3 >= filled
    guard isSure || rows.count > 1 && draft.readings.allSatisfy({ !$0.isEmpty }) else { return nil }
    let none: [String?] = Array(repeating: nil, count: draft.head.names.count)
    let result = zip(rows, decided).map { row, cells in
      Table.Row(label: row.label.joined(separator: " "), values: cells ?? none, lines: row.lines)
    }
    let (title, caption) = title(above: draft.headLines.lowerBound, limit: draft.free)
    return Table(
      title: title, labelHead: draft.head.label.isEmpty ? draft.head.unit ?? "" : draft.head.label.joined(separator: " "),
      columns: draft.head.names, rows: Self.withSums(result),
      captionLines: caption, headLines: lines[draft.headLines].flatMap(\.lines),
      noteLines: lines[min(draft.end, lines.count)...].prefix(3).flatMap(\.lines),
      doubt: unread == 0 ? nil : "kolumnerna gick förlorade i texten, och \(unread) av \(rows.count) rader kan delas på flera sätt")
  }

  /// A row without label that holds the sums of the rows above is named so, in brackets: its own label may have been lost.
  private static func withSums(_ rows: [Table.Row]) -> [Table.Row] {
    var parts: [Table.Row] = []
    return rows.map { row in
      guard row.label.isEmpty, isSum(row, of: parts) else {
        parts.append(row)
        return row
      }
      parts = []
      return Table.Row(label: "(summa)", values: row.values, lines: row.lines)
    }
  }

  private static func isSum(_ row: Table.Row, of parts: [Table.Row]) -> Bool {
    let number = { (cell: String?) in cell.flatMap { NumberText(Array($0.utf8)[...]) }?.value }
    return !parts.isEmpty
      && row.values.indices.allSatisfy { column in
        guard let sum = number(row.values[column]) else { return row.values[column] == nil }
        return abs(parts.compactMap { number($0.values[column]) }.reduce(0, +) - sum) <= Double(parts.count) + 0.01
      }
  }

  /// The heading above the head; else the line above it that begins with a capital, where no sentence ends in between.
  private func title(above index: Int, limit: Int) -> (String?, [LineReference]) {
    let near = (max(limit, index - 4)..<max(limit, index)).reversed()
    let heading = near.first { headings.contains(lines[$0].line) }
    let own = near.prefix { isTitle(lines[$0]) }.first {
      !words.isValue(Array(lines[$0].text.utf8)) && startsInUpperCase(Array(lines[$0].text.utf8)) && !lines[$0].text.hasSuffix("-")
    }
    guard let line = heading ?? own else { return (nil, []) }
    return (lines[line].text, lines[line].lines)
  }

  private func isTitle(_ line: SpacedLine) -> Bool {
    let text = Array(line.text.utf8)
    return text.count < Self.longestTitle && !endsSentence(text)
  }
}
