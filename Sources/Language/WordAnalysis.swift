/// What the index keeps of a word, all in lower case and UTF-8.
public struct WordAnalysis: Sendable, Hashable {
  /// The word itself, in lower case: `hemsjukvårdsavgifterna`.
  public var exact: [UInt8]
  /// What its forms have in common.
  public var stem: [UInt8]
  /// The stems of the words inside a compound: its parts (`hem`, `sjukvård`, `avgift`), rows of them (`hemsjukvård`), and the parts of a part
  /// that is a compound itself (`sjuk`, `vård`). Each once; empty for other words.
  public var parts: [[UInt8]]
}

extension CompoundSplitter {
  /// The stems of all words inside the compound `word` (folded UTF-8), as ``WordAnalysis/parts`` has them.
  func innerStems(of word: [UInt8], _ stemmer: SwedishStemmer) -> [[UInt8]] {
    guard let letters = SwedishForms.latin1(word), let cuts = split(letters) else { return [] }
    var stems: [[UInt8]] = []
    for word in innerWords(cuts) {
      let stem = stemmer.stemBytes(SwedishForms.utf8(word))
      if !stems.contains(stem) { stems.append(stem) }
    }
    return stems
  }

  /// The stems of the parts alone, in order: what a query asks for near each other.
  func partStems(of word: [UInt8], _ stemmer: SwedishStemmer) -> [[UInt8]] {
    guard let letters = SwedishForms.latin1(word), let cuts = split(letters) else { return [] }
    return cuts.map { stemmer.stemBytes(SwedishForms.utf8($0.word)) }
  }

  private func innerWords(_ cuts: [Cut]) -> [[UInt8]] {
    var words = cuts.map(\.word)
    for first in cuts.indices {
      for last in cuts[(first + 1)...].indices where last - first + 1 < cuts.count {
        words.append(cuts[first..<last].flatMap(\.form) + cuts[last].word)
      }
    }
    // A listed part may be a compound: sjukvård.
    for cut in cuts { words += split(cut.word).map { $0.map(\.word) } ?? [] }
    return words
  }
}

extension SwedishStemmer {
  func stemBytes(_ word: [UInt8]) -> [UInt8] { word.withUnsafeBufferPointer { withStem(of: $0) { Array($0) } } }
}

/// The analyses of words met before: texts repeat their words. Of bounded size: a word takes the place of another one with the same slot, and a row of
/// signs without a space, in a damaged text, is not kept.
struct RememberedWords {
  /// A class, so that a word that is met again costs one count of references and not one for each array.
  final class Word {
    let exact: [UInt8]
    let stem: [UInt8]
    /// As ``WordAnalysis/parts``; nil where no one has asked for them yet.
    var parts: [[UInt8]]?

    init(exact: [UInt8], stem: [UInt8]) { (self.exact, self.stem) = (exact, stem) }
  }

  private var slots: [Word?] = Array(repeating: nil, count: Self.count)
  private static let count = 1 << 15

  private static let longest = 120

  /// The word `exact`; stemmed by `stem` where it is not remembered.
  @inline(__always)
  mutating func word(_ exact: [UInt8], _ stem: ([UInt8]) -> [UInt8]) -> Word {
    let slot = Self.slot(exact)
    if let known = slots[slot], known.exact == exact { return known }
    // A copy of its own length: `exact` has room for the longest word of the text, and would have to be made anew for the next one.
    let made = Word(exact: exact.withUnsafeBufferPointer { Array($0) }, stem: stem(exact))
    if exact.count <= Self.longest { slots[slot] = made }
    return made
  }

  @inline(__always)
  private static func slot(_ word: [UInt8]) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32) & (count - 1)
  }
}
