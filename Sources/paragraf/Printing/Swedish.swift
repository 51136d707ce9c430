import Foundation
import Language

/// Numbers as they are written in Swedish.
enum Swedish {
  /// "1 312 sidor".
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    SwedishNumber.count(number, one, many)
  }

  /// "1 312", with a space that does not break.
  static func integer(_ number: Int) -> String { SwedishNumber.integer(number) }

  /// "3,1".
  static func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(integer(tenths / 10)),\(abs(tenths % 10))"
  }

  /// "-11 200 000 kr"; öre where there are any.
  static func kronor(_ value: Decimal) -> String { SwedishNumber.kronor(value) }

  /// Kronor as tkr without the unit: "-11 200", "0,5".
  static func thousands(_ kronor: Decimal) -> String { SwedishNumber.decimal(kronor / 1000) }

  /// "18,2 MB".
  static func size(bytes: Int64) -> String {
    if bytes < 1_000_000 { return "\(integer(Int((Double(bytes) / 1000).rounded(.up)))) kB" }
    return "\(decimal(Double(bytes) / 1e6)) MB"
  }

  /// "40 s", "3 min", "1 h 20 min".
  static func duration(seconds: Int) -> String {
    if seconds < 90 { return "\(seconds) s" }
    let minutes = (seconds + 30) / 60
    return minutes < 90 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
