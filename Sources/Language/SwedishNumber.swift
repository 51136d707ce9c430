public import Foundation

/// Numbers as they are written in Swedish: the thousands apart, by a space that does not break (Språkrådet, Svenska skrivregler), and a decimal comma.
public enum SwedishNumber {
  /// `1 312`.
  public static func integer(_ number: Int) -> String { grouped(String(number)) }

  /// `-11 200 000`, `0,5`; as many decimals as the value has.
  public static func decimal(_ value: Decimal) -> String {
    let parts = value.description.split(separator: ".", maxSplits: 1)
    let whole = grouped(String(parts.first ?? "0"))
    return parts.count == 2 ? "\(whole),\(parts[1])" : whole
  }

  /// `-11 200 000 kr`; öre where there are any.
  public static func kronor(_ value: Decimal) -> String { decimal(value) + "\u{A0}kr" }

  /// `1 312 sidor`, `1 sida`.
  public static func count(_ number: Int, _ one: String, _ many: String) -> String { "\(integer(number)) \(number == 1 ? one : many)" }

  private static func grouped(_ digits: String) -> String {
    let isNegative = digits.hasPrefix("-")
    let bare = Array(isNegative ? digits.dropFirst() : digits[...])
    var text = isNegative ? "-" : ""
    for (index, digit) in bare.enumerated() {
      if index > 0, (bare.count - index).isMultiple(of: 3) { text.append("\u{A0}") }
      text.append(digit)
    }
    return text
  }
}
