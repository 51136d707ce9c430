import PDFReading
import Pages
import Testing

@Suite struct LeadingTests {
  private func leadings(_ runs: [TinyPDF.Run]) throws -> [Double] {
    try firstPage(TinyPDF(runs)).lines.map { ($0.leading * 10).rounded() / 10 }
  }

  @Test func theNextLineIsOneAndABlankLineTwo() throws {
    let runs = [80.0, 94, 108, 136, 150].map { TinyPDF.Run(text: "Nämnden beslutar", x: 70, y: $0) }
    #expect(try leadings(runs) == [0, 1, 1, 2, 1])
  }

  @Test func looselySetLinesAreOneToo() throws {
    let runs = [80.0, 99, 118, 137, 156].map { TinyPDF.Run(text: "Nämnden beslutar", x: 70, y: $0) }
    #expect(try leadings(runs) == [0, 1, 1, 1, 1])
  }

  @Test func eachSizeHasItsOwnDistance() throws {
    let body = [100.0, 112, 124, 136].map { TinyPDF.Run(text: "Brödtext", x: 70, y: $0) }
    let notes = [160.0, 169, 178, 187].map { TinyPDF.Run(text: "Fotnot", x: 70, y: $0, size: 7.5) }
    let found = try leadings(body + notes)
    #expect(found[1...3] == [1, 1, 1])
    #expect(found[5...7] == [1, 1, 1])
  }

  @Test func textCloseUnderAHeadingIsNoNewBlock() throws {
    let heading = TinyPDF.Run(text: "Bakgrund", x: 70, y: 80, size: 14)
    let near = try leadings([heading] + TinyPDF.lines(["Ett", "Två", "Tre", "Fyra"], x: 70, y: 94))
    let far = try leadings([heading] + TinyPDF.lines(["Ett", "Två", "Tre", "Fyra"], x: 70, y: 110))
    #expect((0.7...1.2).contains(near[1]))
    #expect(far[1] > 1.8)
  }

  @Test func theDocumentTellsWhatAShortPageCannot() throws {
    let long = TinyPDF.lines(Array(repeating: "Nämnden beslutar", count: 12), x: 70, y: 80, distance: 13)
    let short = [80.0, 100].map { TinyPDF.Run(text: "Nämnden beslutar", x: 70, y: $0) }
    let pages = try PDFDocument(bytes: TinyPDF(long, short).bytes).pages()
    #expect(abs(pages[1].lines[1].leading - 20.0 / 13) < 0.05)
  }
}
