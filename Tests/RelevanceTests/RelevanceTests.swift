import Testing

/// How well searches are answered, beside what plain FTS5 would have given.
@Suite struct RelevanceTests {
  private struct Scores {
    var queries: Int
    var own: Score
    var plain: Score
  }

  private static let scores = Result {
    let set = try RelevanceSet.load()
    let documents = try ReadDocuments(set)
    return Scores(
      queries: set.queries.count, own: try Score(of: ArchiveSearch(documents), on: set),
      plain: try Score(of: PlainSearch(documents), on: set))
  }

  @Test func thereAreSixtyQueriesOrMore() throws { #expect(try Self.scores.get().queries >= 60) }

  @Test func whatARevisorWantsComesFirst() throws {
    let scores = try Self.scores.get()
    print("Sökningen: \(scores.own)\nFTS5:      \(scores.plain)")
    let remarks = scores.own.remarks.joined(separator: "\n")
    #expect(scores.own.nDCG >= 0.85, "\(remarks)")
    #expect(scores.own.success >= 0.80, "\(remarks)")
  }

  @Test func aQueryWithoutAnAnswerGetsNone() throws {
    let own = try Self.scores.get().own
    #expect(own.silence == 1, "\(own.remarks.joined(separator: "\n"))")
  }

  @Test func theSearchIsBetterThanPlainFTS5() throws {
    let scores = try Self.scores.get()
    #expect(scores.own.nDCG > scores.plain.nDCG)
    #expect(scores.own.success > scores.plain.success)
  }
}
