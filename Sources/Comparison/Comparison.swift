public import Facts

/// Reports laid side by side: over years for one body, or over municipalities for one year.
///
///     let comparison = Comparison(of: reports)
///     comparison.sheets            // for CSV, JSON and XLSX
///     HTMLPage(comparison).text    // with charts
///
/// Every figure has its unit and its place; what cannot be told or does not agree stands in `notes`.
public struct Comparison: Sendable {
  /// By owner, then year.
  public private(set) var reports: [Report]
  public private(set) var results: [ResultTable] = []
  public private(set) var goals: [GoalThread] = []
  public private(set) var series: [Series] = []
  public private(set) var assignments: [AssignmentThread] = []
  /// What the reader must know: one Swedish sentence each.
  public private(set) var notes: [String] = []

  /// - Parameter remarks: what has to be said of the documents' facts, one Swedish sentence each.
  public init(of documents: [FactsDocument], remarks: [String] = []) {
    let set = ReportSet(documents.map(Report.init))
    reports = set.reports
    notes = remarks + set.notes
    let tables = ResultComparison(reports)
    results = tables.tables
    goals = GoalThread.threads(of: reports)
    series = Series.all(of: reports)
    assignments = AssignmentThread.threads(of: reports)
    notes += tables.notes + results.flatMap(\.notes) + series.flatMap(\.notes)
  }

  /// Whether all reports are of one body.
  public var hasOneOwner: Bool { Set(reports.map(\.owner)).count < 2 }

  /// Keeps what is called so: result rows and series whose name holds the words.
  public mutating func keep(unit: String) {
    let wanted = Likeness.normalised(unit)
    func holds(_ name: String) -> Bool { " \(Likeness.normalised(name)) ".contains(wanted) }
    for index in results.indices { results[index].rows.removeAll { row in !row.names.contains(where: holds) } }
    results.removeAll(where: \.rows.isEmpty)
    series.removeAll { !holds($0.name) }
    goals.removeAll { thread in !thread.members.contains { holds($0.goal.text) } }
    assignments.removeAll { thread in !thread.members.contains { holds($0.assignment.text) } }
  }

  /// Keeps the result figures of one measure: budget, utfall, avvikelse, prognos or resultat, which is what a text says of it and the deviation.
  public mutating func keep(measure: String) {
    for table in results.indices {
      for row in results[table].rows.indices {
        results[table].rows[row].cells.removeAll { !($0.measure == measure || measure == "resultat" && $0.measure == "avvikelse") }
      }
      results[table].rows.removeAll(where: \.cells.isEmpty)
    }
    results.removeAll(where: \.rows.isEmpty)
    (goals, series, assignments) = ([], [], [])
  }

  /// Keeps some of the subjects.
  public mutating func keep(_ subjects: Set<Subject>) {
    if !subjects.contains(.results) { results = [] }
    if !subjects.contains(.goals) { goals = [] }
    if !subjects.contains(.series) { series = [] }
    if !subjects.contains(.assignments) { assignments = [] }
  }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { results.isEmpty && goals.isEmpty && series.isEmpty && assignments.isEmpty }
}

/// What reports are compared in.
public enum Subject: String, Sendable, CaseIterable {
  case results = "resultat"
  case goals = "mål"
  case series = "nyckeltal"
  case assignments = "uppdrag"
}
