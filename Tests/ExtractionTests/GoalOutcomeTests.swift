import Facts
import Testing

/// How a goal went, in the sentences that reports say it with: a wrong outcome shown as right is the worst of mistakes.
@Suite struct GoalOutcomeTests {
  private func goals(_ lines: String) throws -> [Goal] { try facts(report(lines)).goals }

  @Test(arguments: [
    ("Målet uppnåddes.", "uppnått"), ("Målet uppnåddes inte.", "ej_uppnått"), ("Målet uppnåddes delvis.", "delvis_uppnått"),
    ("Målet bedöms inte vara uppfyllt.", "ej_uppnått"), ("Målet bedöms inte ha uppnåtts.", "ej_uppnått"),
    ("Målet bedöms ha uppnåtts.", "uppnått"), ("Målet kommer att uppnås.", "uppnått"), ("Målet kommer inte att uppnås.", "ej_uppnått"),
    ("Målet är i huvudsak uppfyllt.", "delvis_uppnått"), ("Målet är i stort sett uppfyllt.", "delvis_uppnått"),
    ("Målet är nästan uppfyllt.", "delvis_uppnått"), ("Målet är uppfyllt till 75 procent.", "delvis_uppnått"),
    ("Nämnden når inte målet.", "ej_uppnått"), ("Nämnden bedömer att målet är uppfyllt.", "uppnått"),
    ("Nämnden bedömer att målet till stor del är uppfyllt.", "delvis_uppnått"),
    ("Nämnden bedömer inte att målet är uppfyllt.", "ej_uppnått"), ("Målet på 95 % nåddes därmed inte.", "ej_uppnått"),
    ("Målet på 2 procent är därmed uppnått.", "uppnått"), ("Målet bedöms som ej uppnått.", "ej_uppnått"),
    ("Målet är ännu inte uppfyllt.", "ej_uppnått"),
  ])
  func aSentenceSaysHowItWent(written: String, outcome: String) throws {
    #expect(try goals("Mål 1, Alla barn trivs i skolan.\n\nResultat\n\(written)").map(\.outcome) == [outcome])
  }

  @Test(arguments: [
    "Eleverna har inte uppnått kunskapskraven.", "Osäkert om målet nås, ingen mätning är gjord.", "Delmålet är uppfyllt.",
    "Målet nås först 2027.", "Arbetet fortsätter för att målet ska uppnås.", "I vår bedöms om målet är uppfyllt.",
    "Målet är uppfyllt för flickor men inte för pojkar.",
  ])
  func aSentenceThatDoesNotSayItIsNoOutcome(_ written: String) throws {
    #expect(try goals("Mål 1, Alla barn trivs i skolan.\n\nResultat\n\(written)").map(\.outcome) == ["ej_bedömt"])
  }

  @Test(arguments: [
    ("☒ Uppnått ☐ Delvis uppnått ☐ Ej uppnått", "uppnått"), ("☐ Uppnått ☐ Delvis uppnått ☒ Ej uppnått", "ej_uppnått"),
    ("Tiden var 112 dagar. ☐ Uppnått ☑ Delvis uppnått ☐ Ej uppnått", "delvis_uppnått"),
    ("Bedömning: [x] Uppfyllt [ ] Delvis uppfyllt [ ] Ej uppfyllt", "uppnått"), ("☐ Uppfyllt ✔ Delvis ☐ Ej uppfyllt", "delvis_uppnått"),
    ("☐ Uppnått\n☐ Delvis uppnått\n☒ Ej uppnått", "ej_uppnått"), ("☐ Uppnått\n☐ Delvis uppnått\n☐ Ej uppnått", "ej_bedömt"),
    ("☐ Uppnått ☐ Delvis uppnått ☐ Ej uppnått", "ej_bedömt"), ("☒ Uppnått ☒ Delvis uppnått ☐ Ej uppnått", "ej_bedömt"),
  ])
  func theTickedBoxIsTheOutcome(boxes: String, outcome: String) throws {
    #expect(try goals("Mål 1, Alla barn trivs i skolan.\n\nResultat\n\(boxes)").map(\.outcome) == [outcome])
  }

  @Test func whatIsWrittenBeginsAndEndsWithWords() throws {
    let found = try goals("Mål 1, Alla barn trivs i skolan.\n\nResultat: Ej uppnått under året.")
    #expect(found.map(\.outcomeAsWritten) == ["Ej uppnått"])
  }

