internal import Foundation

/// Numbers, days and keys of the facts as a reader sees them.
enum Words {
  /// "delvis_uppnått" as a person writes it.
  static func words(_ key: String) -> String { key.replacing("_", with: " ") }

  /// "1 312", with a space that does not break.
  static func integer(_ number: Int) -> String { grouped(String(number)) }

  /// "1 312 sidor".
  static func count(_ number: Int, _ one: String, _ many: String) -> String { "\(integer(number)) \(number == 1 ? one : many)" }

  /// "-11 200 000 kr"; öre where there are any.
  static func kronor(_ value: Decimal) -> String {
    let parts = value.description.split(separator: ".", maxSplits: 1)
    let whole = grouped(String(parts[0]))
    return parts.count == 2 ? "\(whole),\(parts[1]) kr" : "\(whole) kr"
  }

  private static func grouped(_ digits: String) -> String {
    let isNegative = digits.hasPrefix("-")
    let bare = Array(isNegative ? digits.dropFirst() : digits[...])
    var text = isNegative ? "-" : ""
    for (index, digit) in bare.enumerated() {
      if index > 0 && (bare.count - index) % 3 == 0 { text.append("\u{A0}") }
      text.append(digit)
    }
    return text
  }
}
