import Facts
import Testing

/// The front page is read as it is set: labels beside, above or over several rows, lists in columns, in tables or running.
@Suite struct MeetingTests {
  @Test func placeAndTimeAreToldApart() throws {
    let meeting = try meeting(
      "Plats och tid    Tallsalen, kommunhuset, tisdagen den 28 maj 2024 kl. 13.15–16.40, ajournering kl. 14.50–15.10")
    #expect(meeting.place == "Tallsalen, kommunhuset")
    #expect(meeting.date == "2024-05-28")
    #expect(meeting.start == "13:15" && meeting.end == "16:40")
  }

  @Test func theDayMayStandBeforeThePlace() throws {
    let meeting = try meeting("Tid och plats    Torsdagen den 5 oktober 2023 kl. 9.00\n                 Biblioteket")
    #expect(meeting.place == "Biblioteket")
    #expect(meeting.start == "09:00" && meeting.end == nil)
  }

  @Test func membersInTwoColumnsHaveRolesAndPresence() throws {
    let meeting = try meeting(
      """
      Beslutande      Karin Berg (S), ordförande       Siv By (C), ej § 13
                      Ola Ek (M), förste vice          Per-Olof von Lind (SD)
                      ordförande
      Justerare       Ola Ek (M)
      """)
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Ola Ek", "Siv By", "Per-Olof von Lind"])
    #expect(meeting.members.map(\.role) == ["ordförande", "förste vice ordförande", nil, nil])
    #expect(meeting.members[2].presence == "ej § 13")
    #expect(meeting.members.map(\.party) == ["S", "M", "C", "SD"])
  }

  @Test(arguments: [
    "Beslutande\nS  Karin Berg, ordförande\nM  Ola Ek\nC  Siv By\n\nJusterare       Ola Ek (M)",
    "Närvarande ledamöter\nParti  Namn                      Tjänstgörande ersättare\nS      Karin Berg, ordförande\nM      Ola Ek                    Bo Al (M)\nC      Siv By\n\nJusterare       Ola Ek (M)",
  ])
  func thePartyMayStandInAColumnBeforeTheName(_ list: String) throws {
    let meeting = try meeting(list)
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Ola Ek", "Siv By"] && meeting.members.map(\.party) == ["S", "M", "C"])
    #expect(meeting.members.first?.role == "ordförande")
  }

  @Test func aRunningListIsCutAtNamesNotAtLines() throws {
    let meeting = try meeting(
      """
      Beslutande   Karin Berg (s), ordförande, Ola Ek (m), Siv
                   By (c) *, Bo Al (v), kl. 13.00–14.30
      """)
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Ola Ek", "Siv By", "Bo Al"])
    #expect(meeting.members.last?.presence == "kl. 13.00–14.30")
  }

  @Test func aLabelWithColonHasItsNextLinesBelowIt() throws {
    let meeting = try meeting(
      "Ledamöter: Karin Berg (S), Ola Ek (M), Siv\nBy (C), Bo Al (V)\nSekreterare: Anna Lind\nJusterare: Siv By (C)")
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Ola Ek", "Siv By", "Bo Al"])
    #expect(meeting.others.map(\.role) == ["sekreterare"])
  }

  @Test func substitutesNameWhomTheyReplace() throws {
    let meeting = try meeting(
      """
      Beslutande                 Karin Berg (S)
      Tjänstgörande ersättare    Bo Al (V) tjg för Ola Ek (M) § 4
      Ej tjänstgörande           Siv By (C)
      ersättare                  Åsa Ö (L)
      """)
    #expect(meeting.substitutes.map(\.name) == ["Bo Al"])
    #expect(meeting.substitutes.first?.replaces == "Ola Ek (M)")
    #expect(meeting.substitutes.first?.presence == "§ 4")
    #expect(meeting.others.first?.role == "ej tjänstgörande ersättare")
    #expect(meeting.others.first?.name == "Siv By")
  }

  @Test func othersHaveTheirOffice() throws {
    let meeting = try meeting(
      """
      Beslutande           Karin Berg (S)
      Övriga närvarande    Anna Ek, kommundirektör
                           Bo Lind, Björkmåla Energi AB, VD, §§ 4–5
                           Sekreterare Siv Ask
      """)
    #expect(meeting.others.map(\.name) == ["Anna Ek", "Bo Lind", "Siv Ask"])
    #expect(meeting.others.map(\.role) == ["kommundirektör", "Björkmåla Energi AB, VD", "sekreterare"])
    #expect(meeting.others[1].presence == "§§ 4–5")
  }

