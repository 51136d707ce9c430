// What a dash before a sum means: minus, the middle of a range, a bullet or a thought's dash.

/// The sign before a number.
struct AmountSign {
  /// Where the sign or the word `minus` begins.
  var start: Int
  var isNegative = false
  /// The dash may be something else than a minus.
  var isDoubtful = false
  /// `+/-`: no sign can be told.
  var isUnknown = false
  /// A number with a sign of its own is no year.
  var endsYearDoubt = true
}

struct SignReader {
  /// Where the sum before ended.
  let lastEnd: Int

  private static let minus = Array("minus".utf8)
  private static let plus = Array("plus".utf8)

  /// The sign before `number`, whose unit ends at `end`; nil where there is none.
  func read(_ text: Span<UInt8>, before number: UnitNumber, end: Int) -> AmountSign? {
    let start = number.range.lowerBound
    let near = endBeforeGap(text, start)
    guard near > lastEnd else { return nil }
    if text.dashLength(before: near) > 0 { return dash(text, number, near, end) }
    switch text.at(near - 1) {
    case UInt8(ascii: "+"): return AmountSign(start: near - 1)
    case 0xB1 where text.at(near - 2) == 0xC2: return AmountSign(start: near - 2, isUnknown: true)
    default: return near < start ? word(text, near) : nil
    }
  }

  /// Back over one space, or over all white space where a line ends in it: a sign may be left behind on the line before.
  private func endBeforeGap(_ text: Span<UInt8>, _ start: Int) -> Int {
    let wide = text.skippingSpaces(before: start, limit: 8)
    return text.crossesLine(wide..<start) ? wide : text.skippingSpaces(before: start, limit: 1)
  }

  private func word(_ text: Span<UInt8>, _ end: Int) -> AmountSign? {
    for (word, isNegative) in [(Self.minus, true), (Self.plus, false)] {
      let begin = end - word.count
      if begin >= lastEnd, text.matches(word, at: begin), text.letterLength(before: begin) == 0 {
        return AmountSign(start: begin, isNegative: isNegative)
      }
    }
    return nil
  }

  private func dash(_ text: Span<UInt8>, _ number: UnitNumber, _ dashEnd: Int, _ end: Int) -> AmountSign? {
    let dashStart = dashEnd - text.dashLength(before: dashEnd)
    let isSpaced = dashEnd < number.range.lowerBound
    let before = text.skippingSpaces(before: dashStart)
    if text.at(dashStart - 1) == UInt8(ascii: "/"), text.at(dashStart - 2) == UInt8(ascii: "+") {
      return AmountSign(start: dashStart - 2, isUnknown: true)
    }
    // `300 kr - 485 kr`, `300 kr–485 kr`: the dash of a range, whose sums have a unit each.
    if before == lastEnd, lastEnd > 0, isSpaced == (before < dashStart) { return nil }
    if text.letterLength(before: dashStart) > 0 {
      // A word's hyphen at the end of a line says nothing of the number on the next.
      return text.crossesLine(dashEnd..<number.range.lowerBound) ? nil : AmountSign(start: number.range.lowerBound, isDoubtful: true)
    }
    // `- 5 mnkr avsätts` at the beginning: the mark of an item whose sentence begins with the sum.
    let isMark = isSpaced && before == 0 && text.letterLength(at: text.skippingSpaces(from: end, limit: 1)) > 0
    var sign = AmountSign(start: dashStart, isNegative: !isMark)
    sign.isDoubtful = isDoubtful(text, number, dashStart, before, isSpaced: isSpaced, end: end)
    return sign
  }

  private func isDoubtful(
    _ text: Span<UInt8>, _ number: UnitNumber, _ dashStart: Int, _ before: Int, isSpaced: Bool, end: Int
  ) -> Bool {
    if isSpaced, before == 0 || text.crossesLine(before..<dashStart) { return true }
    if text.at(dashStart) != UInt8(ascii: "-"), text.crossesLine(dashStart..<number.range.lowerBound) { return true }
    if isSpaced, isFollowedByDash(text, end) { return true }
    guard text.isDigit(before - 1), let earlier = DigitNumber.read(text, endingAt: before, notBefore: lastEnd) else { return false }
    return !earlier.looksLikeYear || (isSpaced && !isBelow(number, earlier))
  }

