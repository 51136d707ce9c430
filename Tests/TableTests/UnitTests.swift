import Facts
import Testing

/// The unit of a table's figures.
struct UnitTests {
  /// The table under the title, in a report.
  private func unit(_ title: String, _ table: String) throws -> String? {
    try #require(try Sample(text: "Björkmåla kommun\nÅrsredovisning 2024\n\n\(title)\n\n\(table)\n").facts.tables.first).unit
  }

  @Test("Andelar i några kolumner har sin enhet för sig, under en rubrik som säger att tabellen är av pengar")
  func sharesBesideMoney() throws {
    let table = """
      Långivare        Belopp     Ränta, %     Andel, %
      Norrbanken          120         2,41           71
      Söderbanken          50         3,45           29
      """
    #expect(try unit("Lån (mnkr)", table) == "mnkr")
    #expect(try unit("Lån", table) == "%")
  }

  @Test(
    "Enheten står i rubriken, också mitt i den",
    arguments: [
      ("Frånvaro i procent", "%"), ("Frånvaro, procent av arbetstiden", "%"), ("Frånvaro i % av arbetstiden", "%"),
      ("Examen inom tre år (%), egna skolor", "%"), ("Tabell 4. Examen inom tre år (%), egna skolor", "%"),
      ("Bidrag i tkr 2023-2024", "tkr"), ("Bidrag per förening", nil),
    ])
  func unitOfTitle(title: String, unit expected: String?) throws {
    let table = """
                          2023      2024
      Norrskolan          77,1      78,0
      Söderskolan         66,9      63,2
      """
    #expect(try unit(title, table) == expected)
  }

  @Test("Enheten i varje cell är tabellens, den i några är det inte")
  func unitOfCells() throws {
    let table = { (last: String) in
      """
      Förening         Belopp        Utbetalt
      Norra IF      95 000 kr       95 000 kr
      Södra IF      65 000 kr       \(last)
      """
    }
    #expect(try unit("Bidrag", table("30 000 kr")) == "kr")
    #expect(try unit("Bidrag", table("30 000   ")) == nil)
  }
}
