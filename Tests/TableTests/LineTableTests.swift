import Facts
import Testing

/// Tables that came out as lines are read where one reading is left.
struct LineTableTests {
  @Test("Kolumnernas räkning avgör hur tusental delas")
  func arithmeticDecides() throws {
    let text = """
      Resultaträkning
      Konto Utfall Budget Avvikelse
      Intäkter 146 441 114 227 32 214
      Personal -652 202 -639 978 -12 224
      Lokaler -74 752 -48 420 -26 332
      Material 1 200 1 000 200
      """
    let table = try #require(try Sample(text: text).facts.tables.first)
    #expect(table.columns == ["Utfall", "Budget", "Avvikelse"])
    #expect(table.rows.map(\.label) == ["Intäkter", "Personal", "Lokaler", "Material"])
    #expect(table.rows.first?.values == ["146 441", "114 227", "32 214"])
    #expect(table.legible)
  }

  @Test("Fyller en rad inte alla kolumner kan en annan ha lika många tal som kolumner och ändå tomma celler")
  func countingFiguresIsNotEnough() throws {
    let text = """
      Nyckeltal för socialnämnden
      Nyckeltal 2020 2021 2022 Mål 2022
      Brukare i hemtjänsten, antal 196 201 208
      Väntetid till boende, dagar 48 61 57 45
      Sjukfrånvaro, andel 9,8 % 10,3 % 9,9 % 8,5 %
      Kostnad per brukare, kr 312 800 324 100
      """
    let facts = try Sample(text: text).facts
    #expect(facts.tables.first?.legible == false && facts.tables.first?.rows.last?.values == [nil, nil, nil, nil])
    #expect(facts.tables.first?.rows.map { $0.values.first ?? nil } == [nil, "48", "9,8 %", nil])
    #expect(!facts.indicators.contains { $0.name.hasPrefix("Kostnad") })
  }

  @Test("Kolumnnamn i två rader som kom ut en efter en är inte dubbelt så många kolumner")
  func namesThatCameOutOneAfterTheOther() throws {
    let names = [
      "Intäkter", "Budget", "Intäkter", "Redov.", "Intäkter", "Avvik.", "Kostnader", "Budget", "Kostnader", "Redov.", "Kostnader", "Avvik.",
    ]
    let rows = ["Ledning och admin. -1 630 -927 -703 33 397 34 887 -1 490 -2 194", "Boende -18 090 -12 923 -5 167 28 157 22 715 5 442 275"]
    let text = "Bokslutsrapport 2023\n(tkr)\n" + (names + ["Resultat"] + rows).joined(separator: "\n")
    let tables = try Sample(text: text).facts.tables
    #expect(tables.allSatisfy { !$0.legible && $0.rows.allSatisfy { $0.values.allSatisfy { $0 == nil } } })
  }

  @Test("Enheten står i huvudet, ensam eller efter tabellens namn", arguments: ["(tkr)", "Tkr", "Belopp i tkr", "Driftredovisning (tkr)"])
  func unitInTheHead(_ head: String) throws {
    let rows = [(head, "2023 ", "2022 "), ("Skolan", "245,3", "230,1"), ("Omsorgen", "888,9", "201,4"), ("Vägarna", "821,0", "790,5")]
    let text = rows.map { $0.0 + String(repeating: " ", count: 30 - $0.0.count) + $0.1 + "      " + $0.2 }.joined(separator: "\n")
    let table = try #require(try Sample(text: text).facts.tables.first)
    #expect(table.unit == "tkr" && table.columns == ["2023", "2022"])
  }

