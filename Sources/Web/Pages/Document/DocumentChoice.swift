internal import Archive
internal import Corrections
internal import Facts

/// What of a document is shown: its part in the middle, the page beside it, the marks on that page.
struct DocumentChoice: Sendable {
  /// What the middle shows.
  enum View: String, CaseIterable, Sendable {
    case paragrafer
    case mål = "mal"
    case uppdrag
    case nyckeltal
    case belopp
    case tabeller
    case text
    case tvekan
  }

  let view: View
  /// The place of the chosen § in the facts; nil where another view is chosen, or there is no §.
  let index: Int?
  let paragraf: ParagrafFacts?
  /// The place among the headings whose text is shown; nil where there is none.
  let section: Int?
  let fact: FactKey?
  /// Counts from 1.
  let page: Int
  let marks: Marks
  let isLarge: Bool
  /// As addresses have it, without fact and page.
  let part: DocumentPart
  /// Whether each fact has a way to where it is corrected.
  let mayCorrect: Bool

  /// Throws a `Problem` where the document has not what is asked for.
  init(_ fields: Fields, in document: OpenDocument, mayCorrect: Bool = false) throws {
    self.mayCorrect = mayCorrect
    let view = try Self.view(fields, document)
    var part = DocumentPart()
    part.isLarge = fields["stor"] != nil
    self.view = view
    isLarge = part.isLarge
    index = view == .paragrafer ? try Self.paragraf(fields["paragraf"], document) : nil
    paragraf = index.map { document.facts.paragraphs[$0] }
    if let index {
      section = document.section(ofParagraf: index)
      part.paragraf = document.paragrafKeys[index]
    } else {
      section = view == .text ? try Self.section(fields, document) : nil
      part.view = view.rawValue
      part.section = section.map { "\($0 + 1)" } ?? ""
    }
    self.part = part
    fact = fields["fakta"].flatMap(FactKey.init)
    let chosen = fact.flatMap { document.facts.fact(at: $0.place(paragraf: part.paragraf)) }
    let evidence = chosen?.evidence ?? (fact == nil ? paragraf?.source : nil)
    let heading = section.map { document.headings[$0].page }
    page = try fields.number("sida", in: 1...max(1, document.entry.document.pages)) ?? evidence?.page ?? heading ?? 1
    let given = try Marks(fields["mark"])
    marks = given.boxes.isEmpty ? Marks(evidence, onPage: page) : given
  }

  private static func view(_ fields: Fields, _ document: OpenDocument) throws -> View {
    if fields["avsnitt"] != nil { return .text }
    guard let name = fields["visa"] else { return first(of: document) }
    guard let view = View(rawValue: name) else { throw Problem.notFound("Dokumentet har ingen del som heter så.") }
    return view
  }

  private static func first(of document: OpenDocument) -> View { View.allCases.first { $0.count(in: document) > 0 } ?? .text }

  private static func paragraf(_ key: String?, _ document: OpenDocument) throws -> Int? {
    guard let key else { return document.facts.paragraphs.isEmpty ? nil : 0 }
    guard let index = document.index(ofParagraf: key) else {
      throw Problem.notFound("\(document.entry.document.source) har ingen § \(key.prefix(20)).")
    }
    return index
  }

  private static func section(_ fields: Fields, _ document: OpenDocument) throws -> Int? {
    if document.headings.isEmpty { return nil }
    return (try fields.number("avsnitt", in: 1...document.headings.count) ?? 1) - 1
  }
}

extension DocumentChoice.View {
  var name: String {
    switch self {
    case .paragrafer: "Paragrafer"
    case .mål: "Mål"
    case .uppdrag: "Uppdrag"
    case .nyckeltal: "Nyckeltal"
    case .belopp: "Belopp"
    case .tabeller: "Tabeller"
    case .text: "Text"
    case .tvekan: "Tveksamt"
    }
  }

  func count(in document: OpenDocument) -> Int {
    switch self {
    case .paragrafer: document.facts.paragraphs.count
    case .mål: document.facts.goals.count
    case .uppdrag: document.facts.assignments.count
    case .nyckeltal: document.facts.indicators.count
    case .belopp: document.facts.amounts.count
    case .tabeller: document.facts.tables.count
    case .text: document.headings.count
    case .tvekan: document.facts.doubts.count
    }
  }
}
