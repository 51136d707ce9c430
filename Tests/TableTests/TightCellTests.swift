import Facts
import Testing

/// Cells that stand nearer to one another than half a letter's height, as millions do in columns made for thousands.
struct TightCellTests {
  @Test("En rad med trånga celler delas där andra raders tal slutar, och avslutar inte tabellen")
  func millionsBetweenThousands() throws {
    let page = Sheet().row(at: 80, [.left(60, "Utfall per verksamhet, tkr")], isBold: true)
      .row(at: 100, [.right(280, "Budget"), .right(330, "Utfall"), .right(380, "Avvikelse")], isBold: true)
      .row(at: 118, [.left(60, "Gator"), .right(280, "-31 420"), .right(330, "-32 980"), .right(380, "1 560")])
      .row(at: 136, [.left(60, "Parker"), .right(280, "-9 814"), .right(330, "-10 020"), .right(380, "206")])
      .row(at: 154, [.left(60, "Fastighet"), .right(280, "-1 114 902"), .right(330, "-1 115 600"), .right(380, "698")])
      .row(at: 172, [.left(60, "Summa"), .right(280, "-1 156 136"), .right(330, "-1 158 600"), .right(380, "2 464")])
    let table = try #require(try Sample([page.result]).facts.tables.first)
    #expect(table.rows.map(\.label) == ["Gator", "Parker", "Fastighet", "Summa"])
    #expect(table.rows.map { $0.values.prefix(2) }.suffix(2) == [["-1 114 902", "-1 115 600"], ["-1 156 136", "-1 158 600"]])
  }
}
