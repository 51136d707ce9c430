internal import Querying
internal import SearchIndex

/// Counts what was found, by what is known of each document and section.
struct Counting {
  private(set) var facets: [String: [String: Int]] = [
    "municipality": [:], "body": [:], "year": [:], "type": [:], "fact": [:], "outcome": [:],
  ]

  /// - Parameter found: the sections that are shown, rising.
  init(_ found: Matches, _ snapshot: Snapshot, _ index: IndexReader) {
    var byMunicipality = [Int](repeating: 0, count: snapshot.names.count)
    var (byBody, byType) = (byMunicipality, byMunicipality)
    var byYear: [Int: Int] = [:]
    var byMarks = MarkCounts()
    index.forEachSegment(of: found.sections) { segment, places in
      for place in places { byMarks.count(segment.columns.marks[Int(found.sections[place]) - segment.first]) }
    }
    var place = 0
    for document in snapshot.documents {
      let start = place
      while place < found.count, Int(found.sections[place]) < document.sections.upperBound { place += 1 }
      let count = place - start
      if count == 0 { continue }
      if document.municipality >= 0 { byMunicipality[Int(document.municipality)] += count }
      if document.body >= 0 { byBody[Int(document.body)] += count }
      if document.type >= 0 { byType[Int(document.type)] += count }
      if let year = document.year { byYear[year, default: 0] += count }
      if place == found.count { break }
    }
    facets["municipality"] = Self.named(byMunicipality, snapshot)
    facets["body"] = Self.named(byBody, snapshot)
    facets["type"] = Self.named(byType, snapshot)
    facets["year"] = Dictionary(uniqueKeysWithValues: byYear.map { (String($0.key), $0.value) })
    facets["fact"] = byMarks.facts
    facets["outcome"] = byMarks.outcomes
  }

  private static func named(_ counts: [Int], _ snapshot: Snapshot) -> [String: Int] {
    counts.indices.reduce(into: [:]) { facet, number in
      if counts[number] > 0 { facet[snapshot.names[number]] = counts[number] }
    }
  }

  private struct MarkCounts {
    private var byFacts = [Int](repeating: 0, count: 1 << AskedFact.allCases.count)
    private var byOutcome = [Int](repeating: 0, count: 256)

    mutating func count(_ marks: UInt32) {
      byFacts[Int(marks) & (byFacts.count - 1)] += 1
      byOutcome[Int(marks >> 24)] += 1
    }

    var facts: [String: Int] {
      var counts: [String: Int] = [:]
      for (bit, fact) in AskedFact.allCases.enumerated() {
        let count = byFacts.indices.reduce(0) { $1 & (1 << bit) != 0 ? $0 + byFacts[$1] : $0 }
        if count > 0 { counts[fact.swedish] = count }
      }
      return counts
    }

    var outcomes: [String: Int] {
      SectionMarks.outcomes.enumerated().reduce(into: [:]) { counts, outcome in
        if outcome.offset > 0, byOutcome[outcome.offset] > 0 { counts[outcome.element] = byOutcome[outcome.offset] }
      }
    }
  }
}
