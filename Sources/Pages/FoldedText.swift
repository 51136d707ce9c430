/// A row's or a cell's text with its numbers taken out, so that `Sida 3 (45)` and `Sida 4 (45)` are the same.
///
/// Spaces are dropped. The number after a § stays in the text, since the number of a § is no page number, however it follows; so do those of more than
/// five digits.
struct FoldedText {
  enum Kind: Hashable {
    case row
    case cell
  }

  let kind: Kind
  let cellCount: Int
  /// The text, a NUL for each number.
  private(set) var key: [UInt8] = []
  private(set) var numbers: [Int] = []
  private static let mostDigits = 5

  /// - Parameter cells: ranges of the text.
  init(_ text: [UInt8], cells: some Collection<Range<Int>>, kind: Kind) {
    self.kind = kind
    cellCount = cells.count
    key.reserveCapacity(cells.reduce(0) { $0 + $1.count })
    for cell in cells { fold(text, cell) }
  }

  /// Whether there is a letter in it.
  var hasLetters: Bool { key.contains { ASCII.isLetter($0) || $0 >= 0x80 } }

  /// Whether it is the mark of a list's item that stands apart from its text: one at the foot of each page is chance.
  var isListMark: Bool { kind == .cell && numbers.isEmpty && (key == Self.clause || isBullet) }

  private var isBullet: Bool { key.count < 4 && key.first != 0xC3 && !key.contains(where: ASCII.isLetter) }

  /// The mark of an att-sats.
  private static let clause = Array("att".utf8)

  /// Whether a number ends it, with or without a closing bracket, or is all of it.
  var endsInNumber: Bool { key.last { $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: "]") } == 0 }

  /// Whether the number at the position is followed by the number of pages: `1 (36)`, `45 [60]`, `Sida 1/4`, `2 av 7`.
  func hasTotal(after position: Int) -> Bool {
    guard position + 1 < numbers.count, numbers[position + 1] < 1000, numbers[position + 1] >= numbers[position] else { return false }
    let marks = key.indices.filter { key[$0] == 0 }
    let between = key[(marks[position] + 1)..<marks[position + 1]]
    if [[0x28], [0x5B], [0x2F]].contains(Array(between)) { return true }
    return between.count == 2 && between.allSatisfy(ASCII.isLetter)
  }

  private mutating func fold(_ text: [UInt8], _ cell: Range<Int>) {
    var index = cell.lowerBound
    while index < cell.upperBound {
      let start = index
      while index < cell.upperBound, ASCII.isDigit(text[index]) { index += 1 }
      if index > start {
        append(text[start..<index])
      } else {
        if text[index] != 0x20, text[index] != 0x09 { key.append(text[index]) }
        index += 1
      }
    }
  }

  private mutating func append(_ digits: ArraySlice<UInt8>) {
    let isParagraf = key.suffix(2).elementsEqual([0xC2, 0xA7])
    guard digits.count <= FoldedText.mostDigits, !isParagraf else { return key.append(contentsOf: digits) }
    numbers.append(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    key.append(0)
  }
}
