import Documents
import Testing

/// What a document says of itself: kind, municipality, body, date and year.
@Suite struct FrontMatterTests {
  private static let paragrafer = """

    § 1 Val av justerare

    Beslut
    Karin Berg (S) utses att justera protokollet.

    § 2 Information

    Beslut
    Informationen antecknas.
    """

  @Test(arguments: [
    "Sammanträdesprotokoll\nSocialnämnden\nden 12 mars 2024", "Björkmåla kommun\nSocialnämnden\nProtokoll 2024-03-12",
    "PROTOKOLL\nSocialnämnden\nSammanträdesdatum: 2024-03-12", "Socialnämnden 2024-03-12\nSammanträdesprotokoll",
    "Sammanträdesprotokoll\nSOCIALNÄMNDEN\nPlats och tid: Stora salen, tisdagen den 12 mars 2024 kl. 13.00",
    "Sammanträdesprotokoll\nSocialnämnden\nTid och plats\nTisdagen den 12 mars 2024, kl. 08.30–11.40, Stora salen",
  ])
  func ofMinutesIsReadInEachForm(_ front: String) throws {
    let found = try segment(front + "\n" + Self.paragrafer).frontMatter
    #expect(found.type == "protokoll" && found.body == "Socialnämnden" && found.date == "2024-03-12" && found.year == 2024, "\(found)")
  }

  @Test(arguments: ["Organ: Socialnämnden", "Nämnd: Socialnämnden", "Beslutsinstans: Socialnämnden"])
  func theBodyMayStandAfterItsLabel(_ line: String) throws {
    let found = try segment("Protokoll\n\(line)\nMötesdatum: 2024-03-12\n" + Self.paragrafer).frontMatter
    #expect(found.date == "2024-03-12" && found.body == "Socialnämnden")
  }

  @Test func theMeetingsDayIsNotThatOfTheApprovalOrTheNotice() throws {
    let front = """
      Sammanträdesprotokoll
      Socialnämnden
      Sammanträdesdatum: 2024-03-12
      Justeringens plats och tid: Kommunhuset 2024-03-19
      Anslaget sätts upp: 2024-03-20
      Anslaget tas ned: 2024-04-11

      """
    #expect(try segment(front + Self.paragrafer).frontMatter.date == "2024-03-12")
  }

  @Test(arguments: ["Björkmåla kommun", "Gävle kommun", "Upplands Väsby kommun", "Göteborgs Stad"])
  func theMunicipalityIsReadWhetherKnownOrNot(_ name: String) throws {
    let front = try segment("\(name)\nSammanträdesprotokoll\nKommunstyrelsen\n2024-03-12\n" + Self.paragrafer).frontMatter
    #expect(front.municipality == name)
  }

  @Test func aMunicipalityThatIsNotNamedIsNotGuessed() throws {
    let front = try segment("Sammanträdesprotokoll\nKommunstyrelsen\n2024-03-12\n\nVår kommun växer.\n" + Self.paragrafer).frontMatter
    #expect(front.municipality == nil)
  }

  @Test(arguments: ["Rådgivning Granby kommun", "Rådgivning, Granby kommun"])
  func aTablesRowNamesNoMunicipalityOfTheDocument(_ label: String) throws {
    let text = """
      Årsredovisning 2024
      Björkmåla kommun

      Utfall (tkr)

                                      Utfall     Budget
      \(label)           -410       -420
      \(label), norr     -300       -310
      Näringsliv                      -3 222     -3 600
      """
    #expect(try segment(text).frontMatter.municipality == "Björkmåla kommun")
  }

  @Test(arguments: ["Björkmåla kommun", "Ale kommun"])
  func anotherMunicipalityMentionedOnceIsNotTheDocumentsOwn(_ own: String) throws {
    let text = """
      \(own)
      Sammanträdesprotokoll
      Socialnämnden
      2024-03-12

      § 1 Avtal

      Beslut
      Socialnämnden godkänner avtalet med Gävle kommun.

      § 2 Information

      Beslut
      Informationen om läget i \(own) antecknas.
      """
    let found = try segment(text).frontMatter.municipality
    #expect(found == own)
  }

