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
  private let entries: [ReportFigures.Entry]

  /// The least likeness of the subject of a sum and the label of a row that are held to be the same.
  private static let sameName = 0.95
  /// A rounded figure ("drygt", "cirka") may miss by this share.
  private static let roundness = Decimal(string: "0.05") ?? 0

  init(_ report: CheckedReport) {
    self.report = report
    whole = report.pattern("helhetsrad")
    owner = report.pattern("helhetsord")
    negative = report.pattern("negativt")
    entries = report.figures.entries + LostOrder(report).entries
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
    let rows = entries.filter { entry in
      entry.meaning.year == (amount.year ?? report.facts.document.year)
        && (ownsAll ? whole?.matches(entry.label) ?? false : isNamed(entry.label, subject))
    }
    let deviations = rows.filter { $0.meaning.kind == "avvikelse" && ($0.meaning.part == nil || $0.meaning.part == "netto") }
    guard let shown = deviations.first?.figure, !rows.contains(where: { agrees(told, $0.figure, amount) }),
      !differences(of: rows).contains(where: { agrees(told, $0, amount) || agrees(turned(told), $0, amount) })
    else { return }
    guard let reason = deviations.compactMap({ reason(told, $0.figure, amount) }).first else { return }
    let message =
      "Texten säger \(told.written) för \(subject), men tabellen visar \(shown.written) i avvikelse: \(reason)."
    findings.append(
      Finding(
        .text, message,
        [report.place(told.place.page, amount.quote), report.place(shown.place.page, shown.place.quote + " " + shown.asWritten)]))
  }

  /// The label, or what stands in it before a comma.
  private func isNamed(_ label: String, _ subject: String) -> Bool {
    ReportFigures.likeness(label, subject) >= Self.sameName
      || label.contains(",") && ReportFigures.likeness(String(label.prefix { $0 != "," }), subject) >= Self.sameName
  }

  /// The deviations that a table has no column for: outcome or forecast less budget.
  private func differences(of rows: [ReportFigures.Entry]) -> [Figure] {
    let told = rows.filter { $0.meaning.kind == "avvikelse" }
    let bare = rows.filter { row in !told.contains { $0.meaning.isPeriod == row.meaning.isPeriod && $0.meaning.part == row.meaning.part } }
    return bare.filter { $0.meaning.kind == "budget" }.flatMap { budget in
      bare.filter { $0.meaning.kind == "prognos" || $0.meaning.kind == "utfall" }.map { outcome in
        var figure = outcome.figure
        figure.value -= budget.figure.value
        figure.step = max(figure.step, budget.figure.step)
        return figure
      }
    }
  }

  private func turned(_ figure: Figure) -> Figure {
    var figure = figure
    figure.value = -figure.value
    return figure
  }

  /// Whether the text has this one result of the subject and no other: then it is the subject's whole result.
  private func isOnly(_ told: Figure, _ amount: Money) -> Bool {
    let report = Report(report.facts)
    let others = report.amounts.filter { other in
      other.year == amount.year && ReportFigures.likeness(other.subject ?? "", amount.subject ?? "") >= Self.sameName
    }
    return amount.kind != "avvikelse" && !amount.quote.contains(" än ")
      && others.compactMap { ReportFigures.result(of: $0, in: report) }.allSatisfy { $0.value == told.value }
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
    if turned(told).agrees(with: shown) { return "tecknet skiljer" }
    let (one, other) = (abs(told.value), abs(shown.value))
    if one == other * 1000 || other == one * 1000 { return "enheten skiljer" }
    // A figure in the text may be of a part that the table does not show: what is near, or the only one that is told, is of the whole.
    guard abs(told.value - shown.value) * 4 <= other || isOnly(told, amount) else { return nil }
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
