internal import Comparison
internal import Facts
internal import Foundation

/// Results in tables whose cells lost their order in the text: a line's name followed by three figures of which the last is the sum of the
/// other two. That they add up in one way only is what makes them sure.
struct LostOrder {
  private(set) var entries: [ReportFigures.Entry] = []

  init(_ report: CheckedReport) {
    let lost = report.facts.tables.filter { !$0.legible && $0.rows.isEmpty }
    let pages = Set(lost.compactMap { $0.source?.page })
    guard !pages.isEmpty else { return }
    for line in report.lines where line.page.map(pages.contains) ?? false {
      guard let unit = lost.first(where: { $0.source?.page == line.page }).flatMap({ Self.unit(of: $0) }),
        let (name, result) = Self.result(in: line.text)
      else { continue }
      // Such a table names no year that could be read: it is held against what the text says of any.
      for year in Set(report.facts.amounts.compactMap(\.year)) {
        entries.append(
          .init(
            label: name, deviation: Decimal(result), unit: unit, year: year, source: report.facts.document.source, page: line.page,
            line: line.text))
      }
    }
  }

  private static func unit(of table: TableFacts) -> MoneyUnit? {
    if let unit = table.unit { return MoneyUnit(named: unit) }
    let words = Set((table.source?.quote ?? "").split(separator: " ").map { $0.lowercased() })
    let named = MoneyUnit.allCases.filter { words.contains($0.rawValue) }
    return named.count == 1 ? named[0] : nil
  }

  /// The name and the last figure of a line that ends in three figures which add up in one way only.
  static func result(in line: String) -> (name: String, result: Int)? {
    let words = line.split(separator: " ").map(String.init)
    let tail = Array(words.reversed().prefix { Int($0) != nil }.reversed())
    let head = words.dropLast(tail.count)
    let label = head.reversed().prefix { $0.contains(where: \.isLetter) || $0 == "&" }.reversed().joined(separator: " ")
    guard tail.count > 2, label.count > 3 else { return nil }
    let sums = splits(tail).filter { abs($0[0] + $0[1] - $0[2]) <= 1 }
    guard let only = sums.first, sums.count == 1, only[2] != 0 else { return nil }
    return (String(label.drop { !$0.isLetter }), only[2])
  }

  /// Every way to read the words as three figures with their thousands apart.
  private static func splits(_ words: [String]) -> [[Int]] {
    var found: [[Int]] = []
    for first in 1..<max(2, words.count - 1) {
      for second in (first + 1)..<max(first + 2, words.count) {
        let parts = [Array(words[..<first]), Array(words[first..<second]), Array(words[second...])]
        let figures = parts.compactMap(figure)
        if figures.count == 3 { found.append(figures) }
      }
    }
    return found
  }

  private static func figure(_ groups: [String]) -> Int? {
    guard let first = groups.first, first.drop(while: { $0 == "-" }).count <= 3,
      groups.dropFirst().allSatisfy({ $0.count == 3 && !$0.hasPrefix("-") })
    else { return nil }
    return groups.count > 1 && (first == "0" || first == "-0") ? nil : Int(groups.joined())
  }
}
