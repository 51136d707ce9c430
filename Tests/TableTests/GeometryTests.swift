import Facts
import Testing

/// Tables are read by where their cells stand on the page.
struct GeometryTests {
  private let money = Sheet()
    .row(at: 80, [.left(60, "Resultaträkning")], isBold: true)
    .row(at: 92, [.left(60, "(tkr)")])
    .row(at: 106, [.right(300, "Utfall"), .right(380, "Budget"), .right(460, "Avvikelse")], isBold: true)

  @Test("Tusental skiljs från kolumner, och en tom cell är tom")
  func thousandsAndEmptyCells() throws {
    let page =
      money
      .row(at: 124, [.left(60, "Intäkter"), .right(300, "12 450"), .right(380, "11 000"), .right(460, "1 450")])
      .row(at: 140, [.left(60, "Bidrag"), .right(380, "-125"), .right(460, "125")])
      .row(at: 156, [.left(60, "Summa"), .right(300, "12 450"), .right(380, "10 875"), .right(460, "1 575")])
    let table = try #require(try Sample([page.result]).facts.tables.first)
    #expect(table.title == "Resultaträkning")
    #expect(table.unit == "tkr")
    #expect(table.columns == ["Utfall", "Budget", "Avvikelse"])
    #expect(table.rows.map(\.label) == ["Intäkter", "Bidrag", "Summa"])
    #expect(table.rows.map(\.values) == [["12 450", "11 000", "1 450"], [nil, "-125", "125"], ["12 450", "10 875", "1 575"]])
    #expect(table.legible)
  }

  @Test("En etikett på två rader är en rad i tabellen")
  func labelOverTwoLines() throws {
    let page =
      money
      .row(at: 124, [.left(60, "Kultur och fritid med"), .right(300, "450"), .right(380, "400"), .right(460, "50")])
      .row(at: 134, [.left(60, "simhallen")])
      .row(at: 150, [.left(60, "Skola"), .right(300, "1 200"), .right(380, "1 100"), .right(460, "100")])
    let table = try #require(try Sample([page.result]).facts.tables.first)
    #expect(table.rows.map(\.label) == ["Kultur och fritid med simhallen", "Skola"])
    #expect(table.rows[0].values == ["450", "400", "50"])
  }

