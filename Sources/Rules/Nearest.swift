internal import Foundation

/// What someone meant who wrote a name that there is not.
enum Nearest {
  /// The candidate that differs in the fewest letters; of two the first in order. Nil where there are none.
  static func word(to name: String, in candidates: [String]) -> String? {
    candidates.map { (distance: distance($0, name), word: $0) }.min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
  }

  /// The name that was meant, of words that stand for names, where one is near enough: capitals and the marks on letters aside, one that is the same,
  /// then the shortest that begins with it, one with the same letters in another order, the one that differs in less than half of its letters.
  static func guess(at name: String, in words: [(word: String, name: String)]) -> String? {
    let asked = Self.folded(name)
    let folded = words.map { (word: Self.folded($0.word), name: $0.name) }
    if let same = folded.first(where: { $0.word == asked }) { return same.name }
    let longer = asked.count < leastBeginning ? [] : folded.filter { $0.word.hasPrefix(asked) }
    if let begun = longer.min(by: { ($0.word.count, $0.word) < ($1.word.count, $1.word) }) { return begun.name }
    if let swapped = folded.first(where: { $0.word.sorted() == asked.sorted() }) { return swapped.name }
    let near = guess(at: asked, in: folded.map(\.word))
    return folded.first { $0.word == near }?.name
  }

  /// So many letters say what they begin.
  private static let leastBeginning = 4

  private static func folded(_ word: String) -> String {
    word.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).replacing("-", with: "_")
  }

  /// The same where it differs in less than half of its letters: a guess that is worth telling.
  static func guess(at name: String, in candidates: [String]) -> String? {
    guard let near = word(to: name, in: candidates), distance(near, name) * 2 < max(near.count, name.count) else { return nil }
    return near
  }

  // Levenshtein's distance, for the few letters of a name.
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = a[i] == b[j] ? diagonal : min(diagonal, above, row[j]) + 1
        diagonal = above
      }
    }
    return row[b.count]
  }
}
