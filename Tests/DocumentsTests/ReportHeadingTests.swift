import Documents
import Pages
import Testing

/// The headings of a report are a tree: by size and weight of type, or by their numbers.
@Suite struct ReportHeadingTests {
  private func tree(_ pages: [[PrintedLine]]) throws -> [String] {
    try Repository.segmenter.get().segment(typeset(pages)).headings.filter(\.isProminent).map { "\($0.level) \($0.text)" }
  }

  private func text(_ lines: Int = 4) -> [PrintedLine] {
    [PrintedLine("")]
      + (0..<lines).map { _ in PrintedLine("Under året har verksamheten vuxit med flera nya platser och fler anställda,") }
      + [PrintedLine("och kostnaderna har ökat."), PrintedLine("")]
  }

  @Test func bySizeAndWeight() throws {
    let front = [PrintedLine("Årsredovisning 2023", size: 24, isBold: true), PrintedLine("Socialnämnden", size: 16)]
    let page =
      [PrintedLine("Ekonomi", size: 16)] + text() + [PrintedLine("Resultat", size: 13, isBold: true)] + text()
      + [PrintedLine("Hemtjänst", isBold: true)] + text() + [PrintedLine("Personal", size: 16)] + text()
    #expect(try tree([front, page]).suffix(4) == ["2 Ekonomi", "3 Resultat", "4 Hemtjänst", "2 Personal"])
  }

  @Test func byNumbers() throws {
    let page =
      [PrintedLine("1 Ekonomi", size: 14)] + text() + [PrintedLine("1.1 Resultat", size: 14)] + text()
      + [PrintedLine("1.1.1 Hemtjänst", size: 14)] + text() + [PrintedLine("2 Personal", size: 14)] + text()
    #expect(try tree([page]) == ["1 1 Ekonomi", "2 1.1 Resultat", "3 1.1.1 Hemtjänst", "1 2 Personal"])
  }

  @Test func headingsWithoutNumberAreAsDeepAsThoseSetLikeThem() throws {
    let page =
      [PrintedLine("Innehåll", size: 16)] + text() + [PrintedLine("1 Ekonomi", size: 16)] + text() + [PrintedLine("1.1 Resultat", size: 13)]
      + text() + [PrintedLine("Hemtjänst", isBold: true)] + text() + [PrintedLine("1.2 Balans", size: 13)] + text()
    #expect(try tree([page]) == ["1 Innehåll", "1 1 Ekonomi", "2 1.1 Resultat", "3 Hemtjänst", "2 1.2 Balans"])
  }

  @Test func aBoldHeadingStandsAboveALighterOneOfNearlyItsSize() throws {
    let page = [PrintedLine("Personal", size: 13, isBold: true)] + text() + [PrintedLine("Sjukfrånvaro", size: 14)] + text()
    #expect(try tree([page]) == ["1 Personal", "2 Sjukfrånvaro"])
  }

  @Test func theRowsOfAContentsPageAreNone() throws {
    let contents = ["1 Ekonomi ..... 3", "2 Personal ..... 7"].map { PrintedLine($0, isBold: true) }
    let page = [PrintedLine("1 Ekonomi", size: 16)] + text() + [PrintedLine("2 Personal", size: 16)] + text()
    #expect(try tree([contents + [PrintedLine("")] + text(), page]) == ["1 1 Ekonomi", "1 2 Personal"])
  }

  @Test func boldSentencesAndParagraphsAreNone() throws {
    let lead = [
      "Kommunens ekonomi är stark men framtiden är osäker och antalet barn minskar", "medan antalet äldre ökar i alla delar av kommunen.",
    ]
    let page =
      [PrintedLine("Ekonomi", size: 16)] + text() + [PrintedLine("Målet är uppnått.", isBold: true)] + text()
      + lead.map { PrintedLine($0, isBold: true) } + text() + [PrintedLine("Vad händer nu?", isBold: true)] + text()
    #expect(try tree([page]) == ["1 Ekonomi", "2 Vad händer nu?"])
  }

  @Test func twoShortBoldLinesAreTwoHeadings() throws {
    let page = text() + [PrintedLine("Mål för äldre", isBold: true), PrintedLine("Bedömning", isBold: true)] + text()
    #expect(try tree([page]) == ["1 Mål för äldre", "1 Bedömning"])
  }

  @Test func theHeadingOfABoxIsNone() throws {
    let page = [PrintedLine("Ekonomi", size: 16)] + text() + [PrintedLine("Fakta", isBold: true, stream: .box)] + text()
    #expect(try tree([page]) == ["1 Ekonomi"])
  }

  @Test func inPlainTextTheNumberedOnesAreATree() throws {
    let text = "Under året har verksamheten vuxit med flera nya platser, och kostnaderna har ökat."
    let document = try segment("1 Ekonomi\n\n\(text)\n\n1.1 Resultat\n\n\(text)\n\nÖvrigt\n\n\(text)\n\n2 Personal\n\n\(text)\n")
    #expect(document.headings.filter(\.isProminent).map { "\($0.level) \($0.text)" } == ["1 1 Ekonomi", "2 1.1 Resultat", "1 2 Personal"])
  }

  @Test func aHeadingOverTwoLinesIsOne() throws {
    let page = [PrintedLine("Ekonomisk uppföljning av nämndens", size: 16), PrintedLine("verksamheter under året", size: 16)] + text()
    #expect(try tree([page]) == ["1 Ekonomisk uppföljning av nämndens verksamheter under året"])
  }

  @Test func tableHeadsAndFiguresAreNone() throws {
    let page =
      [PrintedLine("Ekonomi", size: 16)] + text() + [
        PrintedLine("Utfall Budget Avvikelse", isBold: true), PrintedLine("Belopp i tkr", isBold: true),
      ]
      + [PrintedLine("Resultat +131 tkr", isBold: true)] + text()
    #expect(try tree([page]) == ["1 Ekonomi"])
  }

  @Test func paragraferOfMinutesAreFoundByTheirTypeToo() throws {
    let paragraf = { (number: Int) in
      [
        PrintedLine("§ \(number) Taxa för tillsyn", size: 13, isBold: true),
        PrintedLine("som gäller från årsskiftet", size: 13, isBold: true),
      ]
        + [PrintedLine(""), PrintedLine("Beslut", isBold: true), PrintedLine("Socialnämnden godkänner taxan."), PrintedLine("")]
    }
    let front = [PrintedLine("Sammanträdesprotokoll", size: 18, isBold: true), PrintedLine("Socialnämnden"), PrintedLine("2024-03-12")]
    let document = try Repository.segmenter.get().segment(typeset([front, paragraf(4) + paragraf(5)]))
    #expect(document.paragrafer.map(\.number) == [4, 5])
    #expect(
      document.paragrafer.map(\.title) == ["Taxa för tillsyn som gäller från årsskiftet", "Taxa för tillsyn som gäller från årsskiftet"])
  }

  @Test func theNameOfAReportGoesOnInTheNextLine() throws {
    let name = [
      PrintedLine("Verksamhetsberättelse 2022 för tekniska", size: 24, isBold: true), PrintedLine("nämnden", size: 24, isBold: true),
    ]
    let document = try Repository.segmenter.get().segment(typeset([name + [PrintedLine(""), PrintedLine("Björkmåla kommun")]]))
    #expect(document.frontMatter.title == "Verksamhetsberättelse 2022 för tekniska nämnden")
    #expect(document.frontMatter.body == "Tekniska nämnden" && document.frontMatter.year == 2022)
  }
}
