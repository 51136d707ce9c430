/// The mark of a list item at a line's start: `1.`, `2)`, `a)`, `b.`, `•`, `-`, or the `att` of an att-sats.
public struct ListMark: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case number
    case letter
    case bullet
    /// The item's own first word: it stays in the text.
    case clause
  }

  public var kind: Kind
  /// Bytes from the line's start to the item's text; 0 for an att-sats.
  public var length: Int

  private static let bullets: [[UInt8]] = ["•", "◦", "▪", "●", "○", "■", "–", "—", "·", "∙", "➢", "►", "\u{F0B7}", "\u{F0A7}"].map {
    Array($0.utf8)
  }

  private static let clauses = [Array("att ".utf8), Array("Att ".utf8)]

  /// Nil where the line begins with no mark.
  public init?(_ line: [UInt8]) {
    // Asked of every line several times: its first byte tells which mark it can be, and most often that it is none.
    guard let first = line.first, let mark = Self.mark(line, first) else { return nil }
    self = mark
  }

  /// The same of a line in its page.
  init?(_ line: ArraySlice<UInt8>) {
    guard let first = line.first, Self.mayBegin(line, first) else { return nil }
    self.init(Array(line))
  }

  private static func mayBegin(_ line: ArraySlice<UInt8>, _ first: UInt8) -> Bool {
    switch first {
    case 0x41, 0x61: true
    case 0x62...0x7A: line.dropFirst().first.map(endsLetter) ?? false
    case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "*"), 0x80...: true
    default: false
    }
  }

  private static func mark(_ line: [UInt8], _ first: UInt8) -> ListMark? {
    switch first {
    case 0x30...0x39: return number(line)
    case 0x41, 0x61...0x7A: return letter(line) ?? (clauses.contains { line.starts(with: $0) } ? ListMark(kind: .clause, length: 0) : nil)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), 0x80...: return bullet(line)
    default: return nil
    }
  }

  public init(kind: Kind, length: Int) {
    self.kind = kind
    self.length = length
  }

  private static func spaceLength(_ line: [UInt8], at start: Int) -> Int {
    line[start...].prefix { $0 == 0x20 || $0 == 0x09 }.count
  }

  // One or two digits; more would be a year or an amount.
  private static func number(_ line: [UInt8]) -> ListMark? {
    let digits = line.prefix { (0x30...0x39).contains($0) }.count
    guard (1...2).contains(digits), digits < line.count, line[digits] == UInt8(ascii: ".") || line[digits] == UInt8(ascii: ")")
    else { return nil }
    let space = spaceLength(line, at: digits + 1)
    return space > 0 ? ListMark(kind: .number, length: digits + 1 + space) : nil
  }

  private static func letter(_ line: [UInt8]) -> ListMark? {
    guard line.count > 3, (0x61...0x7A).contains(line[0]), endsLetter(line[1]) else { return nil }
    let space = spaceLength(line, at: 2)
    let start = 2 + space
    guard space > 0, start < line.count else { return nil }
    // "s. 14" is a page, "t. ex." an abbreviation.
    let isAbbreviation =
      line[1] == UInt8(ascii: ".") && ((0x30...0x39).contains(line[start]) || line.dropFirst(start + 1).first == UInt8(ascii: "."))
    return isAbbreviation ? nil : ListMark(kind: .letter, length: start)
  }

  private static func endsLetter(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ")") || byte == UInt8(ascii: ".") }

  private static func bullet(_ line: [UInt8]) -> ListMark? {
    if line.count > 2, line[0] == UInt8(ascii: "-") || line[0] == UInt8(ascii: "*") {
      let space = spaceLength(line, at: 1)
      // "- 506 tkr" at a line's start is an amount.
      let isFigure = space < line.count - 1 && (0x30...0x39).contains(line[1 + space])
      return space > 0 && !isFigure ? ListMark(kind: .bullet, length: 1 + space) : nil
    }
    guard let bullet = bullets.first(where: { line.starts(with: $0) }) else { return nil }
    let space = spaceLength(line, at: bullet.count)
    let isFigure = bullet.count + space < line.count && (0x30...0x39).contains(line[bullet.count + space])
    return isFigure ? nil : ListMark(kind: .bullet, length: bullet.count + space)
  }
}
