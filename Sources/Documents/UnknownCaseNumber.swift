/// A diarienummer in a form that no rule knows ("2011.087 TN", "11-10221.382", "Tn 478/08"): figures with the registry's letters before, in or behind
/// them. Only the place where it stands tells that it is one.
struct UnknownCaseNumber {
  let asWritten: String

  /// Letters of a registry's mark.
  private static let longestMark = 5
  private static let fewestDigits = 3
  /// So many digits alone are no page's number and no year.
  private static let fewestDigitsAlone = 5

  /// Nil where the text has words, or may be a year, a day, a time, a page's number, a sum or the name of a property.
  init?(_ text: [UInt8]) {
    let tokens = text.split { $0 == 0x20 || $0 == 0x09 }.map(Array.init)
    let marks = tokens.filter { !$0.contains(where: Self.isDigit) }
    guard (1...2).contains(tokens.count), marks.count == tokens.count - 1, marks.allSatisfy(Self.isMark),
      let number = tokens.first(where: { $0.contains(where: Self.isDigit) }), Self.isNumber(number)
    else { return nil }
    asWritten = String(decoding: Array(tokens.joined(separator: [0x20])), as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isSeparator(_ byte: UInt8) -> Bool { [0x2D, 0x2E, 0x2F, 0x3A].contains(byte) }

  /// Whether the letters stand for a registry: few, and a capital first.
  private static func isMark(_ token: [UInt8]) -> Bool {
    let text = String(decoding: token, as: UTF8.self)
    return text.count <= longestMark && text.first?.isUppercase == true && text.allSatisfy(\.isLetter)
  }

  private static func isNumber(_ token: [UInt8]) -> Bool {
    let digits = token.count(where: isDigit)
    guard digits >= fewestDigits, let first = token.first, let last = token.last, !isSeparator(first), !isSeparator(last) else {
      return false
    }
    guard String(decoding: token.filter { !isDigit($0) && !isSeparator($0) }, as: UTF8.self).allSatisfy(\.isUppercase) else { return false }
    let parts = token.split(whereSeparator: isSeparator)
    if parts.count == 1 { return digits < token.count || digits >= fewestDigitsAlone }
    let isOfProperty = token.contains(UInt8(ascii: ":")) && parts.allSatisfy { $0.count < fewestDigits }
    return !isYears(parts) && !isDayOrTime(parts) && !isSum(parts, token) && !isOfProperty
  }

  /// "2023-2025", "2023/24".
  private static func isYears(_ parts: [ArraySlice<UInt8>]) -> Bool {
    guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy(isDigit) }), let first = parts.first, first.count == 4 else { return false }
    return (first.starts(with: "19".utf8) || first.starts(with: "20".utf8)) && (parts[1].count == 2 || parts[1].count == 4)
  }

  /// "2024-03-12", "12/3-2024", "13.00", "13.00-15.30".
  private static func isDayOrTime(_ parts: [ArraySlice<UInt8>]) -> Bool {
    guard parts.allSatisfy({ $0.allSatisfy(isDigit) }) else { return false }
    if parts.allSatisfy({ $0.count <= 2 }) { return true }
    return parts.count == 3 && (parts[0].count == 4 || parts[2].count == 4) && parts.count(where: { $0.count <= 2 }) == 2
  }

  /// "1.250.000", "12.500".
  private static func isSum(_ parts: [ArraySlice<UInt8>], _ token: [UInt8]) -> Bool {
    token.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") } && parts[0].count <= 3 && parts.dropFirst().allSatisfy { $0.count == 3 }
  }
}
