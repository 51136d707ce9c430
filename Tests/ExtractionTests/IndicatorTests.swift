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
}
