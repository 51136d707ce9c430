import Documents
import Testing

/// Where a § begins and ends, and its title.
@Suite struct ParagrafTests {
  @Test func aListOfTheMattersIsNotTheirParagrafer() throws {
    let facts = try segment(
      """
      Björkmåla kommun          Sammanträdesprotokoll
      Socialnämnden             2024-03-12

      Ärendelista
      § 12   Taxa för tillsyn     SN 2024/12
      § 13   Fler lekplatser      SN 2024/13
      § 14   Information          SN 2024/14

      § 12
      Taxa för tillsyn
      Beslut
      Socialnämnden godkänner taxan.

      § 13
      Fler lekplatser
      Beslut
      Motionen avslås.

      § 14
      Information
      Beslut
      Socialnämnden tackar för informationen.
      """)
    #expect(facts.paragrafer.map(\.number) == [12, 13, 14])
    #expect(facts.paragrafer.allSatisfy { $0.sections.contains { $0.kind == .decision } })
  }

  @Test func numbersWithoutSignAreParagraferWhereTheContentsListThem() throws {
    let titles = ["Val av justerare", "Taxa för tillsyn", "Fler lekplatser"]
    let contents = titles.enumerated().map { "\($0 + 96) \($1) .......... \($0 + 2)" }
    let matters = titles.enumerated().map { "\($0 + 96) \($1)\nBeslut\nSocialnämnden beslutar\n1 att godkänna förslaget." }
    let text = ["Björkmåla kommun\nSammanträdesprotokoll\nSocialnämnden 2024-03-12\nInnehåll"] + contents + matters
    let document = try segment(text.joined(separator: "\n"))
    #expect(document.paragrafer.map(\.number) == [96, 97, 98] && document.paragrafer.map(\.title) == titles)
  }

  @Test func fieldsOfAMatterBelowItsTitleAreNoPartOfIt() throws {
    let document = try segment(
      """
      Björkmåla kommun
      Sammanträdesprotokoll
      Byggnadsnämnden
      2024-03-12

      § 12 Bygglov för garage
      Fastighet: Kvarnen 1:4
      Sökande: Ola Ek
      Dnr BN 2024/112

      Beslut

      Bygglov beviljas.

      § 13 Bygglov för plank och
      mur vid Kvarnen
      Dnr BN 2024/113

      Beslut

      Bygglov beviljas.
      """)
    #expect(document.paragrafer.map(\.title) == ["Bygglov för garage", "Bygglov för plank och mur vid Kvarnen"])
    #expect(document.paragrafer.map(\.caseNumber) == ["BN 2024/112", "BN 2024/113"])
  }

  @Test(arguments: [
    ["§ 12 ENTLEDIGANDE AV", "LEDAMOT I BYGG- OCH", "TRAFIKNÄMNDEN"], ["§ 12 BUDGET MED PLAN FÖR", "2026 OCH 2027"],
  ])
  func theDiarienummerMayStandToTheRightOfTheLastLineOfATitle(_ title: [String]) throws {
    let heading = title.joined(separator: "\n") + String(repeating: " ", count: 40) + "Dnr KS 2024:388"
    let document = try segment("Sammanträdesprotokoll\nKommunfullmäktige\n2024-03-12\n\n\(heading)\nBESLUT\nFörslaget bifalls.\n")
    #expect(document.paragrafer.map(\.title) == [title.joined(separator: " ").replacing("§ 12 ", with: "")])
    #expect(document.paragrafer.map(\.caseNumber) == ["KS 2024:388"])
  }

