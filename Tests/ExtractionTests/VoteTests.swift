import Facts
import Testing

/// Votes are read in each form of tally; "deltar inte i beslutet" is neither a vote nor a recusal.
@Suite struct VoteTests {
  private func tally(_ vote: Vote) -> [Int?] { [vote.yes, vote.no, vote.abstain, vote.absent] }

  private static let questions = [
    "Ja för Ola Eks förslag. Nej för Siv Bys förslag.", "Ja för majoritetens förslag. Nej för Ola Eks förslag.",
  ]
  private static let first = "Med 1 ja-röst, 1 nej-röst och 2 nedlagda röster utses Ola Eks förslag till motförslag."
  private static let names = "Ja röstar Karin Berg (S) och Åsa Öberg (V).\nNej röstar Ola Ek (M).\nSiv By (C) avstår."

  @Test(arguments: ["", "Omröstningen ger tre ja, en nej och en som avstår."], ["", "Omröstning 2, huvudomröstning\n\n"])
  func namesStayWithTheirOwnVote(_ second: String, _ heading: String) throws {
    let second = second.replacing("tre ja", with: "två ja")
    let lines = [
      "Omröstning 1, motförslag", Self.questions[0], Self.first, heading + Self.questions[1], Self.names, second, "Beslut",
      "Taxan antas.",
    ]
    let votes = try paragraf(lines.joined(separator: "\n\n")).votes
    #expect(votes.map(tally) == [[1, 1, 2, nil], [2, 1, 1, nil]])
    #expect(votes.map(\.yesNames) == [[], ["Karin Berg (S)", "Åsa Öberg (V)"]] && votes.map(\.noNames) == [[], ["Ola Ek (M)"]])
    #expect(votes.map(\.abstainNames) == [[], ["Siv By (C)"]])
  }

  @Test func moreNamesThanVotesAreNotShown() throws {
    let lines = "Omröstning\nMed 1 ja-röst mot 1 nej-röst bifalls förslaget.\n\n" + Self.names
    let found = try facts(minutes(lines))
    let vote = try #require(found.paragraphs.first?.votes.first)
    #expect(vote.yesNames.isEmpty && vote.noNames.isEmpty && vote.abstainNames.isEmpty)
    #expect(found.doubts.contains { $0.message.contains("ja 1 men 2 namn") })
  }