  @Test func aLabelMayStandAboveItsValue() throws {
    let meeting = try meeting("Beslutande\nKarin Berg (S), ordförande\nOla Ek (M)\n\nJusterare\nOla Ek (M)\n\nParagrafer\n§§ 1–2")
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Ola Ek"])
    #expect(meeting.adjusters.map(\.name) == ["Ola Ek"])
    #expect(meeting.paragraphs?.first == 1 && meeting.paragraphs?.last == 2)
  }

  @Test func twoNamesWithoutPartyAreTwo() throws {
    let meeting = try meeting("Beslutande    Karin Berg (S)\n\nJusterare     Karin Berg och Ola Ek")
    #expect(meeting.adjusters.map(\.name) == ["Karin Berg", "Ola Ek"])
    #expect(meeting.adjusters.map(\.role) == [nil, nil])
  }

  @Test func linesToSignOnNameNoMember() throws {
    let meeting = try meeting(
      "Beslutande    Karin Berg (S)\nJusterare     Karin Berg (S)\nSekreterare   ..............\n              Siv Ask\nJusterare     ..............\n              Bo Al (V)"
    )
    #expect(meeting.members.map(\.name) == ["Karin Berg"])
    #expect(meeting.adjusters.map(\.name) == ["Karin Berg"])
    #expect(meeting.others.isEmpty)
  }

  @Test func aListWithCrossesTellsWhoWasThere() throws {
    let meeting = try meeting(
      """
      Närvarolista

      Ledamöter        Parti   Närvarande   Frånvarande   Ersättare
      Karin Berg       S       X
      Ola Ek           M                    X             Bo Al
      Siv By           SD      X
      """)
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Siv By"])
    #expect(meeting.members.map(\.party) == ["S", "SD"])
    #expect(meeting.substitutes.map(\.name) == ["Bo Al"])
    #expect(meeting.substitutes.first?.replaces == "Ola Ek (M)")
  }

  @Test func aListWithJaAndNejTellsWhoWasThere() throws {
    let meeting = try meeting(
      """
      Beslutande

              Namn                Parti      Närvaro               Ersätter
      Karin Berg, ordförande      S          Ja
      Ola Ek                      M          Nej
      Bo Al                       M          Ja               Ola Ek (M)
      Siv By                      SD         Ja, från § 3

      Underskrifter Sekreterare ................ Paragrafer §§ 1–2
      Eva Ny
      """)
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Siv By"])
    #expect(meeting.members.map(\.role) == ["ordförande", nil] && meeting.members.map(\.party) == ["S", "SD"])
    #expect(meeting.members.map(\.presence) == [nil, "från § 3"])
    #expect(meeting.substitutes.map(\.name) == ["Bo Al"] && meeting.substitutes.first?.replaces == "Ola Ek (M)")
  }

  @Test func aNumberThatIsNotThatOfTheNamesIsADoubt() throws {
    let front = "Beslutande    Karin Berg (S)\n              Ola Ek (M)\nAntal närvarande ledamöter   "
    let counted = try facts("Sammanträdesprotokoll\nSocialnämnden\n\(front)3\n" + Self.paragrafer)
    #expect(counted.doubts.contains { $0.message.contains("säger att 3") })
    let right = try facts("Sammanträdesprotokoll\nSocialnämnden\n\(front)2\n" + Self.paragrafer)
    #expect(!right.doubts.contains { $0.message.contains("säger att") })
  }

  @Test func theNoticeHasItsDays() throws {
    let meeting = try meeting(
      """
      Justeringens plats och tid         Kansliet, 2024-06-03 kl. 16.00
      ANSLAG/BEVIS
      Organ                              Socialnämnden
      Anslaget sätts upp                 2024-06-04
      Datum då anslaget tas ned          2024-06-26
      Förvaringsplats för protokollet    Kansliet, Storgatan 4
      """)
    #expect(meeting.adjustment?.place == "Kansliet" && meeting.adjustment?.date == "2024-06-03" && meeting.adjustment?.time == "16:00")
    #expect(meeting.notice?.body == "Socialnämnden" && meeting.notice?.kept == "Kansliet, Storgatan 4")
    #expect(meeting.notice?.posted == "2024-06-04" && meeting.notice?.removed == "2024-06-26")
  }

