import Facts

/// What a document is and what it contains, for a person.
extension TextLayout {
  /// The document's name and front matter, then its § or headings with their pages.
  mutating func add(_ facts: FactsDocument, headings: [HeadingLine]) {
    let document = facts.document
    heading(document.title ?? document.source)
    entry(Self.description(of: document))
    addUnread(document)
    addRecognised(document)
    if let meeting = facts.meeting { add(meeting) }
    let contents = headings.filter { $0.number != nil || !$0.heading.isEmpty }
    if contents.isEmpty { return }
    heading(facts.paragraphs.isEmpty ? "Rubriker" : "Paragrafer")
    table(contents.map { (Self.name(of: $0), "sida \(Swedish.integer($0.page))") })
  }

  /// How much there is of each kind of fact, and what the program is not sure of.
  mutating func addSummary(of facts: FactsDocument) {
    let rows = FactNames.counts(of: facts).map { (name: $0.name, figure: Swedish.integer($0.count)) }
    if !rows.isEmpty {
      heading("Uppgifter")
      table(rows)
      for row in Self.outcomes(of: facts.goals) { entry(row, indent: 2) }
    }
    addDoubts(facts.doubts, most: 10)
  }

  mutating func addDoubts(_ doubts: [Doubt], most: Int) {
    if doubts.isEmpty { return }
    heading("Osäkert")
    for doubt in doubts.prefix(most) { entry(doubt.message, mark: "– ", indent: 2, place: doubt.page.map { "sida \($0)" } ?? "") }
    if doubts.count > most { entry("och \(Swedish.count(doubts.count - most, "sak", "saker")) till, som står i --format json", indent: 4) }
  }

  private mutating func addUnread(_ document: DocumentFacts) {
    let unread = document.unreadPages.count
    if unread == 0 { return }
    let which = unread == document.pages ? "Alla sidor" : Swedish.count(unread, "sida", "sidor")
    entry("\(which) kunde inte läsas.")
  }

  private mutating func addRecognised(_ document: DocumentFacts) {
    let pages = document.recognisedPages.count
    guard pages > 0, let recognition = document.recognition, !recognition.confidence.isEmpty else { return }
    let which = pages == document.pages ? "Alla sidor" : Swedish.count(pages, "sida", "sidor")
    let sureness = recognition.confidence.reduce(0, +) / Double(recognition.confidence.count) * 100
    entry("\(which) är textigenkänd\(pages == 1 && document.pages > 1 ? "" : "a"), med \(Int(sureness.rounded())) % säkerhet i medeltal.")
  }

  private static func description(of document: DocumentFacts) -> String {
    let type = document.type.prefix(1).uppercased() + document.type.dropFirst()
    let owner = [document.body, document.municipality].compactMap { $0 }.joined(separator: ", ")
    let when = document.date ?? document.year.map(String.init) ?? ""
    let source = document.title == nil ? "" : document.source
    let pages = Swedish.count(document.pages, "sida", "sidor")
    return [type, owner, when, source, pages].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func name(of line: HeadingLine) -> String {
    if let number = line.number { return "§\u{A0}\(number) \(line.heading)" }
    // Spaces that do not break, since wrapping would take ordinary ones for the space between words.
    return String(repeating: "\u{A0}\u{A0}", count: max(0, line.level - 1)) + line.heading
  }

  private static func outcomes(of goals: [Goal]) -> [String] {
    if goals.isEmpty { return [] }
    let counts = Dictionary(grouping: goals, by: \.outcome).mapValues(\.count)
    let parts = FactNames.outcomes.compactMap { outcome in counts[outcome.key].map { "\($0) \(outcome.name)" } }
    return ["Målen: \(parts.joined(separator: ", "))"]
  }
}
