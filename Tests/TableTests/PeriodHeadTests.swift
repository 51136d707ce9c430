import Facts
import Testing

/// Years, months and dates as the names of columns.
struct PeriodHeadTests {
  @Test(
    "Samma årtal under två namn är ett huvud",
    arguments: [("Kommunen", "Koncernen"), ("Kvinnor", "Män"), ("Utfall", "Mål"), ("Kommunen", "Riket")])
  func yearsAgain(first: String, second: String) throws {
    let text = """
      Björkmåla kommun
      Årsredovisning 2023

      Förvaltningarna

                                        \(first)             \(second)
      Förvaltning                    2023     2022       2023     2022
      Vård                            9,8     10,9        6,9      8,0
      Skola                           7,2      8,1        4,9      5,4
      Teknik                          6,6      7,0        4,4      5,2
      """
    let table = try #require(try Sample(text: text).facts.tables.first)
    #expect(table.columns == ["\(first) 2023", "\(first) 2022", "\(second) 2023", "\(second) 2022"])
    #expect(table.rows.map(\.label) == ["Vård", "Skola", "Teknik"])
  }

  @Test(
    "Månader och datum i siffror hör till namnen ovanför",
    arguments: [("202408", "202308"), ("240831", "230831"), ("2408", "2308"), ("2024-08", "2023-08")])
  func periodsBelowNames(own: String, before: String) throws {
    let table = try Sheet.table(
      [
        [.left(40, "Nämnd"), .right(240, "Utfall"), .right(300, "Utfall"), .right(360, "Budget"), .right(440, "Avvikelse")],
        [.right(240, own), .right(300, before), .right(360, "2024")],
      ], [240, 300, 360, 440])
    #expect(table.columns == ["Utfall \(own)", "Utfall \(before)", "Budget 2024", "Avvikelse"])
    #expect(table.rows.count == 3)
    #expect(table.meanings.map { $0?.year }.prefix(3) == [2024, 2023, 2024])
    #expect(table.meanings.first.flatMap { $0?.isPeriod } == true)
  }

  @Test("Datum utan streck är namn på kolumner, också utan namn ovanför")
  func datesWithoutDashes() throws {
    let table = try Sheet.table([[.left(40, "Mnkr"), .right(300, "231231"), .right(380, "221231")]], [300, 380])
    #expect(table.columns == ["231231", "221231"])
    #expect(table.rows.map(\.label) == ["Kommunstyrelsen", "Socialnämnden", "Summa"])
  }

  @Test("Rubriker mellan huvudets datum och de första talen skiljer dem inte åt")
  func headingsBelowDates() throws {
    let sheet = Sheet().row(at: 80, [.left(40, "Balansräkning")], isBold: true)
      .row(at: 98, [.left(40, "Mnkr"), .right(300, "Not"), .right(380, "2023-12-31"), .right(460, "2022-12-31")], isBold: true)
      .row(at: 114, [.left(40, "TILLGÅNGAR")], isBold: true)
      .row(at: 130, [.left(40, "Materiella tillgångar")])
      .row(at: 146, [.left(40, "Mark"), .right(300, "9"), .right(380, "1 104,3"), .right(460, "1 021,8")])
      .row(at: 162, [.left(40, "Inventarier"), .right(300, "10"), .right(380, "61,5"), .right(460, "58,2")])
    let table = try #require(try Sample([sheet.result]).facts.tables.first)
    #expect(table.columns == ["Not", "2023-12-31", "2022-12-31"])
    #expect(table.rows.map(\.label) == ["TILLGÅNGAR", "Materiella tillgångar", "Mark", "Inventarier"])
  }

  @Test(
    "En enhet under ett namn hör till huvudet, också där den andra raden annars är månader",
    arguments: [("%", "Förändr."), ("mnkr", "Diff"), ("%", "Ökning")])
  func unitBelowAName(unit: String, name: String) throws {
    let table = try Sheet.table(
      [
        [.left(40, "Nämnd"), .right(240, "Utfall"), .right(300, "Utfall"), .right(360, name), .right(440, "Avvikelse")],
        [.right(240, "2504"), .right(300, "2404"), .right(360, unit)],
      ], [240, 300, 360, 440])
    #expect(table.columns == ["Utfall 2504", "Utfall 2404", "\(name) \(unit)", "Avvikelse"])
    #expect(table.rows.count == 3)
  }

  @Test("Månader i fyra siffror bland namn på kolumner är namn")
  func shortMonthsAmongNames() throws {
    let table = try Sheet.table(
      [[.right(200, "2408"), .right(260, "2308"), .right(310, "Diff"), .right(400, "Budget 2024")]], [200, 260, 310, 400])
    #expect(table.columns == ["2408", "2308", "Diff", "Budget 2024"])
    #expect(table.rows.count == 3)
  }

  @Test("Namn av en rad vid årtalens höjd, och den andra halvan av ett delat namn, hör till huvudet")
  func namesBesideMonths() throws {
    let table = try Sheet.table(
      [
        [.right(200, "Utfall"), .right(260, "Budget"), .right(410, "Prognos-"), .right(480, "Utfall")],
        [
          .left(40, "Tkr"), .right(200, "2408"), .right(260, "2408"), .right(330, "Avvikelse"), .right(410, "avvikelse"),
          .right(480, "2308"),
        ],
      ], [200, 260, 330, 410, 480])
    #expect(table.columns == ["Utfall 2408", "Budget 2408", "Avvikelse", "Prognosavvikelse", "Utfall 2308"])
    #expect(table.rows.count == 3 && table.unit == "tkr")
    #expect(table.meanings.map { $0?.year } == [2024, 2024, nil, nil, 2023])
  }

  @Test("Tal under namn på kolumner är tal, också bredvid ord i små bokstäver")
  func figuresBelowNames() throws {
    let sheet = Sheet().row(at: 80, [.left(40, "Driftredovisning, tkr")], isBold: true)
      .row(at: 98, [.right(300, "Utfall"), .right(400, "Budget"), .left(440, "Orsak")], isBold: true)
      .row(at: 111, [.left(40, "Vård"), .right(300, "2408"), .right(400, "2308"), .left(440, "enligt plan")])
      .row(at: 124, [.left(40, "Skola"), .right(300, "1711"), .right(400, "1650"), .left(440, "enligt plan")])
    let table = try #require(try Sample([sheet.result]).facts.tables.first)
    #expect(table.columns == ["Utfall", "Budget", "Orsak"] && table.rows.map(\.label) == ["Vård", "Skola"])
  }

  @Test("Ett datum som en smal kolumn delat på två rader är ett datum", arguments: [("2023-12-", "31"), ("2023-", "12-31")])
  func brokenDates(upper: String, lower: String) throws {
    let before = upper.replacing("2023", with: "2022")
    let table = try Sheet.table(
      [
        [.left(265, "Kommunen"), .left(385, "Koncernen")],
        [.right(310, upper), .right(370, before), .right(430, upper), .right(490, before)],
        [.left(40, "Belopp i tkr"), .left(210, "Not"), .right(310, lower), .right(370, lower), .right(430, lower), .right(490, lower)],
      ], [225, 310, 370, 430, 490], top: 88)
    let dates = ["Kommunen 2023-12-31", "Kommunen 2022-12-31", "Koncernen 2023-12-31", "Koncernen 2022-12-31"]
    #expect(table.columns == ["Not"] + dates)
    #expect(table.rows.map(\.label) == ["Kommunstyrelsen", "Socialnämnden", "Summa"] && table.unit == "tkr")
  }
}
