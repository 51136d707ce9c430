internal import Foundation

/// How far a misspelt word is from a known one, and which known word was meant: "menade du …".
///
/// Words are in lower case. What Swedes mistype costs little: dots and rings left out, a doubled consonant, two letters that changed places.
public enum Spelling {
  /// A known word and how often it stands in the texts.
  public struct Candidate: Sendable {
    public var word: String
    /// At least 1.
    public var frequency: Int

    /// A known word, and how often it stands in the texts.
    public init(_ word: String, frequency: Int) {
      self.word = word
      self.frequency = frequency
    }
  }

  /// The known word that was most likely meant: near enough for its length, the nearest, and of those as near the most frequent. Nil where none
  /// is near, and where `word` is among them itself. Time grows with the candidates' letters.
  public static func best(for word: String, among candidates: some Sequence<Candidate>) -> String? {
    let letters = Array(word.unicodeScalars)
    let limit = limit(for: letters.count)
    var best: (word: String, score: Double)?
    for candidate in candidates {
      if candidate.word == word { return nil }
      let other = Array(candidate.word.unicodeScalars)
      guard Double(abs(other.count - letters.count)) <= limit / cheapestInsertion,
        let distance = distance(letters, other, limit: limit)
      else { continue }
      // A word a hundred times as frequent makes up for a third of a letter.
      let score = distance - 0.15 * log10(Double(max(1, candidate.frequency)))
      if score < best?.score ?? .infinity { best = (candidate.word, score) }
    }
    return best?.word
  }

  /// The words' distance: 0 for the same word, 1 for a letter too many, too few or wrong.
  public static func distance(_ one: String, _ other: String) -> Double {
    distance(Array(one.unicodeScalars), Array(other.unicodeScalars), limit: .infinity) ?? .infinity
  }

  /// The first letters that a word meant by `word` may have, itself first: `a` for `a`, `å` and `ä`.
  public static func firstLetters(of word: String) -> [String] {
    guard let first = word.unicodeScalars.first else { return [] }
    return [first].map(String.init) + (alike.first { $0.contains(first) } ?? []).filter { $0 != first }.map(String.init)
  }

  /// In lower case without dots, rings and accents: `nämnd` and `namnd` are the same.
  public static func undotted(_ word: String) -> String {
    String(String.UnicodeScalarView(word.unicodeScalars.map { scalar in alike.first { $0.contains(scalar) }?.first ?? scalar }))
  }

  /// How far off a word of so many letters may be.
  static func limit(for letters: Int) -> Double {
    switch letters {
    case ...3: 0.5
    case 4...5: 1
    case 6...8: 1.5
    default: 2
    }
  }

  private static let alike: [[Unicode.Scalar]] = [["a", "å", "ä", "à", "á"], ["o", "ö", "ø"], ["e", "é", "è"], ["u", "ü"]]
  /// Letters that sound alike.
  private static let sound: [Set<Unicode.Scalar>] = [
    ["c", "k"], ["s", "z"], ["c", "s"], ["v", "w"], ["e", "ä"], ["å", "o"], ["i", "y"], ["d", "t"], ["g", "j"], ["i", "j"], ["b", "p"],
  ]
  private static let cheapestInsertion = 0.4

  // Damerau's distance with weights, three rows of its table at a time; given up where a whole row is past the limit.
  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar], limit: Double) -> Double? {
    var before: [Double] = []
    var above = [0.0]
    for column in other.indices { above.append(above[column] + insertion(other, column)) }
    for row in one.indices {
      var current = [above[0] + insertion(one, row)]
      for column in other.indices {
        var cost = min(
          above[column] + substitution(one[row], other[column]), current[column] + insertion(other, column),
          above[column + 1] + insertion(one, row))
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column], one[row] != other[column] {
          cost = min(cost, before[column - 1] + 0.7)
        }
        current.append(cost)
      }
      if current.min() ?? 0 > limit { return nil }
      before = above
      above = current
    }
    let distance = above[other.count]
    return distance <= limit ? distance : nil
  }

  private static func substitution(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Double {
    if one == other { return 0 }
    if alike.contains(where: { $0.contains(one) && $0.contains(other) }) { return 0.25 }
    return sound.contains { $0.contains(one) && $0.contains(other) } ? 0.7 : 1
  }

  /// A letter beside its like is a doubled one.
  private static func insertion(_ word: [Unicode.Scalar], _ index: Int) -> Double {
    let isDoubled = index > 0 && word[index - 1] == word[index] || index + 1 < word.count && word[index + 1] == word[index]
    return isDoubled ? cheapestInsertion : 1
  }
}
