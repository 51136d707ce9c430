internal import GRDB
public import Querying
internal import SearchIndex

/// All that answers a query, before the hits are read: which sections, in their order.
///
///     let whole = try archive.wholeResult(of: query, order: .relevance)
///     for places in whole.batches { for hit in try archive.hits(of: whole, places) { … } }
///
/// The hits are read some at a time, so that a result of any size takes little memory, and nobody who writes to the archive waits long.
public struct WholeResult: Sendable {
  /// The answer without its hits.
  public internal(set) var answer: SearchAnswer
  let query: ParsedQuery
  let explains: Bool
  /// The archive's count of changes when the query was answered.
  let revision: Int64
  /// Numbers in the whole index, in the order of the answer, and how well each fits.
  var sections: [UInt32]
  var scores: [Float]

  /// The number of hits.
  public var count: Int { sections.count }

  /// Reading this many hits takes a fraction of a second.
  private static let batchSize = 200

  /// The places of all hits, in groups to be read at a time.
  public var batches: [Range<Int>] {
    stride(from: 0, to: count, by: Self.batchSize).map { $0..<min($0 + Self.batchSize, count) }
  }

  /// Those at the places, in the order of the places.
  func keeping(_ places: [Int]) -> WholeResult {
    var kept = self
    kept.sections = places.map { sections[$0] }
    kept.scores = places.map { scores[$0] }
    return kept
  }
}

extension Archive {
  /// All that answers a query. Throws an `ArchiveFailure`, also where the search takes longer than it may.
  public func wholeResult(of query: ParsedQuery, order: SearchOptions.Order, explains: Bool = false) throws -> WholeResult {
    let options = SearchOptions(limit: .max, order: order, explains: explains)
    return try read { db in
      let snapshot = try snapshots.snapshot(db)
      let (answer, best) = try self.answer(to: query, snapshot, options, db)
      return WholeResult(
        answer: answer, query: query, explains: explains, revision: snapshot.revision, sections: best.sections, scores: best.scores)
    }
  }

  /// Some hits of a result. Throws an `ArchiveFailure` where the archive has changed since, so that no half of it is of another moment.
  public func hits(of whole: WholeResult, _ places: Range<Int>) throws -> [Hit] {
    try read { db in
      let snapshot = try unchanged(since: whole, db)
      return try analyzers.lend { analyzer in
        let reader = HitReader(db, whole.query, analyzer, explains: whole.explains)
        return try reader.hits(whole.sections[places], whole.scores[places], snapshot)
      }
    }
  }

  func unchanged(since whole: WholeResult, _ db: Database) throws -> Snapshot {
    let snapshot = try snapshots.snapshot(db)
    if snapshot.revision == whole.revision { return snapshot }
    throw ArchiveFailure("arkivet \(path) ändrades medan svaret lästes ur det; kör samma kommando igen")
  }
}
