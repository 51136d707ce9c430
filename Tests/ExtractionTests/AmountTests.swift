import Facts
import Foundation
import Testing

/// Sums of money in running text: exact, with the sign as written, and what cannot be told is said.
@Suite struct AmountTests {
  private func amounts(_ text: String) throws -> [Money] { try facts(report("Ekonomi\n\n" + text)).amounts }

  @Test(arguments: [
    ("Resultatet blev -11,2 mnkr.", "-11200000"), ("Överskottet mot budget (6,2mnkr) beror på vakanser.", "6200000"),
    ("Resultat - 506 tkr", "-506000"), ("Kostnaden ökade med 30,1 mkr.", "30100000"), ("Platsen kostar 3 500kr/dygn.", "3500"),
    ("Underskottet är 1431 tkr.", "1431000"), ("Underskottet är 9 164 tkr.", "9164000"),
    ("Insatsen kostar cirka två miljoner kr.", "2000000"),
    ("Nämnden avsätter 20 miljoner.", "20000000"), ("Avgiften är 118 kronor.", "118"), ("Intäkten blev 0,1 mnkr.", "100000"),
    ("Underskottet är 1 234 567,89 kronor.", "1234567.89"), ("Utfallet är −2,2 mnkr.", "-2200000"), ("Resultat +131 tkr.", "131000"),
    ("Skattesatsen är 21:90 kronor.", "21.90"),
  ])
  func theValueIsExact(text: String, value: String) throws {
    #expect(try amounts(text).map(\.valueSEK) == [Decimal(string: value)])
  }

  @Test func aSumBrokenByTheLineIsOne() throws {
    let found = try amounts(
      "Hemtjänsten visar under det gångna året ett underskott mot budget om totalt\n6 miljoner kronor, och staben ett resultat på\n- 221\ntkr."
    )
    #expect(found.map(\.valueSEK) == [6_000_000, -221_000])
  }

