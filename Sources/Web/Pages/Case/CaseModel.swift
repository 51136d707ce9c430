internal import Archive

/// What the template `arende` shows.
struct CaseModel: Sendable {
  let number: String
  let municipality: String?
  let span: String
  let steps: [Step]
  let missing: [Missing]
  /// The same number at other municipalities, which is another case.
  let others: [Link]
  let isNothing: Bool

  /// One § in which the case was dealt with.
  struct Step: Sendable {
    let anchor: String
    let date: String
    let body: String
    let heading: String
    let address: String
    let outcome: Outcome?
    let decisions: [String]
    let refers: [Link]
    /// Why it is here though it has another number or none.
    let remark: String?
  }

  /// A § that is referred to and is not in the archive.
  struct Missing: Sendable {
    let words: String
    let from: Link
  }

  init(_ history: CaseHistory, number: String, municipality: String?) {
    let names = history.steps.filter(\.hasCaseNumber).compactMap(\.document.municipality)
    let chosen = municipality ?? (Set(names).count == 1 ? names.first : nil)
    let isShown = history.steps.map { chosen == nil || $0.document.municipality == nil || $0.document.municipality == chosen }
    self.number = number
    self.municipality = chosen
    let all = history.steps
    steps = all.indices.filter { isShown[$0] }.map { Step($0, of: history, isShown) }
    missing = history.missing.filter { isShown[$0.referredFrom] }.map { step in
      let words = [step.body, step.date, "§\u{A0}\(step.paragraph)"].compactMap { $0 }.joined(separator: " ")
      return Missing(words: words, from: Link(Self.name(all[step.referredFrom]), "#steg-\(step.referredFrom + 1)"))
    }
    let other = Set(all.indices.filter { !isShown[$0] && all[$0].hasCaseNumber }.compactMap { all[$0].document.municipality })
    others = other.sorted().map { Link($0, Address.caseNumber(number, municipality: $0)) }
    isNothing = steps.isEmpty && others.isEmpty
    let days = steps.map(\.date).filter { !$0.isEmpty }
    let count = Words.count(steps.count, "beslut", "beslut")
    span = [count, days.first == days.last ? days.first : "\(days.first ?? "")–\(days.last ?? "")"].compactMap { $0 }.joined(
      separator: ", ")
  }

  fileprivate static func name(_ step: CaseHistory.Step) -> String {
    [step.document.body, step.document.date, "§\u{A0}\(step.paragraph)"].compactMap { $0 }.joined(separator: " ")
  }
}

extension CaseModel.Step {
  init(_ index: Int, of history: CaseHistory, _ isShown: [Bool]) {
    let step = history.steps[index]
    anchor = "steg-\(index + 1)"
    date = step.document.date ?? step.document.year.map(String.init) ?? ""
    body = step.document.body ?? step.document.source
    heading = "§\u{A0}\(step.paragraph) \(step.heading)"
    address = Address.document(step.document.id, DocumentPart(paragraf: "\(step.paragraph)"))
    outcome = Outcome(step.outcome)
    decisions = step.decisions
    refers = step.refersTo.filter { isShown[$0] }.map { Link(CaseModel.name(history.steps[$0]), "#steg-\($0 + 1)") }
    remark =
      step.hasCaseNumber
      ? nil : step.diarienummer.map { "eget diarienummer \($0), hör hit genom en hänvisning" } ?? "hör hit genom en hänvisning"
  }
}
