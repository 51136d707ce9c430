/// What may stand behind the figure in a cell and is no part of the number: a unit ("75 kr", "95:-"), the mark of a footnote ("1 210²", "350³)", "12*").
///
/// Asked of every word of a page: the last byte alone rules out most.
enum FigureEnds {
  /// The units in which sums and counts are printed beside each figure, as "%" is; in small letters.
  private static let units: Set<[UInt8]> = Set(
    ["kr", "tkr", "kkr", "mkr", "mnkr", "mdkr", "sek", "ksek", "msek", "kronor", "st"].map { Array($0.utf8) })
  /// Bytes of what the unit is counted by ("kr/mån", "kr per timme").
  private static let longestMeasure = 16
  /// "95:-" and "95:–".
  private static let wholeKronor = [":-", ":–"].map { Array($0.utf8) }
  private static let raised = Set("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)

  /// The figure before the unit; nil where the text ends in none.
  static func withoutUnit(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = text.first, first < 0x3A || first > 0x7F, let last = text.last, !CellShape.isDigit(last), last != UInt8(ascii: "%")
    else {
      return nil
    }
    if let sign = wholeKronor.first(where: { text.count > $0.count && text.suffix($0.count).elementsEqual($0) }) {
      return text.dropLast(sign.count)
    }
    guard let start = text.firstIndex(where: isLetter), start > text.startIndex, text[start - 1] == 0x20, isUnit(text[start...]) else {
      return nil
    }
    return text[..<(start - 1)]
  }

  /// A unit alone, or with what it is counted by.
  private static func isUnit(_ text: ArraySlice<UInt8>) -> Bool {
    let unit = text.prefix(while: isLetter)
    guard units.contains(unit.map { $0 | 0x20 }) else { return false }
    let rest = text[unit.endIndex...]
    guard let by = ["/", " per "].map({ Array($0.utf8) }).first(where: { rest.starts(with: $0) }) else { return rest.isEmpty }
    let measure = rest.dropFirst(by.count)
    return (1...longestMeasure).contains(measure.count) && measure.allSatisfy { isLetter($0) || CellShape.isDigit($0) || $0 > 0x7F }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  /// The text without the footnote's mark behind its figure; the same text where it ends in none, or where what is left is no figure ("m²").
  static func withoutMark(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let last = text.last, last == UInt8(ascii: "*") || last == UInt8(ascii: ")") || last > 0x7F,
      text.contains(where: CellShape.isDigit),
      CellShape(text) == .text
    else { return text }
    let isAsterisk = last == UInt8(ascii: "*")
    let end = last == UInt8(ascii: ")") ? text.dropLast() : text
    var rest = isAsterisk ? withoutAsterisks(end) : withoutRaised(end)
    // "10⁶" is a power.
    guard rest.count < end.count, isAsterisk || !rest.elementsEqual("10".utf8) else { return text }
    while rest.last == 0x20 { rest = rest.dropLast() }
    return CellShape(rest).isValue && rest.contains(where: CellShape.isDigit) ? rest : text
  }

  /// The text without the raised mark of a footnote behind its last word ("Kommunstyrelsen¹", "(tkr)²)"); a short word before it is a unit ("km²", "CO²").
  static func withoutMarkOfWord(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let last = text.last, last == UInt8(ascii: ")") || last > 0x7F else { return text }
    let end = last == UInt8(ascii: ")") ? text.dropLast() : text
    let rest = withoutRaised(end)
    guard rest.count < end.count, let before = rest.last else { return text }
    let letters = rest.reversed().prefix { isLetter($0) || $0 > 0x7F }.count
    return letters >= shortestWord || before == UInt8(ascii: ")") || before == UInt8(ascii: "%") ? rest : text
  }

  /// Bytes of the letters that a footnote's mark may stand behind: those of a unit are fewer.
  private static let shortestWord = 4

  private static func withoutAsterisks(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.dropLast(text.reversed().prefix { $0 == UInt8(ascii: "*") }.count)
  }

  /// Without raised figures, and the commas between them ("²,³").
  private static func withoutRaised(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text
    while let length = raisedLength(rest) {
      rest = rest.dropLast(length)
      if rest.last == UInt8(ascii: ","), raisedLength(rest.dropLast()) != nil { rest = rest.dropLast() }
    }
    return rest
  }

  /// The length in bytes of the raised figure that the text ends in; nil where it ends in something else.
  private static func raisedLength(_ text: ArraySlice<UInt8>) -> Int? {
    guard let last = text.last, last > 0x7F else { return nil }
    return [2, 3].first { length in
      let end = String(decoding: text.suffix(length), as: UTF8.self).unicodeScalars
      return end.count == 1 && end.first.map(raised.contains) ?? false
    }
  }
}
