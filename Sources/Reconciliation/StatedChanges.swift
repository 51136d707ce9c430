internal import Comparison
internal import Facts
internal import Foundation
internal import Language
internal import Rules

/// What a sentence says of a change, against the figures: "ökade från 71 till 68", or an increase laid on one group whose row does not show it.
struct StatedChanges {
  private(set) var findings: [Finding] = []
  private let report: CheckedReport
  private let up: Pattern?

  private static let sameName = 0.95

  init(_ report: CheckedReport) {
    self.report = report
    up = report.pattern("uppgangsord")
    checkWays()
    checkGroups()
  }

  /// A verb against the two figures that stand beside it.
  private mutating func checkWays() {
    guard let pattern = report.pattern("franochtill") else { return }
    for sentence in report.sentences {
      let bytes = Array(sentence.text.utf8)
      for match in pattern.allMatches(in: bytes) {
        guard let verb = match.words("verb", in: bytes), let before = match.words("fore", in: bytes),
          let after = match.words("efter", in: bytes),
          let one = PrintedNumber(before), let other = PrintedNumber(after), one.value != other.value, one.value > 0, other.value > 0
        else { continue }
        let saysUp = up?.matches(verb) ?? false
        guard saysUp != (other.value > one.value) else { continue }
        let message = "Texten säger \"\(verb)\", men talen går \(saysUp ? "nedåt" : "uppåt"): från \(before) till \(after)."
        let quote = String(decoding: bytes[match.range], as: UTF8.self)
        findings.append(Finding(.trend, message, [report.place(sentence.page, sentence.text), report.place(sentence.page, quote)]))
      }
    }
  }

  /// A change of the whole that the next sentence lays on one group, against the group's own row.
  private mutating func checkGroups() {
    guard let change = report.pattern("andradmed"), let placing = report.pattern("andringenligger") else { return }
    for (sentence, next) in zip(report.sentences, report.sentences.dropFirst()) where sentence.section == next.section {
      let (bytes, more) = (Array(sentence.text.utf8), Array(next.text.utf8))
      guard let told = change.firstMatch(in: bytes), let size = told.words("antal", in: bytes).flatMap({ PrintedNumber($0) })?.value,
        let placed = placing.firstMatch(in: more), let group = placed.words("grupp", in: more)
      else { continue }
      compare(size, group, sentence, next)
    }
  }

  private mutating func compare(_ size: Decimal, _ group: String, _ sentence: CheckedReport.Sentence, _ next: CheckedReport.Sentence) {
    for table in report.facts.tables where table.legible {
      let changes = table.rows.compactMap { row in lastChange(row, table).map { (row, $0) } }
      // The table is the one that the sentence is of where one of its rows changed by just as much.
      guard changes.contains(where: { abs($0.1.size) == size }),
        let (row, own) = changes.first(where: { Self.isNamed($0.0.label, group) }), abs(own.size) != size
      else { continue }
      // Told in two places, it is one contradiction.
      guard !findings.contains(where: { $0.places.last == report.place(row, in: table) }) else { return }
      let message =
        "Texten lägger hela förändringen (\(HumanNumber.grouped(size))) på \"\(row.label)\", men raden går från \(own.before) till \(own.after): \(HumanNumber.grouped(abs(own.size)))."
      findings.append(
        Finding(.text, message, [report.place(next.page, "\(sentence.text) \(next.text)"), report.place(row, in: table)]))
      return
    }
  }

  /// How much the row changed from the year before the last to the last.
  private func lastChange(_ row: TableFacts.Row, _ table: TableFacts) -> (size: Decimal, before: String, after: String)? {
    let years = table.columns.indices.compactMap { column -> (year: Int, written: String)? in
      guard let year = Self.year(table.columns[column]), let written = row.values[column] else { return nil }
      return (year, written)
    }.sorted { $0.year < $1.year }
    guard let last = years.last, let before = years.dropLast().last, last.year == before.year + 1,
      let one = PrintedNumber(before.written)?.value, let other = PrintedNumber(last.written)?.value
    else { return nil }
    return (other - one, before.written, last.written)
  }

  private static func year(_ name: String) -> Int? { name.count == 4 ? Int(name).flatMap { (1900..<2100).contains($0) ? $0 : nil } : nil }

  private static func isNamed(_ label: String, _ group: String) -> Bool { ReportFigures.likeness(label, group) >= sameName }
}
