import Facts
import Testing

/// Which year a column is of.
struct ColumnYearTests {
  @Test(
    "Året före är inte dokumentets år, och det som inte går att tyda är inget år",
    arguments: [
      ("Utfall fg år", 2023), ("Utfall föreg. år", 2023), ("Bokslut föregående år", 2023), ("Utfall förra året", 2023),
      ("Utfall f.å.", 2023),
      ("Utfall fjol", 2023), ("Utfall -22", 2022), ("Utfall 2023/2022", nil), ("Utfall mot fg år", nil), ("Utfall 20231", nil),
      ("Utfall", 2024),
    ] as [(String, Int?)])
  func yearOfAColumn(name: String, year: Int?) throws {
    let text = """
      Björkmåla kommun
      Årsredovisning 2024

      Driftredovisning

      Nämnd                  Budget   Avvikelse   \(name)
      Kommunstyrelsen         1 200         100      1 100
      Socialnämnden           2 200         100      2 100
      """
    let table = try #require(try Sample(text: text).facts.tables.first)
    #expect(table.columns.last == name)
    #expect(table.meanings.last.map { $0?.year } == .some(year))
  }
}
