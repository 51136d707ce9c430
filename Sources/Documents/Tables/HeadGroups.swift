/// Which columns the names of a head's upper level stand over.
///
/// The lower names decide before the places do: where they come in rounds ("Intäkter", "Kostnader", "Netto", again and again) no group begins inside a
/// round, and no name stands twice in one group. Names that are centred over ruled cells stand nearer to the figures of a neighbour than to their own, and
/// nothing tells of the rules; a budget taken for an outcome is worse than no name.
struct HeadGroups {
  /// The names of the lower level, one a column; empty where none stands.
  private let lower: [String]
  /// Left and right edge of each column.
  private let columns: [(x0: Double, x1: Double)]
  /// The names of the upper level, from the left.
  private let upper: [VisualRow.Segment]
  /// Whether a name stands over more than one column.
  private let hasRepeats: Bool
  /// Columns whose names come again in the same order right after.
  private let rounds: (start: Int, length: Int, count: Int)?

  /// Columns at the left that no group begins with: they refer to notes.
  private let outside: Int

  /// More ways than these to begin the groups are not tried.
  private static let mostGroups = 6
  private static let mostColumns = 18
  /// Names of one round.
  private static let longestRound = 12

  /// - Parameter outside: how many columns at the left are of no group.
  init(lower: [String], columns: [(x0: Double, x1: Double)], upper: [VisualRow.Segment], outside: Int = 0) {
    self.outside = outside
    self.lower = lower.map { $0.lowercased() }
    self.columns = columns
    self.upper = upper
    rounds = Self.rounds(in: self.lower)
    let named = self.lower.filter { !$0.isEmpty }
    hasRepeats = Set(named).count < named.count
  }

  /// For each column the index of its upper name, nil for a column that has none; nil where it cannot be told.
  func find() -> [Int?]? {
    (overRounds() ?? byPlaces()).map { groups in lower.indices.map { column in groups.firstIndex { $0.contains(column) } } }
  }

  /// The rounds as the groups, where there are as many as upper names. A column after them belongs to the last only where its upper name stands so.
  private func overRounds() -> [Range<Int>]? {
    guard let rounds, rounds.count == upper.count else { return nil }
    let exact = (0..<rounds.count).map { rounds.start + $0 * rounds.length..<rounds.start + ($0 + 1) * rounds.length }
    var wider = exact
    wider[wider.count - 1] = exact[exact.count - 1].lowerBound..<lower.count
    return hasNoNameTwice(wider) && cost(wider) + leastDifference < cost(exact) ? wider : exact
  }

  /// The groups whose upper names stand nearest to them; nil where two ways are as near.
  private func byPlaces() -> [Range<Int>]? {
    guard upper.count <= Self.mostGroups, lower.count <= Self.mostColumns else { return nil }
    let ways = choices().filter(isPossible).map { (cost: cost(groups($0)), groups: groups($0)) }.sorted { $0.cost < $1.cost }
    guard let best = ways.first, ways.count == 1 || ways[1].cost - best.cost > leastDifference else { return nil }
    return best.groups
  }

  // MARK: What the lower names say

  /// Whether names of a lower level come in rounds, and `count` names above them are those of groups: one a round, and one a column beside them at most.
  static func areGroups(_ count: Int, over lower: [String]) -> Bool {
    guard let rounds = rounds(in: lower.map { $0.lowercased() }) else { return false }
    return (rounds.count...lower.count - rounds.length * rounds.count + rounds.count).contains(count)
  }

  /// The longest stretch of two rounds or more of the same names, two or more a round.
  private static func rounds(in names: [String]) -> (start: Int, length: Int, count: Int)? {
    var best: (start: Int, length: Int, count: Int)?
    for start in names.indices {
      for length in 2...min(longestRound, max(2, (names.count - start) / 2)) where start + length <= names.count {
        let round = names[start..<start + length]
        guard !round.contains(""), Set(round).count == length else { continue }
        var count = 1
        while start + (count + 1) * length <= names.count,
          names[start + count * length..<start + (count + 1) * length].elementsEqual(round)
        { count += 1 }
        if count > 1, count * length > (best.map { $0.length * $0.count } ?? 0) { best = (start, length, count) }
      }
    }
    return best
  }

  /// Whether each group is without a name twice, none begins inside a round, and what stands before the first is named by itself alone.
  private func isPossible(_ starts: [Int]) -> Bool {
    if let rounds, starts.contains(where: { isInside($0, rounds) }) { return false }
    if let first = starts.first, first > 0 {
      if lower[..<first].contains(where: { $0.isEmpty || lower[first...].contains($0) }) { return false }
      // Years in a row are of one group: a name that is centred over three of them stands over the second.
      if lower[first - 1...first].allSatisfy({ CellShape($0) == .year }) { return false }
    }
    return hasNoNameTwice(groups(starts)) && hasNoYearTwice(groups(starts))
  }

  /// Whether no name with a year ("Budget 2023") stands over another year.
  private func hasNoYearTwice(_ groups: [Range<Int>]) -> Bool {
    zip(groups, upper).allSatisfy { group, name in
      HeadYears(name.string).isEmpty || lower[group].allSatisfy { HeadYears($0).isEmpty }
    }
  }

  private func hasNoNameTwice(_ groups: [Range<Int>]) -> Bool {
    !hasRepeats
      || groups.allSatisfy { group in
        let names = lower[group].filter { !$0.isEmpty }
        return Set(names).count == names.count
      }
  }

  private func isInside(_ start: Int, _ rounds: (start: Int, length: Int, count: Int)) -> Bool {
    let place = start - rounds.start
    return place > 0 && place < rounds.length * rounds.count && place % rounds.length != 0
  }

  private func groups(_ starts: [Int]) -> [Range<Int>] {
    starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : lower.count) }
  }

  /// The ways to begin as many groups as there are upper names. The first columns need not belong to one.
  private func choices() -> [[Int]] {
    var result: [[Int]] = [[]]
    for _ in upper {
      result = result.flatMap { starts in
        ((starts.last.map { $0 + 1 } ?? outside)..<max(lower.count, starts.last.map { $0 + 1 } ?? outside)).map { starts + [$0] }
      }
    }
    return result
  }

  // MARK: Where the names stand

  /// Ways nearer to one another than this (points) cannot be told apart.
  private var leastDifference: Double {
    let width = (columns.last?.x1 ?? 0) - (columns.first?.x0 ?? 0)
    return width / Double(max(1, columns.count)) * Self.tie
  }

  /// The share of a column's width that is no difference.
  private static let tie = 0.1

  /// How far (points) the upper names stand from the middles, the left or the right edges of their groups.
  private func cost(_ groups: [Range<Int>]) -> Double {
    let pairs = zip(groups.map { (x0: columns[$0.lowerBound].x0, x1: columns[$0.upperBound - 1].x1) }, upper)
    let middle = pairs.map { abs(($0.x0 + $0.x1) / 2 - ($1.x0 + $1.x1) / 2) }.reduce(0, +)
    let left = pairs.map { abs($0.x0 - $1.x0) }.reduce(0, +)
    let right = pairs.map { abs($0.x1 - $1.x1) }.reduce(0, +)
    return min(middle, left, right)
  }
}
