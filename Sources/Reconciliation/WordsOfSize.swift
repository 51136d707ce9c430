internal import Comparison
internal import Facts
internal import Foundation
internal import Rules

/// A sentence that says of all the (other) rows of a table that they lie close to what was planned, against rows that do not.
struct WordsOfSize {
  private(set) var findings: [Finding] = []
  private let report: CheckedReport

  /// A deviation of this share of the plan is not close to it, whatever is meant by the word.
  private static let far = Decimal(string: "0.33") ?? 0
  /// Of smaller plans a step or two is a large share.
  private static let leastPlan: Decimal = 10

  init(_ report: CheckedReport) {
    self.report = report
    guard let pattern = report.pattern("allanara") else { return }
    for (index, sentence) in report.sentences.enumerated() where pattern.matches(sentence.text) {
      // What the sentences before it speak of is excepted.
      let before = report.sentences[..<index].suffix(Self.reach).filter { $0.section == sentence.section && $0.text.hasSuffix(".") }.map(
        \.text)
      check(sentence, before: before, tables(near: sentence))
    }
  }

  private static let reach = 12

  /// The tables with planned and deviating figures that end on the sentence's page or the one before; those with the columns of the last of them.
  private func tables(near sentence: CheckedReport.Sentence) -> [TableFacts] {
    guard let page = sentence.page else { return [] }
    let near = report.facts.tables.filter { table in
      let end = table.rows.last?.page ?? table.source?.page
      return table.legible && Self.columns(of: table) != nil && (end == page || end == page - 1)
    }
    return near.filter { $0.columns == near.last?.columns }
  }

  /// The columns of the plan and of the deviation from it, of the year as a whole; nil where there are none or several.
  private static func columns(of table: TableFacts) -> (plan: Int, deviation: Int)? {
    let plans = table.columns.indices.filter { isPlan(table, $0) }
    let deviations = table.columns.indices.filter {
      table.columns[$0].lowercased().hasPrefix("avvik") || table.columns[$0].lowercased().hasPrefix("diff")
    }
    guard plans.count == 1, deviations.count == 1 else { return nil }
    return (plans[0], deviations[0])
  }

  private static func isPlan(_ table: TableFacts, _ column: Int) -> Bool {
    let name = table.columns[column].lowercased()
    return ["budget", "åtagande", "plan", "mål"].contains { name.hasPrefix($0) }
  }

  private mutating func check(_ sentence: CheckedReport.Sentence, before: [String], _ tables: [TableFacts]) {
    let far = tables.flatMap { table in
      table.rows.filter { row in isFar(row, in: table) && !before.contains { Self.names(row.label, in: $0) } }.map { ($0, table) }
    }
    guard let (first, table) = far.first else { return }
    let shown = far.prefix(3).compactMap { row, table in
      Self.columns(of: table).map { "\(row.label): \(row.values[$0.deviation] ?? "") mot \(row.values[$0.plan] ?? "")" }
    }
    let message =
      "Texten säger att avvikelserna är små, men i \(far.count) \(far.count == 1 ? "rad" : "rader") skiljer minst en tredjedel av det planerade (\(shown.joined(separator: "; ")))."
    findings.append(Finding(.text, message, [report.place(sentence.page, sentence.text), report.place(first, in: table)]))
  }

  private func isFar(_ row: TableFacts.Row, in table: TableFacts) -> Bool {
    guard let (plan, deviation) = Self.columns(of: table), let planned = row.values[plan].flatMap({ PrintedNumber($0) })?.value,
      let deviating = row.values[deviation].flatMap({ PrintedNumber($0) })?.value, abs(planned) >= Self.leastPlan
    else { return false }
    return abs(deviating) >= abs(planned) * Self.far && report.pattern("helhetsrad")?.matches(row.label) != true
  }

  /// Whether the sentence speaks of the row: it has a long word of its label.
  private static func names(_ label: String, in sentence: String) -> Bool {
    let text = sentence.lowercased()
    return label.lowercased().split(whereSeparator: { !$0.isLetter }).contains { $0.count > 5 && text.contains($0.prefix($0.count - 1)) }
  }
}
