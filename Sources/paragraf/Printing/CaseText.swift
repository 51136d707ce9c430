import Archive

/// A case as a list of its meetings, for a person.
enum CaseText {
  static func text(of history: CaseHistory, on terminal: Terminal) -> String {
    var text = TextLayout(terminal)
    let own = history.steps.filter(\.hasCaseNumber).count
    let others = history.steps.count - own
    let along = others > 0 ? ", och \(others) som hör till genom hänvisning" : ""
    text.entry("\(history.caseNumber): \(Swedish.count(own, "paragraf", "paragrafer"))\(along)")
    for step in history.steps {
      text.blank()
      text.entry(meeting(of: step), mark: step.hasCaseNumber ? "•  " : "·  ", style: terminal.bold)
      text.entry(heading(of: step), indent: 3)
      if !step.decisions.isEmpty { for decision in step.decisions { text.entry(decision, indent: 3) } }
      let targets = step.refersTo.map { named(history.steps[$0]) }
      if !targets.isEmpty { text.entry("Hänvisar till \(targets.joined(separator: ", ")).", indent: 3, style: terminal.faint) }
      text.entry("\(step.document.source) · sida\u{A0}\(step.page)", indent: 3, style: terminal.faint)
    }
    if !history.missing.isEmpty {
      text.blank()
      text.entry("Saknas i arkivet, men ärendet hänvisar dit:")
      for missing in history.missing { text.entry(named(missing), mark: "–  ", indent: 2) }
    }
    return text.string
  }

  private static func meeting(of step: CaseHistory.Step) -> String {
    let parts = [step.document.date, step.document.body ?? step.document.municipality].compactMap { $0 } + ["§\u{A0}\(step.paragraph)"]
    return parts.joined(separator: " ") + (step.outcome.map { " · \($0)" } ?? "")
  }

  private static func heading(of step: CaseHistory.Step) -> String {
    let number = step.diarienummer.map { " (\($0))" } ?? ""
    return step.heading + number + (step.hasCaseNumber ? "" : " – eget diarienummer, hör till genom hänvisning")
  }

  private static func named(_ step: CaseHistory.Step) -> String {
    ([step.document.body, step.document.date].compactMap { $0 } + ["§\u{A0}\(step.paragraph)"]).joined(separator: " ")
  }

  private static func named(_ step: CaseHistory.MissingStep) -> String {
    ([step.body, step.date].compactMap { $0 } + ["§\u{A0}\(step.paragraph)"]).joined(separator: " ")
  }
}
