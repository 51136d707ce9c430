import Facts
import Testing

/// Recipients, basis (underlag) and references to earlier decisions.
@Suite struct ListTests {
  @Test func recipientsStandOneALine() throws {
    let found = try paragraf("Beslutet skickas till\nKommunstyrelsen\nVård- och omsorgsförvaltningen\nKarin Berg, enhetschef")
    #expect(found.recipients == ["Kommunstyrelsen", "Vård- och omsorgsförvaltningen", "Karin Berg, enhetschef"])
  }

  @Test(arguments: ["• ", "- ", "-    ", "1. ", "1.   ", "\u{F0B7} "])
  func marksAreNoPartOfAnItem(_ mark: String) throws {
    #expect(try paragraf("Expedieras till\n\(mark)Kommunstyrelsen\n\(mark)Revisorerna").recipients == ["Kommunstyrelsen", "Revisorerna"])
  }

  @Test func recipientsInSmallLettersStandOneALineToo() throws {
    #expect(
      try paragraf("Beslutet skickas till\nsökanden\nmiljö- och byggkontoret\nekonomikontoret").recipients == [
        "sökanden", "miljö- och byggkontoret", "ekonomikontoret",
      ])
    #expect(try paragraf("Beslutet skickas till\nSökanden\nekonomikontoret").recipients == ["Sökanden", "ekonomikontoret"])
    #expect(
      try paragraf("Beslutet skickas till\nKommunstyrelsen och\nkulturnämnden").recipients == ["Kommunstyrelsen och kulturnämnden"])
    #expect(try paragraf("Beslutet skickas till\nMiljö- och\nbyggkontoret").recipients == ["Miljö- och byggkontoret"])
    #expect(
      try paragraf("Underlag\nTjänsteskrivelse daterad\nden 3 mars 2024").basis == ["Tjänsteskrivelse daterad den 3 mars 2024"])
  }

  @Test func theWordBeforeTheLastRecipientPartsAsTheCommasDo() throws {
    let found = try paragraf("Beslutet skickas till\nFörvaltningschefen, enhetscheferna och registrator")
    #expect(found.recipients == ["Förvaltningschefen", "enhetscheferna", "registrator"])
  }

  @Test func recipientsOfOneLineAreSplitAtCommas() throws {
    #expect(
      try paragraf("Expedieras till\nKommunstyrelsen, Karin Berg, Ekonomienheten").recipients == [
        "Kommunstyrelsen", "Karin Berg", "Ekonomienheten",
      ])
    #expect(try paragraf("Expedieras till: Kommunstyrelsen, Ekonomienheten").recipients == ["Kommunstyrelsen", "Ekonomienheten"])
  }

  @Test func recipientsOfOneLineNeedNoCapitals() throws {
    let found = try paragraf("Expedieras till\nKommunfullmäktige, skolchefen, trafikplanerare Åsa Alm, Ekfors Buss AB").recipients
    #expect(found == ["Kommunfullmäktige", "skolchefen", "trafikplanerare Åsa Alm", "Ekfors Buss AB"])
    #expect(try paragraf("Expedieras till\nKarin Berg, enhetschef, socialförvaltningen").recipients.count == 1)
  }

  @Test(arguments: [
    ("Byggnadsnämnden, lantmäteriet", ["Byggnadsnämnden", "lantmäteriet"]), ("Länsstyrelsen, de valda", ["Länsstyrelsen", "de valda"]),
    ("Ekfors IF, fritidsenheten, tf kommunchefen", ["Ekfors IF", "fritidsenheten", "tf kommunchefen"]),
    ("Säljaren, kansliet och mark- och exploateringsenheten", ["Säljaren", "kansliet", "mark- och exploateringsenheten"]),
    ("Vårdnadshavare, skolskjutssamordnare", ["Vårdnadshavare", "skolskjutssamordnare"]),
    ("Kansliet / Sökanden / Akten", ["Kansliet", "Sökanden", "Akten"]),
    ("Socialnämnden, enhetschef Karin Berg", ["Socialnämnden, enhetschef Karin Berg"]),
  ])
  func recipientsAreSplitWhereEachMayGetADecision(line: String, wanted: [String]) throws {
    #expect(try paragraf("Expedieras till\n" + line).recipients == wanted)
  }

  @Test func semicolonsPartTheItemsOfALine() throws {
    #expect(
      try paragraf("Expedieras: Ekonomienheten; kansliet; Ekfors Buss AB").recipients == ["Ekonomienheten", "kansliet", "Ekfors Buss AB"])
  }

  @Test func documentsOfOneLineAreSplitAtCommas() throws {
    let found = try paragraf("Beslutsunderlag\nTjänsteskrivelse, karta, avtal med Ekfors Buss AB")
    #expect(found.basis == ["Tjänsteskrivelse", "karta", "avtal med Ekfors Buss AB"])
  }

  @Test(arguments: ["Kommunstyrelsen för kännedom", "Kommunstyrelsen (för kännedom)", "Kommunstyrelsen, för åtgärd"])
  func whySomeoneGetsTheDecisionIsNoPartOfTheName(_ line: String) throws {
    #expect(try paragraf("Beslutet skickas till\nRevisorerna\n" + line).recipients == ["Revisorerna", "Kommunstyrelsen"])
  }

  @Test func aTitleAfterACommaIsNoRecipientOfItsOwn() throws {
    #expect(try paragraf("Expedieras till\nKarin Berg, enhetschef").recipients == ["Karin Berg, enhetschef"])
  }

  @Test func aWrappedItemIsOne() throws {
    let found = try paragraf(
      "Beslutsunderlag\nFörvaltningens tjänsteskrivelse om tillsyn av livsmedel och lokaler\nden 4 mars 2024\nPlan för tillsynen 2024\n\nBeslut\nPlanen godkänns."
    )
    #expect(
      found.basis == ["Förvaltningens tjänsteskrivelse om tillsyn av livsmedel och lokaler den 4 mars 2024", "Plan för tillsynen 2024"])
  }

  @Test func theBasisKeepsItsCommas() throws {
    #expect(
      try paragraf("Handlingar\nTjänsteskrivelse, miljökontoret, 2024-03-04").basis == ["Tjänsteskrivelse, miljökontoret, 2024-03-04"])
  }

  @Test(arguments: ["–", "___________", "Vid protokollet"])
  func whatIsNoItemIsLeftOut(_ line: String) throws {
    #expect(try paragraf("Beslutet skickas till\nKommunstyrelsen\n\(line)").recipients == ["Kommunstyrelsen"])
  }

  @Test func listsAreEmptyWhereNothingIsSaid() throws {
    let found = try paragraf("Beslut\nPlanen godkänns.")
    #expect(found.recipients.isEmpty && found.basis.isEmpty && found.references.isEmpty && found.motions.isEmpty && found.votes.isEmpty)
  }

  private func references(_ text: String) throws -> [String] {
    try paragraf("Ärendet\n" + text).references.map { "\($0.body ?? "?") \($0.date ?? "?") \($0.paragraph)" }
  }

  @Test(arguments: [
    ("Kommunfullmäktige antog planen 2020-11-11, § 80.", ["Kommunfullmäktige 2020-11-11 80"]),
    ("Kommunfullmäktige antog planen den 11 november 2020 § 80.", ["Kommunfullmäktige 2020-11-11 80"]),
    (
      "Planen antogs av kommunfullmäktige den 11 november 2020, § 80, och av kommunstyrelsen den 3 maj 2021, § 5.",
      ["Kommunfullmäktige 2020-11-11 80", "Kommunstyrelsen 2021-05-03 5"]
    ),
    ("Planen gäller sedan den 11 november 2020 (KF § 80).", ["KF 2020-11-11 80"]),
    ("KF antog planen 2020-11-11 § 80.", ["KF 2020-11-11 80"]),
    ("Byggnadsnämnden yttrade sig. KSAU behandlade det 2022-11-11 § 60.", ["KSAU 2022-11-11 60"]),
    ("Socialnämnden begär mer pengar. Fullmäktige beslutade om ramen den 20 juni 2022, § 70.", ["Fullmäktige 2022-06-20 70"]),
    ("Se beslut i Dnr KS 2020-256 och 2020-11-11 § 80.", ["? 2020-11-11 80"]),
    ("KS 2020-11-11 § 80, AU 2020-10-20 § 61", ["KS 2020-11-11 80", "AU 2020-10-20 61"]),
    ("Kommunstyrelsen (KS) antog planen 2020-11-11 § 80.", ["Kommunstyrelsen 2020-11-11 80"]),
    ("Förhandlingen den 11 november 2020 (MBL § 11) är klar.", []),
    ("Socialnämnden beslutade 2022-11-24 § 23 att se över tillsynen.", ["Socialnämnden 2022-11-24 23"]),
    ("Kommunfullmäktige överlämnade förslaget till kommunstyrelsen 2022-11-24 § 23.", ["Kommunfullmäktige 2022-11-24 23"]),
    ("KF gav socialnämnden i uppdrag att utreda frågan 2022-11-24 § 23.", ["KF 2022-11-24 23"]),
    ("Planen återremitterades av fullmäktige till kommunstyrelsen 2022-11-24, § 23.", ["Fullmäktige 2022-11-24 23"]),
    ("Kommunstyrelsen beslutade att föreslå kommunfullmäktige att anta planen 2022-11-24 § 23.", ["Kommunstyrelsen 2022-11-24 23"]),
    ("Ärendet remitterades till socialnämnden 2022-11-24 § 23.", ["? 2022-11-24 23"]),
    ("Förslag till kommunfullmäktiges beslut 2022-11-24 § 23", ["Kommunfullmäktige 2022-11-24 23"]),
    ("I ärendet gav kommunfullmäktige 2022-11-24 § 23 nämnden ett uppdrag.", ["Kommunfullmäktige 2022-11-24 23"]),
    ("Med hänvisning till kommunstyrelsen 2022-11-24 § 23 avslås detta.", ["Kommunstyrelsen 2022-11-24 23"]),
    ("Arbetsutskottets protokoll 2022-11-24 §§ 23–30", []),
    ("Protokoll från socialnämnden den 24 november 2022, §§ 23–30", []),
    ("Socialnämndens protokoll 2022-11-24 § 23", ["Socialnämnden 2022-11-24 23"]),
    ("Kommunstyrelsen 2022-11-24 §§ 1–2", ["Kommunstyrelsen 2022-11-24 1", "Kommunstyrelsen 2022-11-24 2"]),
  ])
  func aReferenceHasBodyDateAndParagraph(text: String, wanted: [String]) throws {
    #expect(try references(text) == wanted)
  }

  @Test func aDayWithoutYearIsTheLatestBeforeTheMeeting() throws {
    #expect(try references("Kommunstyrelsen återremitterade ärendet den 3 maj § 14.") == ["Kommunstyrelsen 2023-05-03 14"])
  }

  @Test(arguments: [
    "Enligt 3 kap. 9 § socialtjänstlagen (2001:453) gäller detta.", "Se 2 § LVU och SOSFS 2011:9.",
    "Besluten fattades 2022-07-24 – 2022-08-25 §§ 611–702.", "Sammanträdet den 3 maj 2023 ställdes in.", "Se § 14 i detta protokoll.",
  ])
  func lawsDaysAndOwnParagraferAreNone(_ text: String) throws {
    #expect(try references(text).isEmpty)
  }

  @Test(arguments: ["", "• "])
  func recipientsWithAirBetweenThemAreAllRead(_ mark: String) throws {
    let names = ["Kommunstyrelsen", "Revisorerna", "Kulturnämnden"]
    let found = try paragraf("Beslutet skickas till\n\n" + names.map { mark + $0 }.joined(separator: "\n\n"))
    #expect(found.recipients == names)
  }
}
