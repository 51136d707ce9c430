import Documents
import Pages
import Testing

/// What stands on and beside the heading of a §: chains of §, letters, diarienummer, the matter's place on the agenda.
@Suite struct HeadingLineTests {
  private func minutes(_ body: String, _ paragrafer: String) throws -> MunicipalDocument {
    try segment("Björkmåla kommun\nSammanträdesprotokoll\n\(body)\n2024-03-12\n\n\(paragrafer)\n")
  }

  @Test(arguments: [
    ("Kommunfullmäktige", "KF § 112    KS § 187    KSAU § 201", 112), ("Kommunstyrelsen", "KF § 112    KS § 187    KSAU § 201", 187),
    ("Kommunstyrelsen", "KS § 187   AU § 201    Dnr 2024/233", 187), ("Socialnämnden", "Au § 84    Sn § 34", 34),
  ])
  func anExtractHasTheNumberOfItsOwnBody(_ body: String, _ chain: String, _ number: Int) throws {
    let document = try minutes(body, "\(chain)\nMedel till ishallen\n\nBeslut\n\(body) beslutar att anvisa medel.")
    #expect(document.paragrafer.map(\.number) == [number] && document.paragrafer.first?.title == "Medel till ishallen")
  }

  @Test func aParagrafWithALetterIsOneOfItsOwn() throws {
    let headings = ["§ 115 Dagordning", "§ 116a Information", "§ 116 b Taxa för vatten", "§ 117 Budget"]
    let document = try minutes("Socialnämnden", headings.map { "\($0)\n\nBeslut\nFörslaget antas.\n" }.joined(separator: "\n"))
    #expect(document.paragrafer.map(\.number) == [115, 116, 116, 117])
    #expect(document.paragrafer.map(\.letter) == [nil, "a", "b", nil])
    #expect(document.paragrafer.map(\.title) == ["Dagordning", "Information", "Taxa för vatten", "Budget"])
  }

  @Test(arguments: [
    ("§ 12 Fråga om skolbussar Dnr KS\n2024-00301", "Fråga om skolbussar", "KS 2024-00301"),
    ("§ 12 Fråga om skolbussar\nDnr KS\n2024-00301", "Fråga om skolbussar", "KS 2024-00301"),
    ("§ 12 Bygglov för garage Dnr BYGG 2024-\n000183", "Bygglov för garage", "BYGG 2024-000183"),
    ("§ 12 Bygglov för garage\nDnr: BMN 2024-000571 Fastighet: KVARNEN 4:22 Sökande: NN", "Bygglov för garage", "BMN 2024-000571"),
    ("§ 12 Skolskjuts\nDiarienummer: BUN.2024.75 (sekretess)", "Skolskjuts", "BUN.2024.75"),
    ("§ 12 Skolskjuts\nDnr BUN 2024/76, handläggare Siv By", "Skolskjuts", "BUN 2024/76"),
    ("§ 12 Taxa 2024-\n2026", "Taxa 2024-2026", nil),
  ])
  func aDiarienummerIsReadThoughSomethingPartsOrFollowsIt(_ heading: String, _ title: String, _ number: String?) throws {
    let document = try minutes(
      "Socialnämnden", "\(heading)\n\nBeslut\nFörslaget antas.\n\n§ 13 Information\n\nBeslut\nSocialnämnden tackar.")
    #expect(document.paragrafer.first?.caseNumber == number && document.paragrafer.first?.title == title)
  }

  @Test func theDashOfATitleIsItsOwnWhereTheDiarienummerStandsToTheRight() throws {
    let heading = "§ 12 STADIGVARANDE TILLSTÅND –" + String(repeating: " ", count: 20) + "SN 2024/131\nRESTAURANG KVARNEN"
    let document = try minutes("Socialnämnden", "\(heading)\nBeslut\nAnsökan avslås.")
    #expect(document.paragrafer.first?.title == "STADIGVARANDE TILLSTÅND – RESTAURANG KVARNEN")
  }

  @Test func aMarkOfSecrecyToTheRightIsNoPartOfTheTitle() throws {
    let heading = "§ 12 ANSÖKAN OM VÅRD" + String(repeating: " ", count: 30) + "SEKRETESS"
    let document = try minutes(
      "Socialnämnden", "\(heading)\n\nBeslut\nAnsökan bifalls.\n\n§ 13 Information\n\nBeslut\nSocialnämnden tackar.")
    #expect(document.paragrafer.map(\.title) == ["ANSÖKAN OM VÅRD", "Information"])
    #expect(document.paragrafer.map(\.isConfidential) == [true, false])
  }

  @Test func theMattersPlaceOnTheAgendaBelongsToTheParagrafBelow() throws {
    let matters = (12...14).map { "Ärende \($0 - 7)\n§ \($0)\nTaxa för torg \($0)\n\nBeslut\nSocialnämnden beslutar\natt anta taxan.\n" }
    let document = try minutes("Socialnämnden", matters.joined(separator: "\n"))
    #expect(document.paragrafer.map(\.number) == [12, 13, 14])
    let lines = document.paragrafer.flatMap(\.sections).flatMap(\.lines).map { String(decoding: document.text($0), as: UTF8.self) }
    #expect(!lines.contains { $0.hasPrefix("Ärende") })
  }

  @Test func anAppendixOfAnotherParagrafIsNoPartOfTheLast() throws {
    let appendix = "Bilaga 2 till § 12\n\nReservation\nVi anser att kostnaden är för hög och reserverar oss mot beslutet.\nOla Ek (M)"
    let document = try minutes(
      "Socialnämnden",
      "§ 12 Väg\n\nBeslut\nVägen byggs.\n\n§ 13 Information\n\nBeslut\nSocialnämnden tackar för informationen.\n\n\(appendix)")
    #expect(document.paragrafer.last?.sections.map(\.kind) == [.decision, .attachment])
  }
}
