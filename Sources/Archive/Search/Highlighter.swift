internal import Language
internal import Querying

/// Finds a query's words in a text again, as the index found them.
struct Highlighter {
  private var stems = WordList()
  private var exacts = WordList()
  /// Stems of a compound's parts, for where it is written apart.
  private var apart = WordList()
  private var prefixes: [[UInt8]] = []
  /// Rows of stems that must stand side by side.
  private var phrases: [[[UInt8]]] = []

  init(_ node: QueryNode?) {
    if let node { collect(node) }
  }

  /// How a word of the text answers the query.
  enum Reason: Int, Comparable {
    case exact, inflected, phrase, part, apart, prefix

    static func < (left: Reason, right: Reason) -> Bool { left.rawValue < right.rawValue }
  }

  struct Found: Equatable {
    /// Bytes of the text.
    var range: Range<Int>
    var reason: Reason
  }

  /// In the order of the text, apart from each other.
  func find(in text: [UInt8], _ analyzer: Analyzer) -> [Found] {
    var found: [Found] = []
    var row: [(stem: [UInt8], range: Range<Int>)] = []
    text.withUnsafeBufferPointer { buffer in
      analyzer.forEachWord(in: buffer, splits: mayHaveParts) { exact, stem, parts, range in
        if !phrases.isEmpty { row.append((Array(stem), range)) }
        if let reason = reason(exact, stem, parts) { found.append(Found(range: range, reason: reason)) }
      }
    }
    let inPhrases = phrases.flatMap { phrase in Self.find(phrase, in: row) }
    return Self.apartFromEachOther(found + inPhrases)
  }

  private func reason(_ exact: UnsafeBufferPointer<UInt8>, _ stem: UnsafeBufferPointer<UInt8>, _ parts: [[UInt8]]) -> Reason? {
    if exacts.contains(exact) { return .exact }
    if stems.contains(stem) { return .inflected }
    if prefixes.contains(where: { exact.starts(with: $0) }) { return .prefix }
    if parts.contains(where: { $0.withUnsafeBufferPointer(stems.contains) }) { return .part }
    return apart.contains(stem) ? .apart : nil
  }

  /// Whether a word asked for may be a part of the compound. A part has other vowels than the word at most (`mödravård`: moder), and other letters at its end.
  private func mayHaveParts(_ exact: UnsafeBufferPointer<UInt8>) -> Bool {
    stems.words.contains { Consonants.first(of: $0, standIn: exact) }
  }

  private static func find(_ phrase: [[UInt8]], in row: [(stem: [UInt8], range: Range<Int>)]) -> [Found] {
    guard !phrase.isEmpty, row.count >= phrase.count else { return [] }
    return (0...(row.count - phrase.count)).filter { start in
      phrase.indices.allSatisfy { row[start + $0].stem == phrase[$0] }
    }.map { start in
      Found(range: row[start].range.lowerBound..<row[start + phrase.count - 1].range.upperBound, reason: .phrase)
    }
  }

  private static func apartFromEachOther(_ found: [Found]) -> [Found] {
    found.sorted { ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound) }
      .reduce(into: []) { kept, next in
        if (kept.last?.range.upperBound ?? 0) <= next.range.lowerBound { kept.append(next) }
      }
  }

  private mutating func collect(_ node: QueryNode) {
    switch node {
    case .all(let children):
      let saying = children.filter { child in if case .word(let word) = child { !word.isCommon } else { true } }
      for child in saying.isEmpty ? children : saying { collect(child) }
    case .any(let children): for child in children { collect(child) }
    case .near(let children, _): for child in children { collect(child) }
    case .alternatives(let first, let others): for child in [first] + others { collect(child) }
    case .heading(let child): collect(child)
    case .word(let word):
      exacts.insert(Array(word.exact.utf8))
      stems.insert(Array(word.stem.utf8))
      apart.formUnion(word.parts.map { Array($0.utf8) })
    case .phrase(let words): phrases.append(words.map { Array($0.stem.utf8) })
    case .prefix(let text): prefixes.append(Array(text.utf8))
    case .condition(.person(let words)): exacts.formUnion(words.map { Array($0.exact.utf8) })
    case .not, .condition: break
    }
  }
}

/// The few words of a query, looked up for every word of a text: no hash and no copy of it is made.
private struct WordList {
  private(set) var words: [[UInt8]] = []

  mutating func insert(_ word: [UInt8]) {
    if !words.contains(word) { words.append(word) }
  }

  mutating func formUnion(_ others: [[UInt8]]) { for word in others { insert(word) } }

  func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    words.contains { $0.count == word.count && $0.first == word.first && $0.elementsEqual(word) }
  }
}

/// A quick test that spares most words of a text from being split.
enum Consonants {
  /// Whether the first two consonants of a stem stand in a word, in their order. Vowels of more than one byte count as vowels.
  static func first(of stem: [UInt8], standIn word: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = word.startIndex
    var met = 0
    for letter in stem where isConsonant(letter) {
      guard let found = word[place...].firstIndex(of: letter) else { return false }
      place = found + 1
      met += 1
      if met == 2 { break }
    }
    return true
  }

  private static func isConsonant(_ letter: UInt8) -> Bool { letter < 0x80 && !vowels.contains(letter) }

  private static let vowels = Array("aeiouy".utf8)
}
