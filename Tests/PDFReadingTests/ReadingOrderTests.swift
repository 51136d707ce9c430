import PDFReading
import Pages
import Testing

@Suite struct ReadingOrderTests {
  private let left = [
    "Under året har nämnden arbetat", "med att korta köerna och att ge", "fler barn plats i förskolan. Det",
    "har gett resultat i alla områden",
    "utom i ett, där lokalerna ännu", "inte är klara att flytta in i.",
  ]
  private let right = [
    "Arbetet med att rekrytera fler", "vårdbiträden går vidare, och de", "som redan är anställda får läsa", "till undersköterska på betald",
    "arbetstid. Sommaren blev ändå", "svår, med många tomma pass.",
  ]

  private func shown(_ runs: [TinyPDF.Run]) throws -> [String] { try firstPage(TinyPDF(runs)).shown }

  private func columns(y: Double) -> [TinyPDF.Run] { TinyPDF.lines(left, x: 70, y: y) + TinyPDF.lines(right, x: 300, y: y) }

  @Test func runningTextIsReadDownEachColumn() throws {
    let page = try firstPage(TinyPDF(columns(y: 100)))
    #expect(page.shown == left + right)
    #expect(page.lines[6].leading == 0)
  }

  @Test func columnsOnDifferentBaselinesAreKeptApart() throws {
    #expect(try shown(TinyPDF.lines(left, x: 70, y: 100) + TinyPDF.lines(right, x: 300, y: 105)) == left + right)
  }

  @Test func aHeadingAcrossTheColumnsPartsThem() throws {
    let heading = TinyPDF.Run(text: "Så gick det för kommunens alla verksamheter under det gångna året", x: 70, y: 190, size: 12)
    let found = try shown(columns(y: 100) + [heading] + columns(y: 210))
    #expect(found == left + right + [heading.text] + left + right)
  }

  @Test func aFooterComesLast() throws {
    let footer = [TinyPDF.Run(text: "Björkmåla kommun", x: 70, y: 800), TinyPDF.Run(text: "3 (12)", x: 480, y: 800)]
    #expect(try shown(columns(y: 100) + footer) == left + right + ["Björkmåla kommun | 3 (12)"])
  }

  @Test func threeColumnsAreReadInTurn() throws {
    let runs = TinyPDF.lines(left, x: 30, y: 100) + TinyPDF.lines(right, x: 215, y: 100) + TinyPDF.lines(left, x: 400, y: 100)
    #expect(try shown(runs) == left + right + left)
  }

  @Test func theLastColumnMayBeShort() throws {
    #expect(try shown(TinyPDF.lines(left, x: 70, y: 100) + TinyPDF.lines(Array(right.prefix(3)), x: 300, y: 100)) == left + right.prefix(3))
  }

  @Test func aFewLinesUnderHeadingsSideBySideAreColumns() throws {
    let headings = ["Barn och unga", "Äldre"].enumerated().map {
      TinyPDF.Run(text: $1, x: 70 + Double($0) * 230, y: 100, size: 12, font: "Helvetica-Bold")
    }
    let (first, second) = (Array(left.prefix(3)) + ["gett resultat."], Array(right.prefix(3)) + ["läsa på betald tid."])
    let found = try shown(headings + TinyPDF.lines(first, x: 70, y: 116) + TinyPDF.lines(second, x: 300, y: 116))
    #expect(found == [headings[0].text] + first + [headings[1].text] + second)
  }

  @Test func wordsOfJustifiedLinesAreNoColumn() throws {
    let lines = [
      ("nämnden arbetat hela året", "med att korta alla dessa köer"), ("och att ge fler barn plats", "inom förskolan. Det har gett"),
      ("resultat i alla områden", "utom i ett, där alla lokaler"),
    ]
    let runs = lines.enumerated().flatMap { index, line in
      [
        TinyPDF.Run(text: line.0, x: 70, y: 100 + Double(index) * 12),
        TinyPDF.Run(text: line.1, x: 206 + Double(index) * 2.4, y: 100 + Double(index) * 12),
      ]
    }
    #expect(try shown(runs).count == 3)
  }

