import Facts
import Testing

/// Key figures told in running text and in lists, with the year that they are of.
@Suite struct IndicatorTests {
  /// The key figures of a report of 2022.
  private func read(_ text: String) throws -> [Indicator] {
    try facts("Årsredovisning 2022\nSocialnämnden\nBjörkmåla kommun\n\n\(text)\n").indicators
  }

  private func values(_ text: String) throws -> [String: [String: String]] {
    try read(text).reduce(into: [:]) { $0[$1.name] = $1.values }
  }

  @Test(arguments: [
    ("Sjukfrånvaron uppgick till 7,8 % (2021: 8,1 %).", "Sjukfrånvaro", ["2022": "7,8 %", "2021": "8,1 %"]),
    (
      "Sjukfrånvaron inom förskolan var 9,2 procent, jämfört med 10,1 procent föregående år.", "Sjukfrånvaro, förskolan",
      ["2022": "9,2 procent", "2021": "10,1 procent"]
    ),
    ("Andelen behöriga lärare ökade från 71 % 2020 till 78 % 2021.", "Andelen behöriga lärare", ["2020": "71 %", "2021": "78 %"]),
    ("57 % av eleverna har valt ett modernt språk.", "eleverna har valt ett modernt språk", ["2022": "57 %"]),
    (
      "Cirka 12 % (19 % 2021) av deltagarna har gått vidare till arbete.", "deltagarna har gått vidare till arbete",
      ["2022": "12 %", "2021": "19 %"]
    ),
    ("Antalet inskrivna barn var 345.", "Antalet inskrivna barn", ["2022": "345"]),
    ("Antal brukare 2022: 345, 2021: 320, 2019: 301", "Antal brukare", ["2022": "345", "2021": "320", "2019": "301"]),
    (
      "Nöjdheten med maten var 71 procent (68 procent 2021) och med utemiljön 80 procent (83 procent 2021).", "Nöjdheten med maten",
      ["2022": "71 procent", "2021": "68 procent"]
    ),
    ("Antal låntagare: 4 120 (2021: 3 980)", "Antal låntagare", ["2022": "4 120", "2021": "3 980"]),
  ])
  func aFigureHasItsNameAndYears(text: String, name: String, values: [String: String]) throws {
    #expect(try self.values(text) == [name: values])
  }

