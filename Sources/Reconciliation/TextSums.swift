internal import Comparison
internal import Facts
internal import Foundation
internal import Rules

/// Sums that the text states, against the parts that it states too, and shares of one whole against a hundred.
struct TextSums {
  private(set) var findings: [Finding] = []
  private let report: CheckedReport

  /// Parts that are all of a whole come this near it.
  private static let nearness = Decimal(string: "0.05") ?? 0
  private static let leastParts = 4

  init(_ report: CheckedReport) {
    self.report = report
    checkResults()
    checkCosts()
    checkShares()
  }

  private struct Part {
    var amount: Money
    var value: Decimal
    var step: Decimal
  }

  /// The result of the whole body against those of its units.
  private mutating func checkResults() {
    guard let owner = report.pattern("helhetsord") else { return }
    let told = Report(report.facts)
    let results = report.facts.amounts.compactMap { amount -> Part? in
      guard amount.kind == "överskott" || amount.kind == "underskott", amount.subject != nil, amount.year == report.facts.document.year
      else { return nil }
      return ReportFigures.result(of: amount, in: told).map { Part(amount: amount, value: $0.value, step: $0.step) }
    }
    let totals = results.filter { owner.matches($0.amount.subject ?? "") }
    guard let total = totals.first, totals.allSatisfy({ $0.value == total.value }) else { return }
    let parts = results.filter { !owner.matches($0.amount.subject ?? "") && $0.amount.source?.page != nil }
    // Only statements of the same form are units beside each other.
    let alike = parts.filter { Self.form($0.amount) == Self.form(total.amount) }
    compare(total, alike, of: "enheternas resultat")
  }

  /// The verb before the kind of the sum: "redovisar ett".
  private static func form(_ amount: Money) -> String {
    let words = amount.quote.split(separator: " ").map(String.init)
    guard let place = words.firstIndex(where: { $0.hasPrefix("överskott") || $0.hasPrefix("underskott") }), place > 1 else { return "" }
    return words[place - 2]
  }

  /// A stated sum of costs against the costs that are stated in the same words.
  private mutating func checkCosts() {
    guard let summing = report.pattern("summeringsord") else { return }
    for total in report.facts.amounts where total.kind == "kostnad" {
      guard let subject = total.subject, let value = total.valueSEK, isSum(total, summing) else { continue }
      let parts = report.facts.amounts.filter { part in
        guard let its = part.subject else { return false }
        return part.kind == total.kind && part.year == total.year && part.asWritten != total.asWritten && subject.hasSuffix(its)
          && its.contains(" ")
      }
      let told = parts.compactMap { amount in amount.valueSEK.map { Part(amount: amount, value: $0, step: 1000) } }
      compare(Part(amount: total, value: value, step: 1000), told, of: subject)
    }
  }

  private func isSum(_ amount: Money, _ summing: Pattern) -> Bool {
    let whole = report.sentences.first { $0.page == amount.source?.page && $0.text.contains(amount.quote) }?.text ?? amount.quote
    return summing.matches(whole)
  }

  private mutating func compare(_ total: Part, _ parts: [Part], of name: String) {
    guard parts.count >= Self.leastParts else { return }
    let sum = parts.map(\.value).reduce(0, +)
    let size = parts.map { abs($0.value) }.reduce(0, +)
    let slack = parts.map(\.step).reduce(total.step, +) / 2
    guard abs(sum - total.value) > slack, abs(sum - total.value) <= size * Self.nearness else { return }
    let told = parts.map { HumanNumber.thousands($0.value) }.joined(separator: "; ")
    let message =
      "Texten anger \(total.amount.asWritten) som summa, men \(name) blir tillsammans \(HumanNumber.thousands(sum)) tkr (\(told))."
    findings.append(
      Finding(
        .textSum, message,
        [report.place(total.amount.source?.page, total.amount.quote), report.place(parts[0].amount.source?.page, parts[0].amount.quote)]))
  }

  /// Sentences one after the other that each begin with a share, and that nearly make a hundred.
  private mutating func checkShares() {
    guard let pattern = report.pattern("andelsmening") else { return }
    var run: [(sentence: CheckedReport.Sentence, share: Decimal)] = []
    for sentence in report.sentences {
      let bytes = Array(sentence.text.utf8)
      let shares = pattern.allMatches(in: bytes).compactMap { $0.words("andel", in: bytes) }.compactMap { PrintedNumber($0)?.value }
      if shares.isEmpty || !(run.last.map { $0.sentence.section == sentence.section } ?? true) {
        checkRun(run)
        run = []
      }
      run += shares.map { (sentence, $0) }
    }
    checkRun(run)
  }

  private mutating func checkRun(_ run: [(sentence: CheckedReport.Sentence, share: Decimal)]) {
    guard run.count > 2 else { return }
    let sum = run.map(\.share).reduce(0, +)
    // Each share may be rounded by half a per cent.
    guard abs(sum - 100) > Decimal(run.count) / 2, abs(sum - 100) <= 5 else { return }
    let told = run.map { "\($0.share)" }.joined(separator: " + ")
    let message = "Andelarna är av samma helhet men blir tillsammans \(sum) % (\(told)), inte 100 %."
    findings.append(
      Finding(
        .textSum, message,
        [
          report.place(run[0].sentence.page, run[0].sentence.text),
          report.place(run[run.count - 1].sentence.page, run[run.count - 1].sentence.text),
        ]))
  }
}