  @Test(arguments: [
    ("Bedömning: Uppnått", "uppnått"), ("Måluppfyllelse: Ja", "uppnått"), ("Måluppfyllelse: Nej", "ej_uppnått"),
    ("Måluppfyllelse: Viss", "delvis_uppnått"), ("Måluppfyllelse: Låg", "ej_uppnått"), ("Bedömning: Grön", "uppnått"),
    ("Status: Gul", "delvis_uppnått"), ("Prognos: Uppnås", "uppnått"), ("Bedömning: Uppnås inte", "ej_uppnått"),
    ("● Uppnått", "uppnått"), ("Måluppfyllelse: 75 %", "ej_bedömt"), ("Resultat: 82 %", "ej_bedömt"), ("Status: Pågår", "ej_bedömt"),
  ])
  func whatStandsAfterALabelIsTheOutcome(written: String, outcome: String) throws {
    let found = try goals("Mål: Alla barn trivs i skolan\n\(written)\nSjukfrånvaron har minskat under året.")
    #expect(found.map(\.text) == ["Alla barn trivs i skolan"] && found.map(\.outcome) == [outcome])
  }

  @Test(arguments: [
    "Av nämndens tolv mål är fem uppfyllda, fyra delvis uppfyllda och tre ej uppfyllda.",
    "Av nämndens mål är ett uppfyllt, ett delvis uppfyllt och inget ej uppfyllt.", "Uppdraget är delvis uppfyllt.",
  ])
  func whatIsSaidOfOtherGoalsIsNoOutcome(_ sentence: String) throws {
    #expect(try goals("Mål 1, Alla barn trivs i skolan.\n\nResultat\n\(sentence)").map(\.outcome) == ["ej_bedömt"])
  }

  @Test func anotherGoalsOutcomeIsNotTaken() throws {
    let found = try goals(
      "Mål 1, Alla barn trivs i skolan.\n\nResultat\nEnkäten görs i vår.\n\nStrategiskt område: Ekonomi\nMålet är uppnått.")
    #expect(found.map(\.outcome) == ["ej_bedömt"])
  }

  @Test func indicatorsAreNoneOfTheGoalsText() throws {
    let found = try goals(
      "Mål: Fler unga ska ha en meningsfull fritid\nIndikatorer: Antal besök\nUtfall 2023: 19 120\nMålvärde: 20 000\nBedömning: Uppnått")
    #expect(found.map(\.text) == ["Fler unga ska ha en meningsfull fritid"] && found.map(\.outcome) == ["uppnått"])
  }

  @Test(arguments: [("Nämndmål 1: God livsmiljö", "1"), ("Mål 3 – God livsmiljö", "3"), ("Mål 2 God livsmiljö", "2")])
  func aGoalWithItsNumberBeforeItsName(line: String, number: String) throws {
    let found = try goals("\(line)\nMålet bedöms som uppnått.")
    #expect(found.map(\.text) == ["God livsmiljö"] && found.map(\.number) == [number] && found.map(\.outcome) == ["uppnått"])
  }

  @Test func aSentenceWithItsAssessmentRightBelowIsAGoal() throws {
    let found = try goals("1. Skolan ska vara likvärdig\nMåluppfyllelse: Låg\n2. Äldre ska kunna bo kvar hemma\nMåluppfyllelse: 75 %")
    #expect(found.map(\.text) == ["Skolan ska vara likvärdig", "Äldre ska kunna bo kvar hemma"])
    #expect(found.map(\.outcome) == ["ej_uppnått", "ej_bedömt"] && found.map(\.number) == ["1", "2"])
    #expect(try goals("Skolan ska vara likvärdig.\nArbetet fortsätter.").isEmpty)
  }

  @Test func goalsInProse() throws {
    let found = try goals(
      "Målet att minska sjukfrånvaron till högst 7 procent har inte uppnåtts. Målet om en ekonomi i balans är uppfyllt då nämnden sparade.")
    #expect(found.map(\.text) == ["minska sjukfrånvaron till högst 7 procent", "en ekonomi i balans"])
    #expect(found.map(\.outcome) == ["ej_uppnått", "uppnått"])
  }
}
