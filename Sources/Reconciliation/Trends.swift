internal import Comparison
internal import Facts
internal import Foundation
internal import Rules

/// Words that say which way a series goes, against the series.
struct Trends {
  private(set) var findings: [Finding] = []
  private let report: CheckedReport
  private let up: Pattern?
  private let down: Pattern?

  init(_ report: CheckedReport) {
    self.report = report
    up = report.pattern("uppgangsord")
    down = report.pattern("nedgangsord")
    for table in report.facts.tables { checkColumn(of: table) }
    checkSentences()
  }

  /// 1 for up, -1 for down, nil for a word that says neither.
  private func direction(_ word: String) -> Int? {
    if up?.matches(word) ?? false { return 1 }
    return down?.matches(word) ?? false ? -1 : nil
  }

  /// A column "Trend" beside columns of years.
  private mutating func checkColumn(of table: TableFacts) {
    guard let pattern = report.pattern("trendkolumn"), let trend = table.columns.firstIndex(where: { pattern.matches($0) }) else { return }
    let years = table.columns.indices.filter { Self.year(table.columns[$0]) != nil }.sorted {
      Self.year(table.columns[$0]) ?? 0 < Self.year(table.columns[$1]) ?? 0
    }
    for row in table.rows {
      guard let word = row.values[trend], let said = direction(word) else { continue }
      check(said, word, years.compactMap { column in row.values[column].map { (table.columns[column], $0) } }, row, table)
    }
  }

  private mutating func check(
    _ said: Int, _ word: String, _ series: [(name: String, value: String)], _ row: TableFacts.Row, _ table: TableFacts
  ) {
    let numbers = series.compactMap { point in PrintedNumber(point.value).map { (point.name, point.value, $0.value) } }
    guard let last = numbers.last, let before = numbers.dropLast().last, let first = numbers.first else { return }
    // A word that fits the last step or the whole way is no contradiction.
    guard Self.sign(last.2 - before.2) == -said, Self.sign(last.2 - first.2) != said else { return }
    let message =
      "\"\(row.label)\" har trenden \(word), men serien går \(said > 0 ? "nedåt" : "uppåt"): \(before.1) (\(before.0)) till \(last.1) (\(last.0))."
    findings.append(
      Finding(.trend, message, [report.place(row, in: table), report.place(table.source?.page, table.columns.joined(separator: " | "))]))
  }

  private static func sign(_ value: Decimal) -> Int { value == 0 ? 0 : value < 0 ? -1 : 1 }

  private static func year(_ name: String) -> Int? {
    name.count == 4 ? Int(name).flatMap { $0 > 1900 && $0 < 2100 ? $0 : nil } : nil
  }

  /// Words that say of a row that it has grown or shrunk.
  private mutating func checkSentences() {
    guard let pattern = report.pattern("trendsats") else { return }
    for sentence in report.sentences {
      let bytes = Array(sentence.text.utf8)
      for match in pattern.allMatches(in: bytes) {
        guard let word = match.words("trend", in: bytes), let said = direction(word) else { continue }
        let before = String(decoding: bytes[..<match.range.lowerBound], as: UTF8.self)
        let end = String(decoding: bytes[match.range], as: UTF8.self)
        for table in report.facts.tables where table.legible {
          for row in table.rows {
            if let name = Self.name(of: row.label, endOf: before) { compare(said, (sentence, name + end), row, table) }
          }
        }
      }
    }
  }

  /// The words at the end of a text that name a row, without what stands in brackets in its label.
  private static func name(of label: String, endOf text: String) -> String? {
    let bare = label.prefix { $0 != "(" && $0 != "," }.trimmingCharacters(in: .whitespaces)
    let count = bare.split(separator: " ").count
    guard bare.count > 4 else { return nil }
    let words = text.split(separator: " ")
    let name = words.suffix(count).joined(separator: " ")
    // What stands before the name would make it another thing: "kostnaden för hemtjänst har minskat".
    let previous = words.dropLast(count).last
    let begins = previous.map { $0.hasSuffix(".") || $0.last?.isNumber ?? false || name.first?.isUppercase ?? false } ?? true
    return begins && ReportFigures.likeness(bare, name) >= 0.95 ? name : nil
  }

  private mutating func compare(
    _ said: Int, _ told: (sentence: CheckedReport.Sentence, quote: String), _ row: TableFacts.Row, _ table: TableFacts
  ) {
    let meanings = table.meanings.isEmpty ? Array(repeating: nil, count: table.columns.count) : table.meanings
    let points = table.columns.indices.compactMap { column -> (year: Int, name: String, value: Decimal, written: String)? in
      let meaning = meanings[column]
      let isSeries = meaning.map { $0.kind == "utfall" || $0.kind == "prognos" } ?? (Self.year(table.columns[column]) != nil)
      guard isSeries, let year = meaning?.year ?? Self.year(table.columns[column]), let written = row.values[column],
        let number = PrintedNumber(written)
      else { return nil }
      return (year, table.columns[column], number.value, written)
    }.sorted { $0.year < $1.year }
    guard let last = points.last, let before = points.dropLast().last, before.year < last.year,
      Self.sign(last.value - before.value) == -said
    else { return }
    let message =
      "Texten säger att \"\(row.label)\" har \(said > 0 ? "ökat" : "minskat"), men tabellen går från \(before.written) (\(before.name)) till \(last.written) (\(last.name))."
    findings.append(Finding(.trend, message, [report.place(told.sentence.page, told.quote), report.place(row, in: table)]))
  }
}
