import Facts
import Testing

/// Those on the front page: what stands before, behind and between their names.
@Suite struct AttendanceTests {
  @Test(arguments: [
    "Beslutande   Ordförande Karin Berg (S)\n             Förste vice ordförande Ola Ek (M)\n             Siv By (C)",
    "Närvarande ledamöter\nOrdförande Karin Berg (S)\n1:e vice ordförande Ola Ek (M)\nSiv By (C)",
    "Beslutande   Karin Berg, ordförande (S)\n             Ola Ek, vice ordförande (M)\n             Siv By (C)",
    "Beslutande   Karin Berg (S), ordf\n             Ola Ek (M), 1 v ordf\n             Siv By (C)",
  ])
  func aRoleBelongsToTheNameItStandsWith(_ list: String) throws {
    let meeting = try meeting(list)
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Ola Ek", "Siv By"] && meeting.members.map(\.party) == ["S", "M", "C"])
    #expect(meeting.members[0].role?.lowercased().hasPrefix("ordf") == true && meeting.members[2].role == nil)
    #expect(meeting.members[1].role?.contains("v") == true)
  }

  @Test(arguments: [
    "Beslutande   Karin Berg, ordförande          S\n             Ola Ek, förste vice ordförande   M\n             Siv By                           C",
    "Beslutande   Karin Berg, ordförande   (S)\n             Ola Ek, vice ordf.       (M)\n             Siv By                   (C)",
    "Beslutande   Karin Berg,        S\n             ordförande\n             Ola Ek, vice       M, ej § 13\n             ordförande\n"
      + "             Siv By             C",
  ])
  func aPartyMayStandInAColumnBehindTheRole(_ list: String) throws {
    let meeting = try meeting(list)
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Ola Ek", "Siv By"] && meeting.members.map(\.party) == ["S", "M", "C"])
    #expect(meeting.members[0].role == "ordförande" && meeting.members[2].role == nil)
    #expect(meeting.members[1].role?.contains("vice ord") == true)
  }

  @Test func lettersInAColumnOfPartiesAreAPartys() throws {
    let members = try meeting(
      "Beslutande   Karin Berg   S     ordförande\n             Ola Ek       M\n             Siv By       C\n             Ann Lo       TBL   § 12"
    ).members
    #expect(members.map(\.party) == ["S", "M", "C", "TBL"] && members.map(\.role) == ["ordförande", nil, nil, nil])
  }

  @Test func whoServesWithoutPartyIsASubstitute() throws {
    let meeting = try meeting("Närvarande   Karin Berg, ordförande\n             Siv By, suppleant, tjänstgör för Ola Ek")
    #expect(meeting.members.map(\.name) == ["Karin Berg"])
    #expect(meeting.substitutes.map(\.name) == ["Siv By"] && meeting.substitutes.first?.replaces == "Ola Ek")
  }

  @Test func aLocalPartyMayHaveASmallLetter() throws {
    #expect(try meeting("Beslutande   Karin Berg (s), ordförande\n             Ola Ek (ö)").members.map(\.party) == ["s", "ö"])
  }

  @Test func whoServesIsTheSubstituteWhosePartyStandsBesideIt() throws {
    let meeting = try meeting("Beslutande   Karin Berg, ordförande   (S)\n             Siv By, tjg ers          (C)")
    #expect(meeting.members.map(\.name) == ["Karin Berg"] && meeting.substitutes.map(\.party) == ["C"])
  }

  @Test(arguments: [
    "Beslutande   Karin Berg (S), ordförande, Tallby\n             Ola Ek (M), Norra Granby\n             Siv By (C), Tallby",
    "Beslutande   Karin Berg (S), ordförande (Tallby)\n             Ola Ek (M) (Granby)\n             Siv By (C) (Tallby)",
  ])
  func wherePeopleComeFromIsNoNameAndNoParty(_ list: String) throws {
    let meeting = try meeting(list)
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Ola Ek", "Siv By"] && meeting.members.map(\.party) == ["S", "M", "C"])
    #expect(meeting.members.map(\.role) == ["ordförande", nil, nil])
  }

