internal import Archive
internal import Facts

/// What was found in a document that was taken in, and what its reader should look at.
struct ImportedDocument: Sendable {
  let id: String
  /// "Socialnämnden 2024-02-21".
  let heading: String
  /// "Björkmåla kommun · protokoll · 12 sidor".
  let what: String
  /// "18 §, 24 beslut, 2 voteringar".
  let counts: String
  let doubts: [String]

  // Below this mean confidence words of a recognised page are often misread.
  private static let sureEnough = 0.85

  init(_ facts: FactsDocument, _ entry: DocumentEntry) {
    let document = facts.document
    id = document.id
    heading = DocumentNames(entry).heading
    let pages = Words.count(document.pages, "sida", "sidor")
    what = [document.municipality, document.type, pages].compactMap { $0 }.joined(separator: " · ")
    counts = Self.counts(of: facts)
    doubts = Self.missing(in: facts) + Self.pages(of: document) + Self.lines(of: facts)
  }

  private static func counts(of facts: FactsDocument) -> String {
    let paragraphs = facts.paragraphs
    let decisions = paragraphs.map(\.decisions.count).reduce(0, +)
    let votes = paragraphs.map(\.votes.count).reduce(0, +)
    let counts: [(number: Int, one: String, many: String)] = [
      (paragraphs.count, "§", "§"), (decisions, "beslut", "beslut"),
      (votes, "votering", "voteringar"), (facts.goals.count, "mål", "mål"),
      (facts.assignments.count, "uppdrag", "uppdrag"), (facts.indicators.count, "nyckeltal", "nyckeltal"),
      (facts.tables.count, "tabell", "tabeller"), (facts.amounts.count, "belopp", "belopp"),
    ]
    let found = counts.filter { $0.number > 0 }.map { Words.count($0.number, $0.one, $0.many) }
    return found.isEmpty ? "Inga uppgifter hittades; texten går att söka i." : found.joined(separator: ", ")
  }

  private static func missing(in facts: FactsDocument) -> [String] {
    let document = facts.document
    let isMinutes = document.type == "protokoll"
    return [
      document.type == "annat" ? "Vilket slags dokument det är kunde inte avgöras." : nil,
      document.municipality == nil ? "Vilken kommun det gäller kunde inte läsas ut." : nil,
      document.body == nil ? "Vilket organ det gäller kunde inte läsas ut." : nil,
      isMinutes && document.date == nil ? "Sammanträdets dag kunde inte läsas ut." : nil,
      isMinutes && facts.paragraphs.isEmpty ? "Inga paragrafer hittades i protokollet." : nil,
    ].compactMap { $0 }
  }

  private static func pages(of document: DocumentFacts) -> [String] {
    let unsure = zip(document.recognisedPages, document.recognition?.confidence ?? []).filter { $0.1 < sureEnough }.map(\.0)
    return [
      document.unreadPages.isEmpty ? nil : "\(name(of: document.unreadPages)) kunde inte läsas, så uppgifter kan saknas.",
      document.recognisedPages.isEmpty
        ? nil : "\(name(of: document.recognisedPages)) är textigenkänd från bild: jämför ord och tal med sidan.",
      unsure.isEmpty ? nil : "\(name(of: unsure)) var svår att känna igen, så många ord kan vara fel.",
    ].compactMap { $0 }
  }

  private static func lines(of facts: FactsDocument) -> [String] {
    let doubts = facts.doubts.prefix(mostDoubts).map { doubt in doubt.page.map { "Sida \($0): \(doubt.message)" } ?? doubt.message }
    let more = facts.doubts.count - doubts.count
    return doubts
      + [
        more > 0 ? "Och \(Words.count(more, "tvekan till", "tveksamheter till"))." : nil,
        facts.unplaced.isEmpty
          ? nil
          : "\(Words.count(facts.unplaced.count, "rad", "rader")) i protokollet kunde inte placeras (\(name(of: facts.unplaced.map(\.page)))).",
      ].compactMap { $0 }
  }

  private static let mostDoubts = 5
  private static let mostPages = 8

  /// "sida 3, 4 och 7", each page once.
  private static func name(of pages: [Int]) -> String {
    let pages = Set(pages).sorted()
    let shown = pages.prefix(mostPages).map(String.init)
    if pages.count > shown.count { return "Sida \(shown.joined(separator: ", ")) och \(pages.count - shown.count) till" }
    return "Sida " + (shown.count > 1 ? "\(shown.dropLast().joined(separator: ", ")) och \(shown[shown.count - 1])" : shown[0])
  }
}
