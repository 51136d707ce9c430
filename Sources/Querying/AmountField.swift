internal import Foundation
internal import Language

/// `belopp:`, in kronor or with any unit that the rules know: `>1mnkr`, `1,5 mkr..3 mkr`, `500 000`.
struct AmountField {
  let text: QueryText
  let units: MoneyUnits

  private struct Sum {
    var number: Decimal
    /// Kronor for one; nil where no unit stands after the number.
    var factor: Decimal?
    var end: Int

    func kronor(_ other: Sum? = nil) -> Decimal { number * (factor ?? other?.factor ?? 1) }
  }

  /// The bounds that begin at `start`, and where they end; nil where there are none.
  func read(from start: Int) -> (AmountBounds, Int)? {
    if let (sign, after) = sign(at: start) {
      guard let sum = sum(at: text.skippingSpaces(after)) else { return nil }
      return (bounds(sign, sum.kronor()), sum.end)
    }
    if let after = spanSign(at: start) {
      guard let upper = sum(at: after) else { return nil }
      return (AmountBounds(lower: nil, upper: .init(upper.kronor(), isInclusive: true)), upper.end)
    }
    guard let lower = sum(at: start) else { return nil }
    guard let after = spanSign(at: lower.end) else {
      let bound = AmountBounds.Bound(lower.kronor(), isInclusive: true)
      return (AmountBounds(lower: bound, upper: bound), lower.end)
    }
    guard let upper = sum(at: after) else {
      return (AmountBounds(lower: .init(lower.kronor(), isInclusive: true), upper: nil), after)
    }
    let ends = [lower.kronor(upper), upper.kronor()].sorted()
    return (AmountBounds(lower: .init(ends[0], isInclusive: true), upper: .init(ends[1], isInclusive: true)), upper.end)
  }

  private func bounds(_ sign: String, _ kronor: Decimal) -> AmountBounds {
    let bound = AmountBounds.Bound(kronor, isInclusive: sign.contains("="))
    if sign == "=" { return AmountBounds(lower: bound, upper: bound) }
    return sign.contains(">") ? AmountBounds(lower: bound, upper: nil) : AmountBounds(lower: nil, upper: bound)
  }

  /// `>`, `>=`, `<`, `<=`, `=`.
  private func sign(at start: Int) -> (String, Int)? {
    if text.at(start) == 0xE2, text.at(start + 1) == 0x89 {
      if text.at(start + 2) == 0xA5 { return (">=", start + 3) }
      if text.at(start + 2) == 0xA4 { return ("<=", start + 3) }
    }
    var end = start
    while end < start + 2, "<>=".utf8.contains(text.at(end)) { end += 1 }
    return end > start ? (text[start..<end], end) : nil
  }

  /// Past `..`, a dash, and the spaces around them, that stand between two sums.
  private func spanSign(at end: Int) -> Int? {
    let start = text.skippingSpaces(end)
    if text.at(start) == UInt8(ascii: "."), text.at(start + 1) == UInt8(ascii: ".") {
      return text.skippingSpaces(start + (text.at(start + 2) == UInt8(ascii: ".") ? 3 : 2))
    }
    let dash = text.dashLength(start)
    let next = text.skippingSpaces(start + dash)
    return dash > 0 && text.isDigit(next) ? next : nil
  }

  private func sum(at start: Int) -> Sum? {
    let isNegative = text.dashLength(start) > 0
    let first = start + text.dashLength(start)
    var end = first
    while text.isDigit(end) { end += 1 }
    guard end > first, end - first <= 15 else { return nil }
    var digits = text[first..<end]
    while let next = group(at: end), end - first <= 20 {
      digits += text[next - 3..<next]
      end = next
    }
    if text.at(end) == UInt8(ascii: ",") || text.at(end) == UInt8(ascii: "."), text.isDigit(end + 1) {
      let decimals = end + 1
      end = decimals
      while text.isDigit(end), end - decimals < 9 { end += 1 }
      digits += "." + text[decimals..<end]
    }
    guard let number = Decimal(string: digits) else { return nil }
    let unit = unit(at: end)
    // Letters that are no unit belong to something else.
    if unit == nil, text.isLetter(end) { return nil }
    return Sum(number: isNegative ? -number : number, factor: unit?.factor, end: unit?.end ?? end)
  }

  /// Past three digits more, after a space or a point.
  private func group(at end: Int) -> Int? {
    let space = text.at(end) == UInt8(ascii: ".") ? 1 : text.spaceLength(end)
    let next = end + space
    guard space > 0, text.isDigit(next), text.isDigit(next + 1), text.isDigit(next + 2), !text.isDigit(next + 3) else { return nil }
    return next + 3
  }

  private func unit(at end: Int) -> (factor: Decimal, end: Int)? {
    let start = text.skippingSpaces(end)
    let oneWord = wordEnd(start)
    guard oneWord > start else { return nil }
    let twoWords = wordEnd(text.skippingSpaces(oneWord))
    return [twoWords, oneWord].lazy.compactMap { end in factor(text[start..<end]).map { ($0, end) } }.first
  }

  private func wordEnd(_ start: Int) -> Int {
    var end = start
    while text.isLetter(end), end - start < 24 { end += 1 }
    return end
  }

  private func factor(_ unit: String) -> Decimal? {
    let one = Array("1 \(unit)".utf8)
    let amounts = AmountScanner.scan(one, units: units)
    guard let amount = amounts.first, amount.range == 0..<one.count else { return nil }
    return amount.value
  }
}
