import Pages
import Testing

/// What is running header, footer or page number, and what is text that only looks like it.
@Suite struct FurnitureTests {
  // MARK: What is found

  @Test func aHeaderAndANumberedFooterAreFound() {
    let found = furniture((1...6).map { Sheet(top: ["Björkmåla kommun"], bottom: ["Sida \($0)"]) })
    #expect(found == (1...6).map { ["Björkmåla kommun", "Sida \($0)"] })
  }

  @Test(arguments: ["# (6)", "#(6)", "#[6]", "Sid #", "Sida #(6)", "Sida # av 6", "#/6", "#", "- # -", "Rapport 2024 | #", "# | Rapport"])
  func aPageNumberIsFoundInAllItsForms(form: String) {
    let numbers = (1...6).map { form.replacing("#", with: "\($0)") }
    #expect(furniture(numbers.map { Sheet(bottom: [$0]) }) == numbers.map { [$0] })
  }

  @Test func pagesMayBeNumberedFromElsewhere() {
    let numbers = (45...49).map { "\($0) (60)" }
    #expect(furniture(numbers.map { Sheet(bottom: [$0]) }) == numbers.map { [$0] })
  }

  @Test func oddAndEvenPagesMayDiffer() {
    let footers = (1...8).map { $0 % 2 == 1 ? "Årsredogörelse 2024   \($0)" : "\($0)   Socialnämnden" }
    #expect(furniture(footers.map { Sheet(bottom: [$0]) }) == footers.map { [$0] })
  }

  @Test func theFirstPageMayDiffer() {
    let found = furniture([Sheet(top: ["Årsredovisning", "Kultur- och fritidsnämnden"], body: ["Förord"])] + numbered(4))
    #expect(found == [[]] + (1...4).map { ["Björkmåla kommun", "\($0) (4)"] })
  }

  @Test func boundDocumentsHaveHeadersAndNumbersOfTheirOwn() {
    let text = (1...9).map { _ in Sheet() }
    let report = (1...3).map { Sheet(top: ["Bilaga till ärendet"], bottom: ["\($0) (3)"]) }
    #expect(furniture(text + report).suffix(3) == (1...3).map { ["Bilaga till ärendet", "\($0) (3)"] })
  }

  @Test func aHeaderOfSeveralRowsIsFoundWhole() {
    let rows = ["Sammanträdesprotokoll", "Kultur- och fritidsnämnden", "den 4 mars 2024", "Justerare"]
    #expect(furniture((1...5).map { _ in Sheet(top: rows) }) == (1...5).map { _ in rows })
  }

  @Test func theCellsOfARowMayChangeBesideThePageNumber() {
    let rows = zip(1...6, ["Mål", "Mål", "Ekonomi", "Personal", "Personal", "Framtid"]).map { "\($1)     Årsredovisning 2024     \($0)" }
    #expect(furniture(rows.map { Sheet(top: [$0]) }) == rows.map { [$0] })
  }

  @Test(arguments: [("Björkmåla kommun", true), ("Bilaga", false)])
  func wordsBeforeThePagesOwnNumbersAreAHeaderInTextWithoutWhiteSpace(words: String, isHeader: Bool) {
    let texts = [
      "Nämnden tackar.\nFler lekplatser\nbehövs i byn.", "Taxan höjs.\nDet är rimligt.", "Ingen frågar.\nMötet\növer.", "Val", "Hej då",
    ]
    let pages = texts.enumerated().map { "\(words) \($0 + 1)\n\($1)" }
    let found = marked(TextPages(Array(pages.joined(separator: "\u{c}").utf8)).pages)
    #expect(found == (1...5).map { isHeader ? ["\(words) \($0)"] : [] })
  }

  @Test func aLetterheadOutsideAFooterDoesNotHideIt() {
    var sheets = numbered(5)
    sheets[0].bottom.append("Besöksadress: Storgatan 4")
    #expect(furniture(sheets)[0] == ["Björkmåla kommun", "1 (5)"])
  }

  @Test func twoPagesShowTheirHeaderAtTheVeryEdge() {
    let found = furniture((1...2).map { Sheet(top: ["Revisionsrapport"], bottom: ["\($0)"]) })
    #expect(found == [["Revisionsrapport", "1"], ["Revisionsrapport", "2"]])
  }

  @Test func aSinglePageShowsOnlyAClearPageNumber() {
    let footers = ["Kommunstyrelsen     1 (1)", "Kommunstyrelsen     1", "Bilaga     2 (7)"]
    #expect(footers.map { furniture([Sheet(top: ["Rubrik"], bottom: [$0])]) } == [[[footers[0]]], [[]], [[]]])
  }

  // MARK: What stays

  @Test func theHeadingOfAParagrafIsText() {
    let found = furniture((72...79).map { Sheet(top: ["§ \($0) Ärendenummer KS-2024-00\($0)"], body: ["Titel \($0)"]) })
    #expect(found.joined().isEmpty)
  }

  @Test func headingsUnderTheHeaderAreText() {
    let titles = ["Beslut", "Beslut", "Yrkande", "Beslut", "Beslut", "Reservation"]
    let found = furniture(titles.map { Sheet(top: ["Björkmåla kommun"], body: [$0, "Nämnden tar upp nästa fråga."]) })
    #expect(found == titles.map { _ in ["Björkmåla kommun"] })
  }

  @Test func numberedHeadingsAndListItemsAreText() {
    let goals = furniture(
      (1...4).map { Sheet(body: ["Mål \($0)", "Kommunen ska växa."]) } + [Sheet(body: ["Slut"]), Sheet(body: ["Tack"])])
    let points = furniture(["1. Avslag", "7. Avslag", "2. Avslag", "4. Avslag"].map { Sheet(bottom: [$0]) })
    #expect((goals + points).joined().isEmpty)
  }

