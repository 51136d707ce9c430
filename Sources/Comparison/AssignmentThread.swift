public import Facts

/// An assignment (uppdrag) through the reports: carried over, finished or dropped.
public struct AssignmentThread: Sendable {
  /// The assignment in one report.
  public struct Member: Sendable {
    /// Index of the report.
    public var report: Int
    public var assignment: Assignment
    public var place: Place
    /// How like it is to the one before, 0 to 1; nil for the first.
    public var likeness: Double?
    /// "följer med", "klart", "finns inte i 2024" ...; empty where there is nothing to say.
    public var remark: String
  }

  public var members: [Member]

  /// As the latest report has it.
  public var text: String { members.last?.assignment.text ?? "" }

  /// The least likeness of assignments that are held to be the same.
  private static let threshold = 0.6

  static func threads(of reports: [Report]) -> [AssignmentThread] {
    let names = reports.map { ResultReader.numbered($0.assignments.map(\.text)) }
    return Threads(names, threshold: threshold).threads.map { thread in
      let members = thread.enumerated().map { place, found in
        member(found, isLast: place == thread.count - 1, in: reports)
      }
      return AssignmentThread(members: members)
    }
  }

  private static func member(_ found: Threads.Member, isLast: Bool, in reports: [Report]) -> Member {
    let report = reports[found.report]
    let assignment = report.assignments[found.item]
    let place = Place(report.document, assignment.source, quote: assignment.source?.quote ?? assignment.text)
    var remarks: [String] = []
    if found.likeness != nil { remarks.append("följer med från förra rapporten") }
    if isLast, let next = reports.next(after: found.report), !reports[next].assignments.isEmpty {
      remarks.append(
        assignment.status == "klar"
          ? "klart, och finns inte i \(reports[next].label)" : "finns inte i \(reports[next].label) fast det inte är klart")
    }
    return Member(
      report: found.report, assignment: assignment, place: place, likeness: found.likeness, remark: remarks.joined(separator: ", "))
  }
}