  @Test(arguments: [
    "Beslutande   Karin Berg (S), Storby kommun, ordförande\n             Siv By (C), Lillby kommun, för Ola Ek (M), Lillby kommun",
    "Beslutande\nNamn            Parti   Uppdrag                     Anmärkning\nKarin Berg      S       Ordförande\nSiv By          C       "
      + "Tjänstgörande ersättare     ersätter Ola Ek (M)",
    "Beslutande   Karin Berg (S), ordförande    Siv By (C),\n                                           tjänstgörande ersättare för\n"
      + "                                           Ola Ek (M)",
  ])
  func whoIsReplacedIsNotThere(_ list: String) throws {
    let meeting = try meeting(list)
    #expect(meeting.members.map(\.name) == ["Karin Berg"] && meeting.members.first?.role?.lowercased() == "ordförande")
    #expect(meeting.substitutes.map(\.name) == ["Siv By"] && meeting.substitutes.map(\.replaces) == ["Ola Ek (M)"])
  }

  @Test func whoLeadsAPartOfTheMeetingIsThereAllOfIt() throws {
    let members = try meeting("Beslutande   Karin Berg (S), ordförande\n             Ola Ek (M), vice ordförande, ordförande § 2").members
    #expect(members.map(\.presence) == [nil, nil])
  }

  @Test(arguments: [
    "Miljöchef Anna Al, handläggare Bo Ros (§ 2), planarkitekt Eva Lo",
    "Anna Al (miljöchef), Bo Ros (handläggare, § 2), Eva Lo (planarkitekt)",
    "Anna Al miljöchef, Bo Ros handläggare § 2, Eva Lo planarkitekt",
    "Miljöchef Anna Al\n                     Handläggare Bo Ros § 2\n                     Planarkitekt Eva Lo",
  ])
  func officialsOnOneLineAreParted(_ list: String) throws {
    let others = try meeting("Övriga närvarande    \(list)").others
    #expect(others.map(\.name) == ["Anna Al", "Bo Ros", "Eva Lo"])
    #expect(others.map { $0.role?.lowercased() } == ["miljöchef", "handläggare", "planarkitekt"])
    #expect(others.first { $0.name == "Bo Ros" }?.presence == "§ 2")
  }

  @Test func aTitleMayBeBrokenByTheMargin() throws {
    let others = try meeting(
      "Övriga närvarande    Lena Al, regiondirektör, Eva Lo, hälso- och\n                     sjukvårdsdirektör, Bo Ros, kanslichef"
    ).others
    #expect(others.map(\.role) == ["regiondirektör", "hälso- och sjukvårdsdirektör", "kanslichef"])
  }

  @Test func substitutesAndOfficialsFollowOneAnotherOverTheLines() throws {
    let others = try meeting(
      """
      Övriga deltagande    Ersättare: Eva Al (S) ej §§ 1-2, Bo Ros (V)
                           §§ 8-9, sekreterare Siv By, områdeschefer Ann
                           Lo, Pia Dal §§ 8-9, student XX § 8, biträdande
                           socialchef Jan Ek § 9.
      """
    ).others
    #expect(others.map(\.name) == ["Eva Al", "Bo Ros", "Siv By", "Ann Lo", "Pia Dal", "Jan Ek"])
    #expect(others.map(\.role) == ["ersättare", "ersättare", "sekreterare", "områdeschefer", nil, "biträdande socialchef"])
    #expect(others.map(\.presence) == ["ej §§ 1-2", "§§ 8-9", nil, nil, "§§ 8-9", "§ 9"])
  }

  @Test func aStarBeforeANameSaysWhatItsNoteSays() throws {
    let meeting = try meeting(
      """
      Beslutande    Karin Berg          (S)
                    *Ola Ek, §§ 1-2     (M)
                    Siv By, § 2         (C)
                    * = tjänstgörande ersättare
      """)
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Siv By"] && meeting.members.map(\.presence) == [nil, "§ 2"])
    #expect(meeting.substitutes.map(\.name) == ["Ola Ek"] && meeting.substitutes.map(\.presence) == ["§§ 1-2"])
  }

  @Test func listenersAreNoPartOfATitle() throws {
    let others = try meeting("Övriga närvarande    Eva Al, kommunsekreterare\n                     2 åhörare").others
    #expect(others.map(\.role) == ["kommunsekreterare"])
  }

  @Test func anEmptySeatIsNoOne() throws {
    #expect(try meeting("Beslutande    Karin Berg (S)\n              Vakant (M)").members.map(\.name) == ["Karin Berg"])
  }

  @Test func aPlaceOfWorkBehindATitleIsNoOne() throws {
    let others = try meeting("Övriga närvarande    Anna Al, enhetschef Norra Skolan, Bo Ros, jurist").others
    #expect(others.map(\.name) == ["Anna Al", "Bo Ros"])
  }

