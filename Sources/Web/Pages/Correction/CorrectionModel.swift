internal import Corrections
internal import Facts

/// What the template `ratta` shows.
struct CorrectionModel: Sendable {
  let name: String
  let document: String
  let back: String
  let action: String
  /// Verbatim, from its place in the document.
  let quote: String?
  let image: String?
  let imageText: String
  let choices: [Choice]
  let fields: [Field]
  let note: String
  let mistake: String?
  /// The number of the correction that holds; empty for none.
  let replaces: String
  let hasCorrection: Bool
  let rest: String?
  let history: [Earlier]

  /// One of the answers.
  struct Choice: Sendable {
    let value: String
    let words: String
    let isChosen: Bool
  }

  /// A field of the fact.
  struct Field: Sendable {
    let name: String
    let words: String
    let value: String
    let hint: String?
    let isText: Bool
    let isLine: Bool
    let options: [Option]
    let isChoice: Bool
  }

  struct Option: Sendable {
    let value: String
    let words: String
    let isChosen: Bool
  }

  /// What was said before.
  struct Earlier: Sendable {
    let words: String
    let changes: [String]
    let note: String?
  }

  init(_ subject: CorrectedFact, history all: [Correction], form: CorrectionForm? = nil, mistake: String? = nil) {
    let source = subject.fact.evidence
    name = subject.name
    document = subject.documentName
    back = subject.address
    action = Address.correction(subject.document.id, subject.place)
    quote = source?.quote
    let page = source?.page
    image =
      subject.document.isPDF
      ? page.map { Address.image(subject.document.id, page: $0, marks: Marks(source, onPage: $0).text, isLarge: false) } : nil
    imageText = page.map { "Sida \($0), med uppgiften markerad" } ?? ""
    let chosen = form?.verdict ?? subject.state?.correction.verdict ?? .right
    choices = [(.right, "Stämmer med dokumentet"), (.wrong, "Ska inte vara med alls"), (.mended, "Ska lyda så här:")].map {
      (verdict: Correction.Verdict, words: String) in Choice(value: verdict.rawValue, words: words, isChosen: verdict == chosen)
    }
    fields = subject.fact.contents.map { Field($0, written: form?.values[$0.key]) }
    note = form?.note ?? subject.state?.correction.note ?? ""
    self.mistake = mistake
    replaces = subject.state?.correction.number.map(String.init) ?? ""
    hasCorrection = subject.state != nil
    let others = subject.unjudged.count
    rest = others == 0 ? nil : "De \(others) andra i samma lista stämmer också"
    history = Self.chain(to: subject.state?.correction, in: all).map { Earlier($0) }
  }

  // The correction that holds, and those that it replaced, latest first.
  private static func chain(to last: Correction?, in all: [Correction]) -> [Correction] {
    var chain: [Correction] = []
    var next = last
    while let correction = next, chain.count < 50 {
      chain.append(correction)
      next = correction.replaces.flatMap { number in all.first { $0.number == number } }
    }
    return chain
  }
}

extension CorrectionModel.Field {
  init(_ content: FieldContent, written: String?) {
    let value = written ?? content.value
    name = "f-\(content.key)"
    words = content.name.prefix(1).uppercased() + content.name.dropFirst()
    self.value = value
    isText = content.form == .text
    hint =
      switch content.form {
      case .date: "som 2024-02-21"
      case .amount: "med siffror, minus för underskott"
      case .number: "heltal"
      case .line, .text, .choice: nil
      }
    guard case .choice(let choices) = content.form else {
      (isChoice, isLine, options) = (false, content.form != .text, [])
      return
    }
    (isChoice, isLine) = (true, false)
    options = ([""] + choices).map { CorrectionModel.Option(value: $0, words: $0.isEmpty ? "–" : Words.words($0), isChosen: $0 == value) }
  }
}

extension CorrectionModel.Earlier {
  fileprivate init(_ correction: Correction) {
    let judgement = Judgement(correction)
    (words, changes, note) = (judgement.words, judgement.changes, judgement.note)
  }
}