  @Test(arguments: [("2024-05-28", "2024-06-03"), ("2024-06-20", nil)])
  func aDayWithoutYearIsTheOneAfterTheMeeting(met: String, approved: String?) throws {
    let meeting = try #require(
      try facts(
        "Sammanträdesprotokoll\nSocialnämnden\nSammanträdesdatum    \(met)\nJusteringens plats och tid    Förvaltningen 3 juni\n"
          + Self.paragrafer
      )
      .meeting)
    #expect(meeting.adjustment?.place == "Förvaltningen" && meeting.adjustment?.date == approved)
  }

  @Test func textThatHasLostItsColumnsHasItsListsBelowTheirLabels() throws {
    let meeting = try meeting(
      """
      Plats och tid Kommunhuset, sal Björken, den 28 maj 2024 kl.
      13.15–16.45
      Beslutande Karin Berg (S),
      ordförande
      Ola Ek (M), §§ 1-
      Siv Holm
      By (C)
      Övriga närvarande Eva Ros, socialchef
      Jan Al, controller, § 2
      Justerare Ola Ek (M)
      Justeringens plats och tid Kansliet 2024-06-03
      """)
    #expect(meeting.start == "13:15" && meeting.end == "16:45" && meeting.place == "Kommunhuset, sal Björken")
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Ola Ek", "Siv Holm By"] && meeting.members.first?.role == "ordförande")
    #expect(meeting.others.map(\.name) == ["Eva Ros", "Jan Al"] && meeting.adjusters.map(\.name) == ["Ola Ek"])
  }

  @Test func paragraferFromAndToWithTwoHyphensAreASpan() throws {
    let meeting = try meeting("Paragrafer    1 -- 2")
    #expect(meeting.paragraphs?.first == 1 && meeting.paragraphs?.last == 2)
  }

  @Test func whoseMinutesANoticeIsOfIsToldWithoutTheParagrafer() throws {
    let notice = try meeting("ANSLAG/BEVIS\nOrgan och §§    Socialnämnden §§ 1-2\nProtokollet anslås    2024-06-04").notice
    #expect(notice?.body == "Socialnämnden" && notice?.posted == "2024-06-04")
  }

  @Test func paragraferThatTheFrontPageDoesNotTellOfAreADoubt() throws {
    let found = try facts("Sammanträdesprotokoll\nSocialnämnden\nParagrafer    §§ 1–4\n" + Self.paragrafer)
    #expect(found.doubts.contains { $0.message.contains("§ 3–4") && $0.page == 1 })
    let other = try facts("Sammanträdesprotokoll\nSocialnämnden\nParagrafer    § 1\n" + Self.paragrafer)
    #expect(other.doubts.contains { $0.message.hasPrefix("§ 2 finns") })
  }

  @Test func moreVotesThanMembersAreADoubt() throws {
    let vote = Self.paragrafer + "\nOmröstning\nMed 7 ja-röster mot 4 nej-röster beslutar nämnden att anta taxan.\n"
    let found = try facts("Sammanträdesprotokoll\nSocialnämnden\nBeslutande    Karin Berg (S)\n              Ola Ek (M)\n" + vote)
    #expect(found.doubts.contains { $0.message.contains("11 röster är fler än de 2") })
  }

  private static let paragrafer = """

    § 1 Taxa för vatten

    Beslut
    Socialnämnden antar taxan.

    § 2 Val av ombud

    Beslut
    Socialnämnden utser Karin Berg (S).

    """

  @Test func whereNoParagrafIsFoundTheFrontPageEndsWithItsPage() throws {
    let front = "Björkmåla kommun\nSammanträdesprotokoll\nSocialnämnden\n\nÖvriga närvarande    Eva Ros, socialchef\n"
    let next = "Ärende nr 78: Val\n                     Pontus Ahl, sekreterare\n                     Ola Ek (M)\n"
    let facts = try facts("\(front)\u{0C}\(next)")
    #expect(facts.paragraphs.isEmpty && facts.meeting?.others.map(\.name) == ["Eva Ros"])
  }

  private func meeting(_ front: String) throws -> Meeting {
    try #require(try facts("Björkmåla kommun\nSammanträdesprotokoll\nSocialnämnden\n\n\(front)\n" + Self.paragrafer).meeting)
  }
}
