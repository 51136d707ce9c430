// A number in digits, read from its last digit backwards: what stands before a unit is found so in one look.

/// A number as its digits say it, without sign.
struct DigitNumber {
  /// From the first digit to the last.
  var range: Range<Int>
  /// All digits as one whole number; nil where they are more than 18.
  var mantissa: Int?
  /// How many of the digits stand after the decimal sign.
  var fractionDigits = 0
  /// A point before three digits (`1.753`) or a zero before a group (`053`): the figure cannot be told.
  var isAmbiguous = false
  /// One point before three digits, which is what makes it ambiguous.
  var isPointedThousands = false
  /// More than one group of digits.
  var isGrouped = false

  /// Four digits and nothing else, 1900 to 2099: it may be a year.
  var looksLikeYear: Bool {
    guard let mantissa, !isGrouped, fractionDigits == 0, range.count == 4 else { return false }
    return mantissa >= 1900 && mantissa < 2100
  }

  /// The first group of `600 000`; nil where the digits stand in one row.
  func leadingGroup(_ text: Span<UInt8>) -> Int? {
    isGrouped ? text.integer(range.lowerBound..<text.digitsEnd(from: range.lowerBound)) : nil
  }

  /// Whether it is the end of a date or of a span of years: `2024-12-31`, `31/12`, `2023-24`.
  func endsDate(_ text: Span<UInt8>) -> Bool {
    guard !isGrouped, fractionDigits == 0, range.count == 2 || range.count == 4 else { return false }
    let start = range.lowerBound
    let dash = text.at(start - 1) == UInt8(ascii: "/") ? 1 : text.dashLength(before: start)
    let low = text.digitsStart(before: start - dash)..<start - dash
    guard dash > 0, !low.isEmpty else { return false }
    if text.at(low.lowerBound - 1) == text.at(start - 1), text.isDigit(low.lowerBound - 1 - dash) { return true }
    guard low.count == 4, let year = text.integer(low) else { return false }
    return year >= 1900 && year < 2100 && (range.count == 2 || looksLikeYear)
  }

  /// Reads the number whose last digit stands before `end`; nil where there is none (`2024.02.21` and `2.6.1` are none).
  static func read(_ text: Span<UInt8>, endingAt end: Int, notBefore limit: Int = 0) -> DigitNumber? {
    var reader = DigitReader(end: end, limit: limit)
    return reader.read(text)
  }
}

private struct DigitReader {
  let end: Int
  let limit: Int
  /// Runs of digits that belong to the number, the last first.
  var runs: [Range<Int>] = []
  var fraction: Range<Int>?
  var points = 0
  var commaChain = false

  init(end: Int, limit: Int) {
    self.end = end
    self.limit = limit
  }

  mutating func read(_ text: Span<UInt8>) -> DigitNumber? {
    let last = run(text, before: end)
    guard !last.isEmpty else { return nil }
    guard readDecimal(text, last) else { return nil }
    if points == 0 { readSpacedGroups(text) }
    return number(text)
  }

  private func run(_ text: Span<UInt8>, before end: Int) -> Range<Int> {
    var start = end
    while start > limit, text.isDigit(start - 1) { start -= 1 }
    return start..<end
  }

  /// Takes the last run as a fraction where a comma or point stands before it, and groups parted by points. False where it is no number.
  private mutating func readDecimal(_ text: Span<UInt8>, _ last: Range<Int>) -> Bool {
    let separator = text.at(last.lowerBound - 1)
    let before = run(text, before: last.lowerBound - 1)
    guard last.lowerBound > limit, !before.isEmpty else {
      runs = [last]
      return true
    }
    switch separator {
    case UInt8(ascii: ","):
      fraction = last
      runs = [before]
      return readPointedGroups(text) && readCommaChain(text)
    case UInt8(ascii: "."):
      return readAfterPoint(text, last, before)
    // `21:90 kronor`, as prices and tax rates were written; `2024:50` is a year before a colon.
    case UInt8(ascii: ":") where last.count == 2 && before.count <= 3 && beginsNumber(text, before):
      fraction = last
      runs = [before]
      return true
    default:
      runs = [last]
      return true
    }
  }

