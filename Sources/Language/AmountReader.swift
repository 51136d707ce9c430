import Foundation

// One sum, from its unit word back: number, sign, range, approximation.

/// A number before a unit, in digits or words.
struct UnitNumber {
  var range: Range<Int>
  /// Nil where the figure cannot be told.
  var value: Decimal?
  var digits: DigitNumber?

  /// The number that ends at `end`, in digits or words; nil where there is none.
  static func read(_ text: Span<UInt8>, endingAt end: Int, notBefore limit: Int) -> UnitNumber? {
    if text.isDigit(end - 1) {
      guard let number = DigitNumber.read(text, endingAt: end, notBefore: limit) else { return nil }
      return UnitNumber(range: number.range, value: number.isAmbiguous ? nil : number.decimal, digits: number)
    }
    guard let words = WordNumber.read(text, endingAt: end, notBefore: limit) else { return nil }
    return UnitNumber(range: words.range, value: words.value, digits: nil)
  }
}

extension DigitNumber {
  /// The exact value; nil where the digits are too many.
  var decimal: Decimal? {
    mantissa.map { Decimal(sign: .plus, exponent: -fractionDigits, significand: Decimal($0)) }
  }
}

struct AmountReader {
  let units: MoneyUnits
  /// Where the sum before this one ended: nothing is read across it.
  let lastEnd: Int
  private var factor: Decimal = 1
  private var unitName = ""
  private var hasCurrency = true

  init(units: MoneyUnits, lastEnd: Int) {
    self.units = units
    self.lastEnd = lastEnd
  }

  /// The sum (or the two of a range) whose unit is `match`; empty where no number belongs to it.
  mutating func read(_ text: Span<UInt8>, unitStart: Int, match: (unit: MoneyUnits.Entry, end: Int)) -> [Amount] {
    guard let unitEnd = readUnit(text, match) else { return [] }
    let numberEnd = endOfNumber(text, before: unitStart)
    if let numberEnd, var number = UnitNumber.read(text, endingAt: numberEnd, notBefore: lastEnd) {
      // No krona has three decimals: `600.000 kr` is thousands.
      if factor <= 1, let digits = number.digits, digits.isPointedThousands { number.value = digits.decimal }
      return read(text, number, unitStart: unitStart, unitEnd: unitEnd)
    }
    guard match.unit.mayPrecede, numberEnd == nil else { return [] }
    return readAfter(text, unitStart: unitStart, unitEnd: unitEnd)
  }

  /// Takes the unit and, after a multiplier, the currency that follows it. The end of both; nil where a needed currency is missing.
  private mutating func readUnit(_ text: Span<UInt8>, _ match: (unit: MoneyUnits.Entry, end: Int)) -> Int? {
    factor = match.unit.factor
    unitName = match.unit.name
    guard match.unit.role != .currency else { return match.end }
    let next = text.skippingSpaces(from: match.end, limit: 2)
    if next > match.end, let currency = units.match(text, at: next), currency.unit.role == .currency {
      factor *= currency.unit.factor
      unitName += " " + currency.unit.name
      return currency.end
    }
    hasCurrency = false
    return match.unit.role == .multiplier ? match.end : nil
  }

  /// Where the number before the unit ends: glued, at most two spaces away, or at the end of the line before; the mark of a footnote (`1 753¹ tkr`) is no
  /// part of it. Nil where there is none.
  private func endOfNumber(_ text: Span<UInt8>, before unitStart: Int) -> Int? {
    var end = text.skippingSpaces(before: unitStart, limit: 2)
    if text.spaceLength(before: end) > 0 {
      guard text.crossesLine(text.skippingSpaces(before: end, limit: 8)..<unitStart) else { return nil }
      end = text.skippingSpaces(before: end, limit: 8)
    }
    end = text.skippingRaisedFigures(before: end)
    guard end > lastEnd else { return nil }
    if text.at(end - 1) == UInt8(ascii: ")") { return endOfNumber(text, beforeBracketEndingAt: end) }
    return text.isDigit(end - 1) || text.letterLength(before: end) > 0 ? end : nil
  }