  @Test("En rad som kan delas på flera sätt lämnas tom, och tabellen säger det")
  func ambiguousRowIsLeftOut() throws {
    let text = """
      Enhet Platser Volym 2022 Antal
      Skogsbacken 12 345 678 910
      Ängsgården 5 6 7
      """
    let table = try Sample(text: text).facts.tables.first { $0.rows.contains { $0.label == "Skogsbacken" } }
    if let row = table?.rows.first(where: { $0.label == "Skogsbacken" }) { #expect(row.values.allSatisfy { $0 == nil }) }
    #expect(table?.legible != true)
  }

  @Test("Ett tal på två rader är ett tal")
  func numberOverTwoLines() throws {
    let text = """
      Enhet Utfall Budget Avvikelse
      Hemtjänst -399
      698
      -389 950 -9 748
      Skola -56 813 -46 175 -10 638
      """
    let table = try #require(try Sample(text: text).facts.tables.first)
    #expect(table.rows.map(\.values) == [["-399 698", "-389 950", "-9 748"], ["-56 813", "-46 175", "-10 638"]])
  }

  @Test("Ett värde i ord som bröts av raden är ett värde")
  func brokenWords() throws {
    let text = """
      Nyckeltal 2021 2022 2023 Bedömning
      Väntetid till boende 82 56 51 Nära
      värde
      Nöjda brukare -
      helheten 71 70 74 Ej
      accepterat värde
      """
    let table = try #require(try Sample(text: text).facts.tables.first)
    #expect(table.rows.map(\.label) == ["Väntetid till boende", "Nöjda brukare - helheten"])
    #expect(table.rows.map(\.values) == [["82", "56", "51", "Nära värde"], ["71", "70", "74", "Ej accepterat värde"]])
  }

  @Test("En andel har inga tusental: det avgör var tomma celler gick förlorade")
  func sharesDecide() throws {
    let text = """
      Indikator Kön 2020 2021 2022 2023 Bedömning
      Följsamhet till rutiner,
      andel (%)
      50 78 69 100 Ökar
      Antal dygn
      150 178 169 300 Ökar
      """
    let table = try #require(try Sample(text: text).facts.tables.first)
    #expect(table.rows.first?.values == [nil, "50", "78", "69", "100", "Ökar"])
    #expect(table.rows.last?.values.allSatisfy { $0 == nil } == true)
    #expect(table.legible == false)
  }

  @Test("En tabell vars celler kom i oordning sägs finnas, utan rader")
  func disorder() throws {
    let text = """
      Utfallet redovisas nedan.
      Redov. Avvik. Budget Redov. Avvik.Budget
      1 086 1 3070 0007 Nämnd 0 -221 -221
      33 397 34 887-1 630 -927197 Ledning -703 -1 490 -2 194
      """
    let facts = try Sample(text: text).facts
    #expect(facts.tables.map(\.legible) == [false] && facts.tables.first?.rows.isEmpty == true)
    #expect(facts.doubts.contains { $0.message.contains("kan inte läsas säkert") })
  }

  @Test("Rader med datum och status läses mellan sina kommentarer")
  func rowsBetweenComments() throws {
    let text = """
      Uppdrag från nämnden Startdatum Slutdatum Status
      Översyn av lokaler
      2022-01-10 2023-06-30 Pågår
      Kommentar: Arbetet har börjat och väntas bli klart
      under hösten enligt planen.
      Strategi för digitala tjänster inom
      hela förvaltningen
      2022-03-01 2023-12-31 Ej
      påbörjad
      """
    let table = try #require(try Sample(text: text).facts.tables.first)
    #expect(table.rows.map(\.label) == ["Översyn av lokaler", "Strategi för digitala tjänster inom hela förvaltningen"])
    #expect(table.rows.map(\.values) == [["2022-01-10", "2023-06-30", "Pågår"], ["2022-03-01", "2023-12-31", "Ej påbörjad"]])
  }

  @Test("Mål och bedömning mellan löpande text är rader; samma ord i en mening är det inte")
  func assessmentsBetweenText() throws {
    let text = """
      Nämndens mål Bedömning
      Gästerna ska trivas i köket och
      komma tillbaka till oss
      Delvis uppfyllt
      Bedömningen bygger på att målet nu bedöms vara delvis uppfyllt
      och att arbetet fortsätter.
      Ekonomi i balans I hög grad uppfyllt
      """
    let table = try #require(try Sample(text: text).facts.tables.first)
    #expect(table.rows.map(\.label) == ["Gästerna ska trivas i köket och komma tillbaka till oss", "Ekonomi i balans"])
    #expect(table.rows.map(\.values) == [["Delvis uppfyllt"], ["I hög grad uppfyllt"]])
  }

  @Test(
    "En rubrik med nummer är inget huvud, fast den heter som en kolumn",
    arguments: ["2 Måluppfyllelse", "3.1 Bedömning", "Mål och Måluppfyllelse"])
  func aHeadingIsNoHead(_ heading: String) throws {
    let text = """
      \(heading)

      Mål 1: Gästerna ska trivas i köket
      Bedömning: Uppfyllt

      Mål 2: Nämnden ska ha en ekonomi i balans
      Måluppfyllelsen bedöms som delvis uppfylld.
      """
    let facts = try Sample(text: text).facts
    #expect(facts.tables.isEmpty)
    #expect(facts.goals.map(\.text) == ["Gästerna ska trivas i köket", "Nämnden ska ha en ekonomi i balans"])
    #expect(facts.goals.map(\.outcome) == ["uppnått", "delvis_uppnått"])
  }

  @Test("Kolumner med en del av året, andra kommuner och år som rader")
  func columnsOfFigures() throws {
    let parts = """
      Nyckeltal för förskolan
      Mått Utfall 2021 Utfall 2022 Mål 2023
      Antal barn 345 351 360
      Antal avdelningar 21 22 22
      """
    #expect(try Sample(text: parts).facts.indicators.map(\.values) == [["2021": "345", "2022": "351"], ["2021": "21", "2022": "22"]])
    #expect(try Sample(text: parts).facts.indicators.map(\.target) == ["360", "22"])
  }
}
