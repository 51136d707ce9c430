/// Whole numbers as Swedish minutes write them: in digits (`1 753`) or in words (`fjorton`, `tjugoen`, `tvåhundra`).
public enum Numeral {
  /// The number that the whole of `bytes` says, 0 or more; nil where it is no number, or one that cannot be told.
  ///
  /// Digits may stand in groups of three, parted by one space (no-break and thin ones included) or, where there are two points or
  /// more, by points:
  /// `1.753` is nil since the point may be a decimal point. Words go up to 999 999 in any case.
  public static func parse(_ bytes: ArraySlice<UInt8>) -> Int? {
    let text = bytes.span
    let start = text.skippingSpaces(from: 0)
    let end = text.skippingSpaces(before: text.count)
    guard start < end else { return nil }
    if text.isDigit(start) { return digits(text, start..<end) }
    return NumeralWords.value(text, start..<end)
  }

  /// The number that the whole of `text` says; see ``parse(_:)-(ArraySlice<UInt8>)``.
  public static func parse(_ text: String) -> Int? { parse(Array(text.utf8)[...]) }

  private static func digits(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard let number = DigitNumber.read(text, endingAt: range.upperBound, notBefore: range.lowerBound),
      number.range == range, number.fractionDigits == 0, !number.isAmbiguous
    else { return nil }
    return number.mantissa
  }
}
