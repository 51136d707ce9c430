import Facts
import Rules
import Testing

/// Every fact has its place: page, lines, and a quote that is the text itself.
@Suite struct EvidenceTests {
  @Test func ofAFactInPlainTextIsPageLinesAndQuote() throws {
    let found = try paragraf(
      "Beslut\nSocialnämnden godkänner den plan för tillsynen av livsmedel och lokaler som\nmiljöchefen har lagt fram.\n\nReservation\nKarin Berg (S) reserverar sig mot beslutet."
    )
    let decision = try #require(found.decisions.first?.source)
    #expect(decision.page == 1 && decision.lines == [firstLineOfParagraf + 1, firstLineOfParagraf + 2] && decision.boxes == nil)
    #expect(decision.quote == found.decisions.first?.text)
    #expect(found.reservations.first?.source?.lines == [firstLineOfParagraf + 5, firstLineOfParagraf + 5])
    #expect(found.source?.lines == [6, 6] && found.source?.quote == "§ 12 Tillsyn av livsmedel")
  }

  @Test func namesTheRuleThatTookTheFact() throws {
    let document = try facts(minutes("Beslut\nMotionen avslås.\n\nYrkande\nKarin Berg (S) yrkar bifall. Avgiften är 118 kronor."))
    let rules = Set(try Repository.rules.get().rules.map(\.id))
    let found = try #require(document.paragraphs.first)
    for source in found.decisions.map(\.source) + found.motions.map(\.source) + document.amounts.map(\.source) + [found.source] {
      #expect(rules.contains(try #require(source).rule))
      #expect(document.rules.keys.contains(try #require(source).rule))
    }
  }

  @Test func ofAFactOverAPageBreakBeginsOnItsFirstPage() throws {
    let text = """
      Björkmåla kommun
      Sammanträdesprotokoll
      Socialnämnden
      2024-03-12

      § 12 Tillsyn

      Beslut
      Socialnämnden godkänner den plan för tillsynen av livsmedel och lokaler som
      \u{0C}miljöchefen har lagt fram i ärendet.

      § 13 Information

      Beslut
      Socialnämnden tackar för informationen.
      """
    let document = try facts(text)
    let decision = try #require(document.paragraphs.first?.decisions.first)
    #expect(
      decision.text == "Socialnämnden godkänner den plan för tillsynen av livsmedel och lokaler som miljöchefen har lagt fram i ärendet.")
    #expect(decision.source?.page == 1 && decision.source?.lines == [9, 10] && decision.source?.quote == decision.text)
    #expect(document.paragraphs.last?.source?.page == 2)
    #expect(document.paragraphs.last?.decisions.first?.source?.lines == [15, 15])
  }

  @Test func ofASumIsTheSumAlone() throws {
    let document = try facts(report("Ekonomi\n\nHemtjänsten redovisar ett underskott på 1 753 tkr."))
    let amount = try #require(document.amounts.first)
    #expect(amount.source?.quote == "1 753 tkr" && amount.source?.lines == [8, 8])
    #expect(amount.quote.contains(amount.asWritten))
  }

  @Test func ofAGoalIsItsText() throws {
    let goal = try #require(try facts(report("Mål 4\nAlla som söker en plats ska få en plats.\nMålet är uppnått.")).goals.first)
    #expect(goal.source?.quote == goal.text && goal.source?.lines == [7, 7])
  }

  @Test func quotesAreVerbatimWithLineBreaksMended() throws {
    let found = try paragraf(
      "Beslut\nSocialnämnden godkänner   den plan för tillsynen av livsmedel och lokaler som social-\nförvaltningen har lagt fram.")
    #expect(
      found.decisions.first?.source?.quote
        == "Socialnämnden godkänner den plan för tillsynen av livsmedel och lokaler som socialförvaltningen har lagt fram.")
  }
}
