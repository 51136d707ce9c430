/// Finds dates in running text.
public enum DateScanner {
  /// A date and the UTF-8 bytes it stands in, with `den` and a weekday before it.
  public struct Hit: Sendable, Equatable {
    /// The year is nil where the text gives none.
    public var date: PartialDate
    /// UTF-8 bytes of the text.
    public var range: Range<Int>

    /// A date with its place.
    public init(date: PartialDate, range: Range<Int>) {
      self.date = date
      self.range = range
    }
  }

  /// All dates in `text`, in order: `den 21 februari 2024`, `21 feb. 2024`, `21/2 2024`, `2024-02-21`, `2024.02.21`, `20240221`; of a
  /// row of
  /// days (`3-5 maj 2023`, `3 och 5 maj`) the first and the last. A month's name without a year gives a date without a year.
  ///
  /// - Parameter allowSixDigits: whether `240221` is a date too (a year of this century).
  public static func scan(_ text: [UInt8], allowSixDigits: Bool = false) -> [Hit] {
    var hits: [Hit] = []
    let span = text.span
    var index = 0
    while let start = nextDigits(span, from: index) {
      let end = span.digitsEnd(from: start)
      let reader = DateReader(allowSixDigits: allowSixDigits)
      if let hit = reader.read(span, start..<end) {
        if let first = reader.firstOfRow(span, before: start, last: hit, notBefore: hits.last?.range.upperBound ?? 0) { hits.append(first) }
        hits.append(hit)
        index = hit.range.upperBound
      } else {
        index = end
      }
    }
    return hits
  }

  /// The date that the whole of `bytes` is (`den` and weekday allowed); nil for anything else.
  public static func parse(_ bytes: ArraySlice<UInt8>, allowSixDigits: Bool = false) -> PartialDate? {
    let hits = scan(Array(bytes), allowSixDigits: allowSixDigits)
    let text = bytes.span
    guard let hit = hits.first, hits.count == 1, text.skippingSpaces(from: 0) == hit.range.lowerBound,
      text.skippingSpaces(before: bytes.count) == hit.range.upperBound
    else { return nil }
    return hit.date
  }

  /// The date that the whole of `text` is; see ``parse(_:allowSixDigits:)-(ArraySlice<UInt8>,_)``.
  public static func parse(_ text: String, allowSixDigits: Bool = false) -> PartialDate? {
    parse(Array(text.utf8)[...], allowSixDigits: allowSixDigits)
  }

  @inline(__always)
  private static func nextDigits(_ text: Span<UInt8>, from: Int) -> Int? {
    var index = from
    while index < text.count {
      if text[unchecked: index].isDigit { return index }
      index += 1
    }
    return nil
  }
}
