import Foundation

/// Random figures that are the same in every run (xorshift64, Marsaglia 2003).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

/// Words as texts have them: which, how often, and which follows on which.
struct Vocabulary {
  /// Each word with those that followed it in the texts read, as often as they did.
  private var followers: [String: [String]] = [:]
  private var words: [String] = []
  /// Long words from which new compounds are made, since a large archive has more words than the texts read.
  private var long: [String] = []

  init(texts: [String]) {
    for text in texts {
      let row = text.split(separator: " ").map(String.init)
      words += row
      for (word, next) in zip(row, row.dropFirst()) { followers[word, default: []].append(next) }
    }
    long = Array(Set(words.filter { $0.count > 6 && $0.allSatisfy(\.isLetter) })).sorted()
  }

  /// About so many words, one after another as texts have them. One in forty is a new compound, figures are new.
  func text(_ count: Int, _ dice: inout Dice) -> String {
    var text = ""
    var word = words.randomElement(using: &dice) ?? ""
    for _ in 0..<count {
      text +=
        Int.random(in: 0..<40, using: &dice) == 0
        ? compound(&dice) : word.allSatisfy(\.isNumber) ? "\(Int.random(in: 1...9999, using: &dice))" : word
      text += " "
      word = followers[word]?.randomElement(using: &dice) ?? words.randomElement(using: &dice) ?? ""
    }
    return text
  }

  func word(_ dice: inout Dice) -> String { words.randomElement(using: &dice) ?? "" }

  // A tenth of all pairs: compounds are met again.
  private func compound(_ dice: inout Dice) -> String {
    let first = Int.random(in: 0..<long.count, using: &dice)
    let second = (first * 7919 + Int.random(in: 0..<max(1, long.count / 10), using: &dice)) % long.count
    return long[first] + "s" + long[second].lowercased()
  }
}
