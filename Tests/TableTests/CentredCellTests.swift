import Facts
import Testing

/// Cells set in the middle of their row's height, as word processors can.
struct CentredCellTests {
  @Test("En cell med en rad mitt för en med två hör till den raden, också på tabellens första")
  func oneLineBesideTwo() throws {
    let page = Sheet().row(at: 80, [.left(60, "Uppdrag till nämnden")], isBold: true)
      .row(at: 100, [.left(60, "Uppdrag"), .left(300, "Status"), .left(380, "Kommentar")], isBold: true)
      .row(at: 120, [.left(60, "Utreda en flytt av biblioteket i byn"), .left(380, "Redovisat för nämnden")])
      .row(at: 126, [.left(300, "Slutfört")])
      .row(at: 132, [.left(60, "till skolan och dess lokaler"), .left(380, "i maj")])
      .row(at: 152, [.left(380, "Dialog med föreningarna")])
      .row(at: 158, [.left(60, "Ta fram en strategi"), .left(300, "Pågår")])
      .row(at: 164, [.left(380, "är genomförd")])
    let facts = try Sample([page.result]).facts
    #expect(
      facts.tables.first?.rows.map(\.values) == [
        ["Slutfört", "Redovisat för nämnden i maj"], ["Pågår", "Dialog med föreningarna är genomförd"],
      ])
    #expect(
      facts.assignments.map(\.text) == ["Utreda en flytt av biblioteket i byn till skolan och dess lokaler", "Ta fram en strategi"])
    #expect(facts.assignments.map(\.statusAsWritten) == ["Slutfört", "Pågår"])
  }

  @Test("En övre rad i huvudet som börjar med ett ord som annars är ett värde hör till namnen")
  func upperLineOfAHead() throws {
    let page = Sheet().row(at: 80, [.left(60, "Åtgärder, tkr")], isBold: true)
      .row(at: 100, [.left(300, "Förväntad"), .left(400, "Minskad")], isBold: true)
      .row(at: 112, [.left(60, "Åtgärd"), .left(300, "effekt"), .left(400, "kostnad")], isBold: true)
      .row(at: 130, [.left(60, "Ny rutin"), .right(340, "120"), .right(440, "80")])
      .row(at: 148, [.left(60, "Ny växel"), .right(340, "90"), .right(440, "60")])
    #expect(try Sample([page.result]).facts.tables.first?.columns == ["Förväntad effekt", "Minskad kostnad"])
  }

  @Test("Siffror mitt för en etikett i två rader är etikettens")
  func figuresBesideALabelOfTwoLines() throws {
    let page = Sheet().row(at: 80, [.left(60, "Driftredovisning, tkr")], isBold: true)
      .row(at: 100, [.left(60, "Verksamhet"), .right(320, "Budget"), .right(400, "Utfall")], isBold: true)
      .row(at: 120, [.left(60, "Nämndens")])
      .row(at: 126, [.right(320, "1 250"), .right(400, "1 310")])
      .row(at: 132, [.left(60, "administration")])
      .row(at: 152, [.left(60, "Bibliotek"), .right(320, "14 300"), .right(400, "14 900")])
    let table = try #require(try Sample([page.result]).facts.tables.first)
    #expect(table.rows.map(\.label) == ["Nämndens administration", "Bibliotek"])
    #expect(table.rows.map(\.values) == [["1 250", "1 310"], ["14 300", "14 900"]])
  }
}
