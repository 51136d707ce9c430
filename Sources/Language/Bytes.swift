// How the scanners look at UTF-8 text: by byte, with nothing outside the text, and with Swedish letters known by their two bytes.

extension Span where Element == UInt8 {
  /// The byte at `index`; 0 outside the text, so that a scanner may look past both ends.
  @inline(__always)
  func at(_ index: Int) -> UInt8 {
    UInt(bitPattern: index) < UInt(bitPattern: count) ? self[unchecked: index] : 0
  }

  @inline(__always)
  func isDigit(_ index: Int) -> Bool { at(index).isDigit }

  /// The length in bytes of the white space character at `index` (space, tab, line ends, no-break, thin and figure spaces); 0 for others.
  func spaceLength(at index: Int) -> Int {
    let byte = at(index)
    if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { return 1 }
    if byte == 0xC2 { return at(index + 1) == 0xA0 ? 2 : 0 }
    guard byte == 0xE2, at(index + 1) == 0x80 else { return 0 }
    let last = at(index + 2)
    return (last >= 0x80 && last <= 0x8A) || last == 0xAF ? 3 : 0
  }

  /// The length in bytes of the white space character that ends at `end`; 0 for others.
  func spaceLength(before end: Int) -> Int {
    let byte = at(end - 1)
    if byte < 0x80 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) ? 1 : 0 }
    if byte == 0xA0, at(end - 2) == 0xC2 { return 2 }
    return at(end - 3) == 0xE2 ? spaceLength(at: end - 3) : 0
  }

  /// The length in bytes of the dash at `index`: hyphen, en and em dash, minus sign; 0 for others.
  func dashLength(at index: Int) -> Int {
    let byte = at(index)
    if byte == UInt8(ascii: "-") { return 1 }
    guard byte == 0xE2 else { return 0 }
    let second = at(index + 1)
    let third = at(index + 2)
    return (second == 0x80 && third >= 0x90 && third <= 0x95) || (second == 0x88 && third == 0x92) ? 3 : 0
  }

  /// The length in bytes of the dash that ends at `end`; 0 for others.
  func dashLength(before end: Int) -> Int {
    if at(end - 1) == UInt8(ascii: "-") { return 1 }
    return at(end - 3) == 0xE2 ? dashLength(at: end - 3) : 0
  }

  /// The length in bytes of the Latin letter at `index` (ASCII, å ä ö é and the rest of Latin-1 and Latin Extended); 0 for others.
  @inline(__always)
  func letterLength(at index: Int) -> Int {
    let byte = at(index)
    if byte < 0x80 { return byte.isASCIILetter ? 1 : 0 }
    return isWideLetter(lead: byte, trail: at(index + 1)) ? 2 : 0
  }

  /// The length in bytes of the Latin letter that ends at `end`; 0 for others.
  @inline(__always)
  func letterLength(before end: Int) -> Int {
    let byte = at(end - 1)
    if byte < 0x80 { return byte.isASCIILetter ? 1 : 0 }
    return isWideLetter(lead: at(end - 2), trail: byte) ? 2 : 0
  }

  private func isWideLetter(lead: UInt8, trail: UInt8) -> Bool {
    guard trail & 0xC0 == 0x80 else { return false }
    return lead == 0xC3 ? trail != 0x97 && trail != 0xB7 : lead > 0xC3 && lead < 0xCB
  }

  /// Whether the bytes at `index` are an upper-case letter of Latin-1.
  func isUpper(_ index: Int) -> Bool {
    let byte = at(index)
    if byte == 0xC3 { return at(index + 1) >= 0x80 && at(index + 1) <= 0x9E && at(index + 1) != 0x97 }
    return byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }

  /// Whether the bytes at `index` are a lower-case letter of Latin-1.
  func isLower(_ index: Int) -> Bool { letterLength(at: index) > 0 && !isUpper(index) }

  /// The byte at `index` with its letter in lower case (ASCII and Latin-1).
  @inline(__always)
  func lowered(_ index: Int) -> UInt8 {
    let byte = at(index)
    if byte < 0x80 { return byte.isASCIILetter ? byte | 0x20 : byte }
    return byte >= 0x80 && byte <= 0x9E && byte != 0x97 && at(index - 1) == 0xC3 ? byte + 0x20 : byte
  }

  /// Whether the text at `index` is `word` (given in lower case), in any case. Word boundaries are the caller's matter.
  func matches(_ word: [UInt8], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= count else { return false }
    for offset in 0..<word.count where lowered(index + offset) != word[offset] { return false }
    return true
  }

  /// Where the run of digits that ends at `end` begins; `end` where there is none.
  func digitsStart(before end: Int) -> Int {
    var start = end
    while isDigit(start - 1) { start -= 1 }
    return start
  }

  /// Where the run of digits that begins at `start` ends; `start` where there is none.
  func digitsEnd(from start: Int) -> Int {
    var end = start
    while isDigit(end) { end += 1 }
    return end
  }

  /// Where the run of letters that ends at `end` begins; `end` where there is none.
  func lettersStart(before end: Int) -> Int {
    var start = end
    while case let length = letterLength(before: start), length > 0 { start -= length }
    return start
  }

  /// Where the run of letters that begins at `start` ends; `start` where there is none.
  func lettersEnd(from start: Int) -> Int {
    var end = start
    while case let length = letterLength(at: end), length > 0 { end += length }
    return end
  }

  /// The digits in `range` as a number; nil where they are more than 18.
  func integer(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 18 else { return nil }
    var value = 0
    for index in range {
      guard isDigit(index) else { return nil }
      value = value * 10 + Int(at(index) & 0x0F)
    }
    return value
  }

  /// Past the white space from `start`, at most `limit` characters.
  func skippingSpaces(from start: Int, limit: Int = .max) -> Int {
    var index = start
    var left = limit
    while left > 0, case let length = spaceLength(at: index), length > 0 {
      index += length
      left -= 1
    }
    return index
  }

  /// Back over the white space that ends at `end`, at most `limit` characters.
  func skippingSpaces(before end: Int, limit: Int = .max) -> Int {
    var index = end
    var left = limit
    while left > 0, case let length = spaceLength(before: index), length > 0 {
      index -= length
      left -= 1
    }
    return index
  }

  /// Back over the raised figures (¹²³⁴) that end at `end`, and the space before them, where a number stands before that; `end` where there are none.
  func skippingRaisedFigures(before end: Int) -> Int {
    var start = end
    while case let length = raisedFigureLength(before: start), length > 0 { start -= length }
    guard start < end else { return end }
    let number = skippingSpaces(before: start, limit: 1)
    return isDigit(number - 1) ? number : end
  }

  /// The length in bytes of the raised figure that ends at `end`; 0 for others.
  private func raisedFigureLength(before end: Int) -> Int {
    let last = at(end - 1)
    if at(end - 2) == 0xC2 { return last == 0xB9 || last == 0xB2 || last == 0xB3 ? 2 : 0 }
    return at(end - 3) == 0xE2 && at(end - 2) == 0x81 && last >= 0xB0 && last <= 0xB9 ? 3 : 0
  }

  /// The bytes of `range` as a string (invalid UTF-8 becomes U+FFFD).
  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes(range), as: UTF8.self)
  }

  /// The bytes of `range`, copied.
  func bytes(_ range: Range<Int>) -> [UInt8] { range.map { at($0) } }

  /// The bytes of `range` in lower case (ASCII and Latin-1).
  func loweredBytes(_ range: Range<Int>) -> [UInt8] { range.map { lowered($0) } }
}

extension UInt8 {
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
