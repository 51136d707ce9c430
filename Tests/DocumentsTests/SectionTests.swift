import Documents
import Pages
import Testing

/// The parts of a §.
@Suite struct SectionTests {
  /// Minutes of the nämnd with the given lines as their § 12.
  private func check(_ paragraf: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try MarkedText(
      """
      Björkmåla kommun                  ⟵ försättsblad
      Sammanträdesprotokoll
      Socialnämnden
      2024-03-12

      § 12 Tillsyn                      ⟵ § 12 titel

      \(paragraf)

      § 13 Information                  ⟵ § 13 titel

      Beslut                            ⟵ avsnitt decision
      Socialnämnden tackar för svaret.  ⟵ decision
      """
    ).check(sourceLocation: sourceLocation)
  }

  @Test func anAttachmentInsideAParagrafBelongsToIt() throws {
    try check(
      """
      Beslut                                           ⟵ avsnitt decision
      Socialnämnden godkänner redovisningen.           ⟵ decision

      Beslutet skickas till                            ⟵ avsnitt recipients
      Kommunstyrelsen                                  ⟵ recipients

      Bilaga till ärendet: Uppföljning av tillsynen    ⟵ attachment
      Uppföljningen gjordes i maj. Ola Ek (M) yrkar på fler besök.

      Beslut
      Gruppen beslutar att gå vidare.
      """)
  }

  @Test func whatNamesAnAttachmentBeforeTheDecisionBeginsNone() throws {
    try check(
      """
      Bilaga: Plan för tillsyn                         ⟵ background

      Beslut                                           ⟵ avsnitt decision
      Socialnämnden antar planen.                      ⟵ decision
      """)
  }

  @Test func anAttachmentsOwnDecisionIsNotThatOfAParagrafWithoutHeadingForIt() throws {
    try check(
      """
      Socialnämnden beslutar att godkänna rapporten.   ⟵ decision

      Beslutet skickas till                            ⟵ avsnitt recipients
      Kommunstyrelsen                                  ⟵ recipients

      Bilaga till ärendet: Uppföljning av tillsynen    ⟵ attachment
      Uppföljningen gjordes i maj.

      Beslut

      Rektorn avslår ansökan.
      """)
  }

  @Test func aDecisionsHeadingWithoutTextHoldsNone() throws {
    let document = try segment(
      "Björkmåla kommun\nSammanträdesprotokoll\nSocialnämnden\n2024-03-12\n\n§ 12 Taxa\n\nSocialnämndens beslut\n\n"
        + "Socialnämndens förslag till kommunfullmäktige\n\natt anta taxan.\n\n§ 13 Information\n\nBeslut\nSocialnämnden tackar för svaret.\n"
    )
    let decisions = document.paragrafer[0].sections.filter { $0.kind == .decision }
    #expect(decisions.flatMap { $0.lines.map { String(decoding: document.text($0), as: UTF8.self) } } == ["att anta taxan."])
  }

  @Test func whatAnotherOrganDidBeforeIsApartFromThisMeeting() throws {
    try check(
      """
      Arbetsutskottets behandling                      ⟵ avsnitt earlier
      Ola Ek (M) yrkade avslag på förslaget.           ⟵ earlier

      Socialnämndens behandling                        ⟵ avsnitt background
      Karin Berg (S) yrkar bifall till förslaget.      ⟵ background

      Beslut                                           ⟵ avsnitt decision
      Socialnämnden godkänner redovisningen.           ⟵ decision
      """)
  }

  @Test func theHeadingsInAnotherOrgansPartAreItsOwn() throws {
    try check(
      """
      Arbetsutskottet 2024-02-27 § 8                   ⟵ avsnitt earlier

      Yrkanden                                         ⟵ avsnitt earlier
      Ola Ek (M) yrkar avslag på förslaget.            ⟵ earlier

      Reservation                                      ⟵ avsnitt earlier
      Ola Ek (M) reserverar sig mot beslutet.          ⟵ earlier

      Socialnämnden 2024-03-12                         ⟵ avsnitt background

      Yrkanden                                         ⟵ avsnitt motion
      Karin Berg (S) yrkar bifall till förslaget.      ⟵ motion

      Beslut                                           ⟵ avsnitt decision
      Socialnämnden godkänner redovisningen.           ⟵ decision
      """)
  }

  @Test func theDecisionAccordingToAProposalEndsIt() throws {
    try check(
      """
      Förslag till beslut                                  ⟵ avsnitt proposal
      Socialnämnden beslutar att anta planen för boenden.  ⟵ proposal

      Socialnämnden beslutar i enlighet med förslaget.     ⟵ decision
      """)
  }

  @Test func aReservationAgainstAProposalBeforeTheDecisionIsNoneAgainstTheDecision() throws {
    try check(
      """
      Arbetsutskottets beslut                          ⟵ avsnitt proposal
      Redovisningen godkänns.                          ⟵ proposal

      Reservation                                      ⟵ avsnitt earlier
      Ola Ek (M) reserverar sig mot beslutet.          ⟵ earlier

      Beslut                                           ⟵ avsnitt decision
      Socialnämnden godkänner redovisningen.           ⟵ decision

      Reservation                                      ⟵ avsnitt reservation
      Siv By (V) reserverar sig mot beslutet.          ⟵ reservation
      """)
  }

  @Test func yrkandenAfterAnotherOrgansPartAreThoseOfTheMeeting() throws {
    try check(
      """
      Arbetsutskottets behandling                      ⟵ avsnitt earlier
      Arbetsutskottet föreslår bifall.                 ⟵ earlier

      Yrkanden                                         ⟵ avsnitt motion
      Karin Berg (S) yrkar bifall till förslaget.      ⟵ motion

      Beslut                                           ⟵ avsnitt decision
      Socialnämnden godkänner redovisningen.           ⟵ decision
      """)
  }

