/// From text to what is looked up: words, in lower case, stemmed, and the words inside compounds. Texts and questions go the same way.
///
/// Word boundaries and lower case follow Unicode's categories and mappings (``Tokenizer``, ``Folding``) by bytes, not ICU's break iterator and case
/// folding: ICU wants UTF-16, its Swedish boundaries differ only where they harm (`KF:s`, `2,5` and `a'b` stay whole words there), and its folding
/// differs from lower case for no Swedish letter.
///
/// Not `Sendable` (its stemmer is not): make one for each thread or connection.
public final class Analyzer {
  private let stemmer: SwedishStemmer
  private let splitter: CompoundSplitter?
  private var folded: [UInt8] = []
  private var remembered = RememberedWords()

  /// With the machine's word list, which is read when the first long word is met.
  ///
  /// - Throws: ``StemmerUnavailable`` where libstemmer does not know Swedish.
  public convenience init() throws(StemmerUnavailable) { try self.init(splitter: nil) }

  /// - Parameter splitter: what splits compounds; nil for the machine's word list.
  /// - Throws: ``StemmerUnavailable`` where libstemmer does not know Swedish.
  public init(splitter: CompoundSplitter?) throws(StemmerUnavailable) {
    stemmer = try SwedishStemmer()
    self.splitter = splitter
  }

  /// Calls `body` with each word in order, until `body` throws: its exact form in lower case, its stem, the stems of the words inside it (as
  /// ``WordAnalysis/parts``), and its bytes in `text`. The buffers are good only within `body`.
  ///
  /// - Parameter splits: whether a word, given in its exact form, is to be split; of others no parts are given. Splitting costs more than all else.
  public func forEachWord<Failure: Error>(
    in text: UnsafeBufferPointer<UInt8>,
    splits: (_ exact: UnsafeBufferPointer<UInt8>) -> Bool = { _ in true },
    body: (
      _ exact: UnsafeBufferPointer<UInt8>, _ stem: UnsafeBufferPointer<UInt8>, _ parts: [[UInt8]], _ range: Range<Int>
    ) throws(Failure) -> Void
  ) throws(Failure) {
    var index = 0
    while let word = Tokenizer.next(text, from: index) {
      index = word.whole.upperBound
      let known = remember(text[word.stem])
      try known.exact.withUnsafeBufferPointer { (exact) throws(Failure) in
        try known.stem.withUnsafeBufferPointer { (stem) throws(Failure) in
          try body(exact, stem, splits(exact) ? parts(of: known) : [], word.whole)
        }
      }
    }
  }

  /// The words of `text` with their analyses and bytes, in order.
  public func words(of text: String) -> [(word: WordAnalysis, range: Range<Int>)] {
    var text = text
    return text.withUTF8 { bytes in
      var words: [(WordAnalysis, Range<Int>)] = []
      var index = 0
      while let word = Tokenizer.next(bytes, from: index) {
        index = word.whole.upperBound
        let known = remember(bytes[word.stem])
        words.append((WordAnalysis(exact: known.exact, stem: known.stem, parts: parts(of: known)), word.whole))
      }
      return words
    }
  }

  /// The stems of the parts of the compound `exact` (in lower case), in order and without their rows: all of them near each other say the same as
  /// the compound. Empty where it is none.
  public func compoundParts(of exact: [UInt8]) -> [[UInt8]] { (splitter ?? .system).partStems(of: exact, stemmer) }

  @inline(__always)
  private func remember(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> RememberedWords.Word {
    folded.removeAll(keepingCapacity: true)
    Folding.fold(UnsafeBufferPointer(rebasing: bytes), into: &folded)
    return remembered.word(folded) { stemmer.stemBytes($0) }
  }

  @inline(__always)
  private func parts(of word: RememberedWords.Word) -> [[UInt8]] {
    if let parts = word.parts { return parts }
    let parts = word.exact.count < 6 ? [] : (splitter ?? .system).innerStems(of: word.exact, stemmer)
    word.parts = parts
    return parts
  }

  /// `text`'s words in lower case with their stems, in order. No compound is split for them, for which the word list would have to be read.
  public func stemmed(_ text: String) -> [(exact: String, stem: String)] {
    var text = text
    return text.withUTF8 { bytes in
      var words: [(String, String)] = []
      forEachWord(in: bytes, splits: { _ in false }) { exact, stem, _, _ in
        words.append((String(decoding: exact, as: UTF8.self), String(decoding: stem, as: UTF8.self)))
      }
      return words
    }
  }

  /// The stems of `text`'s words, in order.
  public func stems(of text: String) -> [String] { stemmed(text).map(\.stem) }
}
