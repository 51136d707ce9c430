/// Sections that were found, and how well each fits.
public struct Matches: Sendable, Equatable {
  /// Numbers in the whole index, rising.
  public internal(set) var sections: [UInt32] = []
  /// One for each; higher is better, 0 where nothing is said of the fit.
  public internal(set) var scores: [Float] = []

  public init() {}

  public var count: Int { sections.count }

  @inline(__always)
  mutating func append(_ section: UInt32, _ score: Float) {
    sections.append(section)
    scores.append(score)
  }

  /// Adds at most so many, which come after all that are here: `fill` writes them from the first place on and gives their number. There is room for
  /// one more than that, so that it may write each before it knows whether it is kept.
  mutating func append(atMost most: Int, _ fill: (_ sections: UnsafeMutablePointer<UInt32>, _ scores: UnsafeMutablePointer<Float>) -> Int) {
    let before = count
    sections.append(contentsOf: repeatElement(0, count: most + 1))
    scores.append(contentsOf: repeatElement(0, count: most + 1))
    var filled = 0
    sections.withUnsafeMutableBufferPointer { sections in
      scores.withUnsafeMutableBufferPointer { scores in
        guard let sections = sections.baseAddress, let scores = scores.baseAddress else { return }
        filled = fill(sections + before, scores + before)
      }
    }
    sections.removeLast(most + 1 - filled)
    scores.removeLast(most + 1 - filled)
  }

  /// Adds those with a score above 0 in a row of sections that follow on each other, which come after all that are here; at most so many have one.
  mutating func append(row: [Float], from first: UInt32, atMost most: Int) {
    append(atMost: min(most, row.count)) { sections, scores in
      var filled = 0
      row.withUnsafeBufferPointer { row in
        for place in row.indices {
          // Written whether it is kept or not, since a branch that cannot be foretold costs more.
          sections[filled] = first &+ UInt32(truncatingIfNeeded: place)
          scores[filled] = row[place]
          filled &+= row[place] > 0 ? 1 : 0
        }
      }
      return filled
    }
  }

  mutating func reserve(_ count: Int) {
    sections.reserveCapacity(count)
    scores.reserveCapacity(count)
  }

  /// Those of both, the scores added.
  func intersection(_ other: Matches) -> Matches {
    var result = Matches()
    result.reserve(min(count, other.count))
    var (left, right) = (0, 0)
    while left < count, right < other.count {
      let (first, second) = (sections[left], other.sections[right])
      if first == second { result.append(first, scores[left] + other.scores[right]) }
      left += first <= second ? 1 : 0
      right += second <= first ? 1 : 0
    }
    return result
  }

  /// Those of either, the scores added where both have one.
  func union(_ other: Matches) -> Matches {
    if count == 0 { return other }
    if other.count == 0 { return self }
    var result = Matches()
    result.reserve(count + other.count)
    var (left, right) = (0, 0)
    while left < count || right < other.count {
      let first = left < count ? sections[left] : .max
      let second = right < other.count ? other.sections[right] : .max
      let score = (first <= second ? scores[left] : 0) + (second <= first ? other.scores[right] : 0)
      result.append(min(first, second), score)
      left += first <= second ? 1 : 0
      right += second <= first ? 1 : 0
    }
    return result
  }

  func subtracting(_ other: Matches) -> Matches {
    var result = Matches()
    result.reserve(count)
    var right = 0
    for left in 0..<count {
      while right < other.count, other.sections[right] < sections[left] { right += 1 }
      if right < other.count, other.sections[right] == sections[left] { continue }
      result.append(sections[left], scores[left])
    }
    return result
  }

  /// Those in the ranges, which rise and are apart from each other.
  public func within(_ ranges: [Range<Int>]) -> Matches {
    var result = Matches()
    var start = 0
    for range in ranges {
      start = sections[start...].partitioningIndex { Int($0) >= range.lowerBound }
      let end = sections[start...].partitioningIndex { Int($0) >= range.upperBound }
      if start == 0, end == count { return self }
      result.sections += sections[start..<end]
      result.scores += scores[start..<end]
      start = end
    }
    return result
  }

  mutating func multiply(by weight: Float) {
    for index in scores.indices { scores[index] *= weight }
  }
}

extension Matches {
  /// Those of which `isKept` is true of their place.
  public func filtered(_ isKept: (Int) -> Bool) -> Matches {
    var result = Matches()
    for place in 0..<count where isKept(place) { result.append(sections[place], scores[place]) }
    return result
  }

  /// The same, with the rank of the range in which each lies for its score; ranges rise and are apart from each other.
  public func ranked(by ranges: [(sections: Range<Int>, rank: Float)]) -> Matches {
    var result = self
    var index = 0
    for place in 0..<count {
      while index < ranges.count, ranges[index].sections.upperBound <= Int(sections[place]) { index += 1 }
      result.scores[place] = index < ranges.count ? ranges[index].rank : 0
    }
    return result
  }
}
