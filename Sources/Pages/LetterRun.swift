/// A run of letters (or digits) at one end of a text, and the traits by which a hyphen is judged.
struct LetterRun {
  let bytes: ArraySlice<UInt8>
  static let none = LetterRun(bytes: [])

  /// The run that ends the text, up to a space, a hyphen or another mark.
  static func last(in text: ArraySlice<UInt8>) -> LetterRun {
    var start = text.endIndex
    while start > text.startIndex, isPart(text[start - 1]) { start -= 1 }
    while start < text.endIndex, text[start] & 0xC0 == 0x80 { start += 1 }
    return LetterRun(bytes: text[start...])
  }

  /// The run that begins the text; `&` counts as one, since it stands for "och".
  static func first(in text: ArraySlice<UInt8>) -> LetterRun {
    if text.first == UInt8(ascii: "&") { return LetterRun(bytes: text.prefix(1)) }
    return LetterRun(bytes: text.prefix(while: isPart))
  }

  /// The longest run of letters and digits in the text; empty where there is none.
  static func longest(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var (longest, start) = (text.startIndex..<text.startIndex, text.startIndex)
    for end in text.startIndex...text.endIndex where end == text.endIndex || !isPart(text[end]) {
      if end - start > longest.count { longest = start..<end }
      start = end + 1
    }
    return text[longest]
  }

  /// Goes through the words of a text, what white space parts, until one is found.
  /// - Parameter isFound: is given the longest run of letters and digits in each word; it is empty where there is none.
  static func containsWord(in text: UnsafeBufferPointer<UInt8>, where isFound: (Range<Int>) -> Bool) -> Bool {
    var (word, start, longest) = (0, 0, 0..<0)
    var index = 0
    while index <= text.count {
      while index < text.count, isPart(text[index]) { index += 1 }
      let byte = index < text.count ? text[index] : 0x20
      if index - start > longest.count { longest = start..<index }
      index += 1
      start = index
      guard byte <= 0x20 else { continue }
      if index - 1 > word, isFound(longest) { return true }
      (word, longest) = (index, 0..<0)
    }
    return false
  }

  /// Number of Unicode scalars.
  var letters: Int { bytes.count(where: { $0 & 0xC0 != 0x80 }) }
  var hasDigit: Bool { bytes.contains(where: ASCII.isDigit) }
  var startsWithDigit: Bool { bytes.first.map(ASCII.isDigit) ?? false }
  var startsWithCapital: Bool { isCapital(at: bytes.startIndex) }
  var isAllCapitals: Bool { letters > 1 && bytes.indices.allSatisfy { isContinuation($0) || isCapital(at: $0) } }
  /// A capital after the first letter: SoL, LSS, HVB.
  var hasInnerCapital: Bool { bytes.indices.dropFirst().contains(where: isCapital(at:)) }

  private func isContinuation(_ index: Int) -> Bool { bytes[index] & 0xC0 == 0x80 }

  /// A capital letter of ASCII or ISO 8859-1 begins at the index.
  private func isCapital(at index: Int) -> Bool {
    guard index < bytes.endIndex else { return false }
    if ASCII.isCapital(bytes[index]) { return true }
    guard bytes[index] == 0xC3, index + 1 < bytes.endIndex else { return false }
    return bytes[index + 1] < 0x9F && bytes[index + 1] != 0x97
  }

  /// Letters beyond ASCII are two bytes from 0xC3 on; 0xC2 and 0xE2 begin signs (§, –, ”).
  private static func isPart(_ byte: UInt8) -> Bool { ASCII.isLetterOrDigit(byte) || byte >= 0x80 && byte != 0xC2 && byte != 0xE2 }
}

/// Classes of ASCII bytes.
enum ASCII {
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  static func isLetter(_ byte: UInt8) -> Bool { isCapital(byte & 0xDF) }
  static func isLetterOrDigit(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
}