  @Test func aTitleCutAtItsHyphenKeepsIt() throws {
    let others = try meeting("Övriga närvarande    Anna Al, mark-\n                     och exploateringschef").others
    #expect(others.map(\.role) == ["mark- och exploateringschef"])
  }

  @Test(arguments: ["i st f", "istf", "i stället för"])
  func aSubstituteReplacesTheOneNamed(_ words: String) throws {
    let meeting = try meeting("Beslutande    Karin Berg (S)\n              Bo Al (V) \(words) Ola Ek (V)")
    #expect(meeting.members.map(\.name) == ["Karin Berg"] && meeting.substitutes.map(\.name) == ["Bo Al"])
    #expect(meeting.substitutes.first?.replaces == "Ola Ek (V)")
  }

  @Test func whoIsReplacedIsNotThere() throws {
    let meeting = try meeting("Beslutande    Karin Berg (S)\n              Ola Ek (M), ersätts av Bo Al (M)\n              Siv By (C)")
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Siv By"])
    #expect(meeting.substitutes.map(\.name) == ["Bo Al"] && meeting.substitutes.first?.replaces == "Ola Ek (M)")
  }

  @Test func servingMayStandInBrackets() throws {
    let meeting = try meeting("Beslutande    Karin Berg (S)\nErsättare     Bo Al (V) (tjänstgörande)\n              Siv By (C)")
    #expect(meeting.substitutes.map(\.name) == ["Bo Al"] && meeting.others.map(\.name) == ["Siv By"])
  }

  @Test func aNicknameIsPartOfTheName() throws {
    let meeting = try meeting("Beslutande    Karl \"Kalle\" Berg (S)\n              Lars (Lasse) Ek (M)")
    #expect(meeting.members.map(\.name) == ["Karl \"Kalle\" Berg", "Lars (Lasse) Ek"] && meeting.members.map(\.party) == ["S", "M"])
  }

  @Test(arguments: [
    "Utses att justera    Siv By (C), med Bo Al (V) som ersättare", "Justerare            Siv By (C)\nErsättare för justerare    Bo Al (V)",
    "Justerare            Siv By (C)        Ersättare    Bo Al (V)", "Justeringsman        Siv By (C)",
    "Justering            Siv By utses att justera protokollet.", "Justering            Protokollet justeras digitalt av Siv By (C).",
    "Justerare            Siv By (C)\nUnderskrifter\nJusterare            ..............\n                     Siv By (C)",
  ])
  func onlyThoseWhoApproveAreAdjusters(_ field: String) throws {
    let meeting = try meeting("Beslutande           Karin Berg (S)\n\(field)")
    #expect(meeting.adjusters.map(\.name) == ["Siv By"] && meeting.members.map(\.name) == ["Karin Berg"] && meeting.others.isEmpty)
    #expect(meeting.adjustment?.place == nil)
  }

  @Test func aBreakOrADayIsNoPlace() throws {
    let broken = try meeting("Tid      2024-05-28, klockan 17.30-19.25 (mötet ajournerades 18.20-18.35)\nPlats    Tallsalen")
    #expect(broken.place == "Tallsalen" && broken.start == "17:30" && broken.end == "19:25")
    let day = try meeting("Tid och plats    Tisdagen den 28:e maj 2024, kl. 9.00–11.45, Tallsalen")
    #expect(day.place == "Tallsalen" && day.start == "09:00")
    let approval = try meeting("Tid för justering    Måndagen den 10 juni, kl 11").adjustment
    #expect(approval?.place == nil && approval?.date == nil && approval?.time == "11:00")
  }

  @Test func twoDaysOfApprovalAreNoDay() throws {
    let text = "Omedelbar justering av § 2 den 28 maj 2024. Övriga justeras den 3 juni 2024 kl. 08.00."
    #expect(try meeting("Beslutande    Karin Berg (S)\nJustering     \(text)").adjustment == nil)
  }

  @Test func paragraferThatAreNoSpanAreNone() throws {
    #expect(try meeting("Paragrafer    § 1 t.o.m. § 2").paragraphs?.last == 2)
    #expect(try meeting("Plats och tid    Tallsalen\nParagrafer    1, 3-4").paragraphs == nil)
  }

