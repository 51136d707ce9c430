internal import Pages

/// Finds tables that came out as lines of words, their columns lost: a head of known names, then rows of labels and figures.
///
/// A row is read where the number of columns, the spaces and the columns' sums leave one reading only; else the table says so.
struct LineTables {
  let lines: [SpacedLine]
  let words: TableWords
  /// Lines that are headings by their type.
  let headings: Set<LineReference>

  private static let mostHeadLines = 12
  private static let mostLabelLines = 7
  private static let longestLabelLine = 90

  /// A row before its words are split into cells.
  private struct OpenRow {
    var label: [String] = []
    var values: [SpacedLine.Word] = []
    var lines: [LineReference] = []
  }

  func find() -> [Table] {
    var tables: [Table] = []
    var index = 0
    var free = 0
    while index < lines.count {
      guard let (head, start) = head(at: index) else {
        index += 1
        continue
      }
      let heads = [head, head.withFirstNameAsLabel].compactMap(\.self)
      let read = heads.compactMap { head in
        let (rows, end) = rows(from: start, head: head)
        return table(head, rows: rows, headLines: index..<start, end: end, free: free).map { (table: $0, end: end) }
      }
      guard let best = read.max(by: { Self.rowsRead($0.table) < Self.rowsRead($1.table) }) else {
        index += 1
        continue
      }
      tables.append(best.table)
      free = best.end
      index = max(best.end, index + 1)
    }
    return tables
  }

  private static func rowsRead(_ table: Table) -> Int { table.rows.count(where: { !$0.isHeading && !$0.label.isEmpty }) }

  // MARK: Head

  private func head(at index: Int) -> (LineHead, Int)? {
    var head = LineHead(words: words)
    guard lines[index].words.count < 24, head.begin(strings(index)) else { return nil }
    var next = index + 1
    while next < lines.count, next - index < Self.mostHeadLines, head.goOn(strings(next)) { next += 1 }
    return (head, next)
  }

  private func strings(_ index: Int) -> [String] { lines[index].words.map { String(decoding: $0.text, as: UTF8.self) } }

  // MARK: Rows

  private func rows(from start: Int, head: LineHead) -> ([OpenRow], Int) {
    let splitter = RowSplitter(isText: head.isText, isValue: words.isValue)
    var rows: [OpenRow] = []
    var open = OpenRow()
    var end = start
    var index = start
    while index < lines.count, open.lines.count < Self.mostLabelLines + 3 {
      if let again = self.head(at: index) {
        guard again.0.names == head.names, open.label.isEmpty else { break }
        index = again.1
        continue
      }
      let line = lines[index]
      let split = valueStart(line, hasText: head.isText.contains(true))
      if split == line.words.count {
        guard isLabel(line) else { break }
        if !open.values.isEmpty {
          rows.append(open)
          open = OpenRow()
        }
      } else if !open.values.isEmpty, split > 0 || !canTake(line.words, open, splitter) {
        rows.append(open)
        open = OpenRow()
      }
      open.label += line.words[..<split].map { String(decoding: $0.text, as: UTF8.self) }
      open.values += values(of: line, from: split)
      open.lines.append(line.line)
      index += 1
      if !open.values.isEmpty { end = index }
    }
    if !open.values.isEmpty { rows.append(open) }
    return (rows, end)
  }

  /// The words from the index on; indentation counts as the space after the label does.
  private func values(of line: SpacedLine, from split: Int) -> [SpacedLine.Word] {
    var words = Array(line.words[split...])
    if split == 0, !words.isEmpty { words[0].spaces += 1 }
    return words
  }

  /// Index of the word from which on the line has nothing but values.
  private func valueStart(_ line: SpacedLine, hasText: Bool) -> Int {
    var start = line.words.count
    var index = line.words.count
    while index > 0 {
      index -= 1
      let rest = line.words[index...]
      if CellShape(rest[index].text[...]).isValue || rest[index].text == Array("%".utf8) {
        if index + 1 == start { start = index }
      } else if !hasText {
        break
      } else if words.isValue(Array(rest[index..<start].map(\.text).joined(separator: [0x20]))) || isStump(rest[index].text, line) {
        start = index
      } else if start - index > 3 {
        break
      }
    }
    return start
  }

