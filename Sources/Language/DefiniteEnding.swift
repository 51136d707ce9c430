// The definite endings that the Swedish algorithm of libstemmer before version 3 leaves on: -et of neuter nouns (`beslutet`, `ärendets`) and -an of nouns
// in -a (`taxan`, `skolans`).

enum DefiniteEnding {
  /// Stems that end in -et themselves: their other forms (`budgeten`, `kvaliteter`) keep it.
  private static let ownEt = [
    "itet", "het", "budget", "paket", "raket", "staket", "komet", "planet", "alfabet", "diet", "poet", "magnet", "konkret", "diskret",
    "internet",
    "profet", "trumpet", "debet",
  ].map { Array($0.utf8) }

  /// Words that end in -an themselves, alone and at the end of compounds: their other forms (`planen`) keep it.
  private static let ownAn = [
    "plan", "man", "organ", "roman", "gran", "svan", "span", "orkan", "titan", "sedan", "utan", "innan", "redan", "medan",
  ]
  .map { Array($0.utf8) }

  /// Nouns in -ens, whose other forms (`licensen`, `licenser`) keep it; the algorithm takes it for a genitive.
  private static let ownEns = [
    "licens", "dispens", "konferens", "kompetens", "referens", "frekvens", "konkurrens", "konsekvens", "tendens", "existens", "resistens",
    "intelligens", "residens", "reverens", "prevalens", "incidens", "evidens", "transparens",
  ].map { Array($0.utf8) }

  /// Whether `word` (in lower case) is such a noun, alone or at the end of a compound.
  static func isOwnEns(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count > 5, word.suffix(3).elementsEqual("ens".utf8) else { return false }
    return ownEns.contains { word.suffix($0.count).elementsEqual($0) }
  }

  /// `frånvaron`, `närvaron`.
  private static let varon = Array("varon".utf8)

  /// How many letters the word has to keep: as in Snowball's region R1.
  private static let shortestStem = 3

  /// How many of the last bytes of `word` (in lower case) are the ending: 0, 1 or 2 (`-n`, `-ns` of `frånvaron`), 2 (`-et`, `-an`) or 3 (`-ets`, `-ans`).
  static func length(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    let genitive = word.last == UInt8(ascii: "s") ? 1 : 0
    let end = word.count - genitive
    if end > varon.count, word[(end - varon.count)..<end].elementsEqual(varon) { return 1 + genitive }
    guard end >= 2 + shortestStem, let own = ownEndings(word[end - 2], word[end - 1]) else { return 0 }
    let stem = word[..<(end - 2)]
    guard stem.count(where: { $0 & 0xC0 != 0x80 }) >= shortestStem, stem.contains(where: isVowel) else { return 0 }
    return own.contains { own in own.count <= end && word[(end - own.count)..<end].elementsEqual(own) } ? 0 : 2 + genitive
  }

  /// For the last two bytes of an ending the words that end so themselves; nil where they are no ending.
  private static func ownEndings(_ first: UInt8, _ second: UInt8) -> [[UInt8]]? {
    switch (first, second) {
    case (UInt8(ascii: "e"), UInt8(ascii: "t")): ownEt
    case (UInt8(ascii: "a"), UInt8(ascii: "n")): ownAn
    default: nil
    }
  }

  /// a e i o u y, and the second bytes of å ä ö é.
  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "y"), 0xA5, 0xA4, 0xB6,
      0xA9:
      true
    default: false
    }
  }
}
