internal import Pages

/// A line's words with the number of spaces before each.
///
/// A table that came out as lines leaves one space after each cell, so that an empty cell shows as a space too many. A class: most lines are of no
/// table, and their words are never made.
final class SpacedLine {
  struct Word {
    /// A stretch of the page's text.
    var text: ArraySlice<UInt8>
    /// Before the first word of the line: how many spaces it is indented.
    var spaces: Int
    /// Whether it begins a line: empty cells before it may have been lost with the spaces there.
    var startsLine: Bool
    /// Whether the line that it begins stands apart from the one above: the line above ended a cell. Else the cell goes on.
    var isApart = false

    var string: String { String(decoding: text, as: UTF8.self) }
  }

  /// The page's lines that it is made of: pieces far apart at one height are lines of their own there.
  let lines: [LineReference]
  private let page: SpacedPage
  private(set) lazy var words = page.words(of: lines)

  init(_ lines: [LineReference], on page: SpacedPage) {
    self.lines = lines
    self.page = page
  }

  var line: LineReference { lines[0] }
  /// Whether there is more white space above than between the lines of a cell.
  var isApart: Bool { page.isApart[line.line] }
  /// How many of its words are figures, those that are glued to others counted as one.
  var figures: Int { words.count { $0.text.contains(where: CellShape.isDigit) } }
  var text: String { words.map(\.string).joined(separator: " ") }

  /// Whether it has words, fewer than `limit`, and one of them is wanted.
  func hasWord(ofFewerThan limit: Int, where isWanted: (ArraySlice<UInt8>) -> Bool) -> Bool {
    page.hasWord(lines, ofFewerThan: limit, where: isWanted) ?? (words.count < limit && words.contains { isWanted($0.text) })
  }
}
