import Facts
import Testing

/// Who voted what is read from lists, columns, sentences and appendices; what Ja and Nej stood for is told; names that do not add up are told too.
@Suite struct VoteListTests {
  private func names(_ vote: Vote?) -> [[String]] {
    [vote?.yesNames ?? [], vote?.noNames ?? [], vote?.abstainNames ?? [], vote?.absentNames ?? []]
  }

  private static let wanted = [["Karin Berg (S)", "Ola Ek (M)"], ["Siv By (C)"], ["Åsa Öberg (V)"], []]

  @Test(arguments: [
    "Ja Nej Avstår\nKarin Berg (S) Siv By (C) Åsa Öberg (V)\nOla Ek (M)",
    "JA NEJ\nKarin Berg (S) Siv By (C)\nOla Ek (M)\n\nJA NEJ\nÅsa Öberg (V)",
    "Ledamöter Ja Nej Avstår Frånv\nKarin Berg (S) X\nOla Ek (M) X\nSiv By (C) X",
  ])
  func whoseColumnsAreLostIsNotGuessed(_ list: String) throws {
    let votes = try paragraf("Omröstning\nMed 2 ja-röster mot 1 nej-röst bifalls förslaget.\n\n" + list).votes
    #expect(votes.map { names($0) } == [[[], [], [], []]])
  }

  @Test(arguments: [
    "Ledamot          Ja   Nej   Avst\nKarin Berg (S)   X\nOla Ek (M)       X\nSiv By (C)            X\nÅsa Öberg (V)               X\nSumma            2    1     1",
    "Ledamot      Parti   Ja   Nej   Avst\nKarin Berg   S       x\nOla Ek       M       x\nSiv By       C            x\nÅsa Öberg    V                  x",
    "Ledamot                       Parti   Ja   Nej   Avst\nOrdf. Karin Berg              S       x\nOla Ek, 1:e vice ordförande   M       x\n"
      + "Siv By, tjg ers               C            x\nÅsa Öberg (gruppledare)       V                  x",
    "Parti  Ledamot      Ja   Nej   Avst\nS      Karin Berg   x\nM      Ola Ek       x\nC      Siv By            x\nV      Åsa Öberg              x",
    "Ledamot          Röst\nKarin Berg (S)   JA\nOla Ek (M)       JA\nSiv By (C)       NEJ\nÅsa Öberg (V)    AVSTÅR",
    "Ja               Nej          Avstår\nKarin Berg (S)   Siv By (C)   Åsa Öberg (V)\nOla Ek (M)",
    "Ja: Karin Berg (S), Ola Ek (M)\nNej: Siv By (C)\nAvstår: Åsa Öberg (V)",
    "Ja röstar: Socialdemokraterna: Karin Berg. Moderaterna: Ola Ek. Nej röstar: Centerpartiet: Siv By. Avstår: Vänsterpartiet: Åsa Öberg.",
    "Karin Berg (S) och Ola Ek (M) röstar ja. Siv By (C) röstar nej. Åsa Öberg (V) avstår från att rösta.",
  ])
  func namesAreReadInEachForm(_ list: String) throws {
    let votes = try paragraf("Omröstning\nMed 2 ja-röster mot 1 nej-röster och 1 som avstår beslutar nämnden bifall.\n\n" + list).votes
    #expect(votes.count == 1)
    #expect(names(votes.first) == Self.wanted)
  }

  @Test(arguments: ["Summa                  3        1       1", "Röster                 3        1       1"])
  func marksAtTheEdgeOfTheirColumnsAreReadAsTheSumTells(_ sum: String) throws {
    // The heads stand in the middle of columns that begin at 23, 32 and 40.
    let list = """
      Omröstningslista
             Namn                Ja       Nej     Avst
      Karin Berg (S)         X
      Ola Ek (M)             X
      Siv By (C)                      X
      Per Ås (L)             X
      Åsa Öberg (V)                           X
      \(sum)
      """
    let vote = try #require(try paragraf(list).votes.first)
    #expect([vote.yes, vote.no, vote.abstain] == [3, 1, 1])
    #expect(names(vote) == [["Karin Berg (S)", "Ola Ek (M)", "Per Ås (L)"], ["Siv By (C)"], ["Åsa Öberg (V)"], []])
  }

