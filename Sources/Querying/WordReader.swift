internal import Language

/// Makes words of the query's text, analysed as the texts are.
struct WordReader {
  let text: QueryText
  let analyzer: Analyzer
  let commonWords: Set<String>

  /// The words in `range`, in order.
  func words(in range: Range<Int>) -> [QueryWord] {
    analyzer.words(of: text[range]).map { word, place in
      let exact = Self.string(word.exact)
      let start = range.lowerBound + place.lowerBound
      return QueryWord(
        typed: text[start..<range.lowerBound + place.upperBound], exact: exact, stem: Self.string(word.stem),
        parts: analyzer.compoundParts(of: word.exact).map(Self.string), isCommon: commonWords.contains(exact),
        place: start..<range.lowerBound + place.upperBound)
    }
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