  @Test(arguments: [
    "Avvikelsen är 3 % mot budget.", "Antalet timmar var 1 431 under året.", "Kön är 345 platser.", "Kostnaden mäts i kr/inv.",
    "Året var 2023 och 2024 kommer.",
  ])
  func isNone(_ text: String) throws { #expect(try amounts(text).map(\.asWritten) == []) }

  @Test func aRangeIsNoNegativeSum() throws {
    let found = try amounts("Avgiften är 300 - 485 kronor.")
    #expect(!found.isEmpty && found.allSatisfy { ($0.valueSEK ?? 0) >= 0 })
  }

  @Test(arguments: [
    ("Hemtjänsten redovisar ett underskott på 1 753 tkr.", "underskott"), ("Staben redovisar ett överskott på 380 tkr.", "överskott"),
    ("Skolan redovisar en negativ avvikelse om -7 000 tkr.", "avvikelse"), ("Resultatet för enheten blev 131 tkr.", "resultat"),
    ("Avgiften är 300 kronor per månad.", "avgift"), ("Åtgärderna ger en besparing på 5 miljoner kronor.", "besparing"),
    ("Nämnden beviljar ett bidrag på 50 000 kronor.", "anslag"), ("Staten betalade en intäkt om 3 mnkr.", "intäkt"),
    ("Ramen landar på 397 433 tkr.", "budget"), ("Kostnader för sjuklön på 165 tkr tillkom.", "kostnad"),
    ("Skulpturen är värd 345 tkr.", "annat"),
  ])
  func theKindIsToldByTheWordsAround(text: String, kind: String) throws {
    #expect(try amounts(text).map(\.kind) == [kind])
  }

  @Test func eachSumOfASentenceIsItsOwn() throws {
    let found = try amounts("Hemtjänsten redovisar ett underskott på 1 753 tkr medan staben redovisar ett överskott på 380 tkr.")
    #expect(found.map(\.asWritten) == ["1 753 tkr", "380 tkr"] && found.map(\.kind) == ["underskott", "överskott"])
    #expect(found.map(\.subject) == ["Hemtjänsten", "staben"])
  }

  @Test func theSubjectIsTheHeadingWhereTheSumIsAllThereIs() throws {
    let text =
      "Ekonomi\n\nVerksamheten har under året vuxit med flera nya platser och fler anställda.\n\nHemsjukvård\n\nResultat +131 tkr.\n\nBesöken har blivit fler under året."
    let subjects = try facts(report(text)).amounts.map(\.subject)
    #expect(subjects == ["Hemsjukvård"])
  }

  @Test func theYearIsTheOneThatTheSentenceNamesElseTheReports() throws {
    #expect(try amounts("Underskottet var 5 tkr under 2021.").map(\.year) == [2021])
    #expect(try amounts("Underskottet var 5 tkr.").map(\.year) == [2023])
  }

  @Test(arguments: [
    ("Årets resultat uppgår till 23,4 mnkr (föregående år 31,0 mnkr).", [2023, 2022]),
    ("Skatteintäkterna blev 500 mnkr, föregående år 480 mnkr.", [2023, 2022]),
    ("Investeringarna uppgick till 84 mnkr (2021: 91 mnkr).", [2023, 2021]),
    ("Resultatet blev 23,4 mnkr (31,0 mnkr 2021).", [2023, 2021]),
    ("Kostnaderna för 2021 blev 7 000 tkr och för 2022 8 000 tkr.", [2021, 2022]),
    ("Kostnaderna ökade från 31 mnkr föregående år till 35 mnkr.", [2022, 2023]),
    ("Kostnaderna blev 35 mnkr, 4 mnkr högre än föregående år.", [2023, 2023]),
    ("Kostnaderna blev 35 mnkr (2021).", [2021]), ("Hyran var 8 mnkr (fg år 7 mnkr).", [2023, 2022]),
    ("Elen kostade 8 mnkr (f.å. 7,5 mnkr).", [2023, 2022]),
    ("Under 2022 var elkostnaden 6,7 mnkr och 2023 var den 7,7 mnkr.", [2022, 2023]),
    ("Resultatet är 3 mnkr lägre än 2021 års resultat som var 51,7 mkr.", [2023, 2021]),
    ("Resultatet är 4,4 mnkr lägre än 2022 då det uppgick till 9,9 mnkr.", [2023, 2022]),
    ("Bygget kostade 3 112 tkr mot budgeterade 3 500 tkr; av detta begärs 300 tkr överfört till 2024.", [2023, 2023, 2024]),
    ("Kostnaden uppgick till 5 118 tkr, jämfört med 4 205 tkr samma period föregående år.", [2023, 2022]),
    ("Hittills har 61 mnkr använts, att jämföra med 74 mnkr samma period 2022.", [2023, 2022]),
    ("Periodens resultat är 31 mnkr, jämfört med 44 mnkr för motsvarande period förra året.", [2023, 2022]),
    ("Motsvarande period 2022 visade ett överskott på 4 mnkr medan årets period visar ett underskott på 2 mnkr.", [2022, 2023]),
    ("År 2022 var kostnaden 15 mnkr, 2023 steg den till 18 mnkr.", [2022, 2023]),
    ("Personalkostnaderna har ökat från 151 mnkr till 162 mnkr.", [nil, 2023]),
    ("Under 2023 sjönk kostnaden kraftigt från drygt 40 mnkr till 35 mnkr.", [nil, 2023]),
    ("Avgiften höjs från 300 kronor till 400 kronor.", [2023, 2023]),
    ("Kommunfullmäktige 2021-11-29 § 140 Avgiften höjs till 260 kronor i månaden.", [2023]),
  ])
  func aYearBelongsToTheSumThatItStandsBeside(text: String, years: [Int?]) throws {
    #expect(try amounts(text).map(\.year) == years)
  }

  @Test func theYearsResultIsOfTheYearThatTheParagrafTellsOf() throws {
    let facts = try facts(minutes("Årets resultat uppgår till 412 mnkr.", title: "Årsredovisning 2022"))
    #expect(facts.amounts.map(\.year) == [2022])
  }

  @Test func ofWhichYearAParenthesisIsNeedNotBeTold() throws {
    let facts = try facts(minutes("Kostnaden för hyrpersonal uppgick till 13,9 mnkr under perioden (21,6 mnkr)."))
    #expect(facts.amounts.map(\.year) == [2024, nil])
  }

  @Test func aParagrafAboutNextYearsBudgetTellsOfThatYear() throws {
    let text = minutes("Beslut\nSocialnämnden godkänner ett resultat på 14 mnkr.", title: "Budget 2025 med plan för 2026–2027")
    #expect(try facts(text).amounts.map(\.year) == [2025])
  }

  @Test func aSumWhoseValueCannotBeToldIsADoubtAndNotAGuess() throws {
    let found = try facts(report("Ekonomi\n\nPersonen betalade X XXX kronor och fick 12 34 5 tkr åter."))
    #expect(found.amounts.allSatisfy { $0.valueSEK == nil || found.doubts.isEmpty == false || $0.asWritten != "12 34 5 tkr" })
    for amount in found.amounts where amount.valueSEK == nil { #expect(found.doubts.contains { $0.message.contains(amount.asWritten) }) }
  }

  @Test func aSumAloneInParenthesesIsOfAYearThatOnlyTheDocumentCanTell() throws {
    let text = "Skatteintäkterna uppgick till 148,7 mnkr (121,3 mnkr)."
    #expect(try amounts(text).map(\.year) == [2023, nil])
    #expect(try amounts("Siffror inom parentes avser föregående år.\n\n" + text).map(\.year) == [2023, 2022])
  }

  @Test(arguments: [
    ("Vården visar -3,3 mnkr, kulturen +1,1 mnkr.", ["underskott", "överskott"]), ("Hemtjänsten redovisar +2,5 mnkr.", ["överskott"]),
    ("Skolan går plus 0,8 mnkr.", ["överskott"]), ("Hemtjänsten gick 3 mnkr back.", ["underskott"]),
    ("Utfallet för perioden januari till augusti är ett underskott på 2 mnkr.", ["underskott"]),
    ("Resultatet för perioden januari–augusti uppgår till 15,8 mnkr.", ["resultat"]),
    ("Skolan har ett underskott på +2 mnkr mot budget.", ["underskott"]), ("Nettoinvesteringarna uppgick till 302 mnkr.", ["kostnad"]),
    ("Av investeringsbudgeten på 410 mnkr förbrukades 74 procent.", ["budget"]),
    ("Bygget kostade 31 mnkr mot budget 58 mnkr.", ["kostnad", "budget"]), ("Marken köps för en köpeskilling om 2 mnkr.", ["kostnad"]),
    ("Av underskottet beror 1,1 mnkr på fler beviljade timmar och 2,1 mnkr på sjukfrånvaro.", ["underskott", "underskott"]),
  ])
  func signsAndPeriodsDoNotChangeTheKind(text: String, kinds: [String]) throws {
    #expect(try amounts(text).map(\.kind) == kinds)
  }

  @Test(arguments: [
    ("Underskottet beror på socialnämnden 12,1 mnkr och barn- och utbildningsnämnden 6,0 mnkr.", "barn- och utbildningsnämnden"),
    ("Likvida medel uppgick vid årets slut till 31 mnkr.", "Likvida medel"),
    ("Kommunstyrelsen visar ett överskott med 2,3 mnkr.", "Kommunstyrelsen"),
    ("Förskolan redovisar +5,1 mnkr till följd av färre barn än beräknat.", "Förskolan"),
    ("Elen blev dyrare på grund av höga priser på el. Elnätet kostade 8 mnkr.", "Elnätet"),
  ])
  func aNameIsWholeAndNoTime(text: String, subject: String) throws {
    #expect(try amounts(text).last?.subject == subject)
  }

  @Test(arguments: [("Budget 2025", 2025), ("Fossilfri kommun 2030", 2024), ("Vision 2040", 2024)])
  func theYearOfAGoalFarOffIsNotThatOfTheSumsBelowIt(title: String, year: Int) throws {
    #expect(try facts(minutes("Kostnaden för bränsle har ökat med 640 tkr.", title: title)).amounts.map(\.year) == [year])
  }
}