  @Test func aFigureOfEachSexIsOneByItself() throws {
    let found = try values("91 % av flickorna och 84 % av pojkarna trivs i skolan. Sjukfrånvaron var 8,1 % för kvinnor och 5,2 % för män.")
    #expect(
      found == [
        "flickorna trivs i skolan": ["2022": "91 %"], "pojkarna trivs i skolan": ["2022": "84 %"],
        "Sjukfrånvaro, kvinnor": ["2022": "8,1 %"], "Sjukfrånvaro, män": ["2022": "5,2 %"],
      ])
  }

  /// A year that the sentence compares with is not the figure's own.
  @Test(arguments: [
    "Sjukfrånvaron var 7,8 %, vilket är lägre än 2020.", "Sjukfrånvaron var 7,8 % och har sjunkit sedan 2019.",
    "Under 2022 var sjukfrånvaron i snitt 7,8 %; sjukfrånvaron var 7,8 % också i december 2022.",
  ])
  func aYearOfComparisonIsNotItsOwn(text: String) throws {
    #expect(try read(text).allSatisfy { Array($0.values.keys) == ["2022"] })
  }

  @Test(arguments: [
    "Andelen behöriga lärare ska vara minst 80 %.", "Sjukfrånvaron beräknas uppgå till 7,0 %.",
    "Målet är att 90 % av eleverna når kunskapskraven.", "En tjänst på 50 % har tillsatts.", "Taxan höjs med 3 %.",
    "Föregående år då andelen behöriga lärare var 60 % rådde brist.", "Enligt Socialstyrelsen har 20 % av barnen behov av stöd.",
    "Antalet ledamöter är 11.", "Telefon: 0660-12 34 56",
  ])
  func whatIsNoResultIsNoFigure(text: String) throws {
    #expect(try read(text).isEmpty)
  }

  @Test func minutesHaveNoYearUnlessTheyNameOne() throws {
    let text = { (title: String) in
      "Sammanträdesprotokoll\nSocialnämnden\n2024-03-12\n\n§ 12 \(title)\n\nSammanfattning\nSvarsfrekvensen var 53 %.\n\nBeslut\nInformationen antecknas.\n"
    }
    #expect(try facts(text("Information")).indicators.isEmpty)
    #expect(try facts(text("Budget 2024")).indicators.isEmpty)
    #expect(try facts(text("Verksamhetsberättelse 2023")).indicators.map(\.values) == [["2023": "53 %"]])
  }

  @Test func aFigureUnderANumberedGoalBelongsToIt() throws {
    let found = try read(
      """
      Mål 3, Minst 80 % av eleverna trivs i skolan.
      Resultat
      Målet är uppnått.
      84 % av eleverna trivs i skolan.
      Analys
      Svarsfrekvensen var 61 %.
      """)
    #expect(found.map(\.name) == ["eleverna trivs i skolan (mål 3)", "Svarsfrekvens"])
    #expect(found.first?.target == "80 %" && found.first?.assessment == "Målet är uppnått")
    #expect(found.last?.target == nil)
  }

  @Test func aFigureMayBeToldLineByLine() throws {
    let found = try read(
      """
      Indikator: Andel elever som når målen
      Målvärde 2022: 90 %
      Utfall 2022: 84 %
      Utfall 2021: 81 %
      Bedömning: Delvis uppfyllt

      Antal inskrivna barn
      2020 345
      2021 351
      """)
    #expect(found.map(\.name) == ["Andel elever som når målen", "Antal inskrivna barn"])
    #expect(found.map(\.values) == [["2022": "84 %", "2021": "81 %"], ["2020": "345", "2021": "351"]])
    #expect(found.first?.target == "90 %" && found.first?.assessment == "Delvis uppfyllt")
  }

  @Test func eventsOfEachSexHaveTheYearBeforeBesideThem() throws {
    let found = try values(
      "2022 rapporterades 14 elevolyckor för flickor (11 olyckor 2021) och 19 elevolyckor för pojkar (23 olyckor 2021) som krävde vård.")
    #expect(
      found == [
        "elevolyckor som krävde vård, flickor": ["2022": "14", "2021": "11"],
        "elevolyckor som krävde vård, pojkar": ["2022": "19", "2021": "23"],
      ])
  }

  @Test(arguments: [
    (
      "Biblioteket - 71 % av flickorna och 64 % av pojkarna är nöjda med öppettiderna. 2021 låg andelen på 75 % av både flickor och pojkar.",
      [["2022": "71 %", "2021": "75 %"], ["2022": "64 %", "2021": "75 %"]]
    ),
    ("Andelen insamlat matavfall blev 61 procent. Året innan var andelen 58 procent.", [["2022": "61 procent", "2021": "58 procent"]]),
    ("Antalet låntagare uppgick till 4 120. Det är 140 låntagare fler än 2021 (3 980 låntagare).", [["2022": "4 120", "2021": "3 980"]]),
  ])
  func aLaterSentenceMayTellTheYearBefore(text: String, values: [[String: String]]) throws {
    #expect(try read(text).map(\.values) == values)
  }

  /// Which of two figures the later sentence is of cannot be told; nor is a count the year before of a share.
  @Test(arguments: [
    "71 % av flickorna och 64 % av pojkarna är nöjda med öppettiderna. 2021 låg andelen på 75 %.",
    "Andelen insamlat matavfall blev 61 procent. Året innan var antalet 5 800.",
  ])
  func anEarlierValueOfAnUncertainFigureIsNotGiven(text: String) throws {
    #expect(try read(text).allSatisfy { Array($0.values.keys) == ["2022"] })
  }

  @Test(arguments: [
    ("Andelen behöriga lärare var 71 % år 2020, 74 % år 2021 och 78 % år 2022.", ["2020": "71 %", "2021": "74 %", "2022": "78 %"]),
    ("Andelen fossilfria fordon uppgick till 64 % båda åren 2021 och 2022.", ["2021": "64 %", "2022": "64 %"]),
    (
      "Sjukfrånvaron inom gatuenheten har, från att 2018 ha legat på 5,9 %, ökat till som mest 9,5 % år 2020 och 2021.",
      ["2018": "5,9 %", "2020": "9,5 %", "2021": "9,5 %"]
    ),
  ])
  func aSentenceMayTellASeries(text: String, values: [String: String]) throws {
    #expect(try read(text).map(\.values) == [values])
  }

  @Test func theWholeAndItsPartsAreFiguresOfTheirOwn() throws {
    let found = try values("Under 2022 uppgick antalet kulturskoleelever till 248 barn, varav 151 flickor och 97 pojkar.")
    #expect(
      found == [
        "antalet kulturskoleelever": ["2022": "248"], "antalet kulturskoleelever, flickor": ["2022": "151"],
        "antalet kulturskoleelever, pojkar": ["2022": "97"],
      ])
  }

  @Test func theLineAboveNamesTheGroup() throws {
    let found = try read(
      """
      Grundskola
      6 % av eleverna har läst samiska.
      93 % av eleverna har läst ett modernt språk.
      Gymnasieskola
      7 % av eleverna har läst samiska.

      Sammanfattning
      81 % av eleverna är nöjda med maten.
      """)
    #expect(
      found.map(\.name) == [
        "Grundskola - eleverna har läst samiska", "Grundskola - eleverna har läst ett modernt språk",
        "Gymnasieskola - eleverna har läst samiska",
        "eleverna är nöjda med maten",
      ])
  }

  @Test func aBareMeasureIsNamedByItsGoalAndLeftOutWithoutOne() throws {
    let text = "Medeltalet för flickor är 9:12 timmar och för pojkar 8:40 timmar."
    let found = try read(
      "Mål 2, Skärmtid för flickor och pojkar i fritidshem ska vara högst 9 timmar.\nResultat\nMålet är delvis uppnått.\n\(text)")
    #expect(
      found.map(\.name) == ["Skärmtid i fritidshem - Medeltalet, flickor (mål 2)", "Skärmtid i fritidshem - Medeltalet, pojkar (mål 2)"])
    #expect(try read(text).isEmpty)
  }

  @Test func countsStandUnderTheLineThatNamesThem() throws {
    let found = try values(
      """
      Öppna tillsynsärenden per den 31 december 2021
      Totalt antal ärenden 41 st.
      Upp till tre månader 33 st.
      Mer än tre månader 8 st, varav två väntar på provsvar.
      """)
    #expect(
      found == [
        "Öppna tillsynsärenden per den 31 december - Totalt antal ärenden": ["2021": "41"],
        "Öppna tillsynsärenden per den 31 december - Upp till tre månader": ["2021": "33"],
        "Öppna tillsynsärenden per den 31 december - Mer än tre månader": ["2021": "8"],
      ])
  }

  @Test(arguments: [
    ("Ny gatubelysning har minskat elförbrukning med 18 % per år.", "Minskad elförbrukning per år genom Ny gatubelysning", "18 %"),
    ("Det finns 48 elever (21 flickor och 27 pojkar) i anpassad grundskola.", "elever i anpassad grundskola", "48"),
    ("54 % av de 66 kursdeltagarna är nybörjare.", "kursdeltagarna är nybörjare", "54 %"),
    ("Bokslutet visar ett underskott på 4 mnkr, vilket motsvarar en budgetavvikelse på 2,4 %.", "Avvikelse mot budget", "2,4 %"),
  ])
  func otherFormsOfSentences(text: String, name: String, value: String) throws {
    #expect(try values(text) == [name: ["2022": value]])
  }

  @Test func eachEndOfASpanIsOfItsUnit() throws {
    let found = try values("Sjukfrånvaron skiljer sig mellan enheterna, från 2,4 % inom administrationen till 9,8 % inom förskolan.")
    #expect(found == ["Sjukfrånvaro, administrationen": ["2022": "2,4 %"], "Sjukfrånvaro, förskolan": ["2022": "9,8 %"]])
  }

  @Test(arguments: [
    "Sjukfrånvaron var 0,8 procentenheter lägre än året före.", "Antalet utförda timmar var 9 procent fler än budgeterat.",
    "Antalet ärenden var 40 fler.", "Avvikelsen mot budget är 3 mnkr.", "Rikets meritvärde var 227.",
    "Sjukfrånvaron ökar från 6,4 procent 2022 till 9,1 procent 2033.",
  ])
  func aDifferenceASumAndWhatIsToComeAreNoFigures(_ text: String) throws { #expect(try values(text) == [:]) }

  @Test(arguments: [
    ("Kvinnors sjukfrånvaro var 8,1 procent.", "Kvinnors sjukfrånvaro", ["2022": "8,1 procent"]),
    ("Kommunens sjukfrånvaro var 7,4 procent.", "Sjukfrånvaro", ["2022": "7,4 procent"]),
    ("Sjukfrånvaron ökade till 8,1 procent.", "Sjukfrånvaro", ["2022": "8,1 procent"]),
    ("Antalet besök uppgick till 1 084, att jämföra med 1 128 år 2021.", "Antalet besök", ["2022": "1 084", "2021": "1 128"]),
  ])
  func aFigureIsOfThoseAndOfTheYearThatTheSentenceSays(text: String, name: String, years: [String: String]) throws {
    #expect(try values(text) == [name: years])
  }

  @Test func aShareOfEachSexIsItsOwnWhereTheVerbStandsBefore() throws {
    let found = try values("I särskilt boende var 79 procent av kvinnorna och 84 procent av männen nöjda med maten.")
    #expect(found == ["kvinnorna var nöjda med maten": ["2022": "79 procent"], "männen var nöjda med maten": ["2022": "84 procent"]])
  }
}
