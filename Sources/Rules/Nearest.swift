/// What someone meant who wrote a name that there is not.
enum Nearest {
  /// The candidate that differs in the fewest letters; of two the first in order. Nil where there are none.
  static func word(to name: String, in candidates: [String]) -> String? {
    candidates.map { (distance: distance($0, name), word: $0) }.min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
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
