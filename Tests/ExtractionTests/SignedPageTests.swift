import Facts
import Testing

/// The parts of the front page that tell who signs, who approves the minutes and when, and who only was there.
@Suite struct SignedPageTests {
  @Test func placeAndTimeBelowTheAdjustersAreThoseOfTheApproval() throws {
    let meeting = try read(
      """
      Plats och tid        Kommunhuset, kl 13.00-15.00
      Beslutande           Karin Berg (S), ordförande
      Justerare            Ola Ek (M)
      Plats och tid        Socialkontoret 2024-03-19 kl. 10.00
      """)
    #expect(meeting.place == "Kommunhuset" && meeting.date != "2024-03-19")
    #expect(meeting.adjustment?.date == "2024-03-19" && meeting.adjustment?.place == "Socialkontoret")
  }

  @Test(arguments: [
    "Sekreterare          Ordförande           Justerare\n\nAnna Lo              Karin Berg           Ola Ek",
    "Karin Berg\nOrdförande\n\nAnna Lo\nSekreterare\n\nOla Ek\nJusterare",
  ])
  func titlesStandOverOrUnderTheNamesOfThoseWhoSign(_ signatures: String) throws {
    let meeting = try read(
      "Beslutande           Karin Berg (S), ordförande\n                     Ola Ek (M)\nParagrafer           12-13\n\n" + signatures)
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Ola Ek"] && meeting.members.map(\.role) == ["ordförande", nil])
    #expect(meeting.adjusters.map(\.name) == ["Ola Ek"])
    #expect(meeting.others.map(\.name) == ["Anna Lo"] && meeting.others.map(\.role) == ["sekreterare"])
  }

  @Test func officialsLastAmongThosePresentAreNoMembers() throws {
    let meeting = try read(
      "Närvarande           Karin Berg (S), ordförande\n                     Ola Ek (M)\n                     Eva Ny, kommunchef\nJusterare            Ola Ek (M)"
    )
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Ola Ek"])
    #expect(meeting.others.map(\.name) == ["Eva Ny"])
  }

  @Test func adjustersWithoutPartyAreParted() throws {
    #expect(try read("Utses att justera    Ola Ek, Siv By").adjusters.map(\.name) == ["Ola Ek", "Siv By"])
  }

  @Test func aSentenceTellsWhoApprovesWhichParagrafer() throws {
    let meeting = try read("Justering\nProtokollet justeras digitalt av Ola Ek och Siv By. Protokollet omfattar §§ 12-13.")
    #expect(meeting.adjusters.map(\.name) == ["Ola Ek", "Siv By"])
    #expect(meeting.paragraphs?.first == 12 && meeting.paragraphs?.last == 13)
  }

  @Test func sentencesOnOneLineTellOfTheNotice() throws {
    let meeting = try read("Tillkännagivande\nProtokollet avser §§ 12-13. Anslaget 2024-03-20. Tas ner 2024-04-11.")
    #expect(meeting.paragraphs?.first == 12 && meeting.paragraphs?.last == 13)
    #expect(meeting.notice?.posted == "2024-03-20" && meeting.notice?.removed == "2024-04-11")
  }

  @Test(arguments: [
    "Till justerare väljs Ola Ek (M).", "Socialnämnden utser Ola Ek (M) att jämte ordföranden justera protokollet.",
  ])
  func whoIsChosenInAParagrafApprovesTheMinutes(_ decision: String) throws {
    let meeting = try #require(try facts(minutes("Beslut\n" + decision, title: "Val av justerare")).meeting)
    #expect(meeting.adjusters.map(\.name) == ["Ola Ek"] && meeting.adjusters.map(\.party) == ["M"])
  }

  @Test func whoIsReplacedIsNoSubstitute() throws {
    let meeting = try read(
      "Tjänstgörande ersättare   Nils Mo (KD) ersätts av Per Vik (KD)\n                          Anna Al (L) ersätts av Eva By (L)")
    #expect(meeting.substitutes.map(\.name) == ["Per Vik", "Eva By"])
    #expect(meeting.substitutes.map(\.replaces) == ["Nils Mo (KD)", "Anna Al (L)"])
  }

  @Test func footnotesBelongToTheNamesWithTheirMark() throws {
    let meeting = try read(
      """
      Beslutande           Karin Berg (S), ordförande
                           Ola Ek (M) *
                           Siv By (C) **
                           * §§ 12-13
                           ** ersätter Nils Mo (C)
      """)
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Ola Ek"])
    #expect(meeting.members.last?.presence == "§§ 12-13")
    #expect(meeting.substitutes.map(\.name) == ["Siv By"] && meeting.substitutes.first?.replaces == "Nils Mo (C)")
  }

