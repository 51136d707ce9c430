public import Facts

/// The kinds of facts that the archive counts, by the name under which they are kept.
public enum FactKind: String, CaseIterable, Sendable {
  case paragraf
  case motion
  case decision
  case vote
  case reservation
  case goal
  case assignment
  case amount
  case table
  case indicator

  /// How many of each kind a document has.
  public static func counts(of facts: FactsDocument) -> [(kind: FactKind, count: Int)] {
    allCases.map { ($0, $0.count(in: facts)) }
  }

  private func count(in facts: FactsDocument) -> Int {
    switch self {
    case .paragraf: facts.paragraphs.count
    case .motion: facts.paragraphs.map(\.motions.count).reduce(0, +)
    case .decision: facts.paragraphs.map(\.decisions.count).reduce(0, +)
    case .vote: facts.paragraphs.map(\.votes.count).reduce(0, +)
    case .reservation: facts.paragraphs.map(\.reservations.count).reduce(0, +)
    case .goal: facts.goals.count
    case .assignment: facts.assignments.count
    case .amount: facts.amounts.count
    case .table: facts.tables.count
    case .indicator: facts.indicators.count
    }
  }
}
