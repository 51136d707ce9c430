internal import Archive
internal import Corrections
internal import Facts

/// The chosen § with its parts.
struct ParagrafModel: Sendable {
  /// "§ 18 Budget för 2025".
  let name: String
  let number: String
  let heading: String
  let headingAddress: String
  let outcome: Outcome?
  let marks: [String]
  let caseNumber: Link?
  let processCode: String?
  let citation: String
  /// What a reader has said of title, diarienummer and outcome.
  let judgement: Judgement?
  /// Where those are corrected; nil for those who may not.
  let correction: String?
  let motions: [FactLine]
  let lead: String?
  let decisions: [FactLine]
  let isNumbered: Bool
  let votes: [VoteModel]
  let reservations: [FactLine]
  let statements: [FactLine]
  let references: [ReferenceLine]
  /// The § that refer to this one.
  let referring: [Link]
  let recusals: [String]
  let basis: [String]
  let recipients: [String]
  let text: [String]
  let previous: Link?
  let next: Link?

  init(_ index: Int, of document: OpenDocument, _ choice: DocumentChoice, text stored: StoredText?, references links: ReferenceLinks) {
    let paragraf = document.facts.paragraphs[index]
    func lines<Fact>(_ kind: FactList, _ facts: [Fact], _ line: (Fact) -> (text: String, who: String?, source: Evidence?)) -> [FactLine] {
      facts.enumerated().map { place, fact in
        let content = line(fact)
        return FactLine(kind, place + 1, text: content.text, who: content.who, source: content.source, in: document, choice)
      }
    }
    number = "§\u{A0}\(paragraf.designation)"
    heading = paragraf.title ?? "utan rubrik"
    name = "\(number) \(heading)"
    headingAddress = Address.document(document.id, choice.part)
    outcome = Outcome(paragraf.outcome)
    marks = (paragraf.immediateApproval ? ["omedelbart justerad"] : []) + (paragraf.confidential ? ["sekretess"] : [])
    caseNumber = paragraf.diarienummer.map { Link($0, Address.caseNumber($0, municipality: document.entry.document.municipality)) }
    processCode = paragraf.processCode
    let place = FactPlace(.paragraf, paragraf: choice.part.paragraf)
    judgement = document.states[place].map(Judgement.init)
    correction = choice.mayCorrect ? Address.correction(document.id, place) : nil
    citation = ParagrafCitation.text(of: paragraf, in: document.entry.document)
    motions = lines(.motion, paragraf.motions) { ($0.text, $0.mover, $0.source) }
    lead = paragraf.lead
    decisions = lines(.decision, paragraf.decisions) { ($0.text, nil, $0.source) }
    isNumbered = paragraf.decisions.count > 1
    votes = paragraf.votes.enumerated().map { VoteModel($1, number: $0 + 1, in: document, choice) }
    reservations = lines(.reservation, paragraf.reservations) { ($0.text, $0.who, $0.source) }
    statements = lines(.statement, paragraf.statements) { ($0.text, $0.who, $0.source) }
    references = zip(paragraf.references, links.addresses).enumerated().map { place, pair in
      ReferenceLine(pair.0, address: pair.1, number: place + 1, in: document, choice)
    }
    referring = links.referring
    (recusals, basis, recipients) = (paragraf.recusals, paragraf.basis, paragraf.recipients)
    text = stored?.text.split(separator: "\n").map(String.init) ?? []
    previous = Self.neighbour(index - 1, of: document, choice)
    next = Self.neighbour(index + 1, of: document, choice)
  }

  private static func neighbour(_ index: Int, of document: OpenDocument, _ choice: DocumentChoice) -> Link? {
    guard document.facts.paragraphs.indices.contains(index) else { return nil }
    let part = DocumentPart(paragraf: document.paragrafKeys[index], isLarge: choice.isLarge)
    return Link("§\u{A0}\(document.facts.paragraphs[index].number)", Address.document(document.id, part))
  }
}

/// A reference, with where it leads.
struct ReferenceLine: Sendable {
  let fact: FactLine
  /// Nil where the archive has not what it refers to.
  let target: String?

  init(_ reference: Reference, address: String?, number: Int, in document: OpenDocument, _ choice: DocumentChoice) {
    let words = [reference.body, reference.date, "§\u{A0}\(reference.paragraph)"].compactMap { $0 }.joined(separator: " ")
    fact = FactLine(.reference, number, text: words, source: reference.source, in: document, choice)
    target = address
  }
}

/// How a § is cited: "Socialnämnden, Björkmåla kommun, 2024-02-21 § 18 (SN 2024/12)".
enum ParagrafCitation {
  static func text(of paragraf: ParagrafFacts, in document: StoredDocument) -> String {
    let when = [document.date ?? document.year.map(String.init), "§\u{A0}\(paragraf.designation)"].compactMap { $0 }.joined(separator: " ")
    let names = [document.body, document.municipality, when].compactMap { $0 }.joined(separator: ", ")
    return names + (paragraf.diarienummer.map { " (\($0))" } ?? "")
  }
}
