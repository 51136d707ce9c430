/// The heads of tables that came out as lines. A class: each line is asked for by several readers, and read once.
final class LineHeads {
  private let lines: [SpacedLine]
  private let words: TableWords
  /// The head that begins at a line and the line after it, of the lines that were asked for.
  private var known: [(LineHead, Int)??]

  private static let mostLines = 12
  private static let mostWords = 24

  init(lines: [SpacedLine], words: TableWords) {
    self.lines = lines
    self.words = words
    known = Array(repeating: nil, count: lines.count)
  }

  /// The head that begins at a line, if one does, and the line after it.
  func head(at index: Int) -> (LineHead, Int)? {
    if let found = known[index] { return found }
    let found = read(at: index)
    known[index] = .some(found)
    return found
  }

  private func read(at index: Int) -> (LineHead, Int)? {
    guard lines[index].hasWord(ofFewerThan: Self.mostWords, where: words.beginsHead) else { return nil }
    var head = LineHead(words: words)
    guard head.begin(strings(index)) else { return nil }
    var next = index + 1
    while next < lines.count, next - index < Self.mostLines, head.goOn(strings(next)) { next += 1 }
    return head.isWhole ? (head, next) : nil
  }

  private func strings(_ index: Int) -> [String] { lines[index].words.map(\.string) }
}
