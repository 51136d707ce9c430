/// Hits, true facts and found facts of one measure.
public struct Score: Codable, Sendable, Equatable {
  public var hit = 0
  public var gold = 0
  public var found = 0

  public init(hit: Int = 0, gold: Int = 0, found: Int = 0) { (self.hit, self.gold, self.found) = (hit, gold, found) }

  /// The share of what was found that is true.
  public var precision: Double { found > 0 ? Double(hit) / Double(found) : gold == 0 ? 1 : 0 }
  /// The share of what is true that was found.
  public var recall: Double { gold > 0 ? Double(hit) / Double(gold) : 1 }
  /// The harmonic mean of both; 1 where there was nothing to find and nothing was found.
  public var f1: Double {
    let (p, r) = (precision, recall)
    return p + r > 0 ? 2 * p * r / (p + r) : 0
  }
}

/// A fact that was missed, found though it is none, or found wrong.
public struct Miss: Sendable, Equatable {
  public enum Kind: String, Sendable { case missed, excess, wrong }

  public var measure: String
  public var kind: Kind
  /// What it is about, the § first where it stands in one.
  public var fact: String
}

/// The scores of all measures, summed over what was compared, with what was missed.
public struct Board: Sendable {
  /// In the order in which the measures came up.
  public private(set) var measures: [String] = []
  private var scores: [String: Score] = [:]
  public internal(set) var misses: [Miss] = []

  public init() {}

  /// The score of a measure; an empty one where it did not come up.
  public subscript(_ measure: String) -> Score { scores[measure] ?? Score() }

  mutating func count(_ measure: String, hit: Int, gold: Int, found: Int) {
    if scores[measure] == nil { measures.append(measure) }
    scores[measure, default: Score()].hit += hit
    scores[measure, default: Score()].gold += gold
    scores[measure, default: Score()].found += found
  }

  /// Adds the scores and misses of another comparison.
  public mutating func add(_ other: Board) {
    for measure in other.measures {
      let score = other[measure]
      count(measure, hit: score.hit, gold: score.gold, found: score.found)
    }
    misses += other.misses
  }

  mutating func miss(_ measure: String, _ kind: Miss.Kind, _ fact: String) {
    misses.append(Miss(measure: measure, kind: kind, fact: fact))
  }

  /// Pairs true with found facts, counts the pairs as hits and notes the others as misses.
  /// - Parameters:
  ///   - alike: how alike the true fact and the found one are.
  ///   - least: what a pair must reach.
  /// - Returns: the pairs, as indices.
  @discardableResult
  mutating func match<Fact>(
    _ measure: String, _ gold: [Fact], _ found: [Fact], least: Double = 0.999, named: (Fact) -> String, alike: (Fact, Fact) -> Double
  ) -> [(gold: Int, found: Int)] {
    let pairs = Self.pairs(gold, found, least: least, alike: alike)
    count(measure, hit: pairs.count, gold: gold.count, found: found.count)
    let (hitGold, hitFound) = (Set(pairs.map(\.gold)), Set(pairs.map(\.found)))
    for index in gold.indices where !hitGold.contains(index) { miss(measure, .missed, named(gold[index])) }
    for index in found.indices where !hitFound.contains(index) { miss(measure, .excess, named(found[index])) }
    return pairs
  }

  /// The best pairs of one with one: the most alike first, those that stand first where two are as alike.
  static func pairs<Fact>(
    _ gold: [Fact], _ found: [Fact], least: Double, alike: (Fact, Fact) -> Double
  ) -> [(gold: Int, found: Int)] {
    var candidates: [(likeness: Double, gold: Int, found: Int)] = []
    for i in gold.indices {
      for j in found.indices {
        let likeness = alike(gold[i], found[j])
        if likeness >= least { candidates.append((likeness, i, j)) }
      }
    }
    candidates.sort { ($1.likeness, $0.gold, $0.found) < ($0.likeness, $1.gold, $1.found) }
    var (usedGold, usedFound) = (Set<Int>(), Set<Int>())
    var pairs: [(gold: Int, found: Int)] = []
    for candidate in candidates where !usedGold.contains(candidate.gold) && !usedFound.contains(candidate.found) {
      usedGold.insert(candidate.gold)
      usedFound.insert(candidate.found)
      pairs.append((candidate.gold, candidate.found))
    }
    return pairs
  }

  /// Counts single-valued fields of one pair: those set in truth, those set in what was found, and those that say the same.
  mutating func compareFields(_ measure: String, _ names: [String], gold: JSONValue, found: JSONValue, place: String = "") {
    for name in names {
      let (wanted, value) = (gold[name].text, found[name].text)
      let isRight = !wanted.isEmpty && !value.isEmpty && ComparedText(wanted).normalised == ComparedText(value).normalised
      count("\(measure).\(name)", hit: isRight ? 1 : 0, gold: wanted.isEmpty ? 0 : 1, found: value.isEmpty ? 0 : 1)
      if !wanted.isEmpty, !isRight { miss("\(measure).\(name)", .missed, "\(place)\"\(wanted)\", läst som \"\(value)\"") }
      if wanted.isEmpty, !value.isEmpty { miss("\(measure).\(name)", .excess, "\(place)\"\(value)\"") }
    }
  }
}
