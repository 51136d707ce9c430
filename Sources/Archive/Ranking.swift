/// The best of all matches, and how many there are in each document.
struct Ranking {
  struct Entry {
    var section: SectionID
    var score: Double

    /// Best first; of equals, the one that was stored first.
    func comesBefore(_ other: Entry) -> Bool {
      score != other.score ? score > other.score : section.rawValue < other.section.rawValue
    }
  }

  private let limit: Int
  private(set) var total = 0
  private(set) var countByDocument: [Int64: Int] = [:]
  private var kept: [Entry] = []

  init(limit: Int) { self.limit = max(0, limit) }

  var best: [Entry] { Array(kept.sorted { $0.comesBefore($1) }.prefix(limit)) }

  /// Keeps twice the limit and halves when that is full, which costs a constant a match however many there are.
  mutating func add(_ entry: Entry) {
    total += 1
    countByDocument[entry.section.document, default: 0] += 1
    kept.append(entry)
    if kept.count / 2 - 32 >= limit { kept = best }
  }
}
