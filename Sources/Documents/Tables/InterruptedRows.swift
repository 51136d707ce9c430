internal import Pages

/// Rows between which comments stand: each is known by its dates or its assessment, and its label by the capital that it begins with.
struct InterruptedRows {
  let lines: [SpacedLine]
  let head: LineHead
  let rows: LineRows
  let headings: Set<LineReference>

  /// Lines of a comment between two rows.
  private static let longestComment = 120
  private static let mostLabelLines = 8
  /// Lines below a row that go on with its label.
  private static let mostLinesBelow = 3

  /// The rows from the line on, and the line after the last of them.
  func rows(from start: Int) -> ([OpenRow], Int) {
    var found: [OpenRow] = []
    var end = start
    var free = start
    var index = start
    while index < lines.count, index - end < Self.longestComment {
      if let again = rows.heads.head(at: index) {
        guard again.0.names == head.names, again.0.label == head.label else { break }
        (index, free) = (again.1, again.1)
        continue
      }
      guard let (row, next) = row(at: index, after: free) else {
        if headings.contains(lines[index].line) { break }
        index += 1
        continue
      }
      found.append(row)
      (index, free, end) = (next, next, next)
    }
    return (found, end)
  }

  private func row(at index: Int, after free: Int) -> (OpenRow, Int)? {
    let line = lines[index]
    let split = rows.valueStart(line)
    guard split < line.words.count, beginsValues(line.words[split]) else { return nil }
    var row = OpenRow(values: Array(line.words[split...]), lines: line.lines)
    var next = index + 1
    while next < lines.count, next - index < 3, !isWhole(row), rows.valueStart(lines[next]) == 0 {
      row.values += lines[next].words
      row.lines += lines[next].lines
      next += 1
    }
    guard isWhole(row) else { return nil }
    let own = line.words[..<split]
    let label = own.first.map { startsInUpperCase(Array($0.text)) } ?? false ? below(next) : above(index, after: free)
    row.label = label.isAbove ? strings(label.lines) + own.map(\.string) : own.map(\.string) + strings(label.lines)
    row.lines = label.isAbove ? label.lines.flatMap { lines[$0].lines } + row.lines : row.lines + label.lines.flatMap { lines[$0].lines }
    return row.label.isEmpty ? nil : (row, label.isAbove ? next : next + label.lines.count)
  }

  /// A date, or the capital of a cell in words: in a sentence the same words are small.
  private func beginsValues(_ word: SpacedLine.Word) -> Bool {
    head.isOfAssessments ? startsInUpperCase(Array(word.text)) : CellShape(word.text) == .date
  }

  private func isWhole(_ row: OpenRow) -> Bool {
    if head.isOfAssessments, !rows.words.isAssessment(row.values.map(\.string).joined(separator: " ")) { return false }
    return rows.splitter.readings(row.values).ways.contains { !$0.contains(nil) }
  }

  private func strings(_ indices: Range<Int>) -> [String] { indices.flatMap { lines[$0].words.map(\.string) } }

  /// Lines that go on with a label in small letters.
  private func below(_ start: Int) -> (lines: Range<Int>, isAbove: Bool) {
    let goesOn = lines[start...].prefix(Self.mostLinesBelow).prefix { startsInLowerCase(Array($0.text.utf8)) && rows.valueStart($0) > 0 }
    return (start..<start + goesOn.count, false)
  }

  /// Lines above a row up to the one that begins with a capital.
  private func above(_ index: Int, after free: Int) -> (lines: Range<Int>, isAbove: Bool) {
    var top = index
    while top > free, index - top < Self.mostLabelLines, !endsSentence(Array(lines[top - 1].text.utf8)) {
      top -= 1
      if startsInUpperCase(Array(lines[top].text.utf8)) { break }
    }
    return (top..<index, true)
  }
}
