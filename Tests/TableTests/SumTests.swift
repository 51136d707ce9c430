import Facts
import Testing

/// A printed sum that the rows above do not make is told of, with both figures; where it is not clear what is summed nothing is said.
struct SumTests {
  private let head = Sheet()
    .row(at: 80, [.left(60, "Investeringar (tkr)")], isBold: true)
    .row(at: 98, [.right(300, "Budget"), .right(380, "Utfall"), .right(460, "Avvikelse")], isBold: true)

  private func sums(_ page: Sheet) throws -> [Doubt] {
    let facts = try Sample([page.result]).facts
    #expect(facts.tables.count == 1)
    return facts.doubts.filter { $0.message.contains("tryckt som") }
  }

  @Test("En summa som inte stämmer sägs med tabell, rad, kolumn och båda talen, och cellen står som den är tryckt")
  func wrongSum() throws {
    let page = head.row(at: 114, [.left(60, "Vattenverk"), .right(300, "5 000"), .right(380, "4 300"), .right(460, "700")])
      .row(at: 130, [.left(60, "Gatubelysning"), .right(300, "1 200"), .right(380, "1 350"), .right(460, "-150")])
      .row(at: 146, [.left(60, "Summa"), .right(300, "6 200"), .right(380, "5 560"), .right(460, "550")])
    let doubt = try #require(try sums(page).first)
    #expect(doubt.message.contains("\"Investeringar (tkr)\"") && doubt.message.contains("\"Summa\" i kolumnen \"Utfall\""))
    #expect(doubt.message.contains("tryckt som 5 560") && doubt.message.contains("ger 5 650"))
    #expect(doubt.page == 1)
    #expect(try Sample([page.result]).facts.tables.first?.rows.last?.values == ["6 200", "5 560", "550"])
    #expect(try sums(page).count == 1)
  }

  @Test("Ett fel tecken i summan sägs")
  func wrongSign() throws {
    let page = head.row(at: 114, [.left(60, "Vattenverk"), .right(300, "5 000"), .right(380, "4 300"), .right(460, "700")])
      .row(at: 130, [.left(60, "Gatubelysning"), .right(300, "1 200"), .right(380, "1 350"), .right(460, "-150")])
      .row(at: 146, [.left(60, "Totalt"), .right(300, "6 200"), .right(380, "5 650"), .right(460, "-550")])
    #expect(try sums(page).map(\.message).first?.contains("tryckt som -550, men raderna ovanför ger 550") == true)
  }

  @Test("Avrundning, delsummor och varav-rader är inga fel")
  func rightSums() throws {
    let page = head.row(at: 114, [.left(60, "Skola"), .right(300, "100,4"), .right(380, "90,4"), .right(460, "10,0")])
      .row(at: 130, [.left(60, "varav lokaler"), .right(300, "20,0"), .right(380, "18,0"), .right(460, "2,0")])
      .row(at: 146, [.left(60, "Förskola"), .right(300, "50,4"), .right(380, "51,4"), .right(460, "-1,0")])
      .row(at: 162, [.left(60, "Summa barn"), .right(300, "150,9"), .right(380, "141,8"), .right(460, "9,0")])
      .row(at: 178, [.left(60, "Omsorg"), .right(300, "200,0"), .right(380, "210,0"), .right(460, "-10,0")])
      .row(at: 194, [.left(60, "Totalt"), .right(300, "350,8"), .right(380, "351,8"), .right(460, "-1,0")])
    #expect(try sums(page).isEmpty)
  }

  @Test("Där det inte är klart vad som summeras sägs inget")
  func unclearSums() throws {
    let page = head.row(at: 114, [.left(60, "Antal platser"), .right(300, "40"), .right(380, "42"), .right(460, "2")])
      .row(at: 130, [.left(60, "Kostnad per plats"), .right(300, "900"), .right(380, "880"), .right(460, "-20")])
      .row(at: 146, [.left(60, "Totalt"), .right(300, "36 000"), .right(380, "36 960"), .right(460, "960")])
    #expect(try sums(page).isEmpty)
  }
}