  @Test func aNumberInBracketsIsSomeoneElsesWhereTheMattersOwnStandsBelow() throws {
    let document = try segment(
      """
      Sammanträdesprotokoll
      Kommunstyrelsen
      2024-03-12

      § 12 Remiss om ett modernare regelverk för borgen (Fi2024/00123)
      STK-2024-61

      Beslut

      Yttrandet godkänns.

      § 13                                 Dnr KS 2023/00871- 1.3.6
      Yttrande över motion

      Beslut

      Motionen avslås.

      § 14 Internbudget 2023
      Dnr BUN 2022-34 Dpl 041

      Beslut

      Budgeten godkänns.
      """)
    #expect(document.paragrafer.map(\.caseNumber) == ["STK-2024-61", "KS 2023/00871", "BUN 2022-34"])
    #expect(document.paragrafer.map(\.processCode) == [nil, "1.3.6", "041"])
    #expect(
      document.paragrafer.map(\.title) == [
        "Remiss om ett modernare regelverk för borgen (Fi2024/00123)", "Yttrande över motion", "Internbudget 2023",
      ])
  }

  @Test func aTitleBelowItsDiarienummerMayHaveTwoLines() throws {
    let document = try segment(
      """
      Sammanträdesprotokoll
      Kommunstyrelsen
      2024-03-12

      § 12
      Dnr KS 2024/14
      Förslag till verksamhetsplan med budget för drift och
      investeringar

      Beslut

      Planen godkänns.
      """)
    #expect(document.paragrafer.map(\.title) == ["Förslag till verksamhetsplan med budget för drift och investeringar"])
  }

  @Test func aHyphenAtTheEndOfALineOfATitleIsTheTitlesOwn() throws {
    let document = try segment(
      """
      Björkmåla kommun
      Sammanträdesprotokoll
      Kommunfullmäktige
      2024-03-12

      § 12 Dnr KS 2024/112 Avsägelse från uppdrag i barn-
      och utbildningsnämnden

      Beslut

      Avsägelsen godkänns.

      § 13 Val av ersättare – dnr KS 2024/113

      Beslut

      Valet bordläggs.
      """)
    #expect(document.paragrafer.map(\.title) == ["Avsägelse från uppdrag i barn- och utbildningsnämnden", "Val av ersättare"])
  }

  @Test func aListRightBelowATitleIsNoPartOfIt() throws {
    try MarkedText(
      """
      Björkmåla kommun          Sammanträdesprotokoll                      ⟵ försättsblad
      Socialnämnden             2024-03-12

      § 12 Anmälningsärenden                                               ⟵ § 12 titel
      1. Protokoll från styrelsen                                          ⟵ background
      2. Brev från länsstyrelsen

      Beslut                                                               ⟵ avsnitt decision
      Informationen noteras.                                               ⟵ decision

      § 13 Nästa möte                                                      ⟵ § 13 titel

      Beslut                                                               ⟵ avsnitt decision
      Socialnämnden godkänner dagen.                                       ⟵ decision
      """
    ).check()
  }

  @Test func oneParagrafWithANumberAndADecisionIsAnExtractOfMinutes() throws {
    let facts = try segment(
      """
      Björkmåla kommun
      Socialnämnden
      Protokollsutdrag
      2024-03-12

      § 12   Dnr SN 2024/12

      Delårsrapport per augusti 2024

      Beslut

      Socialnämnden godkänner delårsrapporten.
      """)
    #expect(facts.frontMatter.type == "protokoll")
    #expect(facts.paragrafer.map(\.title) == ["Delårsrapport per augusti 2024"])
  }

  @Test func eachLineOfOrdinaryMinutesHasItsRole() throws {
    try MarkedText(
      """
      Björkmåla kommun          Sammanträdesprotokoll                      ⟵ försättsblad
      Socialnämnden             2024-03-12

      § 12 Taxa för tillsyn av livsmedel                                   ⟵ § 12 titel
      Dnr SN 2024/12                                                       ⟵ övrigt

      Beslut                                                               ⟵ avsnitt decision
      Socialnämnden godkänner taxan.                                       ⟵ decision

      Ärendet                                                              ⟵ avsnitt background
      Förvaltningen har räknat på avgiften.                                ⟵ background

      Beslutet skickas till                                                ⟵ avsnitt recipients
      Kommunstyrelsen                                                      ⟵ recipients
      Tekniska nämnden

      § 13                                                                 ⟵ § 13
      Motion om fler lekplatser                                            ⟵ titel

      Yrkanden                                                             ⟵ avsnitt motion
      Karin Berg (S) yrkar bifall till motionen.                           ⟵ motion

      Beslutsgång                                                          ⟵ avsnitt procedure
      Ordföranden ställer proposition på förslagen.                        ⟵ procedure

      Socialnämndens beslut                                                ⟵ avsnitt decision
      1. Motionen avslås.                                                  ⟵ decision
      2. Förvaltningen får i uppdrag att återkomma.

      Reservation                                                          ⟵ avsnitt reservation
      Karin Berg (S) reserverar sig mot beslutet.                          ⟵ reservation
      """
    ).check()
  }

  @Test func aTitleGoesOnOverLinesBrokenByTheMargin() throws {
    try MarkedText(
      """
      Sammanträdesprotokoll                                                ⟵ försättsblad
      Socialnämnden
      2024-03-12

      § 12 Svar på motion från Karin Berg (S) om att kommunen ska bygga    ⟵ § 12 titel
      fler lekplatser i tätorten                                           ⟵ titel

      Beslut                                                               ⟵ avsnitt decision
      Socialnämnden avslår motionen.                                       ⟵ decision

      § 13                                                                 ⟵ § 13
      Yttrande över förslag till handlingsplan mot våld i nära relationer  ⟵ titel
      och hedersrelaterat förtryck 2024–2027

      Beslut                                                               ⟵ avsnitt decision
      Socialnämnden lämnar yttrandet.                                      ⟵ decision
      """
    ).check()
  }

  @Test func aTitleBrokenAfterAHyphenIsOneTitle() throws {
    let document = try segment(
      """
      Sammanträdesprotokoll
      Socialnämnden
      2024-03-12

      § 12 Samverkansavtal mellan regionen och kommunerna om social-
      tjänstens insatser

      Beslut
      Socialnämnden godkänner avtalet.

      § 13 Information

      Beslut
      Socialnämnden tackar för informationen.
      """)
    #expect(
      document.paragrafer.map(\.title) == ["Samverkansavtal mellan regionen och kommunerna om socialtjänstens insatser", "Information"])
  }

  @Test func lawsAndReferencesAtALinesStartAreNoParagrafer() throws {
    try MarkedText(
      """
      Sammanträdesprotokoll                                                ⟵ försättsblad
      Socialnämnden
      2024-03-12

      § 12 Tillsyn                                                         ⟵ § 12 titel

      Ärendet                                                              ⟵ avsnitt background
      Nämnden har ansvar för tillsynen, och enligt vad som sägs i miljöbalken   ⟵ background
      § 168 ska kontroll ske varje år. Se också 3 kap. 9 § socialtjänstlagen och
      2 § LVU samt
      7 kap 1§ skollagen.
      § 37a medel får användas.
      § XY i avtalet är ännu inte skriven.
      (2001:453)
      SOSFS 2011:9

      Beslut                                                               ⟵ avsnitt decision
      Socialnämnden godkänner redovisningen.                               ⟵ decision

      § 13 Information                                                     ⟵ § 13 titel

      Beslut                                                               ⟵ avsnitt decision
      Socialnämnden tackar för informationen.                              ⟵ decision
      """
    ).check()
  }

  @Test func theContentsPageIsNoSeriesOfParagrafer() throws {
    try MarkedText(
      """
      Sammanträdesprotokoll                                                ⟵ försättsblad
      Socialnämnden
      2024-03-12

      Innehåll
      § 12 Tillsyn ..... 2
      § 13 Information ..... 2
      § 14 Övriga frågor ..... 3
      📄
      § 12 Tillsyn                                                         ⟵ § 12 titel

      Beslut                                                               ⟵ avsnitt decision
      Socialnämnden godkänner redovisningen.                               ⟵ decision

      § 13 Information                                                     ⟵ § 13 titel

      Beslut                                                               ⟵ avsnitt decision
      Socialnämnden tackar för informationen.                              ⟵ decision
      📄
      § 14 Övriga frågor                                                   ⟵ § 14 titel

      Beslut                                                               ⟵ avsnitt decision
      Socialnämnden lägger frågan till handlingarna.                       ⟵ decision
      """
    ).check()
  }

  @Test func aParagrafThatGoesOnOnTheNextPageIsOne() throws {
    let document = try segment(
      """
      Sammanträdesprotokoll
      Socialnämnden
      2024-03-12

      § 12 Tillsyn

      Ärendet
      Nämnden har ansvar för tillsynen av livsmedel.
      \u{0C}§ 12 forts.

      Beslut
      Socialnämnden godkänner redovisningen.

      § 13 Information

      Beslut
      Socialnämnden tackar för informationen.
      """)
    #expect(document.paragrafer.map(\.number) == [12, 13])
    #expect(document.paragrafer.map(\.title) == ["Tillsyn", "Information"])
    #expect(document.paragrafer.first?.sections.map(\.kind).contains(.decision) == true)
  }

  @Test func aNumberOutOfTheSeriesIsNoParagraf() throws {
    let document = try segment(
      """
      Sammanträdesprotokoll
      Socialnämnden
      2024-03-12

      § 12 Tillsyn
      Dnr SN 2024/12

      Beslut
      Socialnämnden godkänner redovisningen.

      § 231 Avtal om färdtjänst
      Avtalet gäller från årsskiftet.

      § 13 Information
      Dnr SN 2024/13

      Beslut
      Socialnämnden tackar för informationen.

      § 14 Övriga frågor
      Dnr SN 2024/14

      Beslut
      Socialnämnden lägger frågan till handlingarna.
      """)
    #expect(document.paragrafer.map(\.number) == [12, 13, 14])
  }

  @Test func aMissingNumberDoesNotEndTheSeries() throws {
    let document = try segment(
      """
      Sammanträdesprotokoll
      Socialnämnden
      2024-03-12

      § 12 Tillsyn

      Beslut
      Socialnämnden godkänner redovisningen.

      § 15 Information

      Beslut
      Socialnämnden tackar för informationen.
      """)
    #expect(document.paragrafer.map(\.number) == [12, 15])
  }

  @Test func aParagrafOfInformationNeedsNoDecision() throws {
    try MarkedText(
      """
      Sammanträdesprotokoll                                                ⟵ försättsblad
      Socialnämnden
      2024-03-12

      § 12 Information från förvaltningen                                  ⟵ § 12 titel
      Förvaltningschefen berättar om läget inom hemtjänsten och om det     ⟵ background
      nya boendet som öppnar i höst.

      § 13 Sekretessärende                                                 ⟵ § 13 titel
      Protokollförs i särskilt sekretessprotokoll.                         ⟵ background

      § 14 Tillsyn                                                         ⟵ § 14 titel

      Ärendet                                                              ⟵ avsnitt background
      Nämnden har ansvar för tillsynen av livsmedel och lokaler, och har   ⟵ background
      under året gjort fler besök än planerat. Besöken visar att de flesta
      verksamheter sköter sin egenkontroll på ett bra sätt, och att de som
      inte gör det tar till sig av de råd som inspektörerna har gett dem.

      Beslut                                                               ⟵ avsnitt decision
      Socialnämnden godkänner redovisningen.                               ⟵ decision
      """
    ).check()
  }

  @Test(arguments: [
    "12 §  Bygglov för en stuga|13 §  Dispens|14 §  Tillsyn", "Paragraf 12 Bygglov|Paragraf 13 Dispens|Paragraf 14\nTillsyn",
  ])
  func theSignMayStandBehindTheNumberAndAWordForTheSign(_ headings: String) throws {
    let texts = headings.split(separator: "|").map {
      "\($0)\nDnr BN 2024/11\n\nBeslut\nNämnden beslutar enligt\n31 § plan- och bygglagen.\n"
    }
    let found = try segment("Björkmåla kommun\nByggnadsnämnden\nProtokoll 2024-09-05\n\n" + texts.joined(separator: "\n")).paragrafer
    #expect(found.map(\.number) == [12, 13, 14] && found.last?.title == "Tillsyn")
  }

  @Test(arguments: ["§ 3 Rapport för våren 2024 (Dnr 2024-118)", "§ 3 Rapport för våren 2024 (KS\n2024/0118)"])
  func bracketsRoundTheCaseNumberAreNoPartOfTheTitle(_ heading: String) throws {
    let found = try segment(
      "Björkmåla kommun\nProtokoll\n\n\(heading)\n\nBeslut\nRapporten godkänns.\n\n§ 4 Val\n\nBeslut\nSiv By (C) väljs.\n"
    ).paragrafer
    #expect(found.first?.title == "Rapport för våren 2024" && found.first?.caseNumber?.hasSuffix("118") == true)
  }

  @Test func paragrafsOfALawAreNone() throws {
    let law =
      "Nämnden beslutar enligt\n2 § Den som bryter mot lagen ska betala avgift\n\n5 § Nämnden får meddela föreläggande\n\n6 § Beslut får överklagas\n"
    let text = (12...13).map { "§ \($0) Tillsyn\nDnr BN 2024/\($0)\n\nBeslut\n\(law)\n" }.joined()
    #expect(try segment("Björkmåla kommun\nByggnadsnämnden\nProtokoll 2024-09-05\n\n" + text).paragrafer.map(\.number) == [12, 13])
  }

  @Test func aDocumentWithoutParagraferHasNone() throws {
    let document = try segment("Årsredovisning 2023\nSocialnämnden\n\n1 Ekonomi\nEnligt 11 kap. 20 § kommunallagen ska nämnden redovisa.\n")
    #expect(document.paragrafer.isEmpty)
  }

  @Test func theEmptyDocumentHasNothing() throws {
    let document = try segment("")
    #expect(document.paragrafer.isEmpty && document.headings.isEmpty && document.body.isEmpty && document.frontMatter.type == "annat")
  }

  @Test(.timeLimit(.minutes(1))) func manyThousandLinesThatLookLikeHeadingsAreReadInTime() throws {
    let text = (1...20_000).map { "§ \($0 % 977) Rad \($0)\nText.\n" }.joined()
    #expect(try segment("Sammanträdesprotokoll\n" + text).paragrafer.count > 1)
  }

  @Test func aSentenceBelowATitleInTheSameTypeIsNoPartOfIt() throws {
    let minutes = "Björkmåla kommun\nSammanträdesprotokoll\nSocialnämnden\n2024-03-12\n\n"
    let long = "Yttrande över regionens förslag till plan för vården av dem som"
    let text =
      "§ 1 Information från förvaltningen\nFörvaltningschefen berättar om läget och om arbetet under våren.\n\n§ 2 \(long)\nBjörkmåla har ansvar för tillsammans med andra.\n\nBeslut\n"
    let document = try segment(minutes + text + "Socialnämnden godkänner yttrandet.")
    #expect(
      document.paragrafer.map(\.title) == ["Information från förvaltningen", "\(long) Björkmåla har ansvar för tillsammans med andra."])
  }

  @Test func theSignMayStandBehindTheNumber() throws {
    let minutes = try segment(
      """
      SAMMANTRÄDESPROTOKOLL
      Direktionen 2023-12-08

      53 § Öppnande och val av justerare

      Ordföranden öppnade mötet.

      54 § Föregående protokoll

      Det fanns inga synpunkter på protokollet.

      55 § Mål- och resursplan

      Direktionen beslutar

      att godkänna planen.
      """)
    #expect(minutes.paragrafer.map(\.number) == [53, 54, 55])
    #expect(minutes.paragrafer.map(\.title) == ["Öppnande och val av justerare", "Föregående protokoll", "Mål- och resursplan"])
    // The § of a regulation are none.
    let regulation = try segment(
      """
      Reglemente för socialnämnden

      1 § Uppgifter

      Nämnden ansvarar för tillsynen.

      2 § Ledamöter

      Nämnden har nio ledamöter.

      3 § Sammanträden

      Nämnden beslutar om dag och tid.
      """)
    #expect(regulation.paragrafer.isEmpty)
  }

  @Test func aCaseNumberThatEndsTheListOfMattersIsNotTheFirstOnes() throws {
    let document = try segment(
      """
      PROTOKOLL
      Valnämnden 2018-02-05

      Ärendelista
      1 Val av justerare
      2 Personuppgifter
      KS 2018/245

      Vn § 1 Val av justerare

      Beslut
      Karin Berg utses.

      Vn § 2 Personuppgifter

      Beslut
      Informationen antecknas.
      """)
    #expect(document.paragrafer.map(\.caseNumber) == [nil, nil])
  }

  @Test(arguments: ["SN § 12  SN AU § 31", "SN AU § 31  SN § 12", "SN § 12  SN-AU § 31", "SN § 12"])
  func aCommitteeInTwoWordsIsAnOrganOfTheChain(_ heading: String) throws {
    let lines = ["SN § 11", heading, "SN § 13"].map { "\($0)   Dnr SN 2024/17\nTaxa för tillsyn\n\nBeslut\nTaxan antas.\n" }
    let found = try segment("Sammanträdesprotokoll\nSocialnämnden\n2024-03-12\n\n" + lines.joined(separator: "\n")).paragrafer
    #expect(found.map(\.number) == [11, 12, 13] && found.map(\.title) == Array(repeating: "Taxa för tillsyn", count: 3))
    #expect(found.map(\.caseNumber) == Array(repeating: "SN 2024/17", count: 3))
  }
}
