import Facts
import Testing

/// Labels that stand for several rows, as word processors merge cells.
struct MergedLabelTests {
  @Test("Ett mål i lika många rader som det har nyckeltal är ett mål")
  func goalOverSeveralRows() throws {
    let page = Sheet().row(at: 80, [.left(60, "Mål och nyckeltal")], isBold: true)
      .row(
        at: 100, [.left(60, "Mål"), .left(220, "Indikator"), .right(420, "2023"), .right(470, "2024"), .left(490, "Bedömning")],
        isBold: true
      )
      .row(at: 120, [.left(60, "Alla barn ska få läsa"), .left(220, "Andel elever med lånekort"), .right(420, "71"), .right(470, "78")])
      .row(
        at: 136,
        [.left(60, "på ett bibliotek som"), .left(220, "Lån per elev"), .right(420, "9"), .right(470, "11"), .left(490, "Delvis uppfyllt")]
      )
      .row(at: 152, [.left(60, "är öppet varje dag"), .left(220, "Öppna dagar"), .right(420, "210"), .right(470, "260")])
      .row(
        at: 172,
        [.left(60, "Byn ska ha rena"), .left(220, "Andel badbart vatten"), .right(420, "80"), .right(470, "90"), .left(490, "Uppfyllt")]
      )
      .row(at: 188, [.left(60, "badplatser"), .left(220, "Antal prover"), .right(420, "12"), .right(470, "14")])
    let facts = try Sample([page.result]).facts
    #expect(facts.goals.map(\.text) == ["Alla barn ska få läsa på ett bibliotek som är öppet varje dag", "Byn ska ha rena badplatser"])
    #expect(facts.goals.map(\.outcomeAsWritten) == ["Delvis uppfyllt", "Uppfyllt"])
    #expect(
      facts.indicators.map(\.name) == ["Andel elever med lånekort", "Lån per elev", "Öppna dagar", "Andel badbart vatten", "Antal prover"])
    #expect(facts.indicators.allSatisfy { $0.assessment == nil })
  }

  @Test("Delar under en gemensam etikett heter som den och som de själva")
  func partsUnderOneLabel() throws {
    let page = Sheet().row(at: 80, [.left(60, "Antal elever")], isBold: true)
      .row(at: 100, [.left(60, "Form"), .left(200, "Regi"), .right(360, "2023"), .right(420, "2024")], isBold: true)
      .row(at: 118, [.left(60, "Förskola"), .left(200, "Kommunal"), .right(360, "812"), .right(420, "790")])
      .row(at: 136, [.left(200, "Fristående"), .right(360, "188"), .right(420, "190")])
      .row(at: 154, [.left(60, "Grundskola"), .left(200, "Kommunal"), .right(360, "2 410"), .right(420, "2 422")])
      .row(at: 172, [.left(200, "Fristående"), .right(360, "155"), .right(420, "171")])
    let facts = try Sample([page.result]).facts
    #expect(facts.tables.first?.rows.map(\.label) == ["Förskola", "Förskola", "Grundskola", "Grundskola"])
    #expect(
      facts.indicators.map(\.name)
        == ["Förskola - Kommunal", "Förskola - Fristående", "Grundskola - Kommunal", "Grundskola - Fristående"])
  }

  @Test("En summarad med egen etikett hindrar inte att raderna ovanför får sin")
  func sumBelowParts() throws {
    let page = Sheet().row(at: 80, [.left(60, "Ekonomiskt utfall, tkr")], isBold: true)
      .row(at: 100, [.right(360, "Utfall"), .right(420, "Budget")], isBold: true)
      .row(at: 118, [.left(60, "Intäkter"), .left(200, "Bidrag"), .right(360, "420"), .right(420, "400")])
      .row(at: 136, [.left(200, "Avgifter"), .right(360, "80"), .right(420, "90")])
      .row(at: 154, [.left(60, "Kostnader"), .left(200, "Personal"), .right(360, "-600"), .right(420, "-610")])
      .row(at: 172, [.left(200, "Lokaler"), .right(360, "-50"), .right(420, "-50")])
      .row(at: 190, [.left(200, "Övrigt"), .right(360, "-10"), .right(420, "-10")])
      .row(at: 208, [.left(60, "Summa"), .right(360, "-160"), .right(420, "-180")])
    let table = try #require(try Sample([page.result]).facts.tables.first)
    #expect(table.rows.map(\.label) == ["Intäkter", "Intäkter", "Kostnader", "Kostnader", "Kostnader", "Summa"])
  }

  @Test("Tal som bryts i två rader bredvid en etikett i två rader är ett tal, också där andra rader har hela")
  func brokenNumbersBesideABrokenLabel() throws {
    let page = Sheet().row(at: 80, [.left(60, "Utfall, tkr")], isBold: true)
      .row(at: 100, [.left(60, "Verksamhet"), .right(320, "Budget"), .right(390, "Utfall"), .right(460, "Avvikelse")], isBold: true)
      .row(at: 118, [.left(60, "Förvaltning"), .right(320, "4 105"), .right(390, "3 870"), .right(460, "235")])
      .row(at: 136, [.left(60, "Särskilt boende"), .right(320, "38 900"), .right(390, "39 477"), .right(460, "-577")])
      .row(at: 154, [.left(60, "Stöd och personlig"), .right(460, "-1")])
      .row(at: 160, [.right(320, "22 475"), .right(390, "24 080")])
      .row(at: 166, [.left(60, "hjälp"), .right(460, "605")])
    let table = try #require(try Sample([page.result]).facts.tables.first)
    #expect(table.rows.map(\.label) == ["Förvaltning", "Särskilt boende", "Stöd och personlig hjälp"])
    #expect(table.rows.last?.values == ["22 475", "24 080", "-1 605"])
  }

  /// The rows of two goals, of which the first has two indicators and stands, with its assessment, beside the second of them.
  private func goalsAtTheBottom(_ page: Sheet, at y: Double, head: Bool) -> Sheet {
    let names: [Sheet.Cell] = [
      .left(60, "Mål"), .left(220, "Indikator"), .right(420, "2023"), .right(470, "2024"), .left(490, "Bedömning"),
    ]
    return (head ? page.row(at: y, names, isBold: true) : page)
      .row(at: y + 16, [.left(220, "Andel prover utan fel"), .right(420, "71"), .right(470, "78")])
      .row(
        at: y + 32,
        [
          .left(60, "Vattnet ska vara rent"), .left(220, "Antal prover"), .right(420, "9"), .right(470, "11"),
          .left(490, "Delvis uppfyllt"),
        ]
      )
      .row(
        at: y + 48,
        [.left(60, "Vägarna ska vara hela"), .left(220, "Antal hål"), .right(420, "210"), .right(470, "160"), .left(490, "Uppfyllt")])
  }

  @Test("Ett mål vid sitt sista nyckeltal, med sin bedömning där, är alla dess nyckeltals")
  func goalAtTheBottom() throws {
    let page = Sheet().row(at: 80, [.left(60, "Mål och nyckeltal")], isBold: true)
    let facts = try Sample([goalsAtTheBottom(page, at: 100, head: true).result]).facts
    #expect(facts.tables.first?.rows.map(\.label) == ["Vattnet ska vara rent", "Vattnet ska vara rent", "Vägarna ska vara hela"])
    #expect(facts.goals.map(\.outcomeAsWritten) == ["Delvis uppfyllt", "Uppfyllt"])
    #expect(facts.indicators.first { $0.name == "Antal prover" }?.assessment == nil)
  }

  @Test("Där tabellen kan ha börjat på sidan före är den första radens mål inte känt")
  func goalAtTheBottomOfATableFromThePageBefore() throws {
    let facts = try Sample([goalsAtTheBottom(Sheet(), at: 60, head: true).result]).facts
    #expect(facts.tables.first?.rows.first?.label == "")
  }
}