  @Test func theHeadOfATableThatGoesOnIsText() {
    let table = (1...5).map { Sheet(top: ["Björkmåla kommun"], body: ["Nyckeltal   2022   2023   2024", "Platser   \($0)0   41   43"]) }
    #expect(furniture(table) == table.map { _ in ["Björkmåla kommun"] })
  }

  @Test func textThatEndsInTheMiddleOfThePageIsNoFooter() {
    let pages = (1...5).map { Sheet(bottom: ["Nämnden tackar.", "Sammanträdet avslutas."], end: 400).page(number: $0) }
    #expect(marked(pages).joined().isEmpty)
  }

  @Test func theSameWordsAtAnotherHeightAreNoHeader() {
    let pages = (1...6).map { Sheet(top: ["Kommunstyrelsen"], start: 20 + Double($0) * 12).page(number: $0) }
    #expect(marked(pages).joined().isEmpty)
  }

  @Test func changingAmountsAreNoPageNumbers() {
    let sums = [12, 15, 16, 16, 21, 30].map { "Summa \($0)" }
    #expect(furniture(sums.map { Sheet(bottom: [$0]) }).joined().isEmpty)
  }

  // MARK: Setting pages

  private func numbered(_ count: Int) -> [Sheet] {
    (1...count).map { Sheet(top: ["Björkmåla kommun"], bottom: ["\($0) (\(count))"]) }
  }

  /// The furniture of each page, the same whether set as PDF or as plain text.
  private func furniture(_ sheets: [Sheet]) -> [[String]] {
    let pages = sheets.enumerated().map { $1.page(number: $0 + 1) }
    let found = marked(pages)
    let text = TextPages(Array(sheets.enumerated().map { $1.text(number: $0 + 1) }.joined(separator: "\u{c}").utf8)).pages
    #expect(marked(text) == found)
    return found
  }

  private func marked(_ pages: [Page]) -> [[String]] {
    var pages = pages
    Furniture.mark(&pages)
    return pages.map { page in page.lines.filter(\.isFurniture).map { String(decoding: page.text[$0.range], as: UTF8.self) } }
  }

  @Test(arguments: ["att", "-", "•"])
  func theMarkOfAPointLastOnThePageIsNoFooter(mark: String) {
    let points = ["anta planen.", "höja taxan för torghandel.", "lägga rapporten till handlingarna."]
    let pages = points.enumerated().map { "§ \($0 + 11)\n\nTaxa nummer \($0) i år\n\nNämnden beslutar\n\n\(mark)      \($1)" }
    #expect(marked(TextPages(Array(pages.joined(separator: "\u{c}").utf8)).pages) == [[], [], []])
  }
}

/// A page to be set: rows at its top, rows of text, rows at its bottom; cells parted by three spaces.
struct Sheet {
  var top: [String] = []
  var body: [String] = []
  var bottom: [String] = []
  /// Where the first row stands, in points from the top.
  var start = 30.0
  /// Where the rows at the bottom stand, in points from the top.
  var end = 780.0

  /// Text that differs from page to page.
  private static let sentences = [
    "Förskolan i Åsen har fått en ny gård.", "Avgiften prövas på nytt till hösten.", "Under våren svarade fler på enkäten än tidigare.",
    "Kön till platserna har blivit kortare.", "Räddningstjänsten övade i augusti.", "Hyran för lokalen betalas av föreningen.",
    "Planen ställs ut på biblioteket.", "Två tjänster är vakanta sedan årsskiftet.", "Ett nytt avtal gäller från maj.",
    "Bron stängs medan räcket byts.", "Simhallen höll öppet längre.", "Skogen gallras vartannat år.", "Ingen annan har lämnat anbud.",
  ]
  private func rows(_ number: Int) -> [String] { body + (0..<12).map { Sheet.sentences[(number * 5 + $0 * 3) % Sheet.sentences.count] } }

  func text(number: Int) -> String {
    [top, rows(number), bottom].map { $0.joined(separator: "\n") }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// An A4 page with rows 14 points apart; the text begins 20 points under the header.
  func page(number: Int) -> Page {
    var page = Page(number: number, size: PageSize(width: 595, height: 842), text: [], words: [], lines: [])
    for (row, line) in top.enumerated() { set(line, at: start + Double(row) * 14, on: &page) }
    let first = start + Double(top.count) * 14 + (top.isEmpty ? 0 : 20)
    for (row, line) in rows(number).enumerated() { set(line, at: first + Double(row) * 14, on: &page) }
    for (row, line) in bottom.enumerated() { set(line, at: end + Double(row) * 14, on: &page) }
    return page
  }

  private func set(_ line: String, at y: Double, on page: inout Page) {
    if !page.lines.isEmpty { page.text.append(0x0A) }
    let start = page.text.count
    let firstWord = page.words.count
    var cells: [Range<Int>] = []
    for cell in line.split(separator: "   ") {
      if page.text.count > start { page.text.append(contentsOf: Array("   ".utf8)) }
      let range = page.text.count..<page.text.count + cell.utf8.count
      page.text.append(contentsOf: cell.utf8)
      cells.append(range)
      let box = Box(x0: 70 + Double(range.lowerBound - start) * 5, y0: y, x1: 70 + Double(range.upperBound - start) * 5, y1: y + 11)
      page.words.append(Word(range: range, box: box))
    }
    let box = page.words[firstWord...].map(\.box).reduce(page.words[firstWord].box) { $0.union($1) }
    page.lines.append(
      Line(range: start..<page.text.count, words: firstWord..<page.words.count, cells: cells, box: box, fontSize: 10))
  }
}