  @Test func sumsThatTheNamesDoNotGiveAreThoseOfTheVote() throws {
    let list = "Omröstning\nLedamot          Ja   Nej   Avst\nKarin Berg (S)   X\nOla Ek (M)            X\nSumma            2    1     0"
    let found = try facts(minutes(list))
    #expect(found.paragraphs.first { $0.number == 12 }?.votes.map { [$0.yes, $0.no, $0.abstain] } == [[2, 1, 0]])
    #expect(found.doubts.contains { $0.message.contains("ja 2 men 1 namn") })
  }

  private static let rows = "Ledamot          Ja   Nej   Avst\nKarin Berg (S)   X\nOla Ek (M)       X\nSiv By (C)            X\n"

  @Test(arguments: ["Beslutsgång", "Yrkanden och beslutsgång"])
  func aListWithSumsIsAVoteWhereNoHeadingSaysSo(_ heading: String) throws {
    let text = "\(heading)\nOmröstning begärs. Ja-röst för förslaget, nej-röst för avslag.\n\n"
    let votes = try paragraf(text + Self.rows + "Summa            2    1     0").votes
    #expect(votes.map { [$0.yes, $0.no, $0.abstain] } == [[2, 1, 0]])
    #expect(names(votes.first) == [["Karin Berg (S)", "Ola Ek (M)"], ["Siv By (C)"], [], []])
    #expect(votes.first?.yesMeans == "förslaget")
    #expect(try paragraf(text + Self.rows).votes.isEmpty)
  }

  @Test(arguments: ["Ärendet avgjordes i kommunstyrelsen med omröstning enligt tabellen.", "Bilaga 2"])
  func aListOfAnotherVoteIsNone(_ above: String) throws {
    let text = "Bakgrund\nJa-röst för förslaget, nej-röst för avslag.\n\n\(above)\n\n"
    #expect(try paragraf(text + Self.rows + "Summa            2    1     0").votes.isEmpty)
  }

  @Test func aListAloneIsAVote() throws {
    let votes = try paragraf("Omröstningslista\nKarin Berg (S)   JA\nOla Ek (M)       JA\nSiv By (C)       NEJ").votes
    #expect(votes.map { [$0.yes, $0.no] } == [[2, 1]])
  }

  @Test func aListAfterTheLastParagrafBelongsToTheParagrafThatItNames() throws {
    let tally = "Omröstning\nMed 2 ja-röster mot 1 nej-röster och 1 som avstår beslutar nämnden bifall.\n\nBeslut\nTaxan antas."
    let list =
      "Bilaga 1\nOmröstningslista § 12\nLedamot          Ja   Nej   Avst\nKarin Berg (S)   X\nOla Ek (M)       X\nSiv By (C)            X\nÅsa Öberg (V)               X"
    let found = try facts(minutes(tally) + "\n\n" + list)
    #expect(names(found.paragraphs.first { $0.number == 12 }?.votes.first) == Self.wanted)
    #expect(found.paragraphs.last?.votes.isEmpty == true)
    #expect(found.paragraphs.last?.decisions.count == 1)
  }

  /// Minutes whose § 12 and § 13 each have a vote, with lists behind them.
  private func votes(_ lists: String) throws -> [Vote?] {
    let tallies = ["2 ja-röster mot 1 nej-röst", "1 ja-röst mot 1 nej-röst och 1 som avstår"]
    let found = try facts(
      minutes("Omröstning\nMed \(tallies[0]) bifalls förslaget.\n\nBeslut\nTaxan antas.")
        + "\n\nOmröstning\nMed \(tallies[1]) bifalls förslaget.\n\nBeslut\nPlanen antas.\n\n" + lists)
    return [12, 13].map { number in found.paragraphs.first { $0.number == number }?.votes.first }
  }

  @Test(arguments: [
    """
    Voteringslista
    Ledamot          § 12   § 13
    Karin Berg (S)   Ja     Avstår
    Ola Ek (M)       Ja     Ja
    Siv By (C)       Nej    Nej
    """,
    """
    Omröstningslista § 12
    Ledamot          Ja   Nej   Avst
    Karin Berg (S)   X
    Ola Ek (M)       X
    Siv By (C)            X
    \u{0C}
    Omröstningslista § 13
    Ledamot          Ja   Nej   Avst
    Karin Berg (S)              X
    Ola Ek (M)       X
    Siv By (C)            X
    """,
    """
    Omröstningslista § 12
    Ledamot          J    N     A
    Karin Berg (S)   1
    Ola Ek (M)       1
    Siv By (C)            1

    Omröstningslista § 13
    Ledamot          J    N     A
    Karin Berg (S)              1
    Ola Ek (M)       1
    Siv By (C)            1
    """,
  ])
  func eachParagrafHasItsOwnListOrColumn(_ lists: String) throws {
    let votes = try votes(lists)
    #expect(names(votes[0]) == [["Karin Berg (S)", "Ola Ek (M)"], ["Siv By (C)"], [], []])
    #expect(names(votes[1]) == [["Ola Ek (M)"], ["Siv By (C)"], ["Karin Berg (S)"], []])
  }