  /// `2,8 (1,2) mkr`: between number and unit stands the figure compared with, or `(tolv)` the same in words. Nil where something else does, or years.
  private func endOfNumber(_ text: Span<UInt8>, beforeBracketEndingAt end: Int) -> Int? {
    guard let compared = UnitNumber.read(text, endingAt: end - 1, notBefore: lastEnd), compared.digits?.looksLikeYear != true else {
      return nil
    }
    let open = compared.range.lowerBound - text.dashLength(before: compared.range.lowerBound)
    guard text.at(open - 1) == UInt8(ascii: "(") else { return nil }
    let number = text.skippingSpaces(before: open - 1, limit: 2)
    return number > lastEnd && text.isDigit(number - 1) ? number : nil
  }

  private func read(_ text: Span<UInt8>, _ number: UnitNumber, unitStart: Int, unitEnd: Int) -> [Amount] {
    guard !isParagraf(text, number), !(number.digits?.endsDate(text) ?? false) else { return [] }
    if let low = RangeReader(lastEnd: lastEnd).low(text, before: number) {
      return range(text, low, number, unitStart: unitStart, unitEnd: unitEnd)
    }
    let ore = factor == 1 ? hundredths(text, after: unitEnd) : nil
    var single = amount(text, number, end: ore?.end ?? unitEnd, unitStart: unitStart)
    if let ore { single.value = single.value.map { $0 + Decimal(ore.count) / 100 } }
    applySign(text, number, to: &single)
    single.approximation = approximation(text, before: single.range.lowerBound)
    return [single]
  }

  /// The öre that go with whole kronor: "22 kronor och 15 öre".
  private func hundredths(_ text: Span<UInt8>, after unitEnd: Int) -> (count: Int, end: Int)? {
    var start = text.skippingSpaces(from: unitEnd, limit: 2)
    if text.matches(Self.and, at: start) { start = text.skippingSpaces(from: start + Self.and.count, limit: 2) }
    let end = text.digitsEnd(from: start)
    let word = text.skippingSpaces(from: end, limit: 1)
    guard (1...2).contains(end - start), text.matches(Self.ore, at: word), text.letterLength(at: word + Self.ore.count) == 0 else {
      return nil
    }
    return ((start..<end).reduce(0) { $0 * 10 + Int(text.at($1) - 0x30) }, word + Self.ore.count)
  }

  private static let and = Array("och ".utf8)
  private static let ore = Array("öre".utf8)

  /// The two sums of a range, which share unit and approximation.
  private func range(_ text: Span<UInt8>, _ low: UnitNumber, _ high: UnitNumber, unitStart: Int, unitEnd: Int) -> [Amount] {
    var first = amount(text, low, end: low.range.upperBound, unitStart: unitStart)
    var second = amount(text, high, end: unitEnd, unitStart: unitStart)
    first.part = .low
    second.part = .high
    second.approximation = first.approximation
    // `500-600 000 kronor` may mean five hundred thousand.
    if let leading = high.digits?.leadingGroup(text), let digits = low.digits, !digits.isGrouped, let value = digits.mantissa,
      value < leading
    {
      first.value = nil
      first.doubt = .figure
    }
    // `-5-7 mkr`
    if SignReader(lastEnd: lastEnd).read(text, before: low, end: unitEnd) != nil { (first.doubt, second.doubt) = (.sign, .sign) }
    return [first, second]
  }

  /// `§ 16 kr` is no money.
  private func isParagraf(_ text: Span<UInt8>, _ number: UnitNumber) -> Bool {
    let end = text.skippingSpaces(before: number.range.lowerBound, limit: 1)
    return number.digits != nil && text.at(end - 1) == 0xA7 && text.at(end - 2) == 0xC2
  }

  private func amount(_ text: Span<UInt8>, _ number: UnitNumber, end: Int, unitStart: Int) -> Amount {
    var amount = Amount(
      value: number.value.map { $0 * factor }, unit: unitName, range: number.range.lowerBound..<end,
      approximation: approximation(text, before: number.range.lowerBound), part: .single, hasCurrency: hasCurrency)
    amount.doubt = doubt(text, number, unitStart: unitStart)
    if let value = amount.value, value >= Amount.limit { amount.doubt = .implausible }
    if isFraction(text, number) { amount.value = nil }
    if amount.value == nil, amount.doubt != .implausible { amount.doubt = number.digits?.mantissa == nil ? .implausible : .figure }
    if amount.doubt == .implausible { amount.value = nil }
    return amount
  }

