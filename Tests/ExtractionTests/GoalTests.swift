import Facts
import Testing

/// Goals with their outcome in each form that reports write them, and assignments with their status.
@Suite struct GoalTests {
  /// What stands before a list, so that its first line is no part of the front page.
  private let opening = "Ekonomi\nNettokostnaden uppgick till det som nämnden hade räknat med när året började i januari.\n\n"

  private func goals(_ lines: String) throws -> [Goal] { try facts(report(lines)).goals }

  @Test func aNumberedGoalWithItsTextOnTheLine() throws {
    let found = try goals(
      "Mål 1, 75 % av brukarna är nöjda med sin hemtjänst.\n\nResultat\n80 % svarade att de är nöjda.\nMålet är uppnått.")
    #expect(found.map(\.number) == ["1"] && found.map(\.text) == ["75 % av brukarna är nöjda med sin hemtjänst."])
    #expect(found.map(\.outcome) == ["uppnått"] && found.map(\.outcomeAsWritten) == ["Målet är uppnått"])
  }

  @Test func aGoalWithAFullStopComesOnce() throws {
    let found = try goals(
      "Nämndmål 1: Fler unga ska få pröva på ett instrument och en idrott redan i förskoleklassen.\nMålet är uppfyllt\n\nKön har blivit kortare."
    )
    #expect(found.map(\.text) == ["Fler unga ska få pröva på ett instrument och en idrott redan i förskoleklassen."])
    #expect(found.map(\.number) == ["1"] && found.map(\.outcome) == ["uppnått"])
  }

  @Test func aNumberedGoalWithItsTextBelow() throws {
    let found = try goals(
      "Mål 4\nAlla som söker en plats ska få en plats inom tre månader.\n\nResultat\nKön har vuxit.\nMålet är inte uppnått.")
    #expect(found.map(\.text) == ["Alla som söker en plats ska få en plats inom tre månader."])
    #expect(found.map(\.number) == ["4"] && found.map(\.outcome) == ["ej_uppnått"])
  }

  @Test func aGoalUnderItsKindsHeading() throws {
    let found = try goals("Kommunfullmäktiges verksamhetsmål: Minska förbrukningen av energi\n\nBedömning\nDelvis uppfyllt")
    #expect(found.map(\.text) == ["Minska förbrukningen av energi"] && found.map(\.outcome) == ["delvis_uppnått"])
  }

  @Test func aRowWithTheGoalAndItsAssessment() throws {
    let found = try goals(
      "Nämndens mål följs upp här nedan.\n\nEkonomi i balans I hög grad uppfyllt\nTrygga invånare Delvis uppfyllt\nGod arbetsmiljö Ej uppnått"
    )
    #expect(found.map(\.text) == ["Ekonomi i balans", "Trygga invånare", "God arbetsmiljö"])
    #expect(found.map(\.outcome) == ["uppnått", "delvis_uppnått", "ej_uppnått"])
  }

  @Test func anAssignmentWithACommentAndNoAssessment() throws {
    let found = try goals(
      "Socialnämnden ger förvaltningen i uppdrag att öka antalet besök\n\nKommentar\nAntalet besök har ökat med tio procent.")
    #expect(found.map(\.outcome) == ["ej_bedömt"] && found.first?.outcomeAsWritten == nil)
  }

  @Test func twoGoalsHaveEachTheirOwnOutcome() throws {
    let found = try goals(
      "Mål 1, Alla barn trivs i skolan.\nMålet är uppnått.\n\nMål 2, Alla unga har en fritid.\nMålet är delvis uppnått.")
    #expect(found.map(\.number) == ["1", "2"] && found.map(\.outcome) == ["uppnått", "delvis_uppnått"])
  }

  @Test func aGoalWithoutAssessmentTakesNoneFromTheNext() throws {
    let found = try goals(
      "Mål 1, Alla barn trivs i skolan.\n\nResultat\nEnkäten görs i vår.\n\nMål 2, Alla unga har en fritid.\nMålet är uppnått.")
    #expect(found.map(\.outcome) == ["ej_bedömt", "uppnått"])
  }