  private mutating func readAfterPoint(_ text: Span<UInt8>, _ last: Range<Int>, _ before: Range<Int>) -> Bool {
    if text.at(before.lowerBound - 1) == UInt8(ascii: "."), text.isDigit(before.lowerBound - 2) {
      runs = [last]
      return last.count == 3 && readPointedGroups(text)
    }
    if last.count == 3, before.count <= 3, beginsNumber(text, before) {
      runs = [last, before]
      points = 1
    } else {
      fraction = last
      runs = [before]
    }
    return true
  }

  /// `1.753.000`: groups of three parted by points, back from the run already taken. False where a group does not fit.
  private mutating func readPointedGroups(_ text: Span<UInt8>) -> Bool {
    while let first = runs.last, text.at(first.lowerBound - 1) == UInt8(ascii: "."), first.lowerBound - 1 > limit {
      let group = run(text, before: first.lowerBound - 1)
      if group.isEmpty { return true }
      guard first.count == 3, group.count <= 3 else { return false }
      runs.append(group)
      points += 1
    }
    return true
  }

  /// `1,753,000`: more than one comma. The figure cannot be told, but all of it is one.
  private mutating func readCommaChain(_ text: Span<UInt8>) -> Bool {
    while let first = runs.last, text.at(first.lowerBound - 1) == UInt8(ascii: ","), first.lowerBound - 1 > limit {
      let group = run(text, before: first.lowerBound - 1)
      if group.isEmpty { break }
      runs.append(group)
      commaChain = true
    }
    return true
  }

  /// `1 753`: groups of three, each parted by exactly one space, back from the run already taken.
  private mutating func readSpacedGroups(_ text: Span<UInt8>) {
    while let first = runs.last, first.count == 3 {
      let space = text.spaceLength(before: first.lowerBound)
      guard space > 0, first.lowerBound - space > limit else { return }
      let group = run(text, before: first.lowerBound - space)
      guard !group.isEmpty, group.count <= 3, group.count == 3 || beginsNumber(text, group) else { return }
      guard !isTail(text, group) else { return }
      runs.append(group)
    }
    if runs.count > 1, let first = runs.last, !beginsNumber(text, first) { runs.removeLast() }
  }

  private func beginsNumber(_ text: Span<UInt8>, _ group: Range<Int>) -> Bool {
    text.at(group.lowerBound) != UInt8(ascii: "0")
  }

  /// Whether the run is the end of something else: a decimal (`31,5`), a date (`2023-12-31`), a case number, a letter and digits (`A4`).
  private func isTail(_ text: Span<UInt8>, _ group: Range<Int>) -> Bool {
    let start = group.lowerBound
    guard start > limit else { return false }
    if text.letterLength(before: start) > 0 { return true }
    switch text.at(start - 1) {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"): return text.isDigit(start - 2)
    default: break
    }
    let dash = text.dashLength(before: start)
    guard dash > 0, text.isDigit(start - dash - 1) else { return false }
    return isDateBeforeDash(text, end: start - dash)
  }

  /// `2023-12` and `12-31` with a dash, slash or point before them: not the lower end of a range.
  private func isDateBeforeDash(_ text: Span<UInt8>, end: Int) -> Bool {
    let low = text.digitsStart(before: end)
    if end - low == 4 { return true }
    switch text.at(low - 1) {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ":"): return text.isDigit(low - 2)
    default: return text.letterLength(before: low) > 0
    }
  }

  private func number(_ text: Span<UInt8>) -> DigitNumber? {
    guard let first = runs.last else { return nil }
    let zeroLed = text.at(first.lowerBound) == UInt8(ascii: "0") && (runs.count > 1 || first.count > 1)
    var number = DigitNumber(range: first.lowerBound..<end, mantissa: mantissa(text))
    number.fractionDigits = fraction?.count ?? 0
    number.isGrouped = runs.count > 1
    number.isPointedThousands = points == 1 && fraction == nil && !zeroLed && !commaChain
    number.isAmbiguous = zeroLed || commaChain || number.isPointedThousands
    return number
  }

  private func mantissa(_ text: Span<UInt8>) -> Int? {
    var digits = runs.reversed().map { $0 }
    if let fraction { digits.append(fraction) }
    guard digits.reduce(0, { $0 + $1.count }) <= 18 else { return nil }
    var value = 0
    for run in digits { for index in run { value = value * 10 + Int(text.at(index) & 0x0F) } }
    return value
  }
}
