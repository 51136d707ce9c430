internal import Foundation

/// Figures on the page.
enum HTMLNumber {
  /// Kronor as tkr with the thousands apart: "73 845", "30 100", "0,5".
  static func thousands(_ kronor: Decimal) -> String { grouped(kronor / 1000) }

  /// With at most two decimals and a true minus sign.
  static func grouped(_ value: Decimal) -> String {
    var rounded = Decimal()
    var exact = abs(value)
    NSDecimalRound(&rounded, &exact, 2, .plain)
    let parts = rounded.description.split(separator: ".")
    let digits = Array(parts[0])
    var whole = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { whole += "\u{A0}" }
      whole.append(digit)
    }
    let decimals = parts.count > 1 ? ",\(parts[1])" : ""
    return (value < 0 ? "−" : "") + whole + decimals
  }

  static func double(_ value: Decimal) -> Double { NSDecimalNumber(decimal: value).doubleValue }

  /// A coordinate.
  static func place(_ value: Double) -> String { String(format: "%.1f", value) }
}
