import Pages
import Testing

@Suite struct PassageTests {
  private let pages = TextPages(Array("Protokoll\nLedamöterna i social-\nnämnden  yrkar\u{c}bifall.".utf8)).pages
  private var passage: Passage {
    let lines = [LineReference(page: 0, line: 1), LineReference(page: 0, line: 2), LineReference(page: 1, line: 0)]
    return Passage(lines, in: pages, hyphenation: Hyphenation(words: WordList()))
  }

  @Test func linesBecomeRunningText() {
    #expect(passage.string == "Ledamöterna i socialnämnden yrkar bifall.")
  }

  @Test func aStretchLeadsBackToItsPages() throws {
    let text = passage.string
    let found = try #require(text.utf8.firstRange(of: "nämnden yrkar bifall".utf8))
    let range =
      text.utf8.distance(from: text.startIndex, to: found.lowerBound)..<text.utf8.distance(from: text.startIndex, to: found.upperBound)
    let quotes = passage.places(of: range).map { place in
      String(decoding: pages[place.page - 1].text[place.range], as: UTF8.self)
    }
    #expect(quotes == ["nämnden  yrkar", "bifall"])
    #expect(passage.line(at: range.lowerBound) == 1)
    #expect(passage.lineStarts.count == 3)
  }
}