  /// `– 500 tkr –`: a thought between dashes, not a sum below zero.
  private func isFollowedByDash(_ text: Span<UInt8>, _ end: Int) -> Bool {
    let next = text.skippingSpaces(from: end, limit: 1)
    let dash = text.dashLength(at: next)
    return next > end && dash > 0 && text.spaceLength(at: next + dash) > 0
  }

  private func isBelow(_ number: UnitNumber, _ earlier: DigitNumber) -> Bool {
    guard let value = number.value, let other = earlier.decimal else { return false }
    return value < other
  }
}

/// The lower end of a range: `300 - 485 kronor`, `10-12 mnkr`, `mellan 3 och 5 mnkr`, `från 3 till 5 mnkr`, `3 respektive 5 mnkr`, `3 à 4 mnkr`.
struct RangeReader {
  let lastEnd: Int

  private static let joins: [(join: [UInt8], before: [UInt8]?)] = [
    (Array("och".utf8), Array("mellan".utf8)),
    (Array("till".utf8), Array("från".utf8)),
    (Array("respektive".utf8), nil),
    (Array("resp.".utf8), nil),
    (Array("à".utf8), nil),
    (Array("á".utf8), nil),
  ]

  /// The lower number before `high`; nil where `high` stands alone.
  func low(_ text: Span<UInt8>, before high: UnitNumber) -> UnitNumber? {
    let near = text.skippingSpaces(before: high.range.lowerBound, limit: 1)
    guard near > lastEnd else { return nil }
    let dash = text.dashLength(before: near)
    return dash > 0 ? dashed(text, high, near, near - dash) : joined(text, high, near)
  }

  private func dashed(_ text: Span<UInt8>, _ high: UnitNumber, _ dashEnd: Int, _ dashStart: Int) -> UnitNumber? {
    let lowEnd = text.skippingSpaces(before: dashStart, limit: 1)
    // `1 753 -506 tkr`: a dash that leans on the number after it is its minus.
    let leansRight = lowEnd < dashStart && dashEnd == high.range.lowerBound
    guard !leansRight, let low = number(text, endingAt: lowEnd) else { return nil }
    guard let value = low.value, let highValue = high.value, value < highValue else { return nil }
    return low
  }

  private func joined(_ text: Span<UInt8>, _ high: UnitNumber, _ joinEnd: Int) -> UnitNumber? {
    guard joinEnd < high.range.lowerBound else { return nil }
    for (join, opening) in Self.joins {
      let joinStart = joinEnd - join.count
      guard text.matches(join, at: joinStart), case let lowEnd = text.skippingSpaces(before: joinStart, limit: 1), lowEnd < joinStart,
        let low = number(text, endingAt: lowEnd)
      else { continue }
      guard let opening else { return low }
      let wordEnd = text.skippingSpaces(before: low.range.lowerBound, limit: 1)
      if text.matches(opening, at: wordEnd - opening.count) { return low }
    }
    return nil
  }

  /// A number that can be the end of a range: no year, no part of a date.
  private func number(_ text: Span<UInt8>, endingAt end: Int) -> UnitNumber? {
    guard end > lastEnd, let number = UnitNumber.read(text, endingAt: end, notBefore: lastEnd) else { return nil }
    guard let digits = number.digits else { return number }
    let start = digits.range.lowerBound
    let isPartOfMore = text.dashLength(before: start) > 0 && text.isDigit(start - text.dashLength(before: start) - 1)
    let isTail = text.letterLength(before: start) > 0 || text.at(start - 1) == UInt8(ascii: "/") || text.at(start - 1) == UInt8(ascii: ":")
    return digits.looksLikeYear || isPartOfMore || isTail ? nil : number
  }
}
