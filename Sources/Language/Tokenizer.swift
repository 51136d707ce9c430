/// Cuts text into the words that are searched for: the same way when a text is stored and when it is asked for.
///
/// A word is a row of letters, digits and the marks on them. `e-tjänst` is two words side by side; the ending of `KF:s` belongs to
/// its word and
/// is no part of what is looked up; a soft hyphen is nothing; an apostrophe between letters parts them as a hyphen does.
public enum Tokenizer {
  /// A word: what is looked up, and the whole of it (with the ending of `KF:s`).
  struct Word {
    var stem: Range<Int>
    var whole: Range<Int>
  }

  /// The UTF-8 bytes of each word in `text`, in order.
  public static func tokens(in text: [UInt8]) -> [Range<Int>] {
    text.withUnsafeBufferPointer { bytes in
      var ranges: [Range<Int>] = []
      var index = 0
      while let word = next(bytes, from: index) {
        ranges.append(word.whole)
        index = word.whole.upperBound
      }
      return ranges
    }
  }

  /// The first word that begins at or after `start`; nil where there is none.
  @inline(__always)
  static func next(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Word? {
    var index = start
    while index < bytes.count {
      let length = letterLength(bytes, at: index)
      if length > 0 { return word(bytes, from: index) }
      index += bytes[index] < 0x80 ? 1 : UTF8Scalar.decode(bytes, at: index).length
    }
    return nil
  }

  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Word {
    let end = wordEnd(bytes, from: start)
    guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: ":") else { return Word(stem: start..<end, whole: start..<end) }
    let ending = wordEnd(bytes, from: end + 1)
    guard isEnding(bytes, end + 1..<ending), !bytes[end - 1].isDigit || ending == end + 2 else {
      return Word(stem: start..<end, whole: start..<end)
    }
    return Word(stem: start..<end, whole: start..<ending)
  }

  @inline(__always)
  private static func wordEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count, case let length = letterLength(bytes, at: end), length > 0 { end += length }
    return end
  }

  /// The endings that Swedish hangs on a short form or a number with a colon: `KF:s`, `EU:s`, `ledamot nr 3:e`, `BUN:en`, `PM:et`,
  /// `IOP:er`.
  private static let endings: Set<[UInt8]> = Set(
    ["s", "n", "t", "en", "et", "ens", "ets", "er", "ar", "or", "erna", "arna", "ernas", "a", "e", "are"].map { Array($0.utf8) })

  private static func isEnding(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    !range.isEmpty && range.count <= 5 && endings.contains(Array(bytes[range]))
  }

  /// The length in bytes of the letter, digit, mark or soft hyphen at `index`; 0 for others. A word cannot begin with a soft hyphen.
  @inline(__always)
  private static func letterLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte.isASCIILetter || byte.isDigit ? 1 : 0 }
    return wideLetterLength(bytes, at: index)
  }

  private static func wideLetterLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let scalar = UTF8Scalar.decode(bytes, at: index)
    switch scalar.value {
    case 0xC0...0xFF: return scalar.value == 0xD7 || scalar.value == 0xF7 ? 0 : 2
    case 0xAD: return index > 0 && (bytes[index - 1].isASCIILetter || bytes[index - 1] >= 0x80) ? 2 : 0
    case 0x2000...0x2FFF: return 0
    default: return scalar.unicode.map(isWordScalar) ?? false ? scalar.length : 0
    }
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }
}
