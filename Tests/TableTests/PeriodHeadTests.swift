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
}
