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
}
