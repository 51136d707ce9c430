import Foundation

/// Finds the sums of money in running text.
public enum AmountScanner {
  /// All sums in `text`, in order, none overlapping: one linear pass that stops at unit words and reads the number before each backwards.
  ///
  /// A number without a unit is no sum, nor is a unit without a number (`Kostnad kr/inv`).
  public static func scan(_ text: [UInt8], units: MoneyUnits) -> [Amount] {
    scan(text[...], units: units)
  }

  /// As ``scan(_:units:)-([UInt8],MoneyUnits)``, in a part of a text; the ranges are of `text`'s own indices.
  public static func scan(_ text: ArraySlice<UInt8>, units: MoneyUnits) -> [Amount] {
    var amounts: [Amount] = []
    let span = text.span
    var index = 0
    var lastEnd = 0
    while let start = nextUnitStart(span, from: index, units) {
      index = start + 1
      guard let match = units.match(span, at: start) else { continue }
      var reader = AmountReader(units: units, lastEnd: lastEnd)
      let found = reader.read(span, unitStart: start, match: match)
      guard let last = found.last else { continue }
      amounts += found
      lastEnd = max(last.range.upperBound, match.end)
      index = lastEnd
    }
    return text.startIndex == 0 ? amounts : amounts.map { $0.shifted(by: text.startIndex) }
  }

  /// The next place where a unit word may begin: one of its first bytes, not inside a word.
  @inline(__always)
  private static func nextUnitStart(_ text: Span<UInt8>, from: Int, _ units: MoneyUnits) -> Int? {
    units.sieve.withUnsafeBufferPointer { sieve in
      var index = from
      var byte = text.at(index)
      var isAfterLetter = text.at(index - 1).isASCIILetter
      while index < text.count {
        let next = text.at(index + 1)
        if sieve[MoneyUnits.sieveIndex(byte, next, afterLetter: isAfterLetter)], text.letterLength(before: index) == 0 { return index }
        isAfterLetter = byte.isASCIILetter
        byte = next
        index += 1
      }
      return nil
    }
  }
}

extension Amount {
  fileprivate func shifted(by offset: Int) -> Amount {
    var moved = self
    moved.range = range.lowerBound + offset..<range.upperBound + offset
    moved.approximation = approximation.map { $0.lowerBound + offset..<$0.upperBound + offset }
    return moved
  }
}
