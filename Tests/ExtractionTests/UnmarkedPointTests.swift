import Documents
import Extraction
import Facts
import Pages
import Testing

/// Points whose bullets are drawn, or of a font that gives no text, are told by their indent and by where the writer ended their lines.
@Suite struct UnmarkedPointTests {
  private static let margin = 70.0
  private static let indented = 92.0
  private static let prose =
    "Nämnden följer arbetet under hösten och återkommer med en beskrivning av hur det har gått för alla som har fått ett beslut"

  /// The decisions of § 12 of minutes as a PDF would give them.
  private func decisions(_ lead: String, _ points: [String], at place: Double = indented) throws -> [String] {
    let text = ["Björkmåla kommun", "Sammanträdesprotokoll", "Socialnämnden 2024-03-12", "", "§ 12 Tillsyn av livsmedel", "Beslut", lead]
    let rest = ["", "Ärendet"] + Array(repeating: Self.prose, count: 4)
    let lines = text.map { (Self.margin, $0) } + points.map { (place, $0) } + rest.map { (Self.margin, $0) }
    let rules = try Repository.rules.get()
    let document = Segmenter(rules: rules, hyphenation: Hyphenation(words: WordList())).segment([page(lines)])
    let found = Extractor(rules: rules).extract(document, id: "0", source: "prov.pdf")
    return try #require(found.paragraphs.first { $0.number == 12 }).decisions.map(\.text)
  }

  /// A page on which every letter is four points wide; an empty text is a blank line.
  private func page(_ lines: [(x: Double, text: String)]) -> Page {
    var page = Page(number: 1, size: PageSize(width: 595, height: 842), text: [], words: [], lines: [])
    var isBelowBlank = false
    for (index, line) in lines.enumerated() {
      let top = 60 + 14 * Double(index)
      if !line.text.isEmpty { add(line.text, x: line.x, top: top, leading: page.lines.isEmpty ? 0 : isBelowBlank ? 2 : 1, to: &page) }
      isBelowBlank = line.text.isEmpty
    }
    return page
  }

  private func add(_ text: String, x: Double, top: Double, leading: Double, to page: inout Page) {
    if !page.text.isEmpty { page.text.append(0x0A) }
    let (start, firstWord) = (page.text.count, page.words.count)
    var place = x
    for word in text.split(separator: " ") {
      if page.text.count > start { page.text.append(0x20) }
      let width = 4 * Double(word.count)
      let range = page.text.count..<page.text.count + word.utf8.count
      page.words.append(Word(range: range, box: Box(x0: place, y0: top, x1: place + width, y1: top + 10)))
      page.text += Array(word.utf8)
      place += width + 4
    }
    let box = Box(x0: x, y0: top, x1: place - 4, y1: top + 10)
    page.lines.append(
      Line(
        range: start..<page.text.count, words: firstWord..<page.words.count, box: box, fontSize: 10, isBold: false, leading: leading))
  }

  @Test func eachPointIsADecision() throws {
    let points = ["ta ut en avgift om 14 325 kronor av ägaren,", "avgiften ska betalas inom två månader."]
    #expect(try decisions("Socialnämnden beslutar att", points) == points)
  }

  @Test func aPointOfTwoSentencesIsOneDecision() throws {
    let points = ["Dispens ges för bygget. Som tomt får bara marken tas i anspråk.", "Som kontrollansvarig godtas Nils Ek."]
    #expect(try decisions("Socialnämnden beslutar:", points) == points)
  }

  @Test func aLineThatTheMarginBrokeBeginsNoPoint() throws {
    let full = "ta ut en avgift om 14 325 kronor av den som äger huset och marken och som har låtit bygga utan lov i strid med planen,"
    let found = try decisions("Socialnämnden beslutar att", [full, "vilket har framgått av tillsynen,", "betala ut bidraget i maj."])
    #expect(found == [full + " vilket har framgått av tillsynen,", "betala ut bidraget i maj."])
  }

  @Test func linesThatAreNotIndentedAreOneDecision() throws {
    let lines = ["ta ut en avgift om 14 325 kronor,", "vilken ska betalas inom två månader."]
    #expect(try decisions("Socialnämnden beslutar att", lines, at: Self.margin) == [lines.joined(separator: " ")])
  }
}
