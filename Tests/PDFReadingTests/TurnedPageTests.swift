import PDFReading
import Pages
import Testing

/// A page that lies on its side is read as one reads it, and its boxes lead back to where the words are printed.
@Suite struct TurnedPageTests {
  private let rows = [["Projekt", "Budget", "Utfall"], ["Ny förskola i Norrby", "12 400", "11 950"], ["Summa", "12 400", "11 950"]]
  private let shown = ["Projekt | Budget | Utfall", "Ny förskola i Norrby | 12 400 | 11 950", "Summa | 12 400 | 11 950"]

  /// The table with its first row at a page's left or right edge.
  private func table(angle: Double) -> [TinyPDF.Run] {
    rows.enumerated().flatMap { row, cells in
      cells.enumerated().map { column, text in
        let (down, along) = (60 + Double(row) * 16, 60 + Double(column) * 150)
        return TinyPDF.Run(text: text, x: angle > 0 ? down : 595 - down, y: angle > 0 ? 842 - along : along, angle: angle)
      }
    }
  }

  @Test(arguments: [(90.0, 90.0), (-90, 270)])
  func textThatRunsUpOrDownAWholePageIsReadInRows(angle: Double, turn: Double) throws {
    let page = try firstPage(TinyPDF(table(angle: angle)))
    #expect(page.shown == shown)
    #expect(page.turn?.degrees == turn)
    #expect(page.size == PageSize(width: 842, height: 595))
  }

  @Test(arguments: [90.0, -90])
  func itsBoxesAreThoseOfThePrintedPage(angle: Double) throws {
    let page = try firstPage(TinyPDF(table(angle: angle)))
    let box = try #require(page.boxes(of: page.lines[0].range).first)
    #expect(box.height > box.width * 3)
    #expect(box.x0 >= 0 && box.x1 <= 595 && box.y0 >= 0 && box.y1 <= 842)
    #expect(abs((box.x0 + box.x1) / 2 - (angle > 0 ? 57 : 538)) < 3)
  }

  @Test func aPageThatTheViewerTurnsNeedsNoTurning() throws {
    var pdf = TinyPDF(table(angle: 90))
    pdf.rotation = 90
    let page = try firstPage(pdf)
    #expect(page.shown == shown)
    #expect(page.turn == nil)
  }

  @Test func singleLettersBelongToTheTurnedWordsBesideThem() throws {
    let body = TinyPDF.lines(["Nämnden godkänner rapporten.", "Nämnden godkänner budgeten.", "Nämnden tackar."], x: 70, y: 80)
    let turned = TinyPDF.Run(text: "Foto i Ås: Kim E", x: 40, y: 130, size: 7, angle: 90)
    #expect(try firstPage(TinyPDF(body + [turned])).shown == body.map(\.text) + [turned.text])
  }
}
