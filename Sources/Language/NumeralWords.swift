// Swedish number words. `tjugofem`, `tvåhundra femtio` and `tre tusen` are read alike: a sum of words, glued or apart.

enum NumeralWords {
  private static let units = table([
    ("noll", 0), ("en", 1), ("ett", 1), ("två", 2), ("tre", 3), ("fyra", 4), ("fem", 5), ("sex", 6), ("sju", 7), ("åtta", 8), ("nio", 9),
  ])
  private static let teens = table([
    ("tio", 10), ("elva", 11), ("tolv", 12), ("tretton", 13), ("fjorton", 14), ("femton", 15), ("sexton", 16), ("sjutton", 17),
    ("arton", 18), ("aderton", 18), ("nitton", 19),
  ])
  private static let tens = table([
    ("tjugo", 20), ("tjugi", 20), ("trettio", 30), ("fyrtio", 40), ("femtio", 50), ("sextio", 60), ("sjuttio", 70), ("åttio", 80),
    ("nittio", 90),
  ])
  private static let hundred = Array("hundra".utf8)
  private static let thousand = Array("tusen".utf8)
  /// Longer than any number word below a million: what is longer is not looked at.
  static let longest = 80

  /// Longest words first, so that `tretton` is not taken for `tre`.
  private static func table(_ words: [(String, Int)]) -> [(word: [UInt8], value: Int)] {
    words.map { (Array($0.0.utf8), $0.1) }.sorted { $0.word.count > $1.word.count }
  }

  /// The number that the whole of `range` says in words, 0 to 999 999; nil where it is none.
  static func value(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= longest else { return nil }
    let text = text.extracting(range)
    var position = 0
    var total = 0
    let first = belowThousand(text, &position)
    if take(thousand, text, &position) {
      total = (first ?? 1) * 1000
      total += belowThousand(text, &position) ?? 0
    } else if let first {
      total = first
    } else {
      return nil
    }
    return position == text.count ? total : nil
  }

  private static func belowThousand(_ text: Span<UInt8>, _ position: inout Int) -> Int? {
    let start = position
    let lead = take(units, text, &position)
    if take(hundred, text, &position) { return (lead ?? 1) * 100 + (belowHundred(text, &position) ?? 0) }
    position = start
    return belowHundred(text, &position)
  }

  private static func belowHundred(_ text: Span<UInt8>, _ position: inout Int) -> Int? {
    if let ten = take(tens, text, &position) { return ten + (take(units, text, &position) ?? 0) }
    return take(teens, text, &position) ?? take(units, text, &position)
  }

  private static func take(_ table: [(word: [UInt8], value: Int)], _ text: Span<UInt8>, _ position: inout Int) -> Int? {
    for entry in table where take(entry.word, text, &position) { return entry.value }
    return nil
  }

  private static func take(_ word: [UInt8], _ text: Span<UInt8>, _ position: inout Int) -> Bool {
    let start = position > 0 && text.letterLength(before: position) > 0 ? text.skippingSpaces(from: position, limit: 1) : position
    guard text.matches(word, at: start) else { return false }
    position = start + word.count
    return true
  }
}
