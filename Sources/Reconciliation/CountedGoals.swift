internal import Facts
internal import Foundation
internal import Language
internal import Rules

/// How many goals the text says were reached, against those that are found.
struct CountedGoals {
  private(set) var findings: [Finding] = []

  init(_ report: CheckedReport) {
    guard let pattern = report.pattern("malrakning"), report.facts.goals.count > 1 else { return }
    for sentence in report.sentences where sentence.text.contains("mål") {
      let bytes = Array(sentence.text.utf8)
      var claimed: [String: Int] = [:]
      for match in pattern.allMatches(in: bytes) {
        guard let number = match.words("antal", in: bytes).flatMap({ Numeral.parse($0) }), let outcome = match.words("utfall", in: bytes)
        else { continue }
        claimed[Self.outcome(step: match.words("steg", in: bytes), outcome)] = number
      }
      if claimed.count > 1 { compare(claimed, sentence, report) }
    }
  }

  private static func outcome(step: String?, _ word: String) -> String {
    let step = step?.trimmingCharacters(in: .whitespaces).lowercased()
    if word.lowercased().contains("bedöm") { return "ej_bedömt" }
    switch step {
    case "delvis": return "delvis_uppnått"
    case "ej", "inte": return "ej_uppnått"
    default: return "uppnått"
    }
  }

  /// The claim is of the goals that are found where it counts as many; then each step of the scale must have its number.
  private mutating func compare(_ claimed: [String: Int], _ sentence: CheckedReport.Sentence, _ report: CheckedReport) {
    let counted = report.facts.goals.reduce(into: [String: Int]()) { $0[$1.outcome, default: 0] += 1 }
    let steps = ["uppnått", "delvis_uppnått", "ej_uppnått", "ej_bedömt"]
    let total = claimed.values.reduce(0, +)
    guard total == report.facts.goals.count || total == report.facts.goals.count - (counted["ej_bedömt"] ?? 0) else { return }
    let wrong = steps.filter { claimed[$0] != nil && claimed[$0] != counted[$0] ?? 0 }
    guard !wrong.isEmpty else { return }
    let told = wrong.map { "\(claimed[$0] ?? 0) \($0.replacing("_", with: " ")) mot räknade \(counted[$0] ?? 0)" }.joined(separator: ", ")
    let goal = report.facts.goals.first { wrong.contains($0.outcome) } ?? report.facts.goals[0]
    let message = "Texten räknar målen annorlunda än de är bedömda: \(told)."
    findings.append(
      Finding(
        .count, message,
        [
          report.place(sentence.page, sentence.text),
          report.place(goal.source?.page, "\(goal.text) – \(goal.outcomeAsWritten ?? goal.outcome)"),
        ]))
  }
}

/// A goal of a balanced economy that is assessed as reached, in a report of a deficit.
struct BalanceGoal {
  private(set) var findings: [Finding] = []

  init(_ report: CheckedReport) {
    guard let balance = report.pattern("balansmal"), let owner = report.pattern("helhetsord"), let negative = report.pattern("negativt")
    else { return }
    let deficits = report.facts.amounts.filter { amount in
      guard let value = amount.valueSEK, amount.year == report.facts.document.year else { return false }
      let isDeficit = amount.kind == "underskott" || amount.kind == "avvikelse" && (value < 0 || negative.matches(amount.quote))
      let isOfAll =
        owner.matches(amount.subject ?? "") || report.facts.document.body.map { amount.subject?.hasPrefix($0.prefix(12)) ?? false } ?? false
      return isDeficit && isOfAll
    }
    guard let deficit = deficits.first else { return }
    for goal in report.facts.goals where goal.outcome == "uppnått" && balance.matches(goal.text) {
      let message =
        "Målet \"\(goal.text)\" är bedömt som \(goal.outcomeAsWritten ?? "uppnått"), men rapporten redovisar ett underskott: \(deficit.asWritten)."
      findings.append(
        Finding(
          .count, message,
          [
            report.place(goal.source?.page, "\(goal.text) – \(goal.outcomeAsWritten ?? "uppnått")"),
            report.place(deficit.source?.page, deficit.quote),
          ]))
    }
  }
}