  @Test(arguments: [
    "Kommunchef Eva Ny, ekonom Bo Ros § 12 och sekreterare Anna Lo", "Kommunchefen Eva Ny, ekonomen Bo Ros, Anna Lo",
  ])
  func aTitleBeforeANameBeginsSomeone(_ list: String) throws {
    #expect(try read("Övriga närvarande    \(list)").others.map(\.name) == ["Eva Ny", "Bo Ros", "Anna Lo"])
  }

  @Test func aListOfSubstitutesBelowThatOfTheMembersIsOne() throws {
    let meeting = try read(
      """
      Ledamöter                Närv.   Frånv.   Tjänstgörande ersättare
      Karin Berg (S) ordf        X
      Nils Mo (KD)                       X      Per Vik (KD)
      Siv By (C)                 X

      Ersättare                Närv.   Frånv.
      Per Vik (KD)               X
      Eva By (L)                 X
      Ida Ny (SD)                        X
      """)
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Siv By"])
    #expect(meeting.substitutes.map(\.name) == ["Per Vik"] && meeting.substitutes.first?.party == "KD")
    #expect(meeting.others.map(\.name).contains("Eva By") && !meeting.others.map(\.name).contains("Ida Ny"))
  }

  @Test func aFieldToTheRightHasItsValueBelow() throws {
    let meeting = try read(
      "Plats och tid        Kommunhuset, kl 19-21                    Paragrafer\nBeslutande           Karin Berg (S)                           12-13"
    )
    #expect(meeting.paragraphs?.first == 12 && meeting.paragraphs?.last == 13)
  }

  private func read(_ front: String) throws -> Meeting {
    let paragrafer = "§ 1 Taxa\n\nBeslut\nTaxan antas.\n\n§ 2 Plan\n\nBeslut\nPlanen antas.\n"
    return try #require(try facts("Björkmåla kommun\nSammanträdesprotokoll\nSocialnämnden\n\n\(front)\n\n" + paragrafer).meeting)
  }

  @Test func theChairWhoSignsAboveTheListIsOnItOnce() throws {
    let meeting = try read(
      "Sekreterare          Anna Lo\nOrdförande           Karin Berg\nJusterande           Ola Ek\n\nPlats och tid        Kommunhuset, kl 13.00-15.00\n"
        + "Beslutande           Karin Berg (S), tjänstgörande ordförande\n                     Ola Ek (M)")
    #expect(meeting.members.map(\.name) == ["Karin Berg", "Ola Ek"])
    #expect(meeting.members.map(\.role) == ["tjänstgörande ordförande", nil] && meeting.members.map(\.party) == ["S", "M"])
  }

  @Test func titlesInSmallLettersStandUnderTheNamesToo() throws {
    let meeting = try read(
      "Beslutande           Karin Berg (S), ordförande\n                     Ola Ek (M)\nJusterare            Ola Ek\n\n\n"
        + "Anna Lo              Karin Berg           Ola Ek\nsekreterare          ordförande           justerare\n_ _ _ _ _ _ _ _ _ _")
    #expect(meeting.members.map(\.role) == ["ordförande", nil])
    #expect(meeting.adjusters.map(\.name) == ["Ola Ek"] && meeting.adjusters.map(\.role) == [nil])
    #expect(meeting.others.map(\.name) == ["Anna Lo"])
  }

  @Test func namesOnANewPageAreNotThoseWhoApprove() throws {
    let meeting = try read(
      "Beslutande           Enligt lista\nUtses att justera    Ola Ek (M) och Siv By (C)\n\u{c}Förteckning över samtliga\n\n"
        + "Norra kretsen        Södra kretsen\nBo Al (S)            Eva Ny (S)\nUno Rask (V)         Ida Lo (C)")
    #expect(meeting.adjusters.map(\.name) == ["Ola Ek", "Siv By"])
  }

  @Test(arguments: [
    "Sekreterare          Ordförande           Justerare\nAnna Lo              Karin Berg           Ola Ek",
    "Vid protokollet      Ordförande           Justeras\nAnna Lo              Karin Berg           Ola Ek",
    "Vid protokollet\nAnna Lo",
  ])
  func whoSignsBelowTheLastParagrafIsNoDecision(_ signatures: String) throws {
    let found = try facts(minutes("Beslut\nTaxan antas.") + "\n\n" + signatures)
    #expect(found.paragraphs.last?.decisions.count == 1)
  }
}