  @Test(arguments: [
    "Kommunfullmäktige", "Kommunstyrelsen", "Barn- och utbildningsnämnden", "Miljö- och byggnadsnämnden",
    "Socialnämndens arbetsutskott", "Kultur- och fritidsnämnden",
  ])
  func theBodyIsReadByItsName(_ name: String) throws {
    #expect(try segment("Björkmåla kommun\nSammanträdesprotokoll\n\(name)\n2024-03-12\n" + Self.paragrafer).frontMatter.body == name)
  }

  @Test func aBodyOfTwoWordsIsReadByItsName() throws {
    let found = try segment("Björkmåla kommun\nSammanträdesprotokoll\nTekniska nämnden\n2024-03-12\n" + Self.paragrafer).frontMatter.body
    #expect(found == "Tekniska nämnden")
  }

  @Test(arguments: [
    ("Årsredovisning 2023", "årsredovisning", 2023), ("Verksamhetsberättelse 2022", "årsredovisning", 2022),
    ("Delårsrapport januari–augusti 2024", "delårsrapport", 2024), ("Tertialrapport 2024", "delårsrapport", 2024),
    ("Kvalitetsberättelse 2023", "kvalitetsberättelse", 2023), ("Patientsäkerhetsberättelse 2023", "kvalitetsberättelse", 2023),
    ("Revisionsberättelse 2023", "revisionsrapport", 2023),
    ("Budget 2025", "budget", 2025), ("Mål och budget 2025", "budget", 2025),
  ])
  func ofAReportIsKindBodyAndYear(title: String, kind: String, year: Int) throws {
    let front = try segment(
      "Björkmåla kommun\nSocialnämnden\n\n\(title)\n\nInledning\nUnder året har verksamheten vuxit med nya platser.\n"
    ).frontMatter
    #expect(
      front.type == kind && front.year == year && front.body == "Socialnämnden" && front.municipality == "Björkmåla kommun", "\(front)")
    #expect(front.date == nil)
    #expect(front.title == title)
  }

  @Test(arguments: [("Tertialrapport 2 2024", 2024), ("Revisionsrapport 2023", 2023)])
  func theYearOfAReportIsReadBehindANumberAndAfterEachKindsName(title: String, year: Int) throws {
    let found = try segment("Björkmåla kommun\nSocialnämnden\n\n\(title)\n\nInledning\nUnder året har verksamheten vuxit.\n").frontMatter
      .year
    #expect(found == year)
  }

  @Test func aReportsLongNameSaysWhoseItIs() throws {
    let front = try segment(
      "Barn- och utbildningsnämndens kvalitetsrapport för läsåret 2021-2022\nBjörkmåla kommun\n\nInledning\nUnder året har verksamheten vuxit.\n"
    ).frontMatter
    #expect(front.body == "Barn- och utbildningsnämnden" && front.year == 2022)
  }

  @Test(arguments: [
    ("Månadsuppföljning mars 2022", "delårsrapport"), ("Månadsrapport maj 2022", "delårsrapport"),
    ("Budgetuppföljning april 2022", "delårsrapport"), ("Helårsprognos 2 2022", "delårsrapport"),
    ("Tertialbokslut 1 2022", "delårsrapport"),
    ("Uppföljningsrapport 2 2022", "delårsrapport"), ("Ekonomisk uppföljning per sista mars 2022", "delårsrapport"),
    ("Bokslut 2022", "årsredovisning"), ("Nämndberättelse 2022", "årsredovisning"), ("Internkontrollrapport 2022", "annat"),
    ("Verksamhetsuppföljning 2022", "annat"), ("Systematiskt kvalitetsarbete 2022", "kvalitetsberättelse"),
    ("Bokslutskommentar 2022", "annat"),
  ])
  func theKindAndYearOfAReportAreReadFromItsName(title: String, type: String) throws {
    let front = try segment("Björkmåla kommun\n\n\(title)\n\nUnder året har verksamheten vuxit mer än väntat.\n").frontMatter
    #expect(front.type == type && front.year == 2022, "\(front)")
  }

  @Test func theHeadOfATableIsNoNameOfADocument() throws {
    let text =
      "Björkmåla kommun\n\nMånadsrapport maj 2022\n\nTkr        Budget      Utfall     Avvikelse\nSkola       120      110      10\n"
    let front = try segment(text).frontMatter
    #expect(front.type == "delårsrapport" && front.title == "Månadsrapport maj 2022", "\(front)")
  }

  @Test func anyOtherTextIsOfNoKind() throws {
    let front = try segment("Hej!\nVi ses på torsdag.\n").frontMatter
    #expect(front.type == "annat" && front.municipality == nil && front.body == nil && front.date == nil && front.year == nil, "\(front)")
  }

  @Test func aReportThatOnlyMentionsABodyIsNotThatBodys() throws {
    let text = "Björkmåla kommun\n\nÅrsredovisning 2023\n\nEkonomi\n"
    let prose = "Underskottet uppgår till 34 mnkr, mer än vad som väntades i den prognos som lämnades i våras.\n"
    #expect(try segment(text + prose + "Kulturnämnden höll sin budget.\n").frontMatter.body == nil)
    #expect(try segment(text + prose + "\nSocialnämnden\n\nNämnden visar ett underskott.\n").frontMatter.body == nil)
    #expect(try segment(text + "Här berättar kulturnämnden i Björkmåla kommun om sitt år.\n").frontMatter.body == "Kulturnämnden")
  }

  @Test func theBodyBesideTheMunicipalityIsNoPartOfItsName() throws {
    let front = "Protokoll                          Sida 1\nSocialnämnden           Björkmåla kommun\n2024-03-12\n"
    #expect(try segment(front + Self.paragrafer).frontMatter.municipality == "Björkmåla kommun")
  }

  @Test func anExtractOfMinutesIsMinutes() throws {
    let front = "Björkmåla kommun\n\nSocialnämnden           Utdrag ur protokoll 2024-03-12\n\n"
    let found = try segment(front + "§ 23\nTaxa för vatten\n\nBeslut\nTaxan antas.\n")
    #expect(found.frontMatter.type == "protokoll" && found.frontMatter.date == "2024-03-12" && found.paragrafer.map(\.number) == [23])
  }

  @Test func theYearOfASchoolYearIsTheLater() throws {
    #expect(try segment("Björkmåla kommun\nKvalitetsrapport för förskolan läsåret 2022/2023\n").frontMatter.year == 2023)
  }

  @Test func whoGetsTheDecisionIsNotTheBody() throws {
    let found = try segment(
      """
      Björkmåla kommun
      Krisgruppen
      Sammanträdesprotokoll 2016-04-20

      § 3 Delårsrapport

      Beslut
      Krisgruppen beslutar att godkänna delårsrapporten.

      Beslutet skickas till
      Kommunstyrelsen
      """
    ).frontMatter
    #expect(found.type == "protokoll" && found.body == nil)
  }

  @Test(arguments: ["Revisorerna", "Revisorerna\nDelårsrapport per 2008-06-30"])
  func fieldsOfMinutesOutweighTheNameOfAReport(_ words: String) throws {
    let pages = (1...4).map { "Sammanträdesprotokoll\n\(words)\nSida \($0)\n" }
    let front = pages[0] + "Plats och tid: Kommunhuset 2024-03-12 kl 13.00\nJusterare: Karin Berg\nParagrafer: 1-2\n"
    let found = try segment(([front + Self.paragrafer] + pages.dropFirst()).joined(separator: "\u{0C}")).frontMatter
    #expect(found.type == "protokoll", "\(found)")
  }
}