  @Test func theNoticeMayBeASentence() throws {
    let notice = try meeting("Anslag    Protokollet är anslaget på anslagstavlan under tiden 2024-06-04 till 2024-06-26.").notice
    #expect(notice?.posted == "2024-06-04" && notice?.removed == "2024-06-26")
  }

  @Test func presenceMayBeAWordAndTheRoleAColumn() throws {
    let meeting = try meeting(
      """
      Närvarolista

      Ledamöter        Parti   Uppgift            Närv.
      Karin Berg       S       Ordförande         Ja
      Ola Ek           M                          Nej
      Siv By           C                          Ja
      """)
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Siv By"] && meeting.members.first?.role == "Ordförande")
  }

  @Test func whoIsASubstituteByRoleIsNoMember() throws {
    let meeting = try meeting(
      """
      Närvarolista

      Namn             Parti   Uppdrag            Närvaro   Tjänstgör för
      Karin Berg       S       Ordförande         X
      Ola Ek           M       Ledamot
      Siv By           C       Ersättare          X         Ola Ek (M) § 1
      Per Alm          V       Ersättare          X
      Ann Lo                   Nämndsekreterare   X
      """)
    #expect(meeting.members.map(\.name) == ["Karin Berg"])
    #expect(meeting.substitutes.map(\.name) == ["Siv By"])
    #expect(meeting.substitutes.first?.replaces == "Ola Ek (M)" && meeting.substitutes.first?.presence == "§ 1")
    #expect(meeting.others.map(\.name) == ["Per Alm", "Ann Lo"])
  }

  @Test func membersAndSubstitutesMayStandSideBySide() throws {
    let meeting = try meeting(
      """
      Närvarolista

      Ordinarie ledamöter   Närv.   Ersättare         Närv.   Ersätter
      Karin Berg (S)        x       Siv By (C)        x       Ola Ek (M)
      Ola Ek (M)            –       Per Alm (V)       x
      Eva Dal (L)           x
      """)
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Eva Dal"])
    #expect(meeting.substitutes.map(\.name) == ["Siv By"] && meeting.substitutes.first?.replaces == "Ola Ek (M)")
    #expect(meeting.others.map(\.name) == ["Per Alm"])
  }

  @Test func membersWithMarksForBeingThereAndForServingAreMembers() throws {
    let meeting = try meeting(
      """
      Närvarolista

      Namn                 Parti   Närvarande   Tjänstgörande
      Karin Berg           S       X            X
      Ola Ek               M       X            X
      Siv By               C
      """)
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Ola Ek"] && meeting.substitutes.isEmpty)
  }

  @Test func whoSignsOnTheFrontPageIsNotAllWhoMet() throws {
    let meeting = try meeting(
      """
      Ordförande       Karin Berg

      Närvarolista

      Namn             Parti   Närvarande
      Karin Berg       S       X
      Ola Ek           M       X
      """)
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Ola Ek"] && meeting.members.first?.role == "ordförande")
  }

  @Test func whoIsNamedInTheListOfMattersWasNotThereForThat() throws {
    let meeting = try meeting(
      """
      Beslutande       Karin Berg (S), ordförande
                       Ola Ek (M)
      Övriga           Ann Lo, kommunsekreterare

      FÖREDRAGNINGSLISTA

      1 Val av justerare
      Föredragande: Per Alm
      2 Behandling av personuppgifter
      """)
    #expect(meeting.members.count == 2 && meeting.others.map(\.name) == ["Ann Lo"])
  }

  private func meeting(_ front: String) throws -> Meeting {
    let paragrafer = "§ 1 Taxa\n\nBeslut\nTaxan antas.\n\n§ 2 Plan\n\nBeslut\nPlanen antas.\n"
    return try #require(try facts("Björkmåla kommun\nSammanträdesprotokoll\nSocialnämnden\n\n\(front)\n\n" + paragrafer).meeting)
  }

  @Test func answersBelowTheWordForBeingThereTellWhoWas() throws {
    let meeting = try meeting(
      """
      Beslutande   Se närvarolista

                                       Närvaro                    Votering
      LEDAMÖTER                        Ja    Nej    Tid           Ja    Nej
      Karin Berg, ordförande     s     x            Kl. 09-12
      Ola Ek                     m           x
      Siv By                     c     x

      ERSÄTTARE:
      Eva Lo                     m     x
      """)
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Siv By"] && meeting.members.first?.role == "ordförande")
    #expect(meeting.others.map(\.name) == ["Eva Lo"])
  }
}
