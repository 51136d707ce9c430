import Comparison
import Facts
import Foundation

/// A comparison for a person at a terminal: a table a subject, a column a report or year.
enum ComparisonText {
  static func text(of comparison: Comparison, on terminal: Terminal) -> String {
    var text = TextLayout(terminal)
    text.heading("Jämförelse av \(Swedish.count(comparison.reports.count, "rapport", "rapporter"))")
    for (letter, report) in zip(ComparisonTable.letters(comparison.reports.count), comparison.reports) {
      text.entry("\(report.label): \(report.document.title ?? report.document.type) (\(report.document.source))", mark: "\(letter)  ")
    }
    text.entry("Efter varje belopp står rapportens bokstav och sidan.")
    addResults(of: comparison, to: &text)
    addGoals(of: comparison, to: &text)
    addSeries(of: comparison, to: &text)
    addAssignments(of: comparison, to: &text)
    if !comparison.notes.isEmpty {
      text.heading("Att veta")
      for note in comparison.notes { text.entry(note, mark: "– ") }
    }
    return text.string
  }

  private static func addResults(of comparison: Comparison, to text: inout TextLayout) {
    let table = ComparisonTable(comparison, width: text.terminal.width)
    for result in comparison.results {
      text.heading("\(result.title) – visat i tkr")
      text.add(lines: table.lines(of: result))
      for row in result.rows where row.names.count > 1 {
        text.entry(
          "\(row.name): förut \(row.names.dropLast().joined(separator: ", ")), likhet \(percent(row.likeness))", mark: "– ", indent: 2)
      }
    }
  }

  private static func addGoals(of comparison: Comparison, to text: inout TextLayout) {
    if comparison.goals.isEmpty { return }
    text.heading("Mål")
    for thread in comparison.goals {
      text.entry(thread.text, mark: "– ")
      for member in thread.members {
        let number = member.goal.number.map { "mål \($0), " } ?? ""
        let written = member.goal.outcomeAsWritten.map { " (\"\($0)\")" } ?? ""
        let likeness = member.likeness.map { $0 < 1 ? ", likhet \(percent($0))" : "" } ?? ""
        let remark = member.remark.isEmpty ? "" : " – \(member.remark)"
        text.entry(
          "\(comparison.reports[member.report].label): \(number)\(FactNames.words(member.goal.outcome))\(written)\(remark)\(likeness)",
          indent: 4,
          place: member.place.text)
      }
    }
  }

  private static func addSeries(of comparison: Comparison, to text: inout TextLayout) {
    if comparison.series.isEmpty { return }
    text.heading("Nyckeltal")
    for series in comparison.series {
      text.entry("\(series.name)\(unit(of: series))", mark: "– ")
      for (owner, points) in Dictionary(grouping: series.points, by: \.owner).sorted(by: { $0.key < $1.key }) {
        let values = points.map { point in
          let shown = point.isRestated ? point.values : Array(point.values.prefix(1))
          let target = point.values.lazy.compactMap(\.target).first.map { ", mål \($0)" } ?? ""
          let sources = shown.map { "\($0.asWritten) (\($0.place.text))" }.joined(separator: " → omräknat: ")
          return "\(point.year): \(sources)\(target)"
        }
        text.entry((comparison.hasOneOwner ? "" : "\(owner): ") + values.joined(separator: "; "), indent: 4)
      }
    }
  }

  private static func unit(of series: Series) -> String {
    let units = Set(series.points.flatMap(\.values).map(\.unit))
    return units == ["enligt namnet"] ? "" : " (\(units.sorted().joined(separator: ", ")))"
  }

  private static func addAssignments(of comparison: Comparison, to text: inout TextLayout) {
    if comparison.assignments.isEmpty { return }
    text.heading("Uppdrag")
    for thread in comparison.assignments {
      text.entry(thread.text, mark: "– ")
      for member in thread.members {
        let dates = [member.assignment.start, member.assignment.end].compactMap { $0 }.joined(separator: "–")
        let status = member.assignment.status.map(FactNames.words) ?? "status saknas"
        let parts = ["\(comparison.reports[member.report].label): \(status)", dates, member.remark].filter { !$0.isEmpty }
        text.entry(parts.joined(separator: ", "), indent: 4, place: member.place.text)
      }
    }
  }

  private static func percent(_ likeness: Double?) -> String { likeness.map { "\(Int(($0 * 100).rounded())) %" } ?? "–" }
}
