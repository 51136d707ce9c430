internal import Foundation

/// Finds the sections of a plan in an index.
///
/// A plan's parts are found one by one, each as a row of sections in their order, and then put together: simple, and fast since every list is read
/// once from end to end. The fit is BM25F (Robertson & Zaragoza, "The Probabilistic Relevance Framework", 2009): a word's forms and fields are added
/// up before they are levelled off.
public struct Matcher {
  let index: IndexReader
  private let deadline: ContinuousClock.Instant?

  /// BM25's usual figures: how soon more of the same word says no more, and how much a long text is held against it.
  private static var saturation: Float { 1.2 }
  private static var lengthPenalty: Float { 0.6 }
  /// More forms of one prefix are not looked at; what is asked for is then too short to say anything.
  private static var mostForms: Int { 20_000 }

  public init(_ index: IndexReader, deadline: ContinuousClock.Instant? = nil) {
    self.index = index
    self.deadline = deadline
  }

  /// Throws ``SearchTimedOut``, or what the source throws.
  public func matches(_ plan: Plan) throws -> Matches {
    try checkTime()
    switch plan {
    case .word(let forms): return try word(forms)
    case .phrase(let words, let headingOnly): return try places(words, .phrase(headingOnly: headingOnly))
    case .near(let words, let distance): return try places(words, .near(within: distance))
    case .all(let plans): return try all(plans)
    case .any(let plans): return try plans.reduce(into: Matches()) { $0 = $0.union(try matches($1)) }
    case .except(let plan, let unwanted): return try matches(plan).subtracting(matches(unwanted))
    case .everything: return sections([0..<index.count])
    case .attribute(let text): return try unweighted([Term(.attribute, text)])
    case .amount(let range): return try amounts(range)
    case .sections(let ranges): return sections(ranges)
    case .weighted(let plan, let weight):
      var found = try matches(plan)
      found.multiply(by: weight)
      return found
    }
  }

  func checkTime() throws {
    if let deadline, ContinuousClock.now > deadline { throw SearchTimedOut() }
  }

  // What is known for sure (a year, a body) is cut out of what is found, instead of making rows of a million sections first.
  private func all(_ plans: [Plan]) throws -> Matches {
    let ranges = plans.compactMap { plan in if case .sections(let ranges) = plan { ranges } else { nil } }
    let others = plans.filter { plan in if case .sections = plan { false } else { true } }
    guard let first = others.first else { return sections(ranges.dropFirst().reduce(ranges.first ?? []) { Self.common($0, $1) }) }
    var found = ranges.reduce(try matches(first)) { $0.within($1) }
    for plan in others.dropFirst() {
      if found.count == 0 { break }
      found = found.intersection(try matches(plan))
    }
    return found
  }

  private static func common(_ left: [Range<Int>], _ right: [Range<Int>]) -> [Range<Int>] {
    var (first, second) = (0, 0)
    var result: [Range<Int>] = []
    while first < left.count, second < right.count {
      let both = left[first].clamped(to: right[second])
      if !both.isEmpty { result.append(both) }
      if left[first].upperBound < right[second].upperBound { first += 1 } else { second += 1 }
    }
    return result
  }

  private func sections(_ ranges: [Range<Int>]) -> Matches {
    var result = Matches()
    result.reserve(ranges.reduce(0) { $0 + $1.count })
    for range in ranges { for section in range.clamped(to: 0..<index.count) { result.append(UInt32(section), 0) } }
    return result
  }
}

extension Matcher {
  private func word(_ forms: [Plan.Form]) throws -> Matches {
    var found = try sum(of: try lists(of: forms))
    rate(&found)
    return found
  }

  /// BM25 of rows of weighted numbers of times.
  func rate(_ found: inout Matches) {
    let (known, all) = (Float(found.count), Float(index.count))
    let rarity = max(0.05, log((all - known + 0.5) / (known + 0.5) + 1))
    let most = rarity * (Self.saturation + 1)
    let norms = LengthScale.lengths.map { Self.saturation * (1 - Self.lengthPenalty + Self.lengthPenalty * $0 / index.averageLength) }
    let sections = found.sections
    found.scores.withUnsafeMutableBufferPointer { scores in
      index.forEachSegment(of: sections) { segment, places in
        segment.columns.lengths.withUnsafeBufferPointer { lengths in
          for place in places {
            let times = scores[place]
            scores[place] = most * times / (times + norms[Int(lengths[Int(sections[place]) - segment.first])])
          }
        }
      }
    }
  }

  struct List {
    var segment: Segment
    var entry: DictionaryEntry
    var kind: Term.Kind
    var weight: Float
    var headingOnly: Bool

