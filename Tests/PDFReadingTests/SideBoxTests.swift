import PDFReading
import Pages
import Testing

/// A box beside the text is not mixed with its lines, and comes after the paragraph that it stands beside.
@Suite struct SideBoxTests {
  private let narrow = [
    "Nämnden har under perioden arbetat med att korta", "köerna till förskolan och att ge fler barn plats nära",
    "hemmet. Arbetet har gett resultat i alla områden",
    "utom i ett, där lokalerna ännu inte är klara att", "flytta in i. Kostnaden blev högre än i budgeten och",
  ]
  private let wide = [
    "under hösten anställs fler förskollärare i kommunen, medan en ny rektor tillträder i augusti och tar",
    "över ansvaret för båda de skolor som ligger i kommunens södra del.",
  ]

  private func shown(_ runs: [TinyPDF.Run]) throws -> [String] { try firstPage(TinyPDF(runs)).shown }

  @Test func atOtherHeightsThanTheLines() throws {
    let box = ["Nyckeltal", "Avvikelse 310 tkr", "Kostnad 12,4 mnkr", "Platser 418"]
    let page = try firstPage(TinyPDF(TinyPDF.lines(narrow, x: 200, y: 80) + TinyPDF.lines(box, x: 70, y: 85, distance: 10.3, size: 8)))
    #expect(page.shown == narrow + box)
    #expect(page.lines.map(\.stream) == narrow.map { _ in .text } + box.map { _ in .box })
  }

  @Test func atTheSameHeightsWhereTheTextGoesRound() throws {
    let box = ["Visste du att", "varje barn får", "fem måltider?"]
    let next = TinyPDF.Run(text: "Sjukfrånvaron har minskat.", x: 70, y: 190)
    let runs = TinyPDF.lines(narrow, x: 70, y: 80) + TinyPDF.lines(wide, x: 70, y: 140) + TinyPDF.lines(box, x: 360, y: 92)
    #expect(try shown(runs + [next]) == narrow + wide + box + [next.text])
  }

  @Test func theLinesAfterItStandBelowTheTextAndNotBelowIt() throws {
    let box = ["Visste du att", "varje barn får", "fem måltider?"]
    let next = TinyPDF.Run(text: "Sjukfrånvaron har minskat.", x: 70, y: 176)
    let runs = TinyPDF.lines(narrow, x: 70, y: 80) + TinyPDF.lines(wide, x: 70, y: 140) + TinyPDF.lines(box, x: 360, y: 92)
    let leading = try firstPage(TinyPDF(runs + [next])).lines.last?.leading ?? 0
    #expect((1.9...2.1).contains(leading))
  }

  @Test func valuesBesideLabelsAreNone() throws {
    let values = TinyPDF.lines(narrow, x: 220, y: 80)
    let labels = [TinyPDF.Run(text: "Övriga deltagare", x: 70, y: 80), TinyPDF.Run(text: "Justerare", x: 70, y: 128)]
    #expect(try shown(values + labels).first == "Övriga deltagare | \(narrow[0])")
  }

  @Test func labelsOfAnotherSizeBesideTextAreNone() throws {
    let text = [80.0, 130, 180].flatMap { TinyPDF.lines(Array(narrow[..<3]), x: 220, y: $0) }
    let labels = [80.0, 130, 180].flatMap {
      TinyPDF.lines(["Barn- och", "skolnämndens", "beslut"], x: 70, y: $0 - 1.5, distance: 9.3, size: 8)
    }
    #expect(try firstPage(TinyPDF(text + labels)).lines.allSatisfy { $0.stream == .text })
  }

  @Test func figuresBesideTextAreNone() throws {
    let figures = TinyPDF.lines(["310", "278", "399", "698", "1 200"], x: 420, y: 80)
    #expect(try shown(TinyPDF.lines(narrow, x: 70, y: 80) + figures).first == "\(narrow[0]) | 310")
  }
}
