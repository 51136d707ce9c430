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

  init(_ history: CaseHistory, number: String) {
    self.number = number
    municipality = history.municipality
    steps = history.steps.indices.map { Step($0, of: history) }
    missing = history.missing.map { step in
      let words = [step.body, step.date, "§\u{A0}\(step.paragraph)"].compactMap { $0 }.joined(separator: " ")
      return Missing(words: words, from: Link(Self.name(history.steps[step.referredFrom]), "#steg-\(step.referredFrom + 1)"))
    }
    others = history.municipalities.filter { $0 != history.municipality }
      .map { Link($0, Address.caseNumber(number, municipality: $0)) }
    isNothing = steps.isEmpty && others.isEmpty
    let days = steps.map(\.date).filter { !$0.isEmpty }
    let count = steps.isEmpty ? "Numret finns hos flera; välj vilken" : Words.count(steps.count, "beslut", "beslut")
    span = [count, days.first == days.last ? days.first : "\(days.first ?? "")–\(days.last ?? "")"].compactMap { $0 }.joined(
      separator: ", ")
  }

  fileprivate static func name(_ step: CaseHistory.Step) -> String {
    [step.document.body, step.document.date, "§\u{A0}\(step.paragraph)"].compactMap { $0 }.joined(separator: " ")
  }
}

extension CaseModel.Step {
  init(_ index: Int, of history: CaseHistory) {
    let step = history.steps[index]
    anchor = "steg-\(index + 1)"
    date = step.document.date ?? step.document.year.map(String.init) ?? ""
    body = step.document.body ?? step.document.source
    heading = "§\u{A0}\(step.paragraph) \(step.heading)"
    address = Address.document(step.document.id, DocumentPart(paragraf: "\(step.paragraph)"))
    outcome = Outcome(step.outcome)
    decisions = step.decisions
    refers = step.refersTo.map { Link(CaseModel.name(history.steps[$0]), "#steg-\($0 + 1)") }
    remark =
      step.hasCaseNumber
      ? nil : step.diarienummer.map { "eget diarienummer \($0), hör hit genom en hänvisning" } ?? "hör hit genom en hänvisning"
  }
}
