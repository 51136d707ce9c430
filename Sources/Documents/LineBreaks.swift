/// Places where a writer may break a line, but never ends a sentence or an item.
enum LineBreaks {
  /// Whether no block can end with the one text and begin with the other: a day behind "den", a figure behind a preposition, a party behind a name.
  static func cannotPart(_ text: ArraySlice<UInt8>, _ following: ArraySlice<UInt8>) -> Bool {
    guard let first = following.first else { return false }
    if first == UInt8(ascii: "(") { return beginsWithParty(following) && !endsSentence(text) }
    guard first &- 0x30 < 10 else { return false }
    // "den" has a day behind it, though "31." looks like the number of an item.
    return ends(text, in: beforeDay) || ListMark(following) == nil && beforeFigure.contains { ends(text, in: $0) }
  }

  private static let beforeDay = Array("den".utf8)
  private static let beforeFigure = ["med", "till", "från", "av", "på", "vid", "under", "per"].map { Array($0.utf8) }

  private static func ends(_ text: ArraySlice<UInt8>, in word: [UInt8]) -> Bool {
    text.suffix(word.count).elementsEqual(word) && text.dropLast(word.count).last ?? 0x20 == 0x20
  }

  /// Whether the text begins with the letters of a party in brackets and goes on: "(KD) som ersättare".
  private static func beginsWithParty(_ text: ArraySlice<UInt8>) -> Bool {
    guard let close = text.prefix(longestParty).firstIndex(of: UInt8(ascii: ")")), close - text.startIndex > 1 else { return false }
    return text[(text.startIndex + 1)..<close].allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }
  }

  /// Bytes of a party's letters with both brackets.
  private static let longestParty = 7
}
