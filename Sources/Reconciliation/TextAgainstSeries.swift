internal import Comparison
internal import Facts
internal import Foundation
internal import Rules

/// Key figures told in the text against the tables that show the same measure of the same year.
struct TextAgainstSeries {
  private(set) var findings: [Finding] = []
  private let report: CheckedReport
  private let owner: Pattern?
  private let extra: Pattern?
  private let bound: Pattern?

  private static let tableRule = "nyckeltal.ar"
  private static let sameName = 0.95
  /// Figures farther apart than this share of the larger are of different things.
  private static let nearness = Decimal(string: "0.3") ?? 0
  /// What a rounded figure ("cirka") may miss by.
  private static let roundness = Decimal(string: "0.05") ?? 0

  init(_ report: CheckedReport) {
    self.report = report
    owner = report.pattern("helheten")
    extra = report.pattern("mattillagg")
    bound = report.rules.vocabulary.pattern(for: "gransord", prefix: "\\A")
    let shown = report.facts.indicators.filter { $0.source?.rule == Self.tableRule }
    let names = shown.map { bare($0.name) }
    for told in report.facts.indicators where told.source?.rule != Self.tableRule {
      let name = bare(told.name)
      let rows = shown.indices.filter { !name.isEmpty && ReportFigures.likeness(names[$0], name) >= Self.sameName }
      // Two rows of one name are parts of something that the name does not tell.
      if rows.count == 1 { compare(told, shown[rows[0]]) }
    }
  }

  /// The name without what only says that it is of the whole body or how it is counted.
  private func bare(_ name: String) -> String {
    var bytes = Array(name.utf8)
    for pattern in [owner, extra].compactMap(\.self) {
      for match in pattern.allMatches(in: bytes).reversed() { bytes.removeSubrange(match.range) }
    }
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespaces.union(.punctuationCharacters))
  }

  private mutating func compare(_ told: Indicator, _ shown: Indicator) {
    let wrong = told.values.keys.sorted().filter { year in
      guard let one = told.values[year], let other = shown.values[year] else { return false }
      return contradict(one, other, quote: told.source?.quote ?? "")
    }
    guard !wrong.isEmpty else { return }
    let pairs = wrong.map { "\(told.values[$0] ?? "") mot \(shown.values[$0] ?? "") för \($0)" }.joined(separator: ", ")
    let message = "Texten säger annat om \"\(told.name)\" än tabellens rad \"\(shown.name)\": \(pairs)."
    findings.append(
      Finding(
        .text, message,
        [
          report.place(told.source?.page, told.source?.quote ?? told.name),
          report.place(shown.source?.page, shown.source?.quote ?? shown.name),
        ]))
  }

  /// Whether the text's value cannot be that of the table: another figure, or one on the wrong side of a bound ("över 10,5 %").
  private func contradict(_ told: String, _ shown: String, quote: String) -> Bool {
    let bytes = Array(told.utf8)
    let limit = bound?.firstMatch(in: bytes)
    let rest = String(decoding: bytes[(limit?.range.upperBound ?? 0)...], as: UTF8.self).replacing("procent", with: "%")
    guard let one = PrintedNumber(rest), let other = PrintedNumber(shown), isSameUnit(one, other),
      abs(one.value - other.value) <= max(abs(one.value), abs(other.value)) * Self.nearness
    else { return false }
    if limit?.range("over") != nil { return other.value + other.step / 2 < one.value }
    if limit?.range("under") != nil { return other.value - other.step / 2 > one.value }
    let isRounded = limit != nil || Self.rounding.contains { quote.contains("\($0) \(told)") }
    let slack = isRounded ? abs(other.value) * Self.roundness : 0
    return abs(one.value - other.value) * 2 > max(one.step, other.step) + slack * 2
  }

  private static let rounding = ["ca", "ca.", "cirka", "omkring", "ungefär", "runt"]

  private func isSameUnit(_ one: PrintedNumber, _ other: PrintedNumber) -> Bool {
    one.suffix == other.suffix || one.suffix.isEmpty || other.suffix.isEmpty
  }
}
