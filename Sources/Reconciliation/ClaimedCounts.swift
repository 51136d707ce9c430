internal import Facts
internal import Language
internal import Rules

/// How many years a table is said to show, against its columns.
struct ClaimedCounts {
  private(set) var findings: [Finding] = []

  init(_ report: CheckedReport) {
    guard let pattern = report.pattern("senastearen") else { return }
    var used: [Int?: Int] = [:]
    for sentence in report.sentences {
      let bytes = Array(sentence.text.utf8)
      guard let match = pattern.firstMatch(in: bytes), let claimed = match.words("antal", in: bytes).flatMap({ Numeral.parse($0) }) else {
        continue
      }
      let tables = report.facts.tables.filter { $0.source?.page == sentence.page && Self.years(of: $0).count > 2 }
      // The captions of a page are of its tables in their order.
      let place = used[sentence.page, default: 0]
      used[sentence.page] = place + 1
      guard place < tables.count, tables.allSatisfy({ Self.years(of: $0).count != claimed }) else { continue }
      let years = Self.years(of: tables[place])
      let message =
        "Texten säger att tabellen visar \(claimed) år, men den har \(years.count) (\(years[0])–\(years[years.count - 1]))."
      findings.append(
        Finding(
          .count, message,
          [
            report.place(sentence.page, String(decoding: bytes[match.range.lowerBound...], as: UTF8.self)),
            report.place(tables[place].source?.page, years.joined(separator: " ")),
          ]))
    }
  }

  private static func years(of table: TableFacts) -> [String] {
    table.columns.filter { $0.count == 4 && Int($0).map { $0 > 1900 && $0 < 2100 } ?? false }
  }
}
