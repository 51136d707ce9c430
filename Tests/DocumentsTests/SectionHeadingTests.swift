import Documents
import Testing

/// Each heading that minutes set over a section of a §, and what it is read as.
@Suite struct SectionHeadingTests {
  static let headings: [(String, Section.Kind)] = [
    ("Beslut", .decision), ("Socialnämndens beslut", .decision), ("Socialnämnden beslutar", .decision),
    ("Förslag till beslut", .proposal),
    // What the organ itself proposes to another is what it decides, where nothing else in the § is.
    ("Socialnämndens förslag till beslut", .decision),
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

/// Headings whose words no rule knows, told by their type.
@Suite struct UnknownHeadingTests {
  /// The kinds of the sections of a § 2 whose lines are given: those in stars bold.
  private func kinds(_ lines: [String]) throws -> [Section.Kind] {
    let head = ["Björkmåla kommun", "Sammanträdesprotokoll", "Kommunstyrelsen", "2024-03-12", ""]
    let other = ["*Ärendet*", "Text om saken.", "", "*Beslut*", "Planen antas.", "", "*Beslutet skickas till*", "Tekniska nämnden", ""]
    let text = head + ["*§ 1 Plan för bad*"] + other + ["*§ 2 Plan för lek*"] + lines + ["", "*§ 3 Plan för väg*"] + other
    let printed = text.map { line in
      let isBold = line.hasPrefix("*")
      return PrintedLine(isBold ? String(line.dropFirst().dropLast()) : line, isBold: isBold)
    }
    let document = try Repository.segmenter.get().segment(typeset([printed]))
    return try #require(document.paragrafer.first { $0.number == 2 }).sections.map(\.kind)
  }

  @Test func aHeadingByItsTypeEndsADecision() throws {
    #expect(try kinds(["*Beslut*", "Planen antas.", "", "*Gestaltning*", "Husen blir låga."]) == [.decision, .background])
  }

  @Test func aHeadingByItsTypeEndsTheRecipients() throws {
    let lines = [
      "*Beslut*", "Planen antas.", "", "*Beslutet skickas till*", "Tekniska nämnden", "*Kommunikationsplan*",
      "Beslutet sprids på webben.",
    ]
    #expect(try kinds(lines) == [.decision, .recipients, .background])
  }

  @Test(arguments: [["*Ledamöter*", "Karin Berg (S)", "Ola Ek (M)"], ["*Lekplatsen*", "1. Planen antas.", "2. Avgiften höjs."]])
  func namesAndPointsOfADecisionStayInIt(_ lines: [String]) throws {
    #expect(try kinds(["*Beslut*", "Kommunstyrelsen beslutar följande.", ""] + lines) == [.decision])
  }
}
