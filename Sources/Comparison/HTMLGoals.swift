internal import Facts

/// The goals on the page: a row a goal and report, with a mark that needs no colour.
struct HTMLGoals {
  private let comparison: Comparison
  private let links: HTMLLinks

  init(_ comparison: Comparison, _ links: HTMLLinks) {
    self.comparison = comparison
    self.links = links
  }

  var text: String {
    if comparison.goals.isEmpty { return "" }
    let rows = comparison.goals.flatMap { thread in thread.members.map { row($0) } }
    return """
      <section><h2>Mål</h2>
      <p class="lead">● uppnått  ◐ delvis uppnått  ○ ej uppnått  – ej bedömt. Likheten säger hur lika målets ordalydelse är den i rapporten före.</p>
      \(HTMLTable.table(["Rapport", "Nr", "Mål", "Utfall", "Som skrivet", "Anmärkning", "Likhet", "Källa"], rows))
      </section>
      """
  }

  private func row(_ member: GoalThread.Member) -> String {
    let goal = member.goal
    let cells = [
      comparison.reports[member.report].label, goal.number ?? "", goal.text,
      "\(Self.mark(goal.outcome)) \(goal.outcome.replacing("_", with: " "))",
      goal.outcomeAsWritten ?? "", member.remark, member.likeness.map { "\(Int(($0 * 100).rounded())) %" } ?? "",
    ]
    return HTMLTable.row(cells, source: member.place, links)
  }

  private static func mark(_ outcome: String) -> String {
    switch outcome {
    case "uppnått": "●"
    case "delvis_uppnått": "◐"
    case "ej_uppnått": "○"
    default: "–"
    }
  }
}

/// The assignments on the page.
struct HTMLAssignments {
  private let comparison: Comparison
  private let links: HTMLLinks

  init(_ comparison: Comparison, _ links: HTMLLinks) {
    self.comparison = comparison
    self.links = links
  }

  var text: String {
    if comparison.assignments.isEmpty { return "" }
    let rows = comparison.assignments.flatMap { thread in
      thread.members.map { member in
        let assignment = member.assignment
        let cells = [
          comparison.reports[member.report].label, assignment.text, (assignment.status ?? "").replacing("_", with: " "),
          assignment.start ?? "", assignment.end ?? "", member.remark, member.likeness.map { "\(Int(($0 * 100).rounded())) %" } ?? "",
        ]
        return HTMLTable.row(cells, source: member.place, links)
      }
    }
    return """
      <section><h2>Uppdrag</h2>
      \(HTMLTable.table(["Rapport", "Uppdrag", "Status", "Start", "Slut", "Anmärkning", "Likhet", "Källa"], rows))
      </section>
      """
  }
}
