internal import Language

/// Puts beside a short form what it stands for, and the other way round.
struct Abbreviations {
  private let reader: WordReader
  /// Short form, folded -> what it stands for.
  private var long: [String: [String]] = [:]
  /// The first stem of what a short form stands for -> all its stems, and the short form.
  private var short: [String: [(stems: [String], word: String)]] = [:]

  init(_ terms: [QueryContext.Term], _ reader: WordReader) {
    self.reader = reader
    for term in terms {
      let stems = reader.analyzer.stems(of: term.value)
      let word = reader.analyzer.stemmed(term.word)
      guard let first = stems.first, word.count == 1 else { continue }
      long[word[0].exact, default: []].append(term.value)
      short[first, default: []].append((stems, term.word))
    }
  }

  /// The same question with its other ways of saying.
  func applied(to node: QueryNode) -> QueryNode {
    switch node {
    case .word(let word): return withAlternatives([word]) ?? node
    case .phrase(let words): return withAlternatives(words, isPhrase: true) ?? node
    case .all(let children): return QueryNode.joined(runs(children)) ?? node
    case .any(let children): return .any(children.map(applied))
    case .not(let child): return .not(applied(to: child))
    case .heading(let child): return .heading(applied(to: child))
    default: return node
    }
  }

  /// Rows of plain words may together be what a short form stands for: `individ- och familjeomsorg`.
  private func runs(_ children: [QueryNode]) -> [QueryNode] {
    var nodes: [QueryNode] = []
    var index = 0
    while index < children.count {
      let row = children[index...].prefix(Self.longestRow).map(\.plainWord).prefix { $0 != nil }.compactMap { $0 }
      if let length = longest(row), let node = withAlternatives(Array(row.prefix(length))) {
        nodes.append(node)
        index += length
      } else {
        nodes.append(applied(to: children[index]))
        index += 1
      }
    }
    return nodes
  }

  private static let longestRow = 12

  private func longest(_ row: [QueryWord]) -> Int? {
    guard let first = row.first else { return nil }
    let stems = row.map(\.stem)
    return short[first.stem, default: []].map(\.stems).filter { stems.starts(with: $0) }.map(\.count).max()
  }

  private func withAlternatives(_ words: [QueryWord], isPhrase: Bool = false) -> QueryNode? {
    let stems = words.map(\.stem)
    let place = (words.first?.place.lowerBound ?? 0)..<(words.last?.place.upperBound ?? 0)
    var others: [QueryNode] = short[stems[0], default: []].filter { $0.stems == stems }
      .flatMap { reader.words(of: $0.word, at: place).map { .word($0) } }
    if words.count == 1 {
      for text in long[words[0].exact, default: []] {
        let meaning = reader.words(of: text, at: place)
        others.append(meaning.count > 1 ? .phrase(meaning) : .word(meaning[0]))
      }
    }
    guard !others.isEmpty else { return nil }
    let typed: QueryNode? = isPhrase ? .phrase(words) : QueryNode.joined(words.map { .word($0) })
    return typed.map { .alternatives($0, or: others) }
  }
}
