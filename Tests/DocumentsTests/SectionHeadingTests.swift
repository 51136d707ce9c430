import Documents
import Testing

/// Each heading that minutes set over a section of a §, and what it is read as.
@Suite struct SectionHeadingTests {
  static let headings: [(String, Section.Kind)] = [
    ("Beslut", .decision), ("Socialnämndens beslut", .decision), ("Socialnämnden beslutar", .decision),
    ("Förslag till beslut", .proposal), ("Socialnämndens förslag till beslut", .proposal),
    ("Arbetsutskottets förslag till beslut", .proposal),
    ("Ärendet", .background), ("Ärendebeskrivning", .background), ("Beskrivning av ärendet", .background), ("Sammanfattning", .background),
    ("Bakgrund", .background), ("Behandling på sammanträdet", .background), ("Dagens sammanträde", .background),
    ("Beslutsunderlag", .basis), ("Underlag till beslut", .basis), ("Handlingar", .basis), ("Bilagor", .basis),
    ("Förslag under sammanträdet", .motion), ("Yrkande", .motion), ("Yrkanden", .motion), ("Ändringsyrkande", .motion),
    ("Tilläggsyrkande", .motion),
    ("Propositionsordning", .procedure), ("Beslutsgång", .procedure),
    ("Omröstning begärs", .vote), ("Omröstningsresultat", .vote), ("Omröstning", .vote), ("Votering", .vote), ("Omröstningslista", .vote),
    ("Reservation", .reservation), ("Reservationer", .reservation),
    ("Protokollsanteckning", .statement), ("Protokollsanteckningar", .statement), ("Särskilt yttrande", .statement),
    ("Jäv", .recusal), ("Anmälan av jäv", .recusal),
    ("Expedieras till", .recipients), ("Beslutet skickas till", .recipients), ("Beslutet ska skickas till", .recipients),
    ("Protokollsutdrag skickas till", .recipients), ("Protokollsutdrag till", .recipients), ("Expedieras", .recipients),
    ("Omedelbar justering", .immediateApproval),
  ]

  @Test(arguments: headings)
  func isRead(heading: String, kind: Section.Kind) throws { try check(heading, kind) }

  @Test(arguments: headings)
  func isReadInCapitals(heading: String, kind: Section.Kind) throws { try check(heading.uppercased(), kind) }

  @Test func anotherOrgansDecisionIsAProposal() throws {
    try check("Arbetsutskottets beslut", .proposal)
  }

  @Test(arguments: [
    "Beslutet gäller från den 1 maj.", "Beslutsunderlaget skickades ut i tid.", "Jäv prövas av nämnden.", "Handlingsplan för barn",
    "Reservationen bifogas.", "Yrkandet avslogs på förra mötet.", "Expedieringen sköts av kansliet.", "Ärendet har beretts i utskottet.",
  ])
  func aSentenceIsNoHeading(_ text: String) throws {
    let section = try section(with: text)
    #expect(section == nil, "\(text): \(String(describing: section?.kind))")
  }

  private func check(_ heading: String, _ kind: Section.Kind) throws {
    let section = try #require(try section(with: heading))
    #expect(section.kind == kind)
    #expect(section.lines.count == 1)
  }

  /// The section over which the line stands, in the second of three §.
  private func section(with heading: String) throws -> Section? {
    let document = try segment(
      """
      Björkmåla kommun
      Sammanträdesprotokoll
      Socialnämnden
      2024-03-12

      § 1 Val av justerare
      Socialnämnden utser Karin Berg (S).

      § 2 Taxa för tillsyn
      Förvaltningen har räknat igenom vad tillsynen kostar och vad den kan ge.

      \(heading)
      Socialförvaltningen har räknat på saken.

      § 3 Övriga frågor
      Det fanns inga övriga frågor.
      """)
    let sections = document.paragrafer.first { $0.number == 2 }?.sections ?? []
    return sections.first { section in section.heading.map { String(decoding: document.text($0), as: UTF8.self) == heading } == true }
  }
}
