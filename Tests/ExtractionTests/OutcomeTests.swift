import Facts
import Testing

/// The outcome of a § is that of its matter.
@Suite struct OutcomeTests {
  private func outcome(_ lines: String, title: String = "Motion om badhus") throws -> String? { try paragraf(lines, title: title).outcome }

  @Test(arguments: [
    ("att bifalla motionen", "bifall"), ("att avslå motionen", "avslag"), ("att anse motionen besvarad", "besvarad"),
    ("att återremittera ärendet", "återremiss"), ("att bordlägga ärendet", "bordläggning"),
    ("att lägga skrivelsen till handlingarna", "anteckning"),
    ("att remittera motionen till nämnden", "annat"), ("att inte bifalla motionen", "avslag"), ("Motionen lämnas utan bifall.", "avslag"),
    ("Motionen bifalls inte.", "avslag"), ("att motionen inte ska föranleda någon åtgärd", "annat"),
    ("att avslå yrkandet om återremiss och att bifalla motionen", "bifall"), ("Nämnden tackar för informationen.", "anteckning"),
    ("Meddelandena läggs med godkännande till handlingarna.", "anteckning"),
  ])
  func isReadInTheDecision(text: String, outcome wanted: String) throws {
    #expect(try outcome("Beslut\nSocialnämnden beslutar\n" + text) == wanted)
  }

  @Test(arguments: ["att avslå motionen", "Motionen avslås.", "Socialnämnden avslår motionen."])
  func whoFollowsAProposalToRejectRejects(_ proposal: String) throws {
    #expect(try outcome("Arbetsutskottets förslag till beslut\n\(proposal)\n\nBeslut\natt bifalla arbetsutskottets förslag") == "avslag")
  }

  @Test(arguments: ["Socialnämnden bifaller Karin Bergs förslag.", "Karin Bergs förslag antas."])
  func whoFollowsWhatSomeoneMovedDoesWhatWasMoved(_ decision: String) throws {
    let moved = "Yrkanden\nKarin Berg (S) föreslår att ärendet bordläggs.\nOla Ek (M) yrkar avslag.\n\n"
    #expect(try outcome(moved + "Beslut\n" + decision) == "bordläggning")
  }

  @Test func theProposalMayBeToldInASentence() throws {
    #expect(
      try outcome("Ärendet\nArbetsutskottet föreslår att motionen avslås.\n\nBeslut\natt bifalla arbetsutskottets förslag") == "avslag")
  }

  @Test func theProposalThatIsNamedCounts() throws {
    let proposals =
      "Förvaltningens förslag till beslut\natt avslå motionen\n\nArbetsutskottets förslag till beslut\natt bifalla motionen\n\n"
    #expect(try outcome(proposals + "Beslut\natt bifalla arbetsutskottets förslag") == "bifall")
    #expect(try outcome(proposals + "Beslut\natt bifalla förvaltningens förslag") == "avslag")
  }

  @Test(arguments: [
    ("att avslå Ola Eks (M) tilläggsyrkande och att bifalla kommunstyrelsens förslag", "bifall"),
    ("Socialnämnden utser Ola Ek (M) till ny ersättare i utskottet.", "val"),
    ("Socialnämnden anslår 1,5 mnkr till lekplatser.", "bifall"),
    ("Socialnämnden beslutar i enlighet med arbetsutskottets förslag med tillägg enligt Ola Eks (M) yrkande.", "bifall"),
  ])
  func sideMotionsAndElections(text: String, outcome wanted: String) throws {
    #expect(try outcome("Beslut\n" + text, title: "Lekplatser") == wanted)
  }

  @Test func choosingWhoApprovesTheMinutesIsAnElection() throws {
    #expect(try outcome("Beslut\nSocialnämnden utser Karin Berg (S) att justera protokollet.", title: "Justering") == "val")
  }

  @Test func aParagrafWithoutDecisionIsSomethingElse() throws {
    #expect(try outcome("Ärendet\nFrågan diskuteras.", title: "Övriga frågor") == "annat")
  }
}