  @Test("Ett streck som skjuter undan talen ger inget tal ett annat år än sitt eget")
  func shovedRow() throws {
    let text = """
      Björkmåla kommun
      Årsredovisning 2022

      Nyckeltal

      Namn                          2018      2019      2020   2021   2022
      Andel nöjda, andel (%)        71 %      72 %      ---------   77 %   80 %
      Andel trygga, andel (%)       61 %      62 %      ---------   67 %   70 %
      """
    let facts = try Sample(text: text).facts
    #expect(
      facts.indicators.map(\.values) == [
        ["2018": "71 %", "2019": "72 %", "2021": "77 %", "2022": "80 %"], ["2018": "61 %", "2019": "62 %", "2021": "67 %", "2022": "70 %"],
      ])
  }

  @Test("Där fler årtal än kolumner står är inget tal av ett visst år")
  func moreYearsThanColumns() throws {
    let text = """
      Björkmåla kommun
      Årsredovisning 2022

      Nyckeltal

      Namn                          2018      2019      2020   2021   2022
      Andel nöjda, andel (%)        71 %      72 %      ------------------
      Andel trygga, andel (%)       61 %      62 %      ------------------
      """
    let facts = try Sample(text: text).facts
    #expect(facts.indicators.allSatisfy { $0.values.keys.allSatisfy { ["2018", "2019"].contains($0) } })
    #expect(facts.tables.map(\.legible) == [false])
  }

  @Test("Kolumnhuvuden i två nivåer sätts ihop")
  func twoLevels() throws {
    let page = Sheet()
      .row(at: 80, [.left(250, "Period"), .left(410, "Helår")], isBold: true)
      .row(at: 98, [.right(280, "Utfall"), .right(360, "Budget"), .right(440, "Utfall"), .right(520, "Budget")], isBold: true)
      .row(at: 116, [.left(60, "Intäkter"), .right(280, "10"), .right(360, "12"), .right(440, "30"), .right(520, "36")])
      .row(at: 132, [.left(60, "Kostnader"), .right(280, "-9"), .right(360, "-12"), .right(440, "-29"), .right(520, "-36")])
    let table = try #require(try Sample([page.result]).facts.tables.first)
    #expect(table.columns == ["Period Utfall", "Period Budget", "Helår Utfall", "Helår Budget"])
  }

  @Test("En tabell som fortsätter under samma huvud på nästa sida är en tabell")
  func overPageBreak() throws {
    let head: [Sheet.Cell] = [.right(300, "2022"), .right(380, "2023")]
    let first = Sheet().row(at: 700, [.left(60, "Nyckeltal")], isBold: true).row(at: 716, head, isBold: true)
      .row(at: 734, [.left(60, "Elever, antal"), .right(300, "512"), .right(380, "498")])
    let second = Sheet(number: 2).row(at: 90, head, isBold: true)
      .row(at: 108, [.left(60, "Barn, antal"), .right(300, "201"), .right(380, "190")])
    let facts = try Sample([first.result, second.result]).facts
    #expect(facts.tables.count == 1)
    #expect(facts.tables.first?.rows.map(\.label) == ["Elever, antal", "Barn, antal"])
    #expect(facts.indicators.map(\.values) == [["2022": "512", "2023": "498"], ["2022": "201", "2023": "190"]])
  }

  @Test("Nyckeltal per år tas med mål och bedömning; streck är inget värde, och pengar är inga nyckeltal")
  func indicators() throws {
    let page = Sheet()
      .row(at: 80, [.left(60, "Nyckeltal")], isBold: true)
      .row(at: 98, [.right(260, "2022"), .right(340, "2023"), .right(420, "Riktvärde"), .left(450, "Bedömning")], isBold: true)
      .row(
        at: 116,
        [.left(60, "Sjukfrånvaro, andel"), .right(260, "8,9 %"), .right(340, "8,1 %"), .right(420, "7,5 %"), .left(450, "Ej uppnått")]
      )
      .row(
        at: 132, [.left(60, "Trygghetslarm, antal"), .right(260, "----"), .right(340, "412"), .right(420, "400"), .left(450, "Uppnått")]
      )
      .row(at: 200, [.left(60, "Nettokostnad (tkr)")], isBold: true)
      .row(at: 218, [.right(260, "2022"), .right(340, "2023")], isBold: true)
      .row(at: 236, [.left(60, "Skola"), .right(260, "12 400"), .right(340, "12 900")])
      .row(at: 252, [.left(60, "Omsorg"), .right(260, "22 400"), .right(340, "23 900")])
    let facts = try Sample([page.result]).facts
    #expect(facts.tables.count == 2)
    #expect(facts.indicators.map(\.name) == ["Sjukfrånvaro, andel", "Trygghetslarm, antal"])
    #expect(facts.indicators.map(\.values) == [["2022": "8,9 %", "2023": "8,1 %"], ["2023": "412"]])
    #expect(facts.indicators.map(\.target) == ["7,5 %", "400"])
    #expect(facts.indicators.first?.assessment == "Ej uppnått")
  }

  @Test("Löpande text med tal är ingen tabell")
  func runningText() throws {
    let page = Sheet()
      .row(at: 80, [.left(60, "Utfallet blev 12 450 tkr och budgeten var 11 000 tkr under året 2023.")])
      .row(at: 92, [.left(60, "Avvikelsen är 1 450 tkr, vilket är mer än 2022.")])
    #expect(try Sample([page.result]).facts.tables.isEmpty)
  }

  @Test("Ett tal som en smal kolumn delat är ett, också bredvid en etikett på två rader")
  func numberAndLabelOverTwoLines() throws {
    let page = Sheet().row(at: 80, [.left(60, "Händelser")], isBold: true)
      .row(at: 98, [.left(60, "Typ"), .left(240, "2022"), .left(320, "2023"), .left(400, "2024")], isBold: true)
      .row(at: 114, [.left(60, "Händelser i hemmet och"), .left(320, "1"), .left(400, "2")])
      .row(at: 124, [.left(60, "utomhus"), .left(240, "1 310"), .left(320, "077"), .left(400, "140")])
      .row(at: 140, [.left(60, "Fall"), .left(240, "410"), .left(320, "380"), .left(400, "366")])
      .row(at: 156, [.left(60, "Brand"), .left(240, "22"), .left(320, "25"), .left(400, "21")])
    let table = try #require(try Sample([page.result]).facts.tables.first)
    #expect(table.rows.map(\.label) == ["Händelser i hemmet och utomhus", "Fall", "Brand"])
    #expect(table.rows.first?.values == ["1 310", "1 077", "2 140"])
  }

  @Test("En sista kolumn med namn på två rader tar inte tabellen med sig")
  func wordsBelowANameOfTwoLines() throws {
    let page = Sheet().row(at: 80, [.left(60, "Resultat")], isBold: true)
      .row(at: 98, [.left(400, "Mål"), .left(460, "Målet")], isBold: true)
      .row(
        at: 110,
        [.left(60, "Indikator")] + [.left(280, "2022"), .left(320, "2023"), .left(360, "2024"), .left(400, "2024"), .left(460, "uppnått")],
        isBold: true
      )
      .row(at: 126, [.left(60, "Andel hembesök som gjorts inom")])
      .row(
        at: 136,
        [.left(60, "samma vecka (%)"), .left(280, "79,0"), .left(320, "8,4"), .left(360, "6,3"), .left(400, "85"), .left(460, "Ja")]
      )
      .row(at: 152, [.left(60, "Andel provtagna bland dem som")])
      .row(
        at: 162,
        [.left(60, "flyttat in (%)"), .left(280, "17,8"), .left(320, "8,1"), .left(360, "6,2"), .left(400, "16"), .left(460, "Nej")])
    let table = try #require(try Sample([page.result]).facts.tables.first)
    #expect(table.columns == ["2022", "2023", "2024", "Mål 2024", "Målet uppnått"])
    #expect(table.rows.map(\.label) == ["Andel hembesök som gjorts inom samma vecka (%)", "Andel provtagna bland dem som flyttat in (%)"])
  }

  @Test("Målets bedömning ovanför en tabell är inte tabellens rubrik", arguments: ["Uppfylls delvis", "Ej uppnått"])
  func assessmentAboveATable(text: String) throws {
    let page = Sheet().row(at: 84, [.left(60, text)])
      .row(at: 100, [.left(60, "Indikator"), .right(320, "2023"), .right(400, "2024")], isBold: true)
      .row(at: 116, [.left(60, "Andel hela broar"), .right(320, "71"), .right(400, "68")])
      .row(at: 132, [.left(60, "Andel hela vägar"), .right(320, "49"), .right(400, "44")])
    let table = try #require(try Sample([page.result]).facts.tables.first)
    #expect(table.title == nil && table.columns == ["2023", "2024"])
  }

  @Test("Nämndens mål och deras prognos i ord är en tabell", arguments: ["Nämndmål", "Verksamhetsmål", "Inriktningsmål"])
  func goalsAndForecast(name: String) throws {
    let page = Sheet().row(at: 80, [.left(60, "Uppföljning av nämndens mål")], isBold: true)
      .row(at: 98, [.left(60, name), .left(360, "Prognos för året")], isBold: true)
      .row(at: 114, [.left(60, "Alla broar ska vara hela"), .left(360, "Kommer delvis att uppnås")])
      .row(at: 130, [.left(60, "Alla parker ska vara belysta"), .left(360, "Kommer inte att uppnås")])
    let facts = try Sample([page.result]).facts
    #expect(facts.tables.first?.rows.map(\.label) == ["Alla broar ska vara hela", "Alla parker ska vara belysta"])
    #expect(facts.goals.map(\.outcomeAsWritten) == ["Kommer delvis att uppnås", "Kommer inte att uppnås"])
  }
}