  /// A value in words may be broken over lines ("Inget värde" / "angivet").
  private func isStump(_ word: [UInt8], _ line: SpacedLine) -> Bool {
    let stumps = ["angivet", "accepterat", "värde", "inget", "ej"]
    return stumps.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  /// Whether the row can take the line's words and still be read as one row.
  private func canTake(_ more: [SpacedLine.Word], _ open: OpenRow, _ splitter: RowSplitter) -> Bool {
    splitter.isText.contains(true) || fewestCells(open.values + more) <= splitter.isText.count
  }

  /// How few cells the words can be.
  private func fewestCells(_ words: [SpacedLine.Word]) -> Int {
    var cells = 0
    var index = 0
    while index < words.count {
      var end = index + 1
      var longest = end
      while end < words.count, end - index < 4 {
        end += 1
        if CellShape(Array(words[index..<end].map(\.text).joined(separator: [0x20]))[...]).isValue { longest = end }
      }
      cells += 1
      index = longest
    }
    return cells
  }

  private func isLabel(_ line: SpacedLine) -> Bool {
    let text = Array(line.text.utf8)
    return text.count < Self.longestLabelLine && !endsSentence(text)
  }

  // MARK: Table

  private func table(_ head: LineHead, rows: [OpenRow], headLines: Range<Int>, end: Int, free: Int) -> Table? {
    let splitter = RowSplitter(isText: head.isText, isValue: words.isValue)
    guard !rows.isEmpty, !rows.contains(where: isScrambled) else { return nil }
    let readings = rows.map { splitter.readings($0.values) }
    let decided = ColumnArithmetic(readings).decided
    let unread = decided.count(where: { $0 == nil })
    guard unread * 3 <= rows.count * 2 || rows.count > 1 && readings.allSatisfy({ !$0.isEmpty }) else { return nil }
    let none: [String?] = Array(repeating: nil, count: head.names.count)
    let result = zip(rows, decided).map { row, cells in
      Table.Row(label: row.label.joined(separator: " "), values: cells ?? none, lines: row.lines)
    }
    let (title, caption) = title(above: headLines.lowerBound, limit: free)
    return Table(
      title: title, labelHead: head.label.joined(separator: " "), columns: head.names, rows: result, captionLines: caption,
      headLines: lines[headLines].map(\.line), noteLines: lines[min(end, lines.count)...].prefix(3).map(\.line),
      doubt: unread == 0 ? nil : "kolumnerna gick förlorade i texten, och \(unread) av \(rows.count) rader kan delas på flera sätt")
  }

  /// Whether figures stand to the left of the label: the order of the cells was lost.
  private func isScrambled(_ row: OpenRow) -> Bool {
    let figures = row.label.filter { CellShape($0) == .number }
    let glued = row.label.contains { word in
      let parts = word.split(separator: "-")
      return parts.count == 2 && parts.allSatisfy { $0.allSatisfy(\.isNumber) } && parts[0].count > 2
    }
    return figures.count > 1 && row.label.first.map { CellShape($0).isValue } == true || glued
  }

  /// The heading above the head; else the line right above it.
  private func title(above index: Int, limit: Int) -> (String?, [LineReference]) {
    let near = (max(limit, index - 4)..<max(limit, index)).reversed()
    let heading = near.first { headings.contains(lines[$0].line) }
    let whole = near.first { startsInUpperCase(Array(lines[$0].text.utf8)) && !lines[$0].text.hasSuffix("-") }
    guard let line = heading ?? whole, heading != nil || isLabel(lines[line]) else { return (nil, []) }
    return (lines[line].text, [lines[line].line])
  }
}