  private func doubt(_ text: Span<UInt8>, _ number: UnitNumber, unitStart: Int) -> Amount.Doubt? {
    guard let digits = number.digits else { return nil }
    if digits.looksLikeYear { return .year }
    if isGlued(text, digits.range.lowerBound) { return .glued }
    if text.crossesLine(digits.range) { return .lineBreak }
    return isTableHead(text, digits, unitStart: unitStart) ? .tableHead : nil
  }

  /// A letter right before the digits.
  private func isGlued(_ text: Span<UInt8>, _ start: Int) -> Bool {
    start > lastEnd && text.letterLength(before: start) > 0
  }

  /// The end of another number: `1/2 miljon`, `2001:453 kr`.
  private func isFraction(_ text: Span<UInt8>, _ number: UnitNumber) -> Bool {
    let start = number.range.lowerBound
    guard number.digits != nil, start > lastEnd else { return false }
    switch text.at(start - 1) {
    case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","): return text.isDigit(start - 2)
    default: return false
    }
  }

  /// A line break between number and unit, and nothing but the number on its line.
  private func isTableHead(_ text: Span<UInt8>, _ digits: DigitNumber, unitStart: Int) -> Bool {
    guard text.crossesLine(digits.range.upperBound..<unitStart) else { return false }
    let before = text.skippingSpaces(before: digits.range.lowerBound)
    return before == 0 || text.crossesLine(before..<digits.range.lowerBound)
  }

  private func applySign(_ text: Span<UInt8>, _ number: UnitNumber, to amount: inout Amount) {
    guard let sign = SignReader(lastEnd: lastEnd).read(text, before: number, end: amount.range.upperBound) else { return }
    amount.range = sign.start..<amount.range.upperBound
    if sign.isNegative, let value = amount.value { amount.value = -value }
    if sign.isUnknown { amount.value = nil }
    if sign.isDoubtful || sign.isUnknown { amount.doubt = .sign }
    if sign.endsYearDoubt, amount.doubt == .year { amount.doubt = nil }
  }

  /// The word before `start` that makes the sum approximate.
  private func approximation(_ text: Span<UInt8>, before start: Int) -> Range<Int>? {
    let end = text.skippingSpaces(before: start, limit: 1)
    guard end < start else { return nil }
    for word in units.approximations {
      let begin = end - word.count
      if begin >= lastEnd, text.matches(word, at: begin), text.letterLength(before: begin) == 0 { return begin..<end }
    }
    return nil
  }

  /// `SEK 500`: the number after the unit.
  private func readAfter(_ text: Span<UInt8>, unitStart: Int, unitEnd: Int) -> [Amount] {
    let start = text.skippingSpaces(from: unitEnd, limit: 1)
    let end = endOfDigits(text, from: start)
    guard start > unitEnd, let number = UnitNumber.read(text, endingAt: end, notBefore: start), number.range.lowerBound == start
    else { return [] }
    var single = amount(text, number, end: end, unitStart: end)
    single.range = unitStart..<end
    single.approximation = approximation(text, before: unitStart)
    return [single]
  }

  private func endOfDigits(_ text: Span<UInt8>, from start: Int) -> Int {
    var end = text.digitsEnd(from: start)
    while case let space = text.spaceLength(at: end), space > 0, text.digitsEnd(from: end + space) == end + space + 3 { end += space + 3 }
    let fraction = text.digitsEnd(from: end + 1)
    return text.at(end) == UInt8(ascii: ",") && fraction > end + 1 ? fraction : end
  }
}

extension Span where Element == UInt8 {
  /// Whether a line ends within `range`.
  func crossesLine(_ range: Range<Int>) -> Bool {
    for index in range where at(index) == 0x0A || at(index) == 0x0D || at(index) == 0x0C { return true }
    return false
  }
}
