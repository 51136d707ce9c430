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

  @Test func whatIsWrittenBeginsAndEndsWithWords() throws {
    let found = try goals("Mål 1, Alla barn trivs i skolan.\n\nResultat: Ej uppnått under året.")
    #expect(found.map(\.outcomeAsWritten) == ["Ej uppnått"])
  }
}
