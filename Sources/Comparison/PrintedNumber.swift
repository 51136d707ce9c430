public import Foundation

/// A number as reports print it: `-18 090`, `10,3 %`, `(31,5)` for a minus, with its value and how exact it is.
public struct PrintedNumber: Sendable, Equatable {
  public var value: Decimal
  /// The number of decimals.
  public var decimals: Int
  /// What is written after the digits ("%", "mkr"); empty where nothing is.
  public var suffix: String

  /// Nil where the text is no well-formed number, with a unit after it or not.
  public init?(_ text: String) {
    var digits = ""
    var suffix = ""
    var point: Int?
    var isNegative = false
    var isInBrackets = false
    for scalar in text.unicodeScalars {
      if !suffix.isEmpty {
        suffix.unicodeScalars.append(scalar)
      } else if scalar.value >= 0x30 && scalar.value <= 0x39 {
        digits.unicodeScalars.append(scalar)
      } else if Self.minuses.contains(scalar) {
        guard digits.isEmpty else { return nil }
        isNegative = true
      } else if scalar == "(" {
        guard digits.isEmpty else { return nil }
        isInBrackets = true
      } else if scalar == "," || scalar == "." {
        guard point == nil, !digits.isEmpty else { return nil }
        point = digits.count
      } else if !Self.silent.contains(scalar) {
        if scalar != ")" { suffix.unicodeScalars.append(scalar) }
      }
    }
    guard !digits.isEmpty, digits.count < 16, !suffix.unicodeScalars.contains(where: { $0.value >= 0x30 && $0.value <= 0x39 }) else {
      return nil
    }
    let decimals = point.map { digits.count - $0 } ?? 0
    if point != nil, decimals == 0 { return nil }
    guard let whole = Decimal(string: digits) else { return nil }
    let size = whole * Self.power(-decimals)
    value = isNegative || isInBrackets ? -size : size
    self.decimals = decimals
    self.suffix = suffix.trimmingCharacters(in: .whitespaces)
  }

  /// Half of this is the most that rounding takes or adds.
  public var step: Decimal { Self.power(-decimals) }

  private static func power(_ exponent: Int) -> Decimal {
    Decimal(sign: .plus, exponent: exponent, significand: 1)
  }

  private static let minuses: Set<Unicode.Scalar> = ["-", "–", "−"]
  private static let silent: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}", "+"]
}