    func forEach(_ postings: ArraySlice<UInt8>, _ body: (UInt32, Float) -> Void) {
      let weights = headingOnly ? Occurrence.headingWeights : Occurrence.weights
      postings.withUnsafeBufferPointer { buffer in
        weights.withUnsafeBufferPointer { weights in
          var reader = PostingReader(buffer, kind: kind, first: segment.first)
          while reader.next() {
            let times = weights[Int(reader.occurrence)] * weight
            if times > 0 { body(reader.section, times) }
          }
        }
      }
    }
  }

  func lists(of forms: [Plan.Form]) throws -> [List] {
    var lists: [List] = []
    for form in Set(forms) {
      guard let kind = Term.Kind(rawValue: form.term.bytes.first ?? 0) else { continue }
      for segment in index.segments {
        try segment.entries(from: form.term.bytes, index.source) { entry in
          let isMeant = form.isPrefix ? entry.term.starts(with: form.term.bytes) : entry.term == form.term.bytes
          if isMeant { lists.append(List(segment: segment, entry: entry, kind: kind, weight: form.weight, headingOnly: form.headingOnly)) }
          return isMeant && form.isPrefix && lists.count < Self.mostForms
        }
      }
    }
    return lists
  }

  /// The sections of all lists, with the weighted numbers of times added up; a segment at a time, so that its row stays in the processor's cache.
  private func sum(of lists: [List]) throws -> Matches {
    let bySegment = Dictionary(grouping: lists) { $0.segment.first }
    var found = Matches()
    // What a damaged list says of its number may be anything.
    found.reserve(min(index.count, lists.reduce(0) { $0 + $1.entry.count }))
    var row: [Float] = []
    for segment in index.segments {
      guard let own = bySegment[segment.first] else { continue }
      if own.count > 1, own.reduce(0, { $0 + $1.entry.count }) > segment.count / Self.sparseShare {
        try add(own, of: segment, row: &row, to: &found)
      } else {
        try add(sparse: own, of: segment, to: &found)
      }
    }
    return found
  }

  /// Fewer sections than this part of a segment are sorted; more are put in a row as long as the segment.
  private static var sparseShare: Int { 64 }

  private func add(_ lists: [List], of segment: Segment, row: inout [Float], to found: inout Matches) throws {
    row.removeAll(keepingCapacity: true)
    row.append(contentsOf: repeatElement(0, count: segment.count))
    let first = UInt32(segment.first)
    // A section takes a byte at least; what the lists say of their numbers may be damaged.
    var most = 0
    for list in lists {
      try checkTime()
      let postings = try list.entry.postings.read(segment, from: index.source)
      most += postings.count
      row.withUnsafeMutableBufferPointer { row in
        list.forEach(postings) { section, weight in if Int(section &- first) < row.count { row[Int(section &- first)] += weight } }
      }
    }
    found.append(row: row, from: first, atMost: most)
  }

  private func add(sparse lists: [List], of segment: Segment, to found: inout Matches) throws {
    let end = UInt32(segment.first + segment.count)
    if lists.count == 1 {
      try checkTime()
      let postings = try lists[0].entry.postings.read(segment, from: index.source)
      // A section takes a byte at least; what the list says of its number may be damaged.
      return found.append(atMost: postings.count) { sections, scores in
        var filled = 0
        lists[0].forEach(postings) { section, weight in
          sections[filled] = section
          scores[filled] = weight
          filled += section < end ? 1 : 0
        }
        return filled
      }
    }
    var pairs: [(section: UInt32, times: Float)] = []
    for list in lists {
      try checkTime()
      list.forEach(try list.entry.postings.read(segment, from: index.source)) { if $0 < end { pairs.append(($0, $1)) } }
    }
    pairs.sort { $0.section < $1.section }
    for pair in pairs {
      if found.sections.last == pair.section {
        found.scores[found.count - 1] += pair.times
      } else {
        found.append(pair.section, pair.times)
      }
    }
  }

  private func unweighted(_ terms: [Term]) throws -> Matches {
    try unweighted(try lists(of: terms.map { Plan.Form($0, weight: 1) }))
  }

  private func unweighted(_ lists: [List]) throws -> Matches {
    var found = try sum(of: lists)
    for place in found.scores.indices { found.scores[place] = 0 }
    return found
  }

  private func amounts(_ range: ClosedRange<Int64>) throws -> Matches {
    let (first, last) = (Term(amount: range.lowerBound).bytes, Term(amount: range.upperBound).bytes)
    var lists: [List] = []
    for segment in index.segments {
      try checkTime()
      try segment.entries(from: first, index.source) { entry in
        guard entry.term.first == Term.Kind.amount.rawValue, !last.lexicographicallyPrecedes(entry.term) else { return false }
        lists.append(List(segment: segment, entry: entry, kind: .amount, weight: 1, headingOnly: false))
        return true
      }
    }
    return try unweighted(lists)
  }
}
