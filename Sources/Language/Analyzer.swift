/// From text to what is looked up: words, in lower case, stemmed. Texts and questions go the same way.
///
/// Not `Sendable` (its stemmer is not): make one for each thread or connection.
public final class Analyzer {
  private let stemmer: SwedishStemmer
  private var folded: [UInt8] = []

  /// - Throws: ``StemmerUnavailable`` where libstemmer does not know Swedish.
  public init() throws(StemmerUnavailable) { stemmer = try SwedishStemmer() }

  /// Calls `body` with each word's stem and the word's bytes in `text`, in order, until `body` throws. The stem's bytes are good only
  /// within `body`.
  public func forEachToken<Failure: Error>(
    in text: UnsafeBufferPointer<UInt8>, body: (UnsafeBufferPointer<UInt8>, Range<Int>) throws(Failure) -> Void
  ) throws(Failure) {
    var index = 0
    while let word = Tokenizer.next(text, from: index) {
      index = word.whole.upperBound
      folded.removeAll(keepingCapacity: true)
      Folding.fold(UnsafeBufferPointer(rebasing: text[word.stem]), into: &folded)
      try emit(word.whole, body)
    }
  }

  private func emit<Failure: Error>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) throws(Failure) -> Void
  ) throws(Failure) {
    try folded.withUnsafeBufferPointer { (word) throws(Failure) in
      try stemmer.withStem(of: word) { (stem) throws(Failure) in try body(stem, range) }
    }
  }

  /// The stems of `text`'s words, in order.
  public func stems(of text: String) -> [String] {
    var text = text
    var stems: [String] = []
    text.withUTF8 { bytes in forEachToken(in: bytes) { stem, _ in stems.append(String(decoding: stem, as: UTF8.self)) } }
    return stems
  }
}