  @Test func aTallyWithoutJaAndNejHasTheWinnerFirst() throws {
    let vote = try #require(
      try paragraf("Omröstning\nMed 24 röster mot 15 beslutar nämnden att anta taxan. Två ledamöter avstår.").votes.first)
    #expect(vote.yes == 24 && vote.no == 15 && vote.yesMeans == nil)
    let named = try #require(
      try paragraf("Omröstning\nFem ledamöter röstar för nämndens förslag och två ledamöter för Siv Bys yrkande.").votes.first)
    #expect(named.yes == 5 && named.no == 2 && named.yesMeans == "nämndens förslag" && named.noMeans == "Siv Bys yrkande")
  }

  @Test func whoVotedWhatTellsWhichSideWon() throws {
    let asked = "Ja för avslag på motionen. Nej för bifall till motionen.\n\n"
    let names = "Följande röstar ja: Karin Berg (S).\n\nFöljande röstar nej: Ola Ek (M) och Siv By (C).\n\n"
    let vote = try #require(try paragraf("Omröstning\n" + asked + names + "Med 2 röster mot 1 bifalls motionen.").votes.first)
    #expect([vote.yes, vote.no] == [1, 2])
  }

  @Test func whereJaAndNejStandForSomethingTheWinnerIsNotGuessedToBeJa() throws {
    let asked = "Ja för avslag på motionen. Nej för bifall till motionen.\n\nMed 24 röster mot 15 beslutar nämnden att bifalla motionen."
    #expect(try paragraf("Omröstning\n" + asked).votes.isEmpty)
  }

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
    ("Omröstningen ger 4 ja-röster, 1 nej-röst och 1 som avstår.", [4, 1, 1, nil]),
    ("Omröstningen ger 4 ja-röster och 1 nej-röst. 3 ledamöter avstår.", [4, 1, 3, nil]),
    ("Förslaget antas med 6 ja-röster, 2 nej-röster och 1 nedlagd röst.", [6, 2, 1, nil]),
    ("Resultatet är 11 ja och 8 nej samt att 2 avstår.", [11, 8, 2, nil]), ("7 röstade ja och 6 röstade nej.", [7, 6, nil, nil]),
    ("Med 3 röster för ja och 1 röst för nej bifalls planen.", [3, 1, nil, nil]),
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

  @Test(arguments: [
    (
      "Karin Berg (S), tjänstgörande ersättarna Siv By (C) och Bo Lind (V) samt ordföranden Åsa Öberg (S) röstar Ja (4). Ola Ek (M) röstar Nej (1).",
      4
    ),
    ("Ja röstade Karin Berg (S) och Siv By (C).\nNej röstade Ola Ek (M).\nMed 2 ja-röster mot 1 nej-röst antas planen.", 2),
    ("Ja-röster avges av Karin Berg (S) och Siv By (C).\nNej-röst avges av Ola Ek (M).\nMed 2 ja-röster mot 1 nej-röst antas planen.", 2),
  ])
  func theNamesOfEachSideAreRead(text: String, yes: Int) throws {
    let found = try paragraf("Omröstning\n" + text).votes
    #expect(found.map(\.yesNames.count) == [yes] && found.map(\.noNames) == [["Ola Ek (M)"]])
  }

  @Test(
    arguments: [
      (
        "Den som vill att frågan avgörs nu röstar ja.\nDen som vill att frågan skjuts upp röstar nej.", "att frågan avgörs nu",
        "att frågan skjuts upp"
      ),
      ("Den som bifaller planen röstar ja. Den det ej vill röstar nej.", "bifaller planen", nil),
      ("Ja-röst till planen. Nej-röst till Ola Eks (M) förslag.", "planen", "Ola Eks (M) förslag"),
      ("”Ja för planen och Nej för yrkandet från Ola Ek m.fl.”.", "planen", "yrkandet från Ola Ek m.fl."),
      ("Ja för planen och Nej för yrkandet från Ola Ek, M.", "planen", "yrkandet från Ola Ek, M"),
    ] as [(String, String, String?)])
  func whatIsPutToTheVoteIsReadInEachForm(text: String, yes: String, no: String?) throws {
    let found = try paragraf("Omröstning\n" + text + "\n\nMed 7 ja-röster mot 4 nej-röster antas planen.").votes
    #expect(found.map(\.yesMeans) == [yes] && found.map(\.noMeans) == [no])
  }

  @Test func aTallyToldAgainInTheDecisionIsNoSecondVote() throws {
    let found = try paragraf(
      "Omröstning\nMed 8 ja-röster mot 5 nej-röster bifalls förslaget.\n\nBeslut\nMed 8 ja-röster mot 5 nej-röster godkänns planen.")
    #expect(found.votes.count == 1)
  }

  @Test(arguments: [
    ("Ärendet avgjordes i kommunstyrelsen med 8 ja-röster mot 5 nej-röster.", 0),
    ("Vid omröstning i socialnämndens arbetsutskott gav 3 ja-röster och 2 nej-röster bifall.", 0),
    ("Planen antogs i februari. Efter omröstning i nämnden med 8 ja-röster mot 5 nej-röster ändras den.", 1),
    ("Karin Berg (S) väljs till ledamot i kommunstyrelsen med 8 ja-röster mot 5 nej-röster.", 1),
    ("Frågan väcktes i kommunstyrelsen. Med 8 ja-röster mot 5 nej-röster bifalls den.", 1),
  ])
  func anotherOrgansTallyInTheBackgroundIsNoVoteOfTheMeeting(text: String, count: Int) throws {
    #expect(try paragraf("Ärendet\n" + text).votes.count == count)
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
    ("Karin Berg (S) anmäler jäv.", ["Karin Berg (S)"]), ("Karin Berg (S) anmäler jäv och ersätts av Siv By (S).", ["Karin Berg (S)"]),
    ("Karin Berg (S) är jävig och deltar varken i beredning eller beslut.", ["Karin Berg (S)"]),
    ("Det antecknas att Ola Ek (M) på grund av jäv inte deltagit i ärendet.", ["Ola Ek (M)"]),
    ("Karin Berg, S, och Ola Ek, M, anmäler jäv.", ["Karin Berg, S", "Ola Ek, M"]),
    ("Karin Berg och Ola Ek anmäler jäv och deltar inte i beslutet.", ["Karin Berg", "Ola Ek"]),
    ("På grund av jäv deltar inte ledamöterna i miljönämnden: Karin Berg (S), Ola Ek (M).", ["Karin Berg (S)", "Ola Ek (M)"]),
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

  @Test(arguments: ["Karin Berg (S) deltar inte i beslutet.", "Frågan om jäv prövas.", "Karin Berg (S) anmäler jäv under § 40."])
  func whoDoesNotTakePartIsNotJavigForThat(_ text: String) throws {
    #expect(try paragraf("Beslut\nPlanen godkänns.\n\n" + text).recusals.isEmpty)
    #expect(try paragraf("Protokollsanteckning\n" + text).recusals.isEmpty)
  }

  @Test(arguments: [
    ("Karin Berg (S) anmäler jäv i § 14.", []), ("Karin Berg (S) anmäler jäv i ärende 5, § 14.", []),
    ("Karin Berg (S) anmäler jäv i ärende 5.", []), ("Karin Berg (S) deltar inte i § 14 på grund av jäv.", []),
    ("Karin Berg (S) deltar inte i § 12 på grund av jäv.", ["Karin Berg (S)"]),
  ])
  func javMayBeAnnouncedForAnotherParagraf(text: String, wanted: [String]) throws {
    #expect(try paragraf("Beslut\nPlanen godkänns.\n\nJäv\n" + text).recusals == wanted)
  }

  @Test func whoDoesNotTakePartIsNoDecision() throws {
    #expect(
      try paragraf("Beslut\nPlanen godkänns.\n\nKarin Berg (S) deltar inte i beslutet.").decisions.map(\.text) == ["Planen godkänns."])
  }
}