  @Test func theContextIsTheHeadingOverTheListOfGoals() throws {
    let list = """
      Verksamhetsmål

      Mål 1
      Alla barn trivs i skolan.

      Resultat
      Målet är uppnått.

      Mål 2
      Alla unga har en fritid.

      Kommentar
      Målet är delvis uppnått.

      Finansiella mål

      Mål 3
      Soliditeten ökar varje år.
      Målet är uppnått.
      """
    #expect(try goals(list).map(\.context) == ["Verksamhetsmål", "Verksamhetsmål", "Finansiella mål"])
  }

  @Test(arguments: [
    ("Måluppfyllelse: God", "uppnått"), ("Måluppfyllelse: Ej godtagbar", "ej_uppnått"), ("Status: Grön", "uppnått"),
    ("Status: Gul", "delvis_uppnått"), ("Prognos måluppfyllelse: Nej", "ej_uppnått"), ("Måluppfyllelse: Mindre god", "ej_bedömt"),
    ("Måluppfyllelse: God ekonomi väntas", "ej_bedömt"),
  ])
  func anAssessmentMayBeAWordAfterItsLabel(written: String, outcome: String) throws {
    let found = try goals("Mål 1: Trygghet\n\(written)\n\nMål 2: Fler bostäder\n\(written)")
    #expect(found.map(\.text) == ["Trygghet", "Fler bostäder"] && found.map(\.outcome) == [outcome, outcome])
  }

  @Test func aRowMayHaveTheGoalInASentence() throws {
    let found = try goals(
      "Resultatet ska uppgå till minst 2 procent av skatterna.    Uppfyllt\nInvesteringarna ska betalas med egna medel.    Ej uppfyllt\nSoliditeten ska öka.    Delvis uppfyllt"
    )
    #expect(found.map(\.outcome) == ["uppnått", "ej_uppnått", "delvis_uppnått"] && found.last?.text == "Soliditeten ska öka.")
  }

  @Test func aGoalMayEndInItsAssessment() throws {
    let found = try goals(
      "1. Företagsklimatet ska förbättras – målet har ej nåtts.\n2. Andelen hållbara resor ska öka – målet är nått.\n3. Alla unga ska ha en fritid – målet har nåtts till viss del."
    )
    #expect(found.map(\.text) == ["Företagsklimatet ska förbättras", "Andelen hållbara resor ska öka", "Alla unga ska ha en fritid"])
    #expect(found.map(\.outcome) == ["ej_uppnått", "uppnått", "delvis_uppnått"])
  }

  @Test(arguments: [
    ("Målet är uppnått.", "uppnått"), ("Målet är uppfyllt.", "uppnått"), ("Målet är delvis uppnått.", "delvis_uppnått"),
    ("Målet är inte helt uppnått.", "delvis_uppnått"), ("Målet är inte uppfyllt.", "ej_uppnått"),
    ("Målet har inte uppnåtts.", "ej_uppnått"),
    ("Målet nås ej.", "ej_uppnått"), ("Målet nås", "uppnått"), ("Målet bedöms inte kunna nås under året.", "ej_uppnått"),
    ("Målet förväntas delvis uppnås", "delvis_uppnått"), ("Målet nås genom samverkan.", "ej_bedömt"), ("I hög grad uppfyllt", "uppnått"),
    ("Målet kan inte bedömas.", "ej_bedömt"),
  ])
  func theScalesAreRead(written: String, outcome: String) throws {
    #expect(try goals("Mål 1, Alla barn trivs i skolan.\n\nBedömning\n\(written)").map(\.outcome) == [outcome])
  }

