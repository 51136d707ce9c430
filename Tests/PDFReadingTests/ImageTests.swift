import PDFReading
import Pages
import Testing

/// A page as an image, with places marked.
@Suite struct ImageTests {
  private let pdf = TinyPDF([TinyPDF.Run(text: "Nämnden beslutar", x: 70, y: 80)])

  private func picture(_ pdf: TinyPDF, dotsPerInch: Double = 72, marks: [Box] = []) throws -> Picture {
    try #require(Picture(png: try PDFDocument(bytes: pdf.bytes).png(page: 1, dotsPerInch: dotsPerInch, marks: marks)))
  }

  @Test func thePageHasOnePixelAPointAt72DotsAnInch() throws {
    let picture = try picture(pdf)
    #expect(picture.width == 595 && picture.height == 842)
    #expect(try self.picture(pdf, dotsPerInch: 144).width == 1190)
  }

  @Test func theTextStandsWhereItsBoxIs() throws {
    let page = try firstPage(pdf)
    let box = try #require(page.words.first?.box)
    let picture = try picture(pdf, dotsPerInch: 144)
    let rows = Int(box.y0 * 2)..<Int(box.y1 * 2)
    #expect(rows.contains { y in (Int(box.x0 * 2)..<Int(box.x1 * 2)).contains { picture[$0, y].green < 100 } })
    #expect(picture[20, 20] == (255, 255, 255))
  }

  @Test func aMarkIsYellowWithADarkerOutlineAndLetsTheTextThrough() throws {
    let mark = Box(x0: 100, y0: 200, x1: 200, y1: 220)
    let picture = try picture(pdf, marks: [mark])
    let inside = picture[150, 210]
    #expect(inside.red > 240 && inside.blue < 120)
    // The outline lies one and a half points outside the box.
    let outline = (195...201).map { picture[150, $0] }.min { $0.green < $1.green }
    #expect(try #require(outline).green < inside.green - 60)
    #expect(picture[300, 400] == (255, 255, 255))
    let box = try #require(try firstPage(pdf).words.first?.box)
    let marked = try self.picture(pdf, dotsPerInch: 144, marks: [box])
    let darkest = (Int(box.x0 * 2)..<Int(box.x1 * 2)).map { marked[$0, Int(box.y0 + box.y1)].green }.min()
    #expect(try #require(darkest) < 60)
  }

  @Test func aMarkOffThePageOrWithoutMeasureIsNoError() throws {
    let marks = [Box(x0: -1e9, y0: 0, x1: 1e9, y1: 1e9), Box(x0: .nan, y0: 0, x1: 1, y1: .infinity)]
    #expect(try picture(pdf, marks: marks).width == 595)
  }

  @Test func aPageOfTenMetresGetsACoarserImage() throws {
    var large = pdf
    large.mediaBox = [0, 0, 28_346, 28_346]
    let picture = try picture(large, dotsPerInch: 150)
    #expect(picture.width == picture.height && picture.width * picture.height <= 25_000_000 && picture.width > 4000)
  }

  @Test func aPageAsNarrowAsAThreadIsDrawn() throws {
    var narrow = pdf
    narrow.mediaBox = [0, 0, 1, 14_400]
    let picture = try picture(narrow, dotsPerInch: 600)
    #expect(picture.width >= 1 && picture.height <= 32_767)
  }

  @Test func aPageThatIsNotThereIsSaid() throws {
    #expect(throws: PDFError.pageUnreadable(2)) { try PDFDocument(bytes: pdf.bytes).png(page: 2) }
  }
}
