internal import Facts
internal import Foundation
internal import GRDB
internal import Language
public import Querying
internal import SearchIndex

extension Archive {
  /// Sections that answer a query, best first; documents read later come after earlier ones of the same fit.
  ///
  /// Throws an `ArchiveFailure`, also where the search takes longer than it may.
  public func search(_ query: ParsedQuery, _ options: SearchOptions) throws -> SearchAnswer {
    try read { db in
      let snapshot = try snapshots.snapshot(db)
      var (answer, best) = try self.answer(to: query, snapshot, options, db)
      answer.hits = try analyzers.lend { analyzer in
        try HitReader(db, query, analyzer, explains: options.explains).hits(best.sections[...], best.scores[...], snapshot)
      }
      return answer
    }
  }

  /// The answer without its hits, and which they are.
  func answer(
    to query: ParsedQuery, _ snapshot: Snapshot, _ options: SearchOptions, _ db: Database
  ) throws -> (SearchAnswer, TopSections) {
    let index = IndexReader(segments: snapshot.segments, source: ChunkTable(db: db))
    let found = try found(query, snapshot, index, options)
    let answer = SearchAnswer(
      query: query.understood, total: found.count, offset: options.offset, suggestion: try SpellingAdvice(index).suggestion(for: query),
      notes: query.notes.map(\.message), facets: Counting(found, snapshot, index).facets, hits: [])
    return (answer, try Self.best(of: found, snapshot, options, db))
  }

  private func found(
    _ query: ParsedQuery, _ snapshot: Snapshot, _ index: IndexReader, _ options: SearchOptions
  ) throws -> Matches {
    guard let root = query.root else { return Matches() }
    let matcher = Matcher(index, deadline: .now + .seconds(options.longest))
    do {
      let found = try matcher.matches(Planner(snapshot: snapshot).plan(root))
      return found.within(snapshot.live).withoutTwins(snapshot.superseded)
    } catch is SearchTimedOut {
      throw ArchiveFailure(
        "sökningen tog längre tid än \(Int(options.longest)) sekunder och avbröts; sök med färre eller mindre vanliga ord")
    }
  }

  private static func best(of found: Matches, _ snapshot: Snapshot, _ options: SearchOptions, _ db: Database) throws -> TopSections {
    // Where nothing is said of the fit (fields alone were asked for) the newest say most.
    let saysNothing = options.order == .relevance && !found.scores.contains { $0 > 0 }
    if options.order == .relevance, !saysNothing { return TopSections(of: found, skipping: options.offset, limit: options.limit) }
    return try DateOrder(found, snapshot, newestFirst: options.order != .oldest, db).sections(
      skipping: options.offset, limit: options.limit)
  }
}

extension Matches {
  /// A § that stands in several files of one meeting counts once: that of the file that is shown, or, where only a file that is not shown has what is
  /// asked for (it was corrected away, or masked), the best of those.
  func withoutTwins(_ superseded: [Int: Int]) -> Matches {
    if superseded.isEmpty { return self }
    let own = Set(sections.map(Int.init))
    var best: [Int: Int] = [:]
    for (place, section) in sections.enumerated() {
      guard let shown = superseded[Int(section)], !own.contains(shown) else { continue }
      if let other = best[shown], scores[other] >= scores[place] { continue }
      best[shown] = place
    }
    let kept = Set(best.values)
    return filtered { place in superseded[Int(sections[place])] == nil || kept.contains(place) }
  }
}
