internal import Comparison
internal import Facts
internal import Foundation
internal import Rules

/// The results that the text states of a unit, against the deviation that a table shows for it.
struct TextAgainstTables {
  private(set) var findings: [Finding] = []
  private let report: CheckedReport
  private let whole: Pattern?
  private let owner: Pattern?
  private let negative: Pattern?

  /// The least likeness of the subject of a sum and the label of a row that are held to be the same.
  private static let sameName = 0.95
  /// A rounded figure ("drygt", "cirka") may miss by this share.
  private static let roundness = Decimal(string: "0.05") ?? 0

  init(_ report: CheckedReport) {
    self.report = report
    whole = report.pattern("helhetsrad")
    owner = report.pattern("helhetsord")
    negative = report.pattern("negativt")
    let told = Report(report.facts)
    for amount in report.facts.amounts {
      guard let figure = ReportFigures.result(of: amount, in: told), let subject = amount.subject else { continue }
      check(amount, signed(figure, amount), subject: subject)
    }
  }

  /// A deviation that words call negative.
  private func signed(_ figure: Figure, _ amount: Money) -> Figure {
    var figure = figure
    if amount.kind == "avvikelse", figure.value > 0, negative?.matches(amount.quote) ?? false { figure.value = -figure.value }
    return figure
  }

  private mutating func check(_ amount: Money, _ told: Figure, subject: String) {
    let ownsAll = speaksOfAll(subject, amount)
    let rows = report.figures.entries.filter { entry in
      entry.meaning.year == (amount.year ?? report.facts.document.year)
        && (ownsAll ? whole?.matches(entry.label) ?? false : ReportFigures.likeness(entry.label, subject) >= Self.sameName)
    }
    let deviations = rows.filter { $0.meaning.kind == "avvikelse" && ($0.meaning.part == nil || $0.meaning.part == "netto") }
    guard let shown = deviations.first?.figure, !rows.contains(where: { agrees(told, $0.figure, amount) }) else { return }
    // A figure in the text may be of something that the table does not show: what is nearly the same, or the same but for its sign or unit, is told of.
    guard let reason = deviations.compactMap({ reason(told, $0.figure, amount) }).first else { return }
    let message =
      "Texten säger \(told.written) för \(subject), men tabellen visar \(shown.written) i avvikelse: \(reason)."
    findings.append(
      Finding(
        .text, message,
        [report.place(told.place.page, amount.quote), report.place(shown.place.page, shown.place.quote + " " + shown.asWritten)]))
  }

  private func speaksOfAll(_ subject: String, _ amount: Money) -> Bool {
    if owner?.matches(subject) ?? false { return true }
    if let body = report.facts.document.body, ReportFigures.likeness(body, subject) >= Self.sameName { return true }
    guard amount.kind == "avvikelse", let first = amount.quote.split(separator: " ").first else { return false }
    return owner?.matches(String(first)) ?? false
  }

  private func agrees(_ told: Figure, _ shown: Figure, _ amount: Money) -> Bool {
    if told.agrees(with: shown) { return true }
    // A deviation without a sign may be of either.
    if amount.kind == "avvikelse", told.value > 0, abs(shown.value) == told.value { return true }
    let isRounded =
      !amount.quote.contains(amount.asWritten) || Self.rounding.contains { amount.quote.contains("\($0) \(amount.asWritten)") }
    return isRounded && abs(told.value - shown.value) <= abs(shown.value) * Self.roundness
  }

  private static let rounding = ["ca", "ca.", "cirka", "drygt", "knappt", "omkring", "ungefär", "närmare", "runt", "nästan"]

  private func reason(_ told: Figure, _ shown: Figure, _ amount: Money) -> String? {
    var turned = told
    turned.value = -told.value
    if turned.agrees(with: shown) { return "tecknet skiljer" }
    let (one, other) = (abs(told.value), abs(shown.value))
    if one == other * 1000 || other == one * 1000 { return "enheten skiljer" }
    return "\(HumanNumber.thousands(told.value)) tkr mot \(HumanNumber.thousands(shown.value)) tkr"
  }
}

/// Figures in messages.
enum HumanNumber {
  /// Kronor as thousands, with the thousands apart.
  static func thousands(_ kronor: Decimal) -> String { grouped(kronor / 1000) }

  static func grouped(_ value: Decimal) -> String {
    let parts = abs(value).description.split(separator: ".")
    let digits = Array(parts[0])
    let whole = digits.enumerated().map { ($0 > 0 && (digits.count - $0) % 3 == 0 ? " " : "") + String($1) }.joined()
    return (value < 0 ? "-" : "") + whole + (parts.count > 1 ? ",\(parts[1])" : "")
  }
}
