import Facts
import Foundation
import Testing

/// What stands in a table's head and above it: names over several lines, the unit in a sentence, texts of pictures.
struct HeadTextTests {
  private static let edges: [Double] = [260, 340, 420, 500]

  private func table(_ head: [[Sheet.Cell]], above: [String] = ["Driftredovisning"]) throws -> TableFacts {
    var sheet = Sheet()
    let top = 98 - 12 * Double(above.count)
    for (line, text) in above.enumerated() { sheet = sheet.row(at: top + 12 * Double(line), [.left(40, text)], isBold: line == 0) }
    for (line, cells) in head.enumerated() { sheet = sheet.row(at: 100 + 12 * Double(line), cells, isBold: true) }
    for (row, label) in ["Skola", "Omsorg", "Summa"].enumerated() {
      let cells = Self.edges.enumerated().map { Sheet.Cell.right($0.element, "\(($0.offset + 1) * 111)") }
      sheet = sheet.row(at: 102 + 12 * Double(head.count) + 14 * Double(row), [.left(40, label)] + cells)
    }
    return try #require(try Sample([sheet.result]).facts.tables.first)
  }

  private func names(_ names: [String]) -> [Sheet.Cell] { zip(Self.edges, names).filter { !$1.isEmpty }.map { .right($0, $1) } }

  @Test("Ett procenttecken ensamt på huvudets sista rad hör till sin kolumns namn")
  func percentAlone() throws {
    let table = try table([
      [.left(40, "Nämnd")] + names(["Budget", "Prognos", "Avvikelse", "Avvikelse,"]), names(["", "helår", "mot budget", "%"]),
    ])
    #expect(table.columns == ["Budget", "Prognos helår", "Avvikelse mot budget", "Avvikelse, %"])
    #expect(table.rows.map(\.label) == ["Skola", "Omsorg", "Summa"])
  }

  @Test("Ett ord som radens slut delat skrivs ihop, och strecket före och eller en månad står kvar")
  func brokenNames() throws {
    let table = try table([
      [.left(40, "Nämnd")] + names(["Helårs-", "Utfall jan-", "Barn-", "Prognos"]), names(["budget", "aug", "och skola", "helår"]),
    ])
    #expect(table.columns == ["Helårsbudget", "Utfall jan- aug", "Barn- och skola", "Prognos helår"])
  }

  @Test(
    "Enheten i en mening ovanför tabellen är tabellens, och rubriken ovanför den är rubriken",
    arguments: [
      "Belopp i mnkr om inget annat anges.", "Samtliga belopp anges i mnkr.", "Alla belopp redovisas i miljoner kronor",
      "Beloppen är i mnkr där inte annat anges.",
    ])
  func unitInASentence(line: String) throws {
    let table = try table([[.left(40, "Nämnd")] + names(["Budget", "Prognos", "Utfall", "Avvikelse"])], above: ["Driftredovisning", line])
    #expect(table.unit == "mnkr")
    #expect(table.title == "Driftredovisning")
  }

  @Test(
    "Enheten i stycket rakt ovanför tabellen är tabellens",
    arguments: [
      (["Här visas nämndernas utfall.", "Samtliga belopp anges i tkr."], "tkr"),
      (["I tabellen nedan visas utfall och prognos", "för nämnderna i tusentals kronor."], "tkr"),
      (["I tabellen nedan visas att kostnaden ökade", "med 3 procent i kronor räknat."], nil),
    ] as [([String], String?)])
  func unitInAParagraph(lines: [String], unit: String?) throws {
    let table = try table([[.left(40, "Nämnd")] + names(["Budget", "Prognos", "Utfall", "Avvikelse"])], above: lines)
    #expect(table.unit == unit)
    #expect(table.title == nil)
  }

  @Test(
    "Tabeller efter en rad om att alla belopp är i kronor är inga nyckeltal, om de inte säger något annat",
    arguments: [("Taxor", 0), ("Antal besök", 2)])
  func unitOfAllThatFollow(label: String, count: Int) throws {
    let page = Sheet()
      .row(at: 50, [.left(60, "Belopp i tusentals kronor om inget annat anges.")])
      .row(at: 106, [.left(60, "Not 1 Verksamheten")], isBold: true)
      .row(at: 120, [.right(300, "2023"), .right(380, "2022")], isBold: true)
      .row(at: 136, [.left(60, label), .right(300, "4 510"), .right(380, "4 400")])
      .row(at: 150, [.left(60, "Arrenden"), .right(300, "310"), .right(380, "290")])
    let facts = try Sample([page.result]).facts
    #expect(facts.tables.first?.title == "Not 1 Verksamheten")
    #expect(facts.indicators.count == count)
  }

  @Test(
    "Text till en bild och förklaring av tecken är varken rubrik eller kolumnnamn",
    arguments: ["Det nya badet öppnade i maj. Foto: Kim Ek", "● Nås ● Nås delvis ● Nås inte"])
  func textOfAPicture(line: String) throws {
    #expect(try table([[.left(40, "Nämnd")] + names(["Budget", "Prognos", "Utfall", "Avvikelse"])], above: [line]).title == nil)
  }

  @Test("Text till en bild ovanför sista kolumnen är inte del av dess namn")
  func textOfAPictureOverAColumn() throws {
    let table = try table([[.left(440, "Foto: Kim Ek")], [.left(40, "Nämnd")] + names(["Budget", "Prognos", "Utfall", "Avvikelse"])])
    #expect(table.columns == ["Budget", "Prognos", "Utfall", "Avvikelse"])
  }

