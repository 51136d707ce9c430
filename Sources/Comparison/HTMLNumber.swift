internal import Foundation
internal import Language

/// Figures on the page.
enum HTMLNumber {
  /// Kronor as tkr with the thousands apart: "73 845", "30 100", "0,5".
  static func thousands(_ kronor: Decimal) -> String { grouped(kronor / 1000) }

  /// With at most two decimals and a true minus sign.
  static func grouped(_ value: Decimal) -> String {
    var rounded = Decimal()
    var exact = abs(value)
    NSDecimalRound(&rounded, &exact, 2, .plain)
    return (value < 0 ? "−" : "") + SwedishNumber.decimal(rounded)
  }

  static func double(_ value: Decimal) -> Double { NSDecimalNumber(decimal: value).doubleValue }

  /// A coordinate.
  static func place(_ value: Double) -> String { String(format: "%.1f", value) }
}
