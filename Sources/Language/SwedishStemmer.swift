internal import CSnowball

/// A search tool that the system could not give: one Swedish sentence.
public struct StemmerUnavailable: Error, CustomStringConvertible {
  /// The sentence, for the user.
  public var description: String { "ordstammaren för svenska (libstemmer) kunde inte laddas; installera libstemmer" }
}

/// Snowball's Swedish stemmer, with plurals that change their vowel (`ledamöter`, ``VowelChange``) brought back and the neuter ending -et taken off before it: `avgifterna` and `avgift` have one stem, `beslutet`
/// and `beslut` too.
/// å, ä and ö are kept.
///
/// Not `Sendable`: it writes each stem into one buffer of its own. Make one for each thread.
public final class SwedishStemmer {
  private let stemmer: OpaquePointer

  /// - Throws: ``StemmerUnavailable`` where libstemmer does not know Swedish.
  public init() throws(StemmerUnavailable) {
    guard let stemmer = sb_stemmer_new("swedish", "UTF_8") else { throw StemmerUnavailable() }
    self.stemmer = stemmer
  }

  deinit { sb_stemmer_delete(stemmer) }

  /// Calls `body` with the stem of a word in lower case; the bytes are good only within `body`. The word itself where there is no
  /// memory for its stem.
  func withStem<Result, Failure: Error>(
    of word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if let base = VowelChange.undone(word) {
      return try base.withUnsafeBufferPointer { (base) throws(Failure) in try withOwnStem(of: base, body) }
    }
    return try withOwnStem(of: word, body)
  }

  private func withOwnStem<Result, Failure: Error>(
    of word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if DefiniteEnding.isOwnEns(word) { return try body(UnsafeBufferPointer(rebasing: word.dropLast())) }
    let kept = word.count - DefiniteEnding.length(word)
    guard let length = Int32(exactly: kept), let stem = sb_stemmer_stem(stemmer, word.baseAddress, length) else {
      return try body(word)
    }
    let stemmed = UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer)))
    return try body(UnsafeBufferPointer(rebasing: stemmed.dropLast(Self.leftover(stemmed))))
  }

  /// How many of the last bytes of a stem the algorithm leaves in some forms of a word only.
  ///
  /// The -s of `insats` and `kurs` it takes for a genitive, but not that of `insatser` and `kurser`. The -ad of `kostnad` it takes for a verb's, but
  /// not that of `kostnader`; the nouns in -nad are few and common in these texts (kostnad, byggnad, marknad, skillnad).
  private static func leftover(_ stem: UnsafeBufferPointer<UInt8>) -> Int {
    if stem.count >= 6, stem.suffix(3).elementsEqual("nad".utf8) { return 2 }
    let endsInOwnS = stem.count > 3 && stem.last == UInt8(ascii: "s") && "bcdfghjklmnoprtvy".utf8.contains(stem[stem.count - 2])
    return endsInOwnS ? 1 : 0
  }

  /// The stem of a word in lower case.
  public func stem(_ word: String) -> String {
    var word = word
    return word.withUTF8 { bytes in withStem(of: bytes) { String(decoding: $0, as: UTF8.self) } }
  }
}
