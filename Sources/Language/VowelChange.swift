// Plurals that change their vowel (omljud): `ledamöter`, `tjänstemän`, `städer`. The algorithm of libstemmer knows endings only.

enum VowelChange {
  /// How the plural ends and how the word does, alone and at the end of compounds. No ending of other words is among them.
  private static let plurals: [(plural: [UInt8], singular: [UInt8])] = [
    ("ledamöter", "ledamot"), ("män", "man"), ("männ", "man"), ("städer", "stad"), ("länder", "land"), ("stränder", "strand"),
    ("bränder", "brand"),
    ("böcker", "bok"), ("nätter", "natt"), ("bönder", "bonde"), ("rötter", "rot"), ("tänder", "tand"), ("fötter", "fot"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  private static let endings = ["nas", "na", "s", ""].map { Array($0.utf8) }
  /// `männen`, `männens`: after the doubled n.
  private static let endingsOfMen = ["ens", "en"].map { Array($0.utf8) }

  /// The singular of a word in lower case that is such a plural; nil for others. Without its ending, which the stem would lose.
  static func undone(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard word.count >= 4, word.contains(0xC3) else { return nil }
    for (plural, singular) in plurals {
      let endings = plural.last == UInt8(ascii: "n") && plural.count == 5 ? endingsOfMen : endings
      for ending in endings where word.count >= plural.count + ending.count && word.suffix(ending.count).elementsEqual(ending) {
        let stem = word.dropLast(ending.count)
        if stem.suffix(plural.count).elementsEqual(plural), isWhole(stem, plural) { return Array(stem.dropLast(plural.count)) + singular }
      }
    }
    return nil
  }

  /// `allmän` and `gemän` are no men: -män is a plural alone, after -s- or after a vowel (`tjänstemän`, `ombudsmän`).
  private static func isWhole(_ stem: Slice<UnsafeBufferPointer<UInt8>>, _ plural: [UInt8]) -> Bool {
    guard plural.starts(with: "män".utf8), stem.count > plural.count else { return true }
    let before = stem[stem.endIndex - plural.count - 1]
    return "sedtrvo".utf8.contains(before) && !stem.elementsEqual("gemän".utf8)
  }
}
