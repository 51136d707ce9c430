import Foundation

// A number in words before a unit (`två`, `tjugofem`, `en halv`, `två och en halv`), read from its end backwards.

struct WordNumber {
  var range: Range<Int>
  var value: Decimal

  private static let half = Array("halv".utf8)
  private static let and = Array("och".utf8)
  private static let en = Array("en".utf8)
  private static let oneAndAHalf = Array("halvannan".utf8)
  /// More words than any number below a million has.
  private static let mostWords = 6

  /// The number whose last word ends at `end`; nil where that word is none. A bare `tusen` is the head of a table, no number.
  static func read(_ text: Span<UInt8>, endingAt end: Int, notBefore limit: Int) -> WordNumber? {
    let start = text.lettersStart(before: end)
    guard start >= limit, start < end, end - start <= NumeralWords.longest else { return nil }
    if text.loweredBytes(start..<end) == oneAndAHalf {
      return WordNumber(range: start..<end, value: Decimal(sign: .plus, exponent: -1, significand: 15))
    }
    if text.matches(half, at: start), end == start + half.count { return readHalf(text, halfStart: start, end: end, limit) }
    guard let whole = readWhole(text, endingAt: end, limit) else { return nil }
    let isBareThousand = whole.value == 1000 && text.lowered(whole.range.lowerBound) == UInt8(ascii: "t")
    return isBareThousand ? nil : whole
  }

  /// The longest row of words up to `end` that is one whole number.
  private static func readWhole(_ text: Span<UInt8>, endingAt end: Int, _ limit: Int) -> WordNumber? {
    var found: WordNumber?
    var start = end
    for _ in 0..<mostWords {
      let wordEnd = start == end ? end : text.skippingSpaces(before: start, limit: 1)
      let wordStart = text.lettersStart(before: wordEnd)
      guard wordStart < wordEnd, wordStart >= limit, end - wordStart <= NumeralWords.longest else { break }
      start = wordStart
      guard let value = NumeralWords.value(text, start..<end) else { break }
      found = WordNumber(range: start..<end, value: Decimal(value))
    }
    return found
  }

  /// The `två` or `2` of `två och en halv`.
  private static func wholeBefore(_ text: Span<UInt8>, _ end: Int, _ limit: Int) -> WordNumber? {
    guard text.isDigit(end - 1) else { return readWhole(text, endingAt: end, limit) }
    guard let digits = DigitNumber.read(text, endingAt: end, notBefore: limit), !digits.isAmbiguous, !digits.looksLikeYear,
      let value = digits.decimal
    else { return nil }
    return WordNumber(range: digits.range, value: value)
  }

  /// `en halv`, `två och en halv`, `halv`.
  private static func readHalf(_ text: Span<UInt8>, halfStart: Int, end: Int, _ limit: Int) -> WordNumber? {
    let half = Decimal(sign: .plus, exponent: -1, significand: 5)
    guard let en = word(text, before: halfStart, is: en, limit) else { return WordNumber(range: halfStart..<end, value: half) }
    guard let and = word(text, before: en, is: and, limit),
      let whole = wholeBefore(text, text.skippingSpaces(before: and, limit: 1), limit)
    else { return WordNumber(range: en..<end, value: half) }
    return WordNumber(range: whole.range.lowerBound..<end, value: whole.value + half)
  }

  /// Where `word` begins if it stands before `start`, one space away.
  private static func word(_ text: Span<UInt8>, before start: Int, is word: [UInt8], _ limit: Int) -> Int? {
    let end = text.skippingSpaces(before: start, limit: 1)
    let begin = end - word.count
    guard end < start, begin >= limit, text.matches(word, at: begin), text.letterLength(before: begin) == 0 else { return nil }
    return begin
  }
}
