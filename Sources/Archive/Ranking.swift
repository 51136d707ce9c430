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
  /// § that another file of the same meeting shows instead: section -> the section that is shown.
  private let superseded: [Int64: Int64]
  /// Matches in such §, by the section that is shown, and the sections shown that match themselves.
  private var heldBack: [Int64: Entry] = [:]
  private var matched = Set<Int64>()
  private let shownSections: Set<Int64>
  private(set) var total = 0
  private(set) var countByDocument: [Int64: Int] = [:]
  private var kept: [Entry] = []

  init(limit: Int, superseded: [Int64: Int64]) {
    self.limit = max(0, limit)
    self.superseded = superseded
    shownSections = Set(superseded.values)
  }

  var best: [Entry] { Array(kept.sorted { $0.comesBefore($1) }.prefix(limit)) }

  /// A § that stands in several files counts once.
  mutating func add(_ entry: Entry) {
    guard !superseded.isEmpty else { return count(entry) }
    if let shown = superseded[entry.section.rawValue] {
      if let held = heldBack[shown], held.comesBefore(entry) { return }
      heldBack[shown] = entry
      return
    }
    if shownSections.contains(entry.section.rawValue) { matched.insert(entry.section.rawValue) }
    count(entry)
  }

  /// What only a file that is not shown has (it was corrected away, or masked) is found there.
  mutating func finish() {
    for (shown, entry) in heldBack.sorted(by: { $0.key < $1.key }) where !matched.contains(shown) { count(entry) }
    heldBack = [:]
  }

  /// Keeps twice the limit and halves when that is full, which costs a constant a match however many there are.
  private mutating func count(_ entry: Entry) {
    total += 1
    countByDocument[entry.section.document, default: 0] += 1
    kept.append(entry)
    if kept.count / 2 - 32 >= limit { kept = best }
  }
}
