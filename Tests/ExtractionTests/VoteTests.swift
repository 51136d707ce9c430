import Facts
import Testing

/// Votes are read in each form of tally; "deltar inte i beslutet" is neither a vote nor a recusal.
@Suite struct VoteTests {
  private func tally(_ vote: Vote) -> [Int?] { [vote.yes, vote.no, vote.abstain, vote.absent] }

  @Test(arguments: [
    ("Omröstningen utfaller med 65 Ja mot 9 Nej.", [65, 9, nil, nil]),
    ("Med 8 ja-röster mot 5 nej-röster beslutar nämnden att bifalla förslaget.", [8, 5, nil, nil]),
    ("Med 7 ja-röster mot 4 nej-röster och 2 som avstår beslutar nämnden bifall.", [7, 4, 2, nil]),
    ("Omröstningen utfaller med 43 Ja mot 28 Nej. 9 ledamöter avstår från att rösta. 1 ledamot är frånvarande.", [43, 28, 9, 1]),
    ("Karin Berg (S), Ola Ek (M) och Siv By (C) röstar Ja (3). Åsa Öberg (V) röstar Nej (1).", [3, 1, nil, nil]),
    ("Åtta ledamöter röstar JA och tre ledamöter röstar NEJ.", [8, 3, nil, nil]),
    ("8 ledamöter röstar ja och 5 ledamöter röstar nej.", [8, 5, nil, nil]),
    ("Ja: 8 Nej: 5 Avstår: 2", [8, 5, 2, nil]), ("JA 21, NEJ 14", [21, 14, nil, nil]),
    ("Ja-röster: 8, nej-röster: 5, avstår: 2, frånvarande: 1", [8, 5, 2, 1]),
    ("Antal ja-röster: 24\nAntal nej-röster: 15\nAntal som avstår: 2", [24, 15, 2, nil]),
    ("Ärendet avgörs med tio (10) ja-röster och tre (3) nej-röster.", [10, 3, nil, nil]),
    ("Ja: Karin Berg (S), Ola Ek (M)\nNej: Siv By (C)\nAvstår: Åsa Öberg (V)", [2, 1, 1, nil]),
  ])
  func isReadInEachForm(text: String, tally wanted: [Int?]) throws {
    #expect(try paragraf("Omröstningsresultat\n" + text).votes.map(tally) == [wanted])
  }

  @Test func twoVotesAreTwo() throws {
    let text = "Med 8 ja-röster mot 5 nej-röster utses huvudförslaget.\n\nMed 9 ja-röster mot 4 nej-röster bifalls det."
    #expect(try paragraf("Omröstning\n" + text).votes.map(tally) == [[8, 5, nil, nil], [9, 4, nil, nil]])
  }

  @Test func whatASecondVoteIsAboutIsNotTakenFromTheFirst() throws {
    let first = "Ja-röst innebär bifall till planen, nej-röst bifall till Ola Eks (M) yrkande.\nResultat: 8 ja, 5 nej.\n\n"
    let second = try paragraf("Omröstning\n" + first + "Därefter röstar nämnden om tillägget.\nResultat: 9 ja, 4 nej.").votes
    #expect(second.map(\.yesMeans) == ["bifall till planen", nil] && second.map(\.noMeans) == ["bifall till Ola Eks (M) yrkande", nil])
  }

  @Test(arguments: ["Omröstning", "Propositionsordning"], ["Omröstningsresultat", "Röstresultat", "Omröstningens utfall"])
  func whatIsPutToTheVoteStandsOverTheTallysOwnHeading(_ heading: String, result: String) throws {
    let asked = "\(heading)\nJa-röst betyder bifall till planen.\nNej-röst betyder avslag på planen.\n\n"
    let found = try paragraf(
      asked + result + "\n8 ja-röster och 5 nej-röster.\n\nOmröstning 2\nNu röstas om tillägget.\n\n" + result + "\nJa 9, nej 4.")
    #expect(found.votes.map(\.yesMeans) == ["bifall till planen", nil] && found.votes.map(\.noMeans) == ["avslag på planen", nil])
  }