  @Test("Står ett namn bara över en av delarna går det inte att säga vilka det gäller")
  func partsWithoutNameAbove() throws {
    let table = try table([
      names(["", "", "Bokslut 2023", "Budget 2023"]), [.left(40, "Nämnd")] + names(["Kostnad", "Intäkt", "Netto", "Netto"]),
    ])
    #expect(!table.legible)
  }

  @Test("Tabeller bredvid varandra är två")
  func sideBySide() throws {
    var sheet = Sheet().row(at: 80, [.left(40, "Periodens utfall (tkr)"), .left(320, "Helårsprognos (tkr)")], isBold: true)
    let head: [Sheet.Cell] = [
      .left(40, "Enhet"), .right(180, "Budget"), .right(240, "Utfall"), .left(320, "Enhet"), .right(460, "Budget"), .right(520, "Prognos"),
    ]
    sheet = sheet.row(at: 94, head, isBold: true)
    for (row, label) in ["Skola", "Omsorg", "Summa"].enumerated() {
      let cells: [Sheet.Cell] = [
        .left(40, label), .right(180, "111"), .right(240, "222"), .left(320, label), .right(460, "333"), .right(520, "444"),
      ]
      sheet = sheet.row(at: 110 + 14 * Double(row), cells)
    }
    let tables = try Sample([sheet.result]).facts.tables
    #expect(tables.map(\.columns) == [["Budget", "Utfall"], ["Budget", "Prognos"]])
    #expect(tables.allSatisfy { $0.rows.map(\.label) == ["Skola", "Omsorg", "Summa"] })
    #expect(tables.last?.rows.first?.values == ["333", "444"])
  }

  @Test("Ett tal med minustecknet efter sig är ett tal")
  func minusBehind() throws {
    let page = Sheet()
      .row(at: 80, [.left(60, "Driftredovisning")], isBold: true)
      .row(at: 94, [.left(60, "Tkr"), .right(300, "Utfall"), .right(380, "Budget"), .right(460, "Avvikelse")], isBold: true)
      .row(at: 110, [.left(60, "Skola"), .right(300, "450"), .right(380, "400"), .right(460, "50-")])
      .row(at: 124, [.left(60, "Omsorg"), .right(300, "3 450"), .right(380, "2 400"), .right(460, "1 050-")])
    let table = try #require(try Sample([page.result]).facts.tables.first)
    #expect(table.legible)
    #expect(table.rows.map { $0.values.last } == ["50-", "1 050-"])
  }

  @Test(
    "En avvikelse utan tid gäller samma tid som kolumnerna framför den",
    arguments: [
      (["Budget jan–aug", "Utfall jan–aug", "Avvikelse"], [true, true, true]),
      (["Budget 2024", "Prognos 2024", "Avvikelse"], [false, false, false]),
      (["Budget 2024", "Prognos 2024", "Avvikelse", "Avvikelse, %"], [false, false, false, false]),
      (["Budget", "Prognos", "Avvikelse"], [false, false, false]),
      (["Utfall T2 2024", "Budget", "Avvikelse"], [true, true, true]),
      (["Utfall jan–aug", "Budget 2024", "Prognos 2024", "Avvikelse"], [true, false, false, false]),
      (["Budget helår", "Utfall jan–aug", "Prognos helår", "Avvikelse"], [false, true, false, false]),
      (["Budget helår", "Utfall jan–aug", "Avvikelse"], [false, true, true]),
      (["Utfall jan–aug", "Avvikelse", "Budget 2024", "Prognos 2024"], [true, true, false, false]),
    ] as [([String], [Bool])])
  func timeOfADifference(names: [String], isPeriod: [Bool]) throws {
    let wide = { (cells: [String]) in cells.map { $0.padding(toLength: 18, withPad: " ", startingAt: 0) }.joined() }
    let figures = names.indices.map { "\($0 + 1)00" }
    let text = """
      Björkmåla kommun
      Delårsrapport januari-augusti 2024

      Driftredovisning

      \(wide(["Nämnd"] + names))
      \(wide(["Skola"] + figures))
      \(wide(["Omsorg"] + figures))
      """
    let table = try #require(try Sample(text: text).facts.tables.first)
    #expect(table.columns == names)
    #expect(table.meanings.map { $0?.isPeriod } == isPeriod)
  }

  @Test(
    "Ett helt projekts budget och prognos är inget enda års, och det som är kvar av en budget är ingen budget",
    arguments: [
      ("Investeringsprojekt", ["Budget", "Utfall", "Total budget", "Prognos totalt"], [2024, 2024, nil, nil]),
      ("Investeringsprojekt", ["Total budget", "Avvikelse", "Budget", "Utfall"], [nil, nil, 2024, 2024]),
      ("Investeringsprojekt", ["Budget", "Utfall", "Avvikelse", "Kvar av budget"], [2024, 2024, 2024, nil]),
      ("Driftredovisning", ["Budget", "Utfall", "Total budget", "Prognos totalt"], [2024, 2024, 2024, 2024]),
    ] as [(String, [String], [Int?])])
  func wholeProjects(title: String, names: [String], years: [Int?]) throws {
    let wide = { (cells: [String]) in cells.map { $0.padding(toLength: 20, withPad: " ", startingAt: 0) }.joined() }
    let text = """
      Björkmåla kommun
      Årsredovisning 2024

      \(title)

      \(wide(["Namn"] + names))
      \(wide(["Skola"] + ["1 110", "1 220", "1 330", "1 440"]))
      \(wide(["Simhall"] + ["2 110", "2 220", "2 330", "2 440"]))
      """
    let table = try #require(try Sample(text: text).facts.tables.first)
    #expect(table.columns == names)
    #expect((table.meanings.isEmpty ? names.map { _ in nil } : table.meanings.map { $0?.year }) == years)
  }
}
