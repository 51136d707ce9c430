internal import Language

/// Makes words of the query's text, analysed as the texts are.
struct WordReader {
  let text: QueryText
  let analyzer: Analyzer
  let commonWords: Set<String>

  /// The words in `range`, in order.
  func words(in range: Range<Int>) -> [QueryWord] {
    var words: [QueryWord] = []
    var asked = text[range]
    asked.withUTF8 { bytes in
      analyzer.forEachWord(in: bytes, splits: { _ in false }) { exact, stem, _, place in
        // A soft hyphen alone is a word of no letters.
        if exact.isEmpty { return }
        let start = range.lowerBound + place.lowerBound
        words.append(word(Array(exact), stem: Array(stem), at: start..<start + place.count))
      }
    }
    return words
  }

  private func word(_ bytes: [UInt8], stem: [UInt8], at place: Range<Int>) -> QueryWord {
    let exact = Self.string(bytes)
    return QueryWord(
      typed: text[place], exact: exact, stem: Self.string(stem), parts: analyzer.compoundParts(of: bytes).map(Self.string),
      isCommon: commonWords.contains(exact), place: place)
  }

  /// The words of a text that is not the query's, all at `place`.
  func words(of other: String, at place: Range<Int>) -> [QueryWord] {
    WordReader(text: QueryText(bytes: Array(other.utf8)), analyzer: analyzer, commonWords: commonWords)
      .words(in: 0..<other.utf8.count).map { word in
        var word = word
        word.place = place
        return word
      }
  }

  private static func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
