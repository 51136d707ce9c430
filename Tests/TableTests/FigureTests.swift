import Facts
import Testing

/// Figures with a unit or with the mark of a footnote behind them.
struct FigureTests {
  /// The first table of a page with the head and, below it, rows of values that end at 300 and 440 points.
  private func table(_ head: [Sheet.Cell], rows: [[String]]) throws -> TableFacts? {
    var sheet = Sheet().row(at: 80, [.left(40, "Nivåer")], isBold: true).row(at: 98, head, isBold: true)
    for (row, values) in rows.enumerated() {
      let cells = zip([300.0, 440.0], values).map { Sheet.Cell.right($0, $1) }
      sheet = sheet.row(at: 114 + 14 * Double(row), [.left(40, ["Norr", "Söder", "Öster"][row])] + cells)
    }
    return try Sample([sheet.result]).facts.tables.first
  }

  @Test(
    "En siffra med enhet är en siffra också under namn som inget känner",
    arguments: [
      (["75 kr", "1 150 kr"], "kr"), (["7 st", "210 st"], "antal"), (["7,1 mnkr", "-5,2 mnkr"], "mnkr"),
      (["250 kr/mån", "2 575 kr/mån"], "kr"),
      (["95:-", "165:-"], nil), (["68 kr per portion", "71 kr per portion"], nil),
    ] as [([String], String?)])
  func figureWithUnit(values: [String], unit: String?) throws {
    let table = try #require(
      try table([.left(40, "Plats"), .right(300, "Ungdom"), .right(440, "Vuxen")], rows: [values, values, values]))
    #expect(table.columns == ["Ungdom", "Vuxen"])
    #expect(table.rows.map(\.values) == [values, values, values])
    #expect(table.unit == unit)
  }

  @Test("Ett ord som inte är en enhet gör texten till ord", arguments: ["12 steg", "3 krav", "Plan 2 st", "12 kr återstår"])
  func wordsAreNoUnit(_ value: String) throws {
    let table = try table([.left(40, "Plats"), .right(300, "Ungdom"), .right(440, "Vuxen")], rows: [[value, value], [value, value]])
    #expect(table == nil)
  }

  @Test("En kolumn med priser är en tabell")
  func onePriceColumn() throws {
    let table = try #require(try table([.left(40, "Kategori"), .right(300, "Pris")], rows: [["95:-"], ["165:-"], ["110:-"]]))
    #expect(table.columns == ["Pris"] && table.rows.map(\.values) == [["95:-"], ["165:-"], ["110:-"]])
  }

  @Test(
    "Märket för en fotnot hör inte till talet",
    arguments: [
      ("-1 210²", "-1 210"), ("-350³)", "-350"), ("69¹", "69"), ("69¹⁰", "69"), ("4,5²,³", "4,5"), ("12*", "12"), ("81 %¹", "81 %"),
      ("75 kr/m²", "75 kr/m²"), ("10³", "10³"), ("110³", "110"), ("75 kr²", "75 kr"),
    ])
  func footnoteMark(printed: String, value: String) throws {
    let rows = [[printed, "100"], ["200", "300"], ["400", printed]]
    let table = try #require(try table([.left(40, "Konto"), .right(300, "2024"), .right(440, "2023")], rows: rows))
    #expect(table.rows.map(\.values) == [[value, "100"], ["200", "300"], ["400", value]])
  }

  @Test("Märket för en fotnot hör varken till ett årtal, ett namn eller en etikett; en upphöjd siffra i en enhet gör det")
  func footnoteMarkOfAName() throws {
    let table = try #require(
      try table([.left(40, "Konto¹"), .right(300, "2024²"), .right(440, "2023")], rows: [["1", "2"], ["3", "4"]]))
    #expect(table.columns == ["2024", "2023"])
    let sheet = Sheet().row(at: 80, [.left(40, "Lokaler")], isBold: true)
      .row(at: 98, [.left(40, "Slag"), .right(300, "Budget¹"), .right(440, "Utfall²)")], isBold: true)
      .row(at: 114, [.left(40, "Fritidsgårdar³"), .right(300, "410"), .right(440, "398")])
      .row(at: 128, [.left(40, "Yta i tusen m²"), .right(300, "12"), .right(440, "11")])
    let other = try #require(try Sample([sheet.result]).facts.tables.first)
    #expect(other.columns == ["Budget", "Utfall"])
    #expect(other.rows.map(\.label) == ["Fritidsgårdar", "Yta i tusen m²"])
  }
}
