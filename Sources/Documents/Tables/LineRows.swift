internal import Pages

/// A row of a table that came out as lines, before its words are split into cells.
struct OpenRow {
  var label: [String] = []
  var values: [SpacedLine.Word] = []
  var lines: [LineReference] = []

  mutating func takeValuesAsLabel() {
    label += values.map(\.string)
    values = []
  }

  /// Whether figures stand to the left of the label: the order of the cells was lost.
  var isScrambled: Bool {
    let figures = label.filter { CellShape($0) == .number }
    let glued = label.contains { word in
      let parts = word.split(separator: "-")
      return parts.count == 2 && parts.allSatisfy { $0.allSatisfy(\.isNumber) } && parts[0].count > 2
    }
    return figures.count > 1 && label.first.map { CellShape($0).isValue } == true || glued
  }
}

/// Puts the lines below a head together to rows: words of the label, then words of the values.
struct LineRows {
  let lines: [SpacedLine]
  let head: LineHead
  let words: TableWords
  let heads: LineHeads

  let splitter: RowSplitter

  private static let mostLinesOfRow = 16
  private static let longestLabelLine = 90

  init(lines: [SpacedLine], head: LineHead, words: TableWords, heads: LineHeads) {
    self.lines = lines
    self.head = head
    self.words = words
    self.heads = heads
    splitter = RowSplitter(isText: head.isText, isValue: words.isValue)
  }

  /// The rows from the line on, and the line after the last of them.
  func rows(from start: Int) -> ([OpenRow], Int) {
    var rows: [OpenRow] = []
    var open = OpenRow()
    var end = start
    var index = start
    while index < lines.count, open.lines.count < Self.mostLinesOfRow {
      if let again = heads.head(at: index) {
        let isNewPage = index > 0 && lines[index].line.page != lines[index - 1].line.page
        guard again.0.names == head.names, again.0.label == head.label, isNewPage || open.lines.isEmpty else { break }
        index = again.1
        continue
      }
      let line = lines[index]
      let split = valueStart(line)
      if split == line.words.count, !isLabel(index) { break }
      let label = line.words[..<split].map(\.string)
      let isApart = line.isApart && line.line.page == lines[index - 1].line.page
      if ends(open, before: label, isApart: isApart, values: Array(line.words[split...])) {
        rows.append(open)
        open = OpenRow()
      } else if !label.isEmpty {
        open.takeValuesAsLabel()
      }
      open.label += label
      open.values += values(of: line, from: split)
      open.lines += line.lines
      index += 1
      if !open.values.isEmpty { end = index }
    }
    if !open.values.isEmpty { rows.append(open) }
    return (rows, end)
  }

  /// Whether the row is done: it has its values and a label or too many values follow, or it is a heading between rows.
  private func ends(_ open: OpenRow, before label: [String], isApart: Bool, values: [SpacedLine.Word]) -> Bool {
    guard !open.lines.isEmpty else { return false }
    guard let first = label.first else { return !open.values.isEmpty && !canTake(values, open, splitter) }
    if open.values.isEmpty { return isApart && startsInUpperCase(Array(first.utf8)) && !isUnfinished(open.label) }
    // "mer än 59" / "dagar", "8105 -" / "Vägar": the figure is a word of the label.
    let goesOn = open.label.isEmpty || !startsInUpperCase(Array(first.utf8)) && first.first?.isNumber == false
    return !(goesOn && open.values.count < 3 && splitter.readings(open.values).isEmpty)
  }

  private func isUnfinished(_ label: [String]) -> Bool { label.last.map { words.goesOn(after: $0) } ?? true }

  /// The words from the index on; indentation counts as the space after the label does.
  private func values(of line: SpacedLine, from split: Int) -> [SpacedLine.Word] {
    var words = Array(line.words[split...])
    if split == 0, !words.isEmpty { words[0].spaces += 1 }
    return words
  }

  /// Index of the word from which on the line has nothing but values.
  func valueStart(_ line: SpacedLine) -> Int {
    let hasText = head.isText.contains(true)
    var start = line.words.count
    var index = line.words.count
    // Where the words that may be of one value in words end.
    var end = line.words.count
    while index > 0 {
      index -= 1
      let word = line.words[index].text
      if CellShape(word).isValue || word.elementsEqual("%".utf8) {
        if index + 1 == start { start = index }
        end = index
      } else if !hasText {
        break
      } else if isValue(line.words[index..<start]) || end != start && isValue(line.words[index..<end]) {
        start = index
      } else if start - index > 3 {
        break
      }
    }
    return isDashOfLabel(line, start) ? line.words.count : start
  }

  /// Whether the words are a value, or a part of one that the line's end broke.
  private func isValue(_ cell: ArraySlice<SpacedLine.Word>) -> Bool {
    let text = Self.text(cell)
    return words.isValue(text) || words.isValueStump(text)
  }

  private static func text(_ words: ArraySlice<SpacedLine.Word>) -> [UInt8] { Array(words.map(\.text).joined(separator: [0x20])) }

  /// "Nöjda brukare -": a dash that alone ends a line of words parts the label, as a table with several columns has no such row.
  private func isDashOfLabel(_ line: SpacedLine, _ start: Int) -> Bool {
    start > 0 && start + 1 == line.words.count && CellShape(line.words[start].text) == .dash
  }

  /// Whether the row can take the line's words and still be read as one row.
  private func canTake(_ more: [SpacedLine.Word], _ open: OpenRow, _ splitter: RowSplitter) -> Bool {
    splitter.isText.contains(true) || RowSplitter.fewestCells(open.values + more) <= splitter.isText.count
  }

  /// Whether the line can be of a label: it is short, and no sentence ends there unless values follow at once.
  private func isLabel(_ index: Int) -> Bool {
    let text = Array(lines[index].text.utf8)
    guard text.count < Self.longestLabelLine else { return false }
    return !endsSentence(text) || index + 1 < lines.count && lines[index + 1].words.count > 1 && valueStart(lines[index + 1]) == 0
  }
}
