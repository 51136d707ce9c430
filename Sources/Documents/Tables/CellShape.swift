/// What the text of a cell looks like.
enum CellShape: Equatable {
  /// A number, with or without sign, decimals and percent sign or another unit.
  case number
  /// Four digits, 1900-2099.
  case year
  /// `YYYY-MM-DD`, or its beginning where a line ends after the month (`YYYY-MM-`).
  case date
  /// One or more dashes: no value.
  case dash
  /// A date, month or year that is the name of a column, as the rows around it tell.
  case period
  case text

  /// - Parameter text: UTF-8.
  init(_ text: ArraySlice<UInt8>) {
    if CellShape.isYear(text) {
      self = .year
    } else if CellShape.isDate(text) {
      self = .date
    } else if CellShape.isDash(text) {
      self = .dash
    } else {
      self = NumberText.isNumber(FigureEnds.withoutUnit(text) ?? text) ? .number : .text
    }
  }

  init(_ text: String) { self = CellShape(Array(text.utf8)[...]) }

  var isValue: Bool { self != .text && self != .period }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isYear(_ text: ArraySlice<UInt8>) -> Bool {
    text.count == 4 && text.allSatisfy(isDigit) && (text.starts(with: Array("19".utf8)) || text.starts(with: Array("20".utf8)))
  }

  static func isDate(_ text: ArraySlice<UInt8>) -> Bool {
    (text.count == 10 || text.count == 8)
      && text.enumerated().allSatisfy { index, byte in index == 4 || index == 7 ? byte == UInt8(ascii: "-") : isDigit(byte) }
  }

  private static func isDash(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first == UInt8(ascii: "-") || first == 0xE2 else { return false }
    let string = String(decoding: text, as: UTF8.self)
    return !string.isEmpty && string.unicodeScalars.allSatisfy { "-–−—".unicodeScalars.contains($0) }
  }
}

/// A number as tables print it: `-18 090`, `10,3 %`, `1 183.1`, `(31,5)` for a minus.
struct NumberText {
  /// The groups of digits before the decimal sign; more than one where thousands are parted by spaces.
  let groups: [[UInt8]]
  let decimals: [UInt8]
  let isNegative: Bool

  /// Nil where the text is no well-formed number.
  init?(_ text: ArraySlice<UInt8>) {
    // Asked of every word of every page: most are done with after a byte or two.
    guard text.count <= NumberText.longest, !text.contains(where: NumberText.isLetter), text.contains(where: CellShape.isDigit)
    else { return nil }
    var rest = text
    let isInBrackets = rest.first == UInt8(ascii: "(") && rest.last == UInt8(ascii: ")")
    if isInBrackets { rest = rest.dropFirst().dropLast() }
    isNegative = NumberText.dropSign(&rest) || isInBrackets
    if rest.last == UInt8(ascii: "%") { rest = rest.dropLast() }
    while rest.last == 0x20 { rest = rest.dropLast() }
    while rest.first == 0x20 { rest = rest.dropFirst() }
    let parts = rest.split(omittingEmptySubsequences: false, whereSeparator: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") })
    guard let whole = parts.first, parts.count <= 2 else { return nil }
    groups = NumberText.groups(of: whole)
    decimals = parts.count == 2 ? Array(parts[1]) : []
    let isWhole = parts.count == 1 || !decimals.isEmpty
    guard isWhole, decimals.allSatisfy(CellShape.isDigit), NumberText.areThousands(groups) else { return nil }
  }

  /// Whether the text is a well-formed number: the same as making one of it, with nothing allocated where it is ASCII. Asked of every word of a page.
  static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.allSatisfy({ $0 < 0x80 }) else { return NumberText(text) != nil }
    guard text.count <= longest else { return false }
    var rest = text
    if rest.first == UInt8(ascii: "("), rest.last == UInt8(ascii: ")") { rest = rest.dropFirst().dropLast() }
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    if rest.last == UInt8(ascii: "%") { rest = rest.dropLast() }
    while rest.last == 0x20 { rest = rest.dropLast() }
    while rest.first == 0x20 { rest = rest.dropFirst() }
    let whole = rest.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ".") }
    let decimals = rest[whole.endIndex...].dropFirst()
    guard whole.endIndex == rest.endIndex || !decimals.isEmpty, decimals.allSatisfy(CellShape.isDigit) else { return false }
    return areThousands(whole)
  }

  /// Digits in one group, or in several of three parted by spaces, the first of three at the most.
  private static func areThousands(_ whole: ArraySlice<UInt8>) -> Bool {
    var (digits, groups) = (0, 1)
    for byte in whole {
      if byte == 0x20 {
        guard groups == 1 ? (1...3).contains(digits) : digits == 3 else { return false }
        (digits, groups) = (0, groups + 1)
      } else {
        guard CellShape.isDigit(byte) else { return false }
        digits += 1
      }
    }
    return groups == 1 ? digits > 0 : digits == 3
  }

  /// Bytes; no printed number is longer.
  private static let longest = 48

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  /// The groups between spaces; no-break and thin spaces count as such.
  private static func groups(of whole: ArraySlice<UInt8>) -> [[UInt8]] {
    if whole.allSatisfy({ $0 < 0x80 }) { return whole.split(separator: 0x20, omittingEmptySubsequences: false).map(Array.init) }
    let scalars = String(decoding: whole, as: UTF8.self).unicodeScalars.map { spaces.contains($0) ? " " : Character($0) }
    return String(scalars).utf8.split(separator: 0x20, omittingEmptySubsequences: false).map(Array.init)
  }

  private static let spaces: Set<Unicode.Scalar> = ["\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}"]

  /// Its value; for comparing sums.
  var value: Double {
    let text = groups.reduce([], +) + (decimals.isEmpty ? [] : [UInt8(ascii: ".")] + decimals)
    let magnitude = Double(String(decoding: text, as: UTF8.self)) ?? 0
    return isNegative ? -magnitude : magnitude
  }

  private static func areThousands(_ groups: [[UInt8]]) -> Bool {
    guard let first = groups.first, !first.isEmpty, groups.allSatisfy({ $0.allSatisfy(CellShape.isDigit) }) else { return false }
    return groups.count == 1 || first.count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// Drops a leading sign; whether it was a minus.
  private static func dropSign(_ text: inout ArraySlice<UInt8>) -> Bool {
    for (sign, isMinus) in [("-", true), ("–", true), ("−", true), ("+", false)] where text.starts(with: Array(sign.utf8)) {
      text = text.dropFirst(sign.utf8.count)
      while text.first == 0x20 { text = text.dropFirst() }
      return isMinus
    }
    return false
  }
}
