/// The best of what was found.
public struct TopSections: Sendable, Equatable {
  /// Numbers in the whole index, best first; of equals that with the lower number.
  public private(set) var sections: [UInt32] = []
  public private(set) var scores: [Float] = []

  /// - Parameters:
  ///   - skipping: the number of better ones to leave out.
  ///   - limit: the most to give.
  public init(of matches: Matches, skipping: Int = 0, limit: Int) {
    let wanted = skipping < matches.count ? skipping + min(limit, matches.count - skipping) : 0
    var order = wanted * 8 < matches.count ? Self.best(wanted, of: matches) : Array(0..<matches.count)
    order.sort { Self.isBetter($0, $1, matches) }
    for place in order.prefix(wanted).dropFirst(skipping) {
      sections.append(matches.sections[place])
      scores.append(matches.scores[place])
    }
  }

  /// Those at the places, in their order.
  public init(of matches: Matches, places: [Int]) {
    sections = places.map { matches.sections[$0] }
    scores = places.map { matches.scores[$0] }
  }

  // The places of the best, in no order: a first threshold is raised whenever four times as many as are wanted have passed it.
  private static func best(_ wanted: Int, of matches: Matches) -> [Int] {
    if wanted == 0 { return [] }
    var kept: [Int] = []
    var threshold = -Float.infinity
    for place in 0..<matches.count where matches.scores[place] > threshold {
      kept.append(place)
      if kept.count >= wanted * 4 + 64 {
        kept.sort { isBetter($0, $1, matches) }
        kept.removeLast(kept.count - wanted)
        threshold = matches.scores[kept[wanted - 1]]
      }
    }
    return kept
  }

  @inline(__always)
  private static func isBetter(_ first: Int, _ second: Int, _ matches: Matches) -> Bool {
    let (left, right) = (matches.scores[first], matches.scores[second])
    return left != right ? left > right : first < second
  }
}
