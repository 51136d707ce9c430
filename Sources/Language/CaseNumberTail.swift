// What follows a case's running number: a part of the case, or the classification code.

extension CaseNumberReader {
  /// What follows the running number: `:35`, `/0009`, `-1.6.1`, `.912`, ` 700`.
  mutating func readTail(_ text: Span<UInt8>) {
    switch text.at(end) {
    case UInt8(ascii: ":"): readColonPart(text)
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."): readSigned(text)
    default: break
    }
    if code == nil { readSpacedCode(text) }
  }

  private mutating func readColonPart(_ text: Span<UInt8>) {
    let digits = text.at(end + 1) == UInt8(ascii: "-") ? end + 2 : end + 1
    let digitsEnd = text.digitsEnd(from: digits)
    guard digitsEnd > digits, let value = text.integer(digits..<digitsEnd) else { return }
    part = digits == end + 2 ? ":-\(value)" : ":\(value)"
    end = digitsEnd
  }

  /// A code of three digits or with points in it; other digits are a part of the case, but not after a point, which ends a sentence.
  private mutating func readSigned(_ text: Span<UInt8>) {
    let start = end + 1
    let dotted = dottedEnd(text, from: start)
    let digitsEnd = text.digitsEnd(from: start)
    if dotted > start, text.at(end) != UInt8(ascii: ".") { return takeCode(text, start..<dotted) }
    guard digitsEnd > start, text.letterLength(at: digitsEnd) == 0 else { return }
    if digitsEnd - start == 3 { return takeCode(text, start..<digitsEnd) }
    guard text.at(end) != UInt8(ascii: "."), let value = text.integer(start..<digitsEnd) else { return }
    part = "\(Character(UnicodeScalar(text.at(end))))\(value)"
    end = digitsEnd
  }

  /// ` 700` or ` 1.3.1` on the same line, unless a sentence goes on after it (`KS 2018/14 100 nya bostäder`).
  private mutating func readSpacedCode(_ text: Span<UInt8>) {
    var start = text.skippingSpaces(from: end)
    guard start > end, !text.crossesLine(end..<start) else { return }
    // `2022/00123 - 6.1.1`
    let dash = text.dashLength(at: start)
    if dash > 0 { start = text.skippingSpaces(from: start + dash, limit: 1) }
    let dotted = dottedEnd(text, from: start)
    let codeEnd = dotted > start ? dotted : text.digitsEnd(from: start)
    guard dotted > start || codeEnd - start == 3, text.letterLength(at: codeEnd) == 0 else { return }
    let next = text.skippingSpaces(from: codeEnd)
    let goesOn = next > codeEnd && !text.crossesLine(codeEnd..<next) && (text.isLower(next) || text.isDigit(next))
    guard !goesOn, ![UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "%")].contains(text.at(codeEnd)) else { return }
    takeCode(text, start..<codeEnd)
  }

  /// Where `1.3.1` ends (a point after it included); `start` where the digits have no point between them.
  func dottedEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    var end = text.digitsEnd(from: start)
    var points = 0
    while end > start, text.at(end) == UInt8(ascii: "."), case let next = text.digitsEnd(from: end + 1), next > end + 1, next - end <= 4 {
      end = next
      points += 1
    }
    guard points > 0, end - start <= 20 else { return start }
    return text.at(end) == UInt8(ascii: ".") && text.letterLength(at: end + 1) == 0 ? end + 1 : end
  }

  mutating func takeCode(_ text: Span<UInt8>, _ range: Range<Int>) {
    let last = text.at(range.upperBound - 1) == UInt8(ascii: ".") ? range.upperBound - 1 : range.upperBound
    code = text.string(range.lowerBound..<last)
    codeEnd = range.upperBound
  }
}
