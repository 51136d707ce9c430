internal import Language
internal import Querying
internal import SearchIndex

/// "Menade du …": what a query with a word that the archive does not have may have been meant as.
struct SpellingAdvice {
  private let index: IndexReader

  init(_ index: IndexReader) { self.index = index }

  /// The query with the words that nothing is found for exchanged; nil where there is no better.
  func suggestion(for query: ParsedQuery) throws -> String? {
    var text = Array(query.text.utf8)
    var isChanged = false
    // From behind, so that the places before stay true.
    for word in Self.words(query.root).sorted(by: { $0.place.lowerBound > $1.place.lowerBound }) {
      guard word.place.upperBound <= text.count, try isUnknown(word), let better = try better(for: word.exact) else { continue }
      text.replaceSubrange(word.place, with: better.utf8)
      isChanged = true
    }
    return isChanged ? String(decoding: text, as: UTF8.self) : nil
  }

  private func isUnknown(_ word: QueryWord) throws -> Bool {
    if word.exact.utf8.count < 3 { return false }
    for term in [Term(.stem, word.stem), Term(.exact, word.exact), Term(.part, word.stem)] where try index.has(term) { return false }
    return true
  }

  private func better(for word: String) throws -> String? {
    var frequencies: [String: Int] = [:]
    for letter in Spelling.firstLetters(of: word) {
      try index.terms(.exact, from: letter) { text, sections in
        // What is much shorter or longer is no misspelling of it.
        if abs(text.count - word.utf8.count) <= 4 { frequencies[String(decoding: text, as: UTF8.self), default: 0] += sections }
        return true
      }
    }
    return Spelling.best(for: word, among: frequencies.map { Spelling.Candidate($0.key, frequency: $0.value) })
  }

  private static func words(_ node: QueryNode?) -> [QueryWord] {
    switch node {
    case .word(let word): [word]
    case .phrase(let words): words
    case .all(let children), .any(let children), .near(let children, _): children.flatMap { words($0) }
    case .alternatives(let first, _): words(first)
    case .heading(let child): words(child)
    case .not, .prefix, .condition, nil: []
    }
  }
}
