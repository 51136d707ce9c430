public import Facts

/// A goal (mål) through the reports, though it is renamed or renumbered.
public struct GoalThread: Sendable {
  /// The goal in one report.
  public struct Member: Sendable {
    /// Index of the report.
    public var report: Int
    public var goal: Goal
    public var place: Place
    /// How like it is to the one before, 0 to 1; nil for the first.
    public var likeness: Double?
    /// What became of it: "ny ordalydelse", "nytt nummer", "finns inte i 2024"; empty where there is nothing to say.
    public var remark: String
  }

  public var members: [Member]

  /// As the latest report has it.
  public var text: String { members.last?.goal.text ?? "" }

  /// The least likeness of goals that are held to be the same.
  private static let threshold = 0.55

  static func threads(of reports: [Report]) -> [GoalThread] {
    let names = reports.map { ResultReader.numbered($0.goals.map(\.text)) }
    return Threads(names, threshold: threshold).threads.map { thread in
      var members: [Member] = []
      for found in thread {
        let report = reports[found.report]
        let goal = report.goals[found.item]
        let place = Place(report.document, goal.source, quote: goal.source?.quote ?? goal.text)
        let change = remark(goal, after: members.last?.goal, likeness: found.likeness)
        members.append(Member(report: found.report, goal: goal, place: place, likeness: found.likeness, remark: change))
      }
      noteEnd(of: &members, in: reports)
      return GoalThread(members: members)
    }
  }

  private static func remark(_ goal: Goal, after before: Goal?, likeness: Double?) -> String {
    guard let before else { return "" }
    var remarks: [String] = []
    if let likeness, likeness < 1 { remarks.append("ny ordalydelse") }
    if let old = before.number, let new = goal.number, old != new { remarks.append("nytt nummer (förut \(old))") }
    return remarks.joined(separator: ", ")
  }

  private static func noteEnd(of members: inout [Member], in reports: [Report]) {
    guard let last = members.last, let next = reports.next(after: last.report), !reports[next].goals.isEmpty else { return }
    let ending = "finns inte i \(reports[next].label)"
    members[members.count - 1].remark = [last.remark, ending].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension [Report] {
  /// Index of the same owner's report of the next year, of the same kind where there is one; nil where there is none.
  func next(after index: Int) -> Int? {
    guard let year = self[index].document.year else { return nil }
    let later = indices.filter { self[$0].owner == self[index].owner && (self[$0].document.year ?? 0) > year }
    let alike = later.filter { self[$0].document.type == self[index].document.type }
    return (alike.isEmpty ? later : alike).min { (self[$0].document.year ?? 0) < (self[$1].document.year ?? 0) }
  }
}
