import PDFReading
import Pages
import Testing

@Suite struct OverprintTests {
  private let body = TinyPDF.lines(
    (0..<12).map { "Nämnden godkänner förslaget till taxa nummer \($0) och ger förvaltningen i uppdrag att införa den." }, x: 70, y: 200,
    distance: 14)

  @Test(arguments: [0.0, 45])
  func aWatermarkIsOneLineOfFurnitureAfterTheText(angle: Double) throws {
    let mark = TinyPDF.Run(text: "UTKAST", x: 110, y: angle > 0 ? 420 : 300, size: 90, font: "Helvetica-Bold", angle: angle)
    let page = try firstPage(TinyPDF([mark] + body))
    #expect(page.shown == body.map(\.text) + ["UTKAST"])
    #expect(page.lines.map(\.isFurniture) == body.map { _ in false } + [true])
  }

  @Test func askewOnAnEmptyPageToo() throws {
    let page = try firstPage(TinyPDF([TinyPDF.Run(text: "KOPIA", x: 150, y: 600, size: 70, angle: 45)] + body.prefix(2)))
    #expect(page.shown == body.prefix(2).map(\.text) + ["KOPIA"])
  }

  @Test func aLargeHeadingIsNone() throws {
    let heading = TinyPDF.Run(text: "Årsredovisning 2023", x: 70, y: 180, size: 40, font: "Helvetica-Bold")
    let page = try firstPage(TinyPDF([heading] + body))
    #expect(page.shown == [heading.text] + body.map(\.text))
    #expect(page.lines.allSatisfy { !$0.isFurniture })
  }
}

@Suite struct DropCapTests {
  private func lines(_ first: String, x: Double) -> [TinyPDF.Run] {
    TinyPDF.lines([first, "perioden och det har gett resultat i alla områden", "utom i ett, där lokalerna inte är klara."], x: x, y: 100)
      + TinyPDF.lines(["Kostnaden blev högre än i budgeten, och fler barn"], x: 70, y: 136)
  }

  @Test func itBeginsTheFirstLine() throws {
    let cap = TinyPDF.Run(text: "V", x: 70, y: 124, size: 44)
    let page = try firstPage(TinyPDF([cap] + lines("i har kortat köerna till förskolan under", x: 101)))
    #expect(page.shown.first == "Vi har kortat köerna till förskolan under")
    #expect(page.lines.count == 4)
    #expect(page.lines[0].fontSize == 10)
  }

  @Test func aLetterThatIsAWordStaysOne() throws {
    let cap = TinyPDF.Run(text: "I", x: 70, y: 124, size: 44)
    let page = try firstPage(TinyPDF([cap] + lines("skolan har köerna blivit kortare under", x: 88)))
    #expect(page.shown.first == "I skolan har köerna blivit kortare under")
  }
}