  @Test(arguments: [
    "Antalet klagomål minskade under året.", "Huvudmålen för skolan är kända.", "Önskemål om tider tas emot.",
    "Av nämndens mål är åtta uppnådda och tre ej uppnådda.",
    "Mål 1, 3 och 8 följs upp i bilagan.", "Kommunen är huvudman för skolan.",
  ])
  func isNone(_ text: String) throws { #expect(try goals(text).isEmpty) }

  @Test func anAssignmentAsHeadingIsAssessedInItsText() throws {
    let found = try goals(
      "Fullmäktiges uppdrag: Ta fram en plan för gångvägar\n\nArbetet har försenats. Uppdraget är inte uppfyllt. Det fortsätter.")
    #expect(found.map(\.text) == ["Ta fram en plan för gångvägar"] && found.map(\.outcome) == ["ej_uppnått"])
    #expect(try goals("Fullmäktiges uppdrag: Ta fram en plan för gångvägar\n\nArbetet har försenats.").isEmpty)
  }

  @Test func aHeadingThatSaysWhatShallBeIsAGoalWhereItsTextAssessesIt() throws {
    let list = "\(opening)Alla barn ska lära sig simma\n\nTre av fyra barn kan det. Bedömning: Målet uppnås delvis."
    let found = try goals("\(list)\n\nLuften i skolorna ska bli bättre\n\nNya fläktar har satts in.\nBedömning: Målet är uppnått.")
    #expect(found.map(\.text) == ["Alla barn ska lära sig simma", "Luften i skolorna ska bli bättre"])
    #expect(found.map(\.outcome) == ["delvis_uppnått", "uppnått"])
    #expect(try goals("\(opening)Alla barn ska lära sig simma\n\nTre av fyra barn kan det.\n\nEkonomi\n\nMålet är uppnått.").isEmpty)
  }

  @Test(arguments: [
    ("• Fler ska cykla till arbetet. Bedömning: delvis uppfyllt", "Fler ska cykla till arbetet", "delvis_uppnått"),
    ("Kassan ska räcka i två månader. Målet uppnåddes inte, kassan räckte i fem veckor.", "Kassan ska räcka i två månader", "ej_uppnått"),
    ("KF-mål 2. Fler ska cykla\n\nMålet är uppfyllt.", "Fler ska cykla", "uppnått"),
    ("Nämndens mål 3 – Fler väljer bussen\n\nMåluppfyllelse: Uppfyllt", "Fler väljer bussen", "uppnått"),
  ])
  func aGoalIsPartedFromItsAssessment(text: String, goal: String, outcome: String) throws {
    let found = try goals(text)
    #expect(found.map(\.text) == [goal] && found.map(\.outcome) == [outcome])
  }

  @Test func anAreaIsTheHeadingOverItsGoals() throws {
    let found = try goals("\(opening)Målområde: Ett gott liv\n\nNämndmål: Fler ska sjunga i kör\n\nMåluppfyllelse: Uppfyllt")
    #expect(found.map(\.text) == ["Fler ska sjunga i kör"] && found.map(\.context) == ["Målområde: Ett gott liv"])
  }

  private func assignments(_ lines: String) throws -> [Assignment] { try facts(report(lines)).assignments }

  @Test func anAssignmentIsARowWithDatesAndStatus() throws {
    let found = try assignments(
      "Uppdrag                  Startdatum  Slutdatum  Status\nÖversyn av lokaler 2020-02-17 2023-06-30 Pågår\n\nKommentar: Arbetet fortsätter."
    )
    #expect(found.map(\.text) == ["Översyn av lokaler"] && found.map(\.status) == ["pågår"] && found.map(\.statusAsWritten) == ["Pågår"])
    #expect(found.map(\.start) == ["2020-02-17"] && found.map(\.end) == ["2023-06-30"])
  }

  @Test func anAssignmentMayHaveItsStatusOnTheLineBelow() throws {
    let heading = "\(opening)Uppdrag från kommunfullmäktige"
    let first = "Utreda framtidens bibliotek\n\nUppdraget är genomfört. Det redovisades i maj."
    let second = "Ta fram en plan för lekplatser\n\nStatus: Pågår\n\nArbetet fortsätter i höst."
    let found = try assignments("\(heading)\n\n\(first)\n\n\(second)")
    #expect(found.map(\.text) == ["Utreda framtidens bibliotek", "Ta fram en plan för lekplatser"])
    #expect(found.map(\.status) == ["klar", "pågår"])
    #expect(try assignments("Uppdrag 2: Se över taxan för vatten\n\nStatus: Klart").map(\.text) == ["Se över taxan för vatten"])
    #expect(try assignments("\(opening)Nya lokaler för arkivet\n\nStatus: Pågår").isEmpty)
  }

  @Test func aStatusMayGoOnOnTheNextLine() throws {
    let found = try assignments("Översyn av lokaler 2020-02-17 2023-06-30 Ej\npåbörjad\n\nKommentar: Väntar på besked.")
    #expect(found.map(\.status) == ["ej_påbörjad"] && found.map(\.statusAsWritten) == ["Ej påbörjad"])
  }

  @Test func anAssignmentMayEndInItsStatus() throws {
    let found = try assignments(
      "Ta fram en ny plan. Status: Pågår\nUtred kosten. Status: Slutfört\nInför e-arkiv i nämnden. Status: Ej påbörjat")
    #expect(found.map(\.text) == ["Ta fram en ny plan", "Utred kosten", "Inför e-arkiv i nämnden"])
    #expect(found.map(\.status) == ["pågår", "klar", "ej_påbörjad"])
  }

  @Test func stepsOfAScaleThatIsExplainedAreNoOutcome() throws {
    let goal = "Nämndmål: Fler ska cykla till arbetet\n\nArbetet har gått framåt på flera håll.\n\n"
    #expect(try goals(goal + "Målet uppnått\nMålet delvis uppnått\nMålet ej uppnått").map(\.outcome) == ["ej_bedömt"])
    #expect(try goals(goal + "Målet delvis uppnått").map(\.outcome) == ["delvis_uppnått"])
  }

  @Test(arguments: [
    ("Målet var inte uppfyllt 2021.", "ej_bedömt"), ("Under 2022 var målet uppfyllt.", "ej_bedömt"),
    ("Målet är uppfyllt 2023.", "uppnått"), ("Målet var inte uppfyllt 2021 men målet är uppfyllt i år.", "ej_bedömt"),
  ])
  func anEarlierYearsAssessmentIsNotTheReports(sentence: String, outcome: String) throws {
    #expect(try goals("Nämndmål: Fler ska cykla till arbetet\n\n\(sentence)").map(\.outcome) == [outcome])
  }

  @Test func assignmentsMayBeHeadingsNumberedByChapter() throws {
    let first = "3.1 Utreda framtidens bibliotek\n\nStatus: Pågår\n\nUtredningen redovisas i höst."
    let second = "3.2 Ta fram en plan för lekplatser\n\nStatus: Avslutad"
    let found = try assignments(
      "\(opening)3 Uppdrag\n\nHur långt nämndens två uppdrag har kommit under året står nedan.\n\n\(first)\n\n\(second)")
    #expect(found.map(\.text) == ["Utreda framtidens bibliotek", "Ta fram en plan för lekplatser"])
    #expect(try assignments("\(opening)3 Lokaler\n\nHur långt nämndens två lokaler har kommit under året står nedan.\n\n\(first)").isEmpty)
  }

  @Test(arguments: [
    "Arbetet sker på uppdrag av nämnden.", "Perioden 2020-01-01 till 2023-12-31 var kall.",
    "Antal anställda 2023-12-31 2022-12-31 Kvinnor", "Antal anställda 2022-12-31 2023-12-31 Förändring",
  ])
  func isNoAssignment(_ text: String) throws { #expect(try assignments(text).isEmpty) }
}