  @Test func namesThatDoNotAddUpAreADoubt() throws {
    let found = try facts(
      minutes("Omröstning\nMed 3 ja-röster mot 1 nej-röster bifalls förslaget.\nJa: Karin Berg (S), Ola Ek (M)\nNej: Siv By (C)"))
    #expect(found.doubts.contains { $0.message.contains("§ 12") && $0.message.contains("ja 3 men 2 namn") })
  }

  @Test(arguments: [
    ("Ja för bifall till nämndens förslag. Nej för avslag.", "bifall till nämndens förslag", "avslag"),
    ("JA för avslag och NEJ för Ola Eks (M) yrkande.", "avslag", "Ola Eks (M) yrkande"),
    ("Den som stöder förslaget röstar ja. Den som stöder avslag röstar nej.", "förslaget", "avslag"),
    ("Ja innebär att ärendet avgörs i dag. Nej innebär återremiss.", "att ärendet avgörs i dag", "återremiss"),
    ("Ja = bifall\nNej = avslag", "bifall", "avslag"),
  ])
  func whatJaAndNejStoodForIsTold(text: String, yes: String, no: String) throws {
    let vote = try #require(try paragraf("Omröstning\n\(text)\n\nMed 2 ja-röster mot 1 nej-röster beslutar nämnden så.").votes.first)
    #expect(vote.yesMeans == yes)
    #expect(vote.noMeans == no)
    #expect(!vote.noNames.contains("Ola Ek (M)"))
  }

  private static let twoVotes = """
    Omröstningsresultat
    1 Ja-röst, 2 Nej-röster och 1 avstår.

    Omröstningsresultat
    Med 2 ja-röster och 2 nej-röster avslås tilläggsförslaget genom ordförandens utslagsröst.

    Omröstningslista nr. 1
    """

  @Test func aListBelowSeveralVotesIsOfTheOneThatItFits() throws {
    let list =
      "Ledamot          Ja   Nej   Avst\nKarin Berg (S)        X\nOla Ek (M)            X\nSiv By (C)       X\nÅsa Öberg (V)               X"
    let votes = try paragraf("Beslut\nMotionen avslås.\n\n" + Self.twoVotes + "\n" + list).votes
    #expect(votes.map { names($0) } == [[["Siv By (C)"], ["Karin Berg (S)", "Ola Ek (M)"], ["Åsa Öberg (V)"], []], [[], [], [], []]])
  }

  @Test func aListInTheLastParagrafIsOfOneVoteAlone() throws {
    let list =
      "Ledamot          Ja   Nej   Avst\nKarin Berg (S)        X\nOla Ek (M)            X\nSiv By (C)       X\nÅsa Öberg (V)               X"
    let text = "Socialnämnden\nProtokoll 2024-03-12\n\n§ 11 Val\n\nBeslut\nVal görs.\n\n§ 12 Motion\n\nBeslut\nMotionen avslås.\n\n"
    let votes = try #require(try facts(text + Self.twoVotes + "\n" + list).paragraphs.last?.votes)
    #expect(votes.map(\.yesNames) == [["Siv By (C)"], []])
  }

  @Test func whoServesInsteadOfTheMemberHasVoted() throws {
    let list =
      "Ledamöter       Parti   Ersättare    Ja   Nej\nKarin Berg      (S)     Bo Al        X\nOla Ek          (M)                  X\nSiv By          (C)     Eva Lo            X"
    let votes = try paragraf("Omröstning\nMed 2 ja-röster mot 1 nej-röst bifalls förslaget.\n\n" + list).votes
    #expect(names(votes.first) == [["Bo Al", "Ola Ek (M)"], ["Eva Lo"], [], []])
  }
}
