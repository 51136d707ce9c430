import Facts
import Testing

/// What stands beside a table, and beside its rows.
struct BesideTests {
  private func tables(_ page: Sheet) throws -> [TableFacts] { try Sample([page.result]).facts.tables }

  private static let prose = [
    "Resultatet är bättre än vad som var beräknat,", "och förklaringen är högre intäkter av skatt.",
    "Nämndernas samlade avvikelse är negativ.",
    "Socialnämnden har det största underskottet,", "som beror på fler placeringar än planerat.",
  ]

  @Test("En text till vänster om en tabell ger inte raderna deras namn")
  func proseToTheLeft() throws {
    let rows = [("Skolan", "4,1", "2,8"), ("Vården", "-2,7", "1,3"), ("Kulturen", "-4,9", "-6,2"), ("Summa", "-3,5", "-2,1")]
    var page = Sheet().row(at: 100, [.left(40, Self.prose[0]), .left(320, "Mnkr"), .right(480, "2023"), .right(540, "2022")])
    for (index, row) in rows.enumerated() {
      page = page.row(
        at: 114 + 14 * Double(index), [.left(40, Self.prose[index + 1]), .left(320, row.0), .right(480, row.1), .right(540, row.2)])
    }
    let table = try #require(try tables(page).first)
    #expect(table.rows.map(\.label) == rows.map(\.0))
    #expect(table.rows.map(\.values) == rows.map { [$0.1, $0.2] })
    #expect(table.columns == ["2023", "2022"])
  }

  @Test("En text till höger om en tabell är ingen kolumn")
  func proseToTheRight() throws {
    let rows = [("Låneskuld", "310", "290"), ("Ränta", "2,31", "1,12"), ("Bindning", "2,7", "3,0"), ("Rörlig del", "28", "22")]
    var page = Sheet().row(at: 100, [.left(40, "Lån"), .right(200, "2023"), .right(250, "2022"), .left(290, Self.prose[0])])
    for (index, row) in rows.enumerated() {
      page = page.row(
        at: 114 + 14 * Double(index), [.left(40, row.0), .right(200, row.1), .right(250, row.2), .left(290, Self.prose[index + 1])])
    }
    let table = try #require(try tables(page).first)
    #expect(table.columns == ["2023", "2022"] && table.rows.map(\.values) == rows.map { [$0.1, $0.2] })
  }

  @Test("Två tabeller bredvid varandra med olika många rader är två")
  func tablesOfDifferentLength() throws {
    let page = Sheet().row(at: 80, [.left(40, "Investeringar, mnkr")], isBold: true)
      .row(
        at: 100,
        [
          .left(40, "Slag"), .right(180, "Budget"), .right(240, "Utfall"), .left(300, "Soliditet"), .right(450, "2022"),
          .right(520, "2023"),
        ]
      )
      .row(
        at: 116,
        [.left(40, "Hus"), .right(180, "71,0"), .right(240, "52,9"), .left(300, "Kommunen"), .right(450, "48,6"), .right(520, "49,2")]
      )
      .row(
        at: 132,
        [.left(40, "Gator"), .right(180, "18,5"), .right(240, "17,1"), .left(300, "Koncernen"), .right(450, "29,9"), .right(520, "30,3")]
      )
      .row(at: 148, [.left(40, "Summa"), .right(180, "89,5"), .right(240, "70,0")])
    let found = try tables(page)
    #expect(found.map { $0.rows.map(\.label) } == [["Hus", "Gator", "Summa"], ["Kommunen", "Koncernen"]])
    #expect(found.map(\.columns) == [["Budget", "Utfall"], ["2022", "2023"]])
  }

  @Test("En summa under rader med koder har ingen kod, och nyckeltal heter det som står bredvid koden")
  func codes() throws {
    let page = Sheet().row(at: 80, [.left(40, "Besök per verksamhet")], isBold: true)
      .row(at: 100, [.left(40, "Kod"), .left(100, "Benämning"), .right(320, "Utfall 2022"), .right(400, "Utfall 2023")])
      .row(at: 116, [.left(40, "305"), .left(100, "Bibliotek"), .right(320, "5 814"), .right(400, "6 022")])
      .row(at: 132, [.left(40, "345"), .left(100, "Fritidsgårdar"), .right(320, "2 811"), .right(400, "2 777")])
      .row(at: 148, [.left(100, "Summa"), .right(320, "8 625"), .right(400, "8 799")])
    let facts = try Sample([page.result]).facts
    #expect(facts.tables.first?.rows.map(\.label) == ["305", "345", ""])
    #expect(facts.indicators.prefix(2).map(\.name) == ["Bibliotek", "Fritidsgårdar"])
  }