  @Test func ofSeveralThingsPutToTheVoteNoneIsTakenForTheTallyUnderTheNextHeading() throws {
    let asked =
      "Propositionsordning\nJa-röst betyder bifall till planen. Nej-röst betyder avslag på planen.\n\nJa-röst betyder tillägget. Nej-röst betyder avslag.\n\n"
    #expect(try paragraf(asked + "Omröstningsresultat\n8 ja-röster och 5 nej-röster.").votes.map(\.yesMeans) == [nil])
  }

  @Test func aTallyToldAgainInTheDecisionIsNoSecondVote() throws {
    let found = try paragraf(
      "Omröstning\nMed 8 ja-röster mot 5 nej-röster bifalls förslaget.\n\nBeslut\nMed 8 ja-röster mot 5 nej-röster godkänns planen.")
    #expect(found.votes.count == 1)
  }

  @Test(arguments: [
    "Ja för bifall och Nej för avslag.", "7 av 12 är nöjda.", "Omröstning begärs och genomförs.", "Karin Berg (S) deltar inte i beslutet.",
    // Heads of columns, of which the crosses are lost.
    "Ja Nej Avstår Karin Berg (S) Ola Ek (M)",
    "Ja: Karin Bergs (S) yrkande. Nej: Ola Eks (M) yrkande.", "Ja: Karin Berg (S) m.fl. Nej: Ola Ek (M) m.fl.",
  ])
  func isNone(_ text: String) throws {
    #expect(try paragraf("Omröstning\n" + text).votes.isEmpty)
  }

  @Test(arguments: [
    ("Karin Berg (S) deltar inte i handläggningen av ärendet på grund av jäv.", ["Karin Berg (S)"]),
    ("På grund av jäv deltar inte Ola Ek (M) i ärendet.", ["Ola Ek (M)"]),
    ("Karin Berg (S) och Ola Ek (M) anmäler jäv och deltar inte i beslutet.", ["Karin Berg (S)", "Ola Ek (M)"]),
    ("Karin Berg (S) lämnar lokalen på grund av jäv.", ["Karin Berg (S)"]),
    ("På grund av jäv lämnar Karin Berg (S) och Ola Ek (M) sammanträdet.", ["Karin Berg (S)", "Ola Ek (M)"]),
    ("Under handläggningen av ärendet lämnade Ola Ek (M) sammanträdet på grund av jäv.", ["Ola Ek (M)"]),
  ])
  func aRecusalGivesTheNames(text: String, names: [String]) throws {
    #expect(try paragraf("Ärendet\n" + text).recusals == names)
    #expect(try paragraf("Jäv\n" + text).recusals == names)
  }

  @Test func namesUnderTheHeadingAreRecusals() throws {
    #expect(try paragraf("Jäv\nKarin Berg (S) och Ola Ek (M) lämnar salen.").recusals == ["Karin Berg (S)", "Ola Ek (M)"])
    #expect(try paragraf("Jäv: Karin Berg (S) deltar inte i handläggningen.").recusals == ["Karin Berg (S)"])
  }

  @Test(arguments: ["Karin Berg (S) deltar inte i beslutet.", "Frågan om jäv prövas."])
  func whoDoesNotTakePartIsNotJavigForThat(_ text: String) throws {
    #expect(try paragraf("Beslut\nPlanen godkänns.\n\n" + text).recusals.isEmpty)
    #expect(try paragraf("Protokollsanteckning\n" + text).recusals.isEmpty)
  }

  @Test func whoDoesNotTakePartIsNoDecision() throws {
    #expect(
      try paragraf("Beslut\nPlanen godkänns.\n\nKarin Berg (S) deltar inte i beslutet.").decisions.map(\.text) == ["Planen godkänns."])
  }
}
