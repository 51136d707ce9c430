import Facts
import Testing

/// Decisions are quoted verbatim: a sentence whole, a list point by point without number and lead-in.
@Suite struct DecisionTests {
  private func decisions(_ lines: String) throws -> [String] { try paragraf("Beslut\n" + lines).decisions.map(\.text) }

  @Test(arguments: [
    ["Beslut: Nämnden beslutar enligt förslaget, dock att dagen för tillsynen i maj flyttas till", "den 31 augusti."],
    ["Beslut: Nämnden beslutar enligt förslaget, dock att dagen för tillsynen flyttas till den", "31 augusti."],
    ["Beslut: Karin Berg, ordförande i Björkmåla idrottsförening, utses till ombud med Siv", "By som ersättare."],
    ["Beslut: Karin Berg (S) och Siv By utses till ombud med Ola Ek", "(M) som ersättare."],
  ])
  func aRunInDecisionGoesOnInTheNextLine(_ lines: [String]) throws {
    let found = try paragraf(lines.joined(separator: "\n"))
    #expect(found.decisions.map(\.text) == [lines.joined(separator: " ").replacing("Beslut: ", with: "")] && found.lead == nil)
  }

  @Test func aLineBrokenBeforeADayOrAFigureGoesOn() throws {
    let lines = "Nämnden godkänner avtalet till och med\n30 juni 2026. Avtalet sägs upp senast den\n1 januari 2025."
    #expect(
      try decisions(lines) == ["Nämnden godkänner avtalet till och med 30 juni 2026.", "Avtalet sägs upp senast den 1 januari 2025."])
    #expect(try decisions("1. godkänna planen senast den\n31. oktober\n2. anta taxan.").count == 2)
  }

  @Test func pointsUnderAnAttSatsThatAnnouncesThemBelongToIt() throws {
    let lines = "att fastställa ramarna enligt följande:\n• drift 98 mnkr\n• investering 12 mnkr\n\natt taxan ska vara oförändrad."
    let found = try decisions("Socialnämnden beslutar\n" + lines)
    #expect(found == ["att fastställa ramarna enligt följande: drift 98 mnkr investering 12 mnkr", "att taxan ska vara oförändrad."])
  }

  @Test func whatACommitteeProposesThroughTheBoardAboveItIsItsDecision() throws {
    let facts = try facts(
      """
      Björkmåla kommun
      Sammanträdesprotokoll
      Kommunstyrelsens arbetsutskott 2024-04-03

      § 12 Årsredovisning

      Arbetsutskottets förslag till kommunstyrelsen

      Kommunstyrelsens förslag till kommunfullmäktige

      1. Årsredovisningen fastställs.
      2. Resultatet förs till eget kapital.
      """)
    #expect(facts.paragraphs.first?.decisions.count == 2 && facts.paragraphs.first?.outcome == "bifall")
  }

  @Test func aDecisionInASentenceIsTheWholeSentence() throws {
    let found = try paragraf("Beslut\nSocialnämnden godkänner redovisningen av tillsynen.")
    #expect(found.decisions.map(\.text) == ["Socialnämnden godkänner redovisningen av tillsynen."])
    #expect(found.decisions.map(\.action) == ["godkänner"] && found.outcome == "bifall")
  }

  @Test func aDecisionOverSeveralLinesIsJoined() throws {
    let lines =
      "Socialnämnden godkänner redovisningen av tillsynen och ger förvaltningen i uppdrag att återkomma med en ny redo-\nvisning i höst."
    #expect(
      try decisions(lines) == [
        "Socialnämnden godkänner redovisningen av tillsynen och ger förvaltningen i uppdrag att återkomma med en ny redovisning i höst."
      ])
  }

  @Test func eachSentenceIsADecision() throws {
    #expect(try decisions("Planen godkänns. Den gäller från den 1 maj.") == ["Planen godkänns.", "Den gäller från den 1 maj."])
  }

  @Test(arguments: [
    "1. Planen godkänns.\n2. Planen sänds vidare.", "1) Planen godkänns.\n2) Planen sänds vidare.",
    "a) Planen godkänns.\nb) Planen sänds vidare.", "• Planen godkänns.\n• Planen sänds vidare.",
    "- Planen godkänns.\n- Planen sänds vidare.",
    "\u{F0B7} Planen godkänns.\n\u{F0B7} Planen sänds vidare.", "– Planen godkänns.\n– Planen sänds vidare.",
  ])
  func aPointIsADecisionWithoutItsMark(_ lines: String) throws {
    #expect(try decisions(lines) == ["Planen godkänns.", "Planen sänds vidare."])
    #expect(try decisions("Socialnämnden beslutar\n\n" + lines) == ["Planen godkänns.", "Planen sänds vidare."])
  }

  @Test func numbersWithoutASignAreNoPartOfThePoints() throws {
    #expect(try decisions("1 Planen godkänns.\n\n2 Planen sänds vidare.") == ["Planen godkänns.", "Planen sänds vidare."])
    #expect(try decisions("1 januari höjs taxan.\n\n3 nya tjänster inrättas.") == ["1 januari höjs taxan.", "3 nya tjänster inrättas."])
  }

  @Test func whatLeadsInBelowNumberedPointsIsNoPartOfTheLast() throws {
    let found = try paragraf(
      "Beslut\nSocialnämnden föreslår kommunfullmäktige besluta följande.\n\n1. Planen godkänns.\n\n"
        + "Socialnämnden beslutar för egen del följande.\n\n2. Planen sänds vidare.")
    #expect(found.decisions.map(\.text) == ["Planen godkänns.", "Planen sänds vidare."])
    #expect(found.lead?.contains("för egen del") == true && found.lead?.contains("kommunfullmäktige") == true)
  }

  @Test func anAttSatsKeepsItsAttAndTheLeadInStandsApart() throws {
    let found = try paragraf("Beslut\nSocialnämnden beslutar\n\natt godkänna planen, och\natt sända den vidare.")
    #expect(found.decisions.map(\.text) == ["att godkänna planen, och", "att sända den vidare."])
    #expect(found.lead == "Socialnämnden beslutar")
  }

  @Test func anAttSatsGoesOnOverLines() throws {
    let lines =
      "att godkänna den plan för tillsynen som miljöchefen har lagt fram i det\nunderlag som sändes ut före mötet, och\natt sända planen vidare."
    #expect(
      try decisions("Socialnämnden beslutar\n\n" + lines)
        == [
          "att godkänna den plan för tillsynen som miljöchefen har lagt fram i det underlag som sändes ut före mötet, och",
          "att sända planen vidare.",
        ])
  }

  @Test(arguments: [
    ("Socialnämnden beslutar:\n1. Planen godkänns.", "Socialnämnden beslutar:"),
    ("Socialnämnden beslutar att\n- godkänna planen.", "Socialnämnden beslutar att"),
    ("Enligt arbetsutskottets förslag:\n1. Planen godkänns.", "Enligt arbetsutskottets förslag:"),
    ("Socialnämnden föreslår kommunfullmäktige besluta\n\natt godkänna planen.", "Socialnämnden föreslår kommunfullmäktige besluta"),
    ("Socialnämnden beslutade\n\natt godkänna planen.", "Socialnämnden beslutade"),
  ])
  func theLeadInIsNoDecision(lines: String, lead: String) throws {
    let found = try paragraf("Beslut\n" + lines)
    #expect(found.lead == lead && found.decisions.count == 1, "\(found.decisions.map(\.text))")
  }

  @Test func aLeadInAndItsPointsStayApartAlsoInMinutesOfShortBlocks() throws {
    let text =
      "Sammanträdesprotokoll\n\nSocialnämnden\n\n2024-03-12\n\n§ 1 Plan för tillsynen\n\nBeslut\n\n"
      + "Socialnämnden föreslår kommunfullmäktige besluta\n\natt godkänna planen.\n\n§ 2 Information\n\nBeslut\n\nInformationen antecknas.\n"
    let found = try #require(try facts(text).paragraphs.first)
    #expect(found.decisions.map(\.text) == ["att godkänna planen."])
  }

  @Test func aHeadingWithItsVerbIsTheLeadIn() throws {
    let found = try paragraf("SOCIALNÄMNDEN BESLUTAR\natt godkänna planen.")
    #expect(found.lead == "SOCIALNÄMNDEN BESLUTAR" && found.decisions.map(\.text) == ["att godkänna planen."])
  }

  @Test func whatFollowsEnligtFoljandeBelongsToTheDecision() throws {
    let lines = "Socialnämnden fastställer avgifterna enligt följande:\n- Tillsyn 900 kronor\n- Prövning 1 200 kronor"
    #expect(try decisions(lines) == ["Socialnämnden fastställer avgifterna enligt följande: Tillsyn 900 kronor Prövning 1 200 kronor"])
  }

  @Test func letteredPointsUnderANumberBelongToIt() throws {
    let lines = "1. Avgifterna ändras så att\na) tillsyn kostar mer\nb) prövning kostar mindre.\n2. Planen godkänns."
    #expect(try decisions(lines) == ["Avgifterna ändras så att a) tillsyn kostar mer b) prövning kostar mindre.", "Planen godkänns."])
  }

  @Test(arguments: [
    "Paragrafen justeras omedelbart.", "Protokollet under denna paragraf förklaras omedelbart justerat.", "Beslutet justeras omedelbart.",
  ])
  func immediateApprovalIsNone(_ sentence: String) throws {
    #expect(try decisions("Socialnämnden godkänner planen.\n\n" + sentence) == ["Socialnämnden godkänner planen."])
  }

  @Test func immediateApprovalUnderItsOwnHeadingIsNone() throws {
    let found = try paragraf("Beslut\nSocialnämnden godkänner planen.\n\nOmedelbar justering\nParagrafen justeras omedelbart.")
    #expect(found.decisions.map(\.text) == ["Socialnämnden godkänner planen."])
  }

  @Test func aProposalOrANarrativeIsNone() throws {
    let found = try paragraf(
      """
      Förslag till beslut
      Socialnämnden godkänner planen.

      Ärendet
      Kommunfullmäktige beslutade i fjol att tillsynen ska öka. Miljöchefen godkänner fakturorna.
      """)
    #expect(found.decisions.isEmpty && found.outcome == "annat")
  }

  @Test func whatTheBodyProposesToTheOneAboveItIsItsDecisionWhereNothingElseIs() throws {
    let proposal = "förslag till kommunfullmäktige\n1. Taxan antas.\n2. Medel anvisas ur kontot.\n\n"
    let found = try paragraf("Socialnämndens " + proposal + "Bakgrund\nTaxan har setts över.")
    #expect(found.decisions.map(\.text) == ["Taxan antas.", "Medel anvisas ur kontot."] && found.outcome == "bifall")
    #expect(try paragraf("F" + proposal.dropFirst()).decisions.count == 2)
    // Another body's proposal, one that the body itself is to decide on, and one beside a decision are none.
    #expect(try paragraf("Arbetsutskottets " + proposal).decisions.isEmpty)
    #expect(try paragraf("Förslag till socialnämnden\n1. Taxan antas.").decisions.isEmpty)
    #expect(try paragraf("Socialnämndens " + proposal + "Beslut\nÄrendet bordläggs.").decisions.map(\.text) == ["Ärendet bordläggs."])
  }

  @Test(arguments: ["Beslut för egen del", "Socialnämndens beslut för egen del", "Ställningstagande", "Socialnämndens ställningstagande"])
  func isAHeadingOfDecisions(_ heading: String) throws {
    #expect(try paragraf(heading + "\nChefen får i uppdrag att ta fram en plan.").decisions.count == 1)
  }

  @Test func aStandpointBesideADecisionIsNone() throws {
    let found = try paragraf("Beslut\nPlanen godkänns.\n\nStällningstagande\nFörvaltningen anser att planen är bra.")
    #expect(found.decisions.map(\.text) == ["Planen godkänns."])
  }

  @Test(arguments: ["för egen del", "vidare", "dessutom"])
  func aSecondLeadInIsNoDecision(_ words: String) throws {
    let lines = "Nämnden föreslår kommunfullmäktige besluta\natt anta taxan.\n\nSocialnämnden beslutar \(words)\natt ge chefen ett uppdrag."
    #expect(try decisions(lines) == ["att anta taxan.", "att ge chefen ett uppdrag."])
  }

  @Test(arguments: [
    ("Dagordningen godkänns.", "bifall"), ("Föredragningslistan fastställs med följande ändring: ärende 9 utgår.", "bifall"),
    ("Informationen noteras till protokollet.", "anteckning"), ("Karin Berg utses att jämte ordföranden justera protokollet.", "val"),
  ])
  func aShortSentenceIsTheDecisionWhereItIsAllThatTheParagrafSays(sentence: String, outcome: String) throws {
    let found = try paragraf("Ordföranden hälsar välkommen. " + sentence, title: outcome == "val" ? "Val av justerare" : "Dagordning")
    #expect(found.decisions.map(\.text) == [sentence] && found.outcome == outcome)
    #expect(try paragraf("Ärendet\n" + sentence).decisions.isEmpty)
  }

  @Test(arguments: ["Upprop förrättas.", "Avgiften fastställs av fullmäktige i juni.", "Chefen berättar om planen som godkänns."])
  func aParagrafThatOnlyTellsHasNone(_ sentence: String) throws {
    #expect(try paragraf(sentence).decisions.isEmpty)
  }

  @Test func sentencesOfAnAttachmentAreNone() throws {
    let found = try paragraf(
      """
      Beslut
      Socialnämnden godkänner planen.

      Beslutet skickas till
      Kommunstyrelsen

      Bilaga till ärendet: Plan för tillsynen
      Beslut
      Gruppen beslutar att gå vidare. Ola Ek (M) yrkar avslag. Ola Ek (M) reserverar sig mot beslutet.
      """)
    #expect(found.decisions.map(\.text) == ["Socialnämnden godkänner planen."])
    #expect(found.motions.isEmpty && found.reservations.isEmpty)
  }

  @Test(arguments: [
    ("Motionen avslås.", "avslag"), ("att avslå motionen", "avslag"), ("Ärendet återremitteras.", "återremiss"),
    ("Ärendet bordläggs till nästa sammanträde.", "bordläggning"), ("Motionen anses besvarad.", "besvarad"),
    ("Informationen antecknas.", "anteckning"), ("Rapporten läggs till handlingarna.", "anteckning"),
    ("Socialnämnden tar del av informationen.", "anteckning"), ("Informationen noteras.", "anteckning"),
    ("Planen fastställs.", "bifall"), ("att anta taxan", "bifall"), ("Förvaltningen får i uppdrag att återkomma.", "bifall"),
  ])
  func theOutcomeIsReadFromTheDecision(decision: String, outcome: String) throws {
    #expect(try paragraf("Beslut\n" + decision).outcome == outcome)
  }

  @Test func anElectionIsOne() throws {
    #expect(try paragraf("Beslut\nKarin Berg (S) väljs till ny ersättare.", title: "Val av ersättare i arbetsutskottet").outcome == "val")
  }

  @Test func theMatterOutweighsWhatIsNotedBesideIt() throws {
    #expect(try paragraf("Beslut\n1. Informationen antecknas.\n2. Motionen avslås.").outcome == "avslag")
  }

  @Test(arguments: [
    ("Socialnämnden fastställer planen.", "fastställer"), ("Motionen avslås.", "avslår"), ("Planen godkänns.", "godkänner"),
    ("Rapporten läggs till handlingarna.", "lägger till handlingarna"), ("Förvaltningen får i uppdrag att utreda frågan.", "ger i uppdrag"),
    ("Karin Berg (S) utses.", "utser"),
  ])
  func theDecidingVerbIsGivenInOneForm(decision: String, action: String) throws {
    #expect(try paragraf("Beslut\n" + decision).decisions.map(\.action) == [action])
  }

  @Test(arguments: [
    "Ola Ek (M) anmäler reservation mot beslutet.", "Mot beslutet anmäler Ola Ek (M) reservation.",
    "Ledamöterna Ola Ek (M) och Karin Berg (S) deltog ej i beslutet.", "En reservation lämnas av Ola Ek (M).",
    "Skriftlig reservation från Ola Ek (M) bifogas protokollet.", "Ola Ek (M) lämnar sammanträdet efter denna paragraf.",
    "Ola Ek (M) deltar på grund av jäv inte i handläggningen av ärendet.",
    "Socialdemokraterna och Vänsterpartiet reserverar sig mot beslutet.",
  ])
  func whatStandsBesideTheDecisionIsNone(_ sentence: String) throws {
    #expect(try decisions("Planen godkänns.\n\n" + sentence) == ["Planen godkänns."])
    #expect(try decisions("1. Planen godkänns.\n2. Planen sänds vidare.\n\n" + sentence) == ["Planen godkänns.", "Planen sänds vidare."])
  }

  @Test func whatAReservationWantedIsNotDecided() throws {
    let view =
      "Reservation\nOla Ek (M) reserverar sig mot beslutet till förmån för eget förslag enligt följande:\nSocialnämnden beslutar\natt avslå planen."
    let found = try paragraf("Beslut\nPlanen godkänns.\n\n" + view)
    #expect(found.decisions.map(\.text) == ["Planen godkänns."] && found.lead == nil)
    #expect(found.reservations.map(\.who) == ["Ola Ek (M)"])
  }

  @Test func theSignaturesAfterTheLastDecisionAreNone() throws {
    let end = "\n\nVid protokollet\n\nKarin Berg\nSekreterare\n\nJusteras\n\nOla Ek\nOrdförande"
    #expect(try decisions("att godkänna planen,\natt sända den vidare." + end) == ["att godkänna planen,", "att sända den vidare."])
  }

  @Test func aTableInADecisionIsNoDecision() throws {
    let table =
      "Projekt (tkr)          Budget     Utfall    Överföring\nCykelväg                8 000      1 700         6 300\nVattentäkt             15 000      9 900         5 100\nSumma                  23 000     11 600        11 400"
    #expect(try decisions("att överföra 11 400 tkr enligt nedan.\n\n" + table) == ["att överföra 11 400 tkr enligt nedan."])
    let announced = "Socialnämnden överför medel så här:"
    #expect(try decisions(announced + "\n\n" + table + "\n\nUnderlaget har tagits fram under våren.").first == announced)
  }

  @Test func whatIsProposedBesideTheOwnPartIsDecidedToo() throws {
    let own = "Socialnämndens beslut för egen del\natt godkänna planen."
    let proposed = "Socialnämndens förslag till kommunfullmäktige\natt anvisa 3 mnkr."
    let both = try paragraf(own + "\n\n" + proposed)
    #expect(both.decisions.map(\.text) == ["att godkänna planen.", "att anvisa 3 mnkr."])
    #expect(both.lead == "Socialnämndens beslut för egen del; Socialnämndens förslag till kommunfullmäktige")
    let alone = try paragraf("Socialnämndens förslag till kommunfullmäktige\nKommunfullmäktige beslutar\natt anvisa 3 mnkr.")
    #expect(alone.lead == "Socialnämndens förslag till kommunfullmäktige; Kommunfullmäktige beslutar")
    #expect(try paragraf(own + "\n\nStällningstagande\nPlanen är väl genomarbetad.").decisions.map(\.text) == ["att godkänna planen."])
    #expect(try paragraf("Beslut\natt godkänna planen.\n\n" + proposed).decisions.map(\.text) == ["att godkänna planen."])
  }

  /// "Socialnämndens beslut" stands beside what the nämnd proposes to another organ, unless the decision tells of that itself.
  @Test(arguments: [
    "Förslag till kommunfullmäktige", "Socialnämndens förslag till kommunfullmäktige", "Förslag till beslut i kommunfullmäktige",
  ])
  func whatIsProposedBesideADecisionUnderTheOrgansNameIsDecidedToo(_ heading: String) throws {
    let own = "Socialnämndens beslut\natt godkänna planen."
    let proposed = heading + "\natt anvisa 3 mnkr."
    #expect(try paragraf(proposed + "\n\n" + own).decisions.map(\.text) == ["att anvisa 3 mnkr.", "att godkänna planen."])
    #expect(try paragraf(own + "\n\n" + proposed).decisions.map(\.text) == ["att godkänna planen.", "att anvisa 3 mnkr."])
    let told = "\n\nSocialnämndens beslut\natt föreslå Kommunfullmäktige att anvisa 2 mnkr."
    #expect(try paragraf(proposed + told).decisions.map(\.text) == ["att föreslå Kommunfullmäktige att anvisa 2 mnkr."])
    #expect(try paragraf("Förslag till beslut\natt anvisa 3 mnkr.\n\n" + own).decisions.map(\.text) == ["att godkänna planen."])
  }

  @Test func aLeadInEndsThePointAboveItThatHasNoFullStop() throws {
    let found = try paragraf(
      "Beslut\nSocialnämnden beslutar för egen del\natt godkänna planen\nSocialnämnden föreslår kommunfullmäktige besluta\natt anvisa 3 mnkr"
    )
    #expect(found.decisions.map(\.text) == ["att godkänna planen", "att anvisa 3 mnkr"])
    #expect(found.lead == "Socialnämnden beslutar för egen del; Socialnämnden föreslår kommunfullmäktige besluta")
  }

  @Test func whatIsDecidedAndWhatIsProposedHaveTheirLeadsBoth() throws {
    let found = try paragraf(
      "Beslut\nSocialnämnden beslutar för egen del\natt godkänna planen.\n\nSocialnämnden föreslår kommunfullmäktige\natt anvisa 3 mnkr.")
    #expect(found.decisions.map(\.text) == ["att godkänna planen.", "att anvisa 3 mnkr."])
    #expect(found.lead == "Socialnämnden beslutar för egen del; Socialnämnden föreslår kommunfullmäktige")
  }

  @Test(arguments: [
    ("Socialnämnden tackar för informationen.", ["Socialnämnden tackar för informationen."]),
    ("Chefen redogör för läget.\n\nInformationen tas till protokollet.", ["Informationen tas till protokollet."]),
    ("Socialnämnden godkänner dagordningen.", ["Socialnämnden godkänner dagordningen."]),
    ("Efter överläggning beslutar socialnämnden\natt godkänna planen.", ["att godkänna planen."]),
    ("Förvaltningen godkänner dagordningen.", []),
  ])
  func aShortParagrafWithoutHeadingsHoldsTheBodysDecision(_ lines: String, wanted: [String]) throws {
    #expect(try paragraf(lines).decisions.map(\.text) == wanted)
  }

  @Test(arguments: ["§ 12 forts.  Dnr 2025/14", "Forts. § 12", "§ 12 (forts.)", "SN § 12, fortsättning"])
  func theLineThatSaysThatTheParagrafGoesOnIsNoDecision(_ line: String) throws {
    #expect(try decisions("1. Planen godkänns.\n\u{0C}\(line)\n2. Planen sänds vidare.") == ["Planen godkänns.", "Planen sänds vidare."])
  }

  @Test func howADecisionIsPaidForIsNoDecisionOfItsOwn() throws {
    let lines =
      "Nämnden beslutar att bevilja föreningen ett bidrag om 200 000 kronor,\natt finansieras ur nämndens anslag för oförutsedda behov."
    #expect(try decisions(lines) == [lines.replacing("\n", with: " ")])
  }

  @Test func whatIsNotedIsNotDecided() throws {
    let noted = "Anmälningarna läggs med godkännande till handlingarna."
    let list = "Länsstyrelsens beslut 2022-10-31 om ny ledamot\nStyrelsen 2022-11-01 § 190, finansrapport"
    #expect(try decisions(noted + "\n" + list) == [noted])
    #expect(try decisions(noted + "\nRedovisade beslut\nSkolskjuts, avslag, dnr 2024/45") == [noted])
    #expect(try decisions(noted + "\na) Cirkulär 24:12 om statsbidrag\nb) Länsstyrelsens svar om tillsyn") == [noted])
  }

  @Test func pointsBelowANoteThatDecideAreDecisions() throws {
    let found = try decisions("Informationen noteras.\na) Förvaltningen får i uppdrag att utreda frågan\nb) Taxan höjs från maj")
    #expect(found.count > 1)
  }

  @Test func anAttSatsThatEndsInSamtAtTheMarginIsFollowedByAnother() throws {
    let found = try decisions(
      "Beslut\nSocialnämnden beslutar\n\natt av kommunstyrelsen begära två miljoner kronor i anslag för tillsyn, samt\natt utse Ola Ek."
    )
    #expect(
      found == ["att av kommunstyrelsen begära två miljoner kronor i anslag för tillsyn, samt", "att utse Ola Ek."])
  }

  @Test func omedelbarJusteringHidesNoOtherDecision() throws {
    let found = try decisions(
      "Beslut\nSocialnämnden beslutar\n\natt begära två miljoner kronor, samt att förklara paragrafen omedelbart justerad.")
    #expect(found.count == 1 && found[0].hasPrefix("att begära två miljoner kronor"))
    #expect(try decisions("Beslut\nSocialnämnden beslutar\n\natt förklara paragrafen omedelbart justerad.").isEmpty)
  }

  @Test func pointsMayHaveALetterAndAFullStop() throws {
    #expect(
      try decisions("Beslut\nSocialnämnden beslutar att\na. godkänna planen,\nb. sända den vidare.") == [
        "godkänna planen,", "sända den vidare.",
      ])
    // A page and an abbreviation are no points.
    #expect(
      try decisions("Beslut\nSocialnämnden godkänner planen enligt\ns. 14 i underlaget.") == [
        "Socialnämnden godkänner planen enligt s. 14 i underlaget."
      ])
  }

  @Test func aLeadOnItsDecisionsLineEndsInNoSpace() throws {
    let found = try paragraf("Beslut\nSocialnämnden beslutar följande: Planen godkänns.")
    #expect(found.lead?.hasSuffix(" ") != true)
  }

  @Test func whatIsToldOfTheMatterBelowAttSatserIsNoDecision() throws {
    let found = try decisions(
      "Socialnämnden beslutar\natt avgiften höjs till 200 kronor.\n\nFörvaltningen har räknat på avgifterna. Kostnaden har ökat sedan 2004."
    )
    #expect(found == ["att avgiften höjs till 200 kronor."])
    // What decides is one, also in a paragraph of its own.
    #expect(try decisions("Socialnämnden beslutar\natt höja avgiften.\n\nMotionen avslås.") == ["att höja avgiften.", "Motionen avslås."])
  }

  @Test func whatIsDecidedBelowAListOfThingsIsADecisionOfItsOwn() throws {
    let found = try decisions(
      """
      Nedanstående avsägelser godkänns:

      Karin Berg (S) avsägelse som ledamot i skolrådet.

      Ola Ek (M) avsägelse som ersättare i socialnämnden.

      Till ledamot i skolrådet för tiden till och med 2024-12-31 väljs Siv By (C).
      """)
    #expect(found.count == 2 && found.last?.hasPrefix("Till ledamot") == true)
  }

  @Test func aParagraphBelowTheLastPointIsNoPartOfIt() throws {
    let lines = "1. att anvisa medlen,\n2. att medlen tas ur eget kapital.\n\nBeslutet fattas efter votering."
    #expect(try decisions(lines) == ["att anvisa medlen,", "att medlen tas ur eget kapital."])
  }

  @Test func bothLeadInsOfADecisionAreTold() throws {
    let lines =
      "Socialnämnden beslutar:\n• Godkänna prognosen.\n• Uppmana skolorna att spara.\n\nSocialnämnden föreslår kommunfullmäktige besluta:\n• Anvisa medel."
    let found = try paragraf("Beslut\n" + lines)
    #expect(found.decisions.map(\.text) == ["Godkänna prognosen.", "Uppmana skolorna att spara.", "Anvisa medel."])
    #expect(found.lead?.contains("Socialnämnden beslutar") == true && found.lead?.contains("föreslår") == true)
  }

  @Test func aParagrafWithALetterHasItInTheFacts() throws {
    let found = try facts(minutes("Beslut\nPlanen antas.").replacing("§ 12 ", with: "§ 12a "))
    #expect(found.paragraphs.first?.number == 12 && found.paragraphs.first?.letter == "a")
    #expect(found.doubts.contains { $0.message.hasPrefix("§ 12a ") })
  }
}
