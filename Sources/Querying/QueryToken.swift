/// A piece of a query, as the lexer cuts it.
struct QueryToken {
  enum Kind {
    case open
    case close
    /// Minus, NOT, INTE.
    case not
    case or
    case and
    /// NEAR or NÄRA, with the distance of `NEAR/5`.
    case near(Int?)
    /// Text between quotation marks.
    case quoted(Range<Int>)
    /// Anything up to white space, a quotation mark or a parenthesis.
    case run
    /// A field's name and colon; its value follows.
    case field(QueryField)
    /// `, 5` before the end of a NEAR.
    case distance(Int)
  }

  var kind: Kind
  /// UTF-8 bytes of the query.
  var place: Range<Int>
}

/// The text of a query, by bytes.
struct QueryText {
  let bytes: [UInt8]

  subscript(range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func at(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }

  /// White space and control characters, also no-break, thin and zero-width ones; 0 for others.
  func spaceLength(_ index: Int) -> Int {
    let byte = at(index)
    guard index < bytes.count else { return 0 }
    if byte <= 0x20 || byte == 0x7F { return 1 }
    if byte == 0xC2 { return at(index + 1) <= 0xA0 ? 2 : 0 }
    if byte == 0xE2, at(index + 1) == 0x80 { return at(index + 2) <= 0x8F || (0xA8...0xAF).contains(at(index + 2)) ? 3 : 0 }
    return byte == 0xEF && at(index + 1) == 0xBB && at(index + 2) == 0xBF ? 3 : 0
  }

  func skippingSpaces(_ start: Int) -> Int {
    var index = start
    while case let length = spaceLength(index), length > 0 { index += length }
    return index
  }

  /// The length of the quotation mark at `index`, as typed (") and as word processors make of it (” “ „ » «); 0 for others.
  func quoteLength(_ index: Int) -> Int {
    switch at(index) {
    case UInt8(ascii: "\""): 1
    case 0xC2 where at(index + 1) == 0xAB || at(index + 1) == 0xBB: 2
    case 0xE2 where at(index + 1) == 0x80 && (0x9C...0x9F).contains(at(index + 2)): 3
    default: 0
    }
  }

  /// The length of a hyphen, en dash or minus sign; 0 for others.
  func dashLength(_ index: Int) -> Int {
    if at(index) == UInt8(ascii: "-") { return 1 }
    guard at(index) == 0xE2 else { return 0 }
    return at(index + 1) == 0x80 && (0x90...0x93).contains(at(index + 2)) || at(index + 1) == 0x88 && at(index + 2) == 0x92 ? 3 : 0
  }

  func isDigit(_ index: Int) -> Bool { at(index) &- 0x30 < 10 }

  /// A letter's byte: ASCII's, or any of another script.
  func isLetter(_ index: Int) -> Bool {
    (at(index) | 0x20) &- 0x61 < 26 || at(index) >= 0xC3 && at(index) != 0xE2 || at(index) &- 0x80 < 0x40
  }

  /// A byte of §.
  func isParagraphSign(_ index: Int) -> Bool {
    at(index) == 0xC2 && at(index + 1) == 0xA7 || at(index) == 0xA7 && at(index - 1) == 0xC2
  }

  func isParenthesis(_ index: Int) -> Bool { at(index) == UInt8(ascii: "(") || at(index) == UInt8(ascii: ")") }

  /// Where the text without white space, quotation marks and parentheses from `start` ends.
  func runEnd(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, spaceLength(index) == 0, quoteLength(index) == 0, !isParenthesis(index) { index += 1 }
    return index
  }

  /// The closing quotation mark of the one that ends before `start`.
  func closingQuote(_ start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if quoteLength(index) > 0 { return index }
      index += 1
    }
    return nil
  }

  /// `range` without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, at(end - 1) <= 0x20 { end -= 1 }
    let start = min(skippingSpaces(range.lowerBound), end)
    return start..<end
  }
}
