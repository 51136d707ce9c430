import Documents
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
}