  @Test("En grupps namn i två rader gäller alla dess kolumner")
  func namesOfGroupsInTwoLines() throws {
    let names = ["Intäkter", "Kostnader", "Netto"]
    let edges = [180.0, 245, 300, 380, 445, 500]
    let page = Sheet().row(at: 80, [.left(40, "Driftbudget, tkr")], isBold: true)
      .row(at: 100, [.left(214.5, "Bokslut"), .left(416.5, "Budget")], isBold: true)
      .row(at: 112, [.left(222, "2023"), .left(421.5, "2025")], isBold: true)
      .row(at: 124, [.left(40, "Nämnd")] + zip(edges, names + names).map { .right($0, $1) }, isBold: true)
      .row(at: 140, [.left(40, "Skolan")] + zip(edges, ["148", "984", "836", "151", "1 046", "895"]).map { .right($0, $1) })
      .row(at: 156, [.left(40, "Vården")] + zip(edges, ["617", "6 041", "5 424", "589", "6 348", "5 759"]).map { .right($0, $1) })
    #expect(
      try tables(page).first?.columns == names.map { "Bokslut 2023 \($0)" } + names.map { "Budget 2025 \($0)" })
  }

  @Test("En tabell vars rubrik säger att den fortsätter är samma tabell", arguments: ["Forts. Taxa", "Taxa (forts.)", "Taxa, forts."])
  func continued(title: String) throws {
    let head: [Sheet.Cell] = [.left(40, "Sak"), .right(300, "Avgift 2023"), .right(400, "Avgift 2024")]
    let first = Sheet().row(at: 740, [.left(40, "Taxa")], isBold: true).row(at: 756, head)
      .row(at: 772, [.left(40, "Villa"), .right(300, "540"), .right(400, "566")])
      .row(at: 788, [.left(40, "Lada"), .right(300, "440"), .right(400, "466")])
    let second = Sheet(number: 2).row(at: 60, [.left(40, title)], isBold: true).row(at: 76, head)
      .row(at: 92, [.left(40, "Stuga"), .right(300, "340"), .right(400, "366")])
      .row(at: 108, [.left(40, "Garage"), .right(300, "240"), .right(400, "266")])
    let found = try Sample([first.result, second.result]).facts.tables
    #expect(found.count == 1 && found.first?.rows.map(\.label) == ["Villa", "Lada", "Stuga", "Garage"])
  }

  @Test("Tabellens nummer är ingen del av ett nyckeltals namn")
  func numberOfATable() throws {
    let page = Sheet().row(at: 80, [.left(40, "Tabell 5. Sjukfrånvaro i procent")], isBold: true)
      .row(at: 100, [.left(40, "Grupp"), .right(320, "2022"), .right(400, "2023")])
      .row(at: 116, [.left(40, "Kvinnor"), .right(320, "7,1"), .right(400, "6,8")])
      .row(at: 132, [.left(40, "Män"), .right(320, "4,9"), .right(400, "4,4")])
      .row(at: 148, [.left(40, "Totalt"), .right(320, "6,5"), .right(400, "6,2")])
    let names = try Sample([page.result]).facts.indicators.map(\.name)
    #expect(!names.isEmpty && names.allSatisfy { !$0.contains("Tabell") })
  }

  @Test("Två tabeller under lika huvuden är två, med var sin rubrik", arguments: [nil, "Mkr"])
  func tablesUnderTheSameHead(label: String?) throws {
    let labels: [Sheet.Cell] = label.map { [.left(40, $0), .left(310, $0)] } ?? []
    let years: [Sheet.Cell] = [.right(220, "2024"), .right(280, "2023"), .right(470, "2024"), .right(530, "2023")]
    let rows = [
      ("Löner", "41,2", "39,8", "Statsbidrag", "8,8", "9,7"), ("Hyror", "-6,1", "-2,0", "Avgifter", "3,9", "2,0"),
      ("Summa", "35,1", "37,8", "Försäljning", "1,4", "1,5"),
    ]
    var page = Sheet().row(at: 80, [.left(40, "Not 2 Kostnader, mkr"), .left(304, "Not 3 Intäkter, mkr")], isBold: true)
      .row(at: 98, labels + years, isBold: true)
    for (index, row) in rows.enumerated() {
      page = page.row(
        at: 114 + 14 * Double(index),
        [.left(40, row.0), .right(220, row.1), .right(280, row.2), .left(310, row.3), .right(470, row.4), .right(530, row.5)])
    }
    let found = try tables(page.row(at: 156, [.left(310, "Summa"), .right(470, "14,1"), .right(530, "13,2")]))
    #expect(found.map(\.title) == ["Not 2 Kostnader, mkr", "Not 3 Intäkter, mkr"])
    #expect(found.map(\.columns) == [["2024", "2023"], ["2024", "2023"]] && found.map(\.unit) == ["mnkr", "mnkr"])
    #expect(found.map { $0.rows.map(\.label) } == [["Löner", "Hyror", "Summa"], ["Statsbidrag", "Avgifter", "Försäljning", "Summa"]])
    #expect(found.last?.rows.last?.values == ["14,1", "13,2"])
  }
}