  @Test func theTextOfADocumentAfterTheRecipientsIsAnAttachment() throws {
    try check(
      """
      Beslut                                           ⟵ avsnitt decision
      Socialnämnden godkänner rapporten.               ⟵ decision

      Beslutet skickas till                            ⟵ avsnitt recipients
      Kommunstyrelsen                                  ⟵ recipients
      Revisorerna

      Tillsynsrapport 2023                             ⟵ attachment
      Inledning
      Tillsynen omfattar livsmedel och lokaler.
      """)
  }

  @Test func theOrgansProposalIsNoDecision() throws {
    try check(
      """
      Förslag till beslut                              ⟵ avsnitt proposal
      Socialnämnden godkänner redovisningen.           ⟵ proposal

      Beslut                                           ⟵ avsnitt decision
      Ärendet återremitteras.                          ⟵ decision
      """)
  }

  @Test func theDecisionMayStandFirst() throws {
    try check(
      """
      Beslut                                           ⟵ avsnitt decision
      Ärendet bordläggs.                               ⟵ decision

      Ärendebeskrivning                                ⟵ avsnitt background
      Underlaget kom in för sent.                      ⟵ background
      """)
  }

  @Test func textAfterAColonOnTheHeadingsLineBelongsToTheSection() throws {
    let document = try segment(
      """
      Sammanträdesprotokoll
      Socialnämnden
      2024-03-12

      § 12 Tillsyn

      Beslut: Socialnämnden godkänner redovisningen.

      Expedieras till: Kommunstyrelsen

      § 13 Information

      Beslut
      Socialnämnden tackar för svaret.
      """)
    let sections = try #require(document.paragrafer.first?.sections)
    let inline = sections.compactMap { section -> String? in
      guard let heading = section.heading, let inline = section.inline else { return nil }
      return "\(section.kind.rawValue): " + String(decoding: document.text(heading)[inline], as: UTF8.self)
    }
    #expect(inline == ["decision: Socialnämnden godkänner redovisningen.", "recipients: Kommunstyrelsen"])
  }

  @Test(arguments: [
    ("att godkänna planen och\natt sända den vidare", ["att godkänna planen och", "att sända den vidare"]),
    (
      "1. Planen godkänns.\n2. Den sänds vidare till\nkommunstyrelsen.",
      ["Planen godkänns.", "Den sänds vidare till kommunstyrelsen."]
    ),
    ("a) Planen godkänns.\nb) Den sänds vidare.", ["Planen godkänns.", "Den sänds vidare."]),
    ("• Planen godkänns.\n• Den sänds vidare.", ["Planen godkänns.", "Den sänds vidare."]),
    ("- Planen godkänns.\n- Den sänds vidare.", ["Planen godkänns.", "Den sänds vidare."]),
    ("\u{F0B7} Planen godkänns.\n\u{F0B7} Den sänds vidare.", ["Planen godkänns.", "Den sänds vidare."]),
    (
      "Resultatet för nämndens verksamheter blev under det förra året\n- 506 tkr.",
      ["Resultatet för nämndens verksamheter blev under det förra året - 506 tkr."]
    ),
    ("Planen godkänns.\n\nDen sänds vidare.", ["Planen godkänns.", "Den sänds vidare."]),
  ])
  func blocksAreItemsOfListsAndParagraphs(lines: String, blocks: [String]) throws {
    let document = try segment(
      """
      Sammanträdesprotokoll
      Socialnämnden
      2024-03-12

      § 12 Tillsyn

      Beslut
      \(lines)

      § 13 Information

      Beslut
      Socialnämnden tackar för svaret på frågan om tillsyn i kommunen.
      """)
    let section = try #require(document.paragrafer.first?.sections.first { $0.kind == .decision })
    let texts = document.blocks(section.lines).map { String(decoding: $0.passage.text[$0.textStart...], as: UTF8.self) }
    #expect(texts == blocks)
  }

  @Test(arguments: ["Omröstningslista, se bilaga 2.", "Omröstningslista nr 1, bilaga 3", "Voteringslista bilaga 2"])
  func aMentionOfTheVoteListDoesNotEndTheParagraf(_ mention: String) throws {
    let document = try segment(
      """
      Björkmåla kommun
      Kommunfullmäktige
      Protokoll 2024-03-12

      § 12 Skolan

      Beslut
      Kommunfullmäktige beslutar att skolan byggs.

      Omröstning
      Omröstningen utfaller med 31 ja och 18 nej.

      \(mention)

      Reservation
      Ola Ek (M) reserverar sig mot beslutet.

      § 13 Information

      Beslut
      Kommunfullmäktige tackar för svaret.
      """)
    #expect(document.paragrafer.first?.sections.contains { $0.kind == .reservation && $0.lines.count == 1 } == true)
  }

  @Test(arguments: ["_____", "_ _ _ _ _ _", "-----"])
  func aStrokeEndsTheTextAboveItAndIsPartOfNothing(_ stroke: String) throws {
    let document = try segment(
      """
      Björkmåla kommun
      Socialnämnden
      Protokoll 2024-03-12

      § 12 Bokslut

      Beslut
      Bokslutet godkänns.
      \(stroke)

      Reservation
      Karin Berg (S) reserverar sig mot beslutet till förmån för
      eget yrkande
      \(stroke)

      § 13 Information

      Beslut
      Socialnämnden tackar för svaret.
      """)
    let sections = try #require(document.paragrafer.first?.sections)
    #expect(sections.map(\.kind) == [.decision, .reservation] && sections.map(\.lines.count) == [1, 2])
  }
}
