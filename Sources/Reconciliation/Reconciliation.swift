public import Facts
public import Rules

/// Checks reports against themselves and against each other (avstämning).
///
/// A check says something only where it can name what does not agree; where it cannot see what it needs, it is silent.
public struct Reconciliation: Sendable {
  /// A report as it was read: its facts and its running text.
  public struct Reading: Sendable {
    public var facts: FactsDocument
    public var sections: [TextSection]

    public init(facts: FactsDocument, sections: [TextSection]) {
      self.facts = facts
      self.sections = sections
    }
  }

  private let rules: RuleSet

  public init(rules: RuleSet) { self.rules = rules }

  /// Each report's findings in the order of the reports, then those between reports.
  public func findings(in readings: [Reading]) -> [Finding] {
    readings.flatMap(findings) + BetweenReports(readings.map(\.facts)).findings
  }

  private func findings(in reading: Reading) -> [Finding] {
    let report = CheckedReport(reading, rules: rules)
    let sums = TableSums(report).findings
    // A sum that is wrong makes the deviation of its row wrong too: that is told once.
    let rows = RowRelations(report).findings.filter { row in !sums.contains { $0.places[0] == row.places[0] } }
    let found =
      sums + rows + WholeAndParts(report).findings + MirrorRows(report).findings
      + TextAgainstTables(report).findings + TextSums(report).findings + RepeatedFigures(report).findings + CountedGoals(report).findings
      + Trends(report).findings + ClaimedCounts(report).findings + BalanceGoal(report).findings + TextAgainstSeries(report).findings
      + WordsOfSize(report).findings + StatedChanges(report).findings
    return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