  @Test func aHeaderOverTheColumnsStaysARow() throws {
    let header =
      [TinyPDF.Run(text: "Björkmåla kommun", x: 70, y: 60), TinyPDF.Run(text: "2 (4)", x: 430, y: 60)]
      + [TinyPDF.Run(text: "Socialnämnden", x: 70, y: 72), TinyPDF.Run(text: "2024-05-14", x: 405, y: 72)]
    #expect(try shown(header + columns(y: 120)) == ["Björkmåla kommun | 2 (4)", "Socialnämnden | 2024-05-14"] + left + right)
  }

  @Test func headingsSideBySideBeginTheirColumns() throws {
    let heading = ["Barn och unga", "Äldre"].enumerated().map {
      TinyPDF.Run(text: $1, x: 70 + Double($0) * 230, y: 100, size: 14, font: "Helvetica-Bold")
    }
    #expect(try shown(heading + columns(y: 140)) == [heading[0].text] + left + [heading[1].text] + right)
  }

  @Test func aListBesideRunningTextIsAColumn() throws {
    let names = (0..<6).map { "Ledamot \($0) Ek (S)" }
    #expect(try shown(TinyPDF.lines(names, x: 70, y: 100) + TinyPDF.lines(left, x: 300, y: 100)) == names + left)
  }

  @Test func paragraphsThatEndAtTheSameHeightPartNoColumns() throws {
    let first = TinyPDF.lines(left, x: 70, y: 100) + TinyPDF.lines(left, x: 70, y: 184) + TinyPDF.lines(left, x: 70, y: 268)
    let second =
      TinyPDF.lines(right, x: 300, y: 100) + TinyPDF.lines(right, x: 300, y: 184) + TinyPDF.lines(Array(right.prefix(3)), x: 300, y: 280)
    // One of the two gaps of each column falls together with one of the other's.
    #expect(try shown(first + second).prefix(13) == (left + left + left.prefix(1))[...])
  }

  @Test func theCellsOfATableOfSentencesAreReadOneByOne() throws {
    let cells = [100.0, 196, 292].flatMap { columns(y: $0) }
    #expect(try shown(cells) == (0..<3).flatMap { _ in left + right })
  }

  @Test func aFrontPageStaysRows() throws {
    let labels = ["Plats och tid", "Beslutande", "", "", "Justerare", "Paragrafer"]
    let values = ["Kommunhuset, kl. 13.00", "Kim Ek (S), ordförande", "Alva Berg (M)", "Bo Dahl (C)", "Alva Berg", "12-31"]
    let runs = TinyPDF.lines(labels, x: 70, y: 100).filter { !$0.text.isEmpty } + TinyPDF.lines(values, x: 220, y: 100)
    #expect(try shown(runs).contains("Beslutande | Kim Ek (S), ordförande"))
  }

  @Test func namesInColumnsStayRows() throws {
    let first = ["Kim Ek (S), ordförande", "Alva Berg (M)", "Bo Dahl (C)", "Eva Fors (V)", "Per Gran (L)"]
    let second = ["Siv Hed (S) för Ola Ij (S)", "Jan Kvist (M)", "Lena Lund (KD)", "Mia Nord (MP)", "Nils Oxe (SD)"]
    let found = try shown(TinyPDF.lines(first, x: 70, y: 100) + TinyPDF.lines(second, x: 300, y: 100))
    #expect(found == zip(first, second).map { "\($0) | \($1)" })
  }

  @Test func signaturesStayRows() throws {
    let runs =
      TinyPDF.lines(["Sekreterare", "Kim Ek", "Ordförande", "Alva Berg"], x: 70, y: 100, distance: 20)
      + TinyPDF.lines(["Paragrafer 12-31", "nämndsekreterare", "Justerare", "Bo Dahl"], x: 300, y: 100, distance: 20)
    #expect(try shown(runs).count == 4)
  }

  @Test func aTableOfFiguresStaysRows() throws {
    let runs = ["Förskola", "Grundskola", "Gymnasieskola", "Vuxenutbildning", "Summa"].enumerated().flatMap { index, label in
      [label, "1 2\(index)0", "1 3\(index)0", "-11\(index)"].enumerated().map {
        TinyPDF.Run(text: $1, x: 70 + Double($0) * 110, y: 100 + Double(index) * 14)
      }
    }
    #expect(try shown(runs)[1] == "Grundskola | 1 210 | 1 310 | -111")
  }
}
