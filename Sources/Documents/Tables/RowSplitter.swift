/// Splits the words of a row into cells where spaces part both thousands and columns.
struct RowSplitter {
  /// Whether each column holds words.
  let isText: [Bool]
  /// Whether a text is a value in words.
  let isValue: ([UInt8]) -> Bool

  /// More readings than this say nothing.
  private static let mostReadings = 3000

  /// Every way to read the words as exactly one cell a column; an empty cell is a space too many.
  func readings(_ words: [SpacedLine.Word]) -> RowReadings {
    for keepsLines in [true, false] {
      let found = readings(words, lacking: [0], keepsLines: keepsLines)
      if !found.isEmpty { return found }
    }
    // Where as many cells as columns are filled, a space too many says nothing.
    let full = words.map { SpacedLine.Word(text: $0.text, spaces: min($0.spaces, 1), startsLine: $0.startsLine, isApart: $0.isApart) }
    let filled = readings(full, lacking: [0], keepsLines: true)
    if !filled.isEmpty { return filled }
    guard mayLackFirstCells(words) else { return RowReadings() }
    for keepsLines in [true, false] {
      let found = readings(words, lacking: 1..<isText.count, keepsLines: keepsLines)
      if !found.isEmpty { return found }
    }
    return RowReadings()
  }

  /// How few cells the words can be: "312 800" is one number, or two.
  static func fewestCells(_ words: [SpacedLine.Word]) -> Int {
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

  /// Whether empty cells can have been lost before the first value and nowhere else: it begins a line, the figures and the words after them stand on
  /// that line, and the last column is filled.
  private func mayLackFirstCells(_ words: [SpacedLine.Word]) -> Bool {
    guard isText.last == true, let first = words.first, first.startsLine, let last = words.last, !CellShape(last.text).isValue else {
      return false
    }
    let figures = words.prefix { CellShape($0.text).isValue }.count
    return figures == 0 || words[1...figures].allSatisfy { !$0.startsLine }
  }

  /// - Parameters:
  ///   - lacking: how many cells at the row's beginning are empty and have left no space; one after the other is tried.
  ///   - keepsLines: a line that stands apart begins a cell, another goes on with the cell of the line above.
  private func readings(_ words: [SpacedLine.Word], lacking: some Sequence<Int>, keepsLines: Bool) -> RowReadings {
    var found = RowReadings()
    // Many readings have a cell in common: for each word it begins at, the cells of figures and those of words.
    var known: [[Cell]?] = Array(repeating: nil, count: words.count * 2)
    for count in lacking {
      var ways: [RowReadings.Way] = []
      var open: [(word: Int, cells: RowReadings.Way)] = [(0, Array(repeating: nil, count: count))]
      while let state = open.popLast(), ways.count < Self.mostReadings, open.count < Self.mostReadings {
        if state.word == words.count {
          if state.cells.count == isText.count { ways.append(state.cells) }
          continue
        }
        let skipped = max(0, words[state.word].spaces - 1)
        let cells = state.cells + Array(repeating: nil, count: skipped)
        guard cells.count < isText.count else { continue }
        if keepsLines, state.word > 0, words[state.word].startsLine, !words[state.word].isApart { continue }
        let place = state.word * 2 + (isText[cells.count] ? 1 : 0)
        let next = known[place] ?? self.cells(words, from: state.word, isText: isText[cells.count], keepsLines: keepsLines, &found)
        known[place] = next
        for cell in next { open.append((cell.end, cells + [cell.number])) }
      }
      found.ways += ways
    }
    return found
  }

  /// A cell that can be, and the word after it.
  private struct Cell {
    var end: Int
    /// Among the cells of the readings.
    var number: Int16
  }

  /// The cells that can begin with the word.
  private func cells(
    _ words: [SpacedLine.Word], from start: Int, isText: Bool, keepsLines: Bool, _ readings: inout RowReadings
  ) -> [Cell] {
    var cells: [Cell] = []
    var text: [UInt8] = []
    var end = start
    while end < words.count, end - start < 6,
      end == start || words[end].spaces < 2 && !(keepsLines && words[end].isApart && words[end].startsLine)
    {
      Self.add(words[end].text, to: &text)
      end += 1
      let shape = CellShape(text[...])
      if isText ? isValue(text) || shape == .dash : shape.isValue && !Self.isRest(text) {
        cells.append(Cell(end: end, number: readings.add(cell: String(decoding: text, as: UTF8.self))))
      }
    }
    return cells
  }

  /// "091" is the rest of a number and none by itself.
  private static func isRest(_ text: [UInt8]) -> Bool { text.count > 1 && text[0] == 0x30 && CellShape.isDigit(text[1]) }

  /// A word more, after a space; `79.6 %` with a decimal point is written together.
  private static func add(_ word: ArraySlice<UInt8>, to text: inout [UInt8]) {
    let isGlued = word.elementsEqual("%".utf8) && text.last.map(CellShape.isDigit) == true && text.contains(UInt8(ascii: "."))
    if !text.isEmpty, !isGlued { text.append(0x20) }
    text += word
  }
}
