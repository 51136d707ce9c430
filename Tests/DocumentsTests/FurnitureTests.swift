import Documents
import Pages
import Testing

/// Running headers and footers, also where they break a sentence or part a heading from its text.
@Suite struct FurnitureTests {
  private static let marked = MarkedText(
    """
    Björkmåla kommun                                                     ⟵ försättsblad
    Sammanträdesprotokoll
    Socialnämnden
    den 12 mars 2024
    Sida 1 (3)

    § 12 Tillsyn                                                         ⟵ § 12 titel

    Ärendet                                                              ⟵ avsnitt background
    Nämnden har ansvar för tillsynen av livsmedel och lokaler, och har    ⟵ background
    under året gjort fler besök än planerat. Besöken visar att de flesta
    📄
    Björkmåla kommun                                                     ⟵ sidhuvud
    Sammanträdesprotokoll
    Socialnämnden
    den 12 mars 2024
    Sida 2 (3)
    verksamheter sköter sin egenkontroll.                                ⟵ background

    Beslut                                                               ⟵ avsnitt decision
    📄
    Björkmåla kommun                                                     ⟵ sidhuvud
    Sammanträdesprotokoll
    Socialnämnden
    den 12 mars 2024
    Sida 3 (3)
    Socialnämnden godkänner redovisningen.                               ⟵ decision

    Beslutet skickas till                                                ⟵ avsnitt recipients
    Revisorerna                                                          ⟵ recipients
    Kommunstyrelsen

    § 13 Information                                                     ⟵ § 13 titel

    Beslut                                                               ⟵ avsnitt decision
    Socialnämnden tackar för informationen.                              ⟵ decision
    """)

  @Test func isLeftOutOfTheStructure() throws { try Self.marked.check() }

  @Test func doesNotBreakASentence() throws {
    let document = try segment(Self.marked.plain)
    let background = try #require(document.paragrafer.first?.sections.first { $0.kind == .background })
    #expect(document.blocks(background.lines).map(\.passage.string).count == 1)
    #expect(document.passage(background.lines).string.hasSuffix("att de flesta verksamheter sköter sin egenkontroll."))
  }

  @Test func theFrontMatterIsStillRead() throws {
    let front = try segment(Self.marked.plain).frontMatter
    #expect(front.body == "Socialnämnden" && front.date == "2024-03-12" && front.municipality == "Björkmåla kommun")
  }

  @Test(arguments: [
    "12 (72)", "Sida 3 av 14", "1[25]", "Sid 4", "Justerandes sign", "Justerarsignaturer Utdragsbestyrkande", "Protokoll nr 13",
  ])
  func isKnownByItsWordingInTheMiddleOfAPage(_ line: String) throws { try checkFurniture(line) }

  @Test func aProtocolsNameWithPageNumberIsKnownByItsWording() throws {
    try checkFurniture("PROTOKOLL 1(54)")
  }

  @Test func theOrganAsLastRecipientOfAPageIsNoFurniture() throws {
    let page = { (number: Int) in
      "Björkmåla kommun\nSocialnämnden\nProtokoll\n\n§ \(number) Ärende nummer \(number)\n\nBeslut\nPlan \(number) godkänns.\n\nBeslutet skickas till\nSocialnämnden\n"
    }
    let document = try segment((1...4).map(page).joined(separator: "\u{0C}"))
    let recipients = document.paragrafer.map { paragraf in paragraf.sections.last { $0.kind == .recipients }?.lines.count }
    #expect(recipients == [1, 1, 1, 1])
  }

  private func checkFurniture(_ line: String) throws {
    let document = try segment(
      """
      Björkmåla kommun
      Sammanträdesprotokoll
      Socialnämnden
      2024-03-12

      § 12 Tillsyn

      Ärendet
      Nämnden har ansvar för tillsynen av livsmedel och lokaler, och har
      \(line)
      under året gjort fler besök än planerat.

      § 13 Information

      Beslut
      Socialnämnden tackar för informationen.
      """)
    let background = try #require(document.paragrafer.first?.sections.first { $0.kind == .background })
    #expect(
      document.passage(background.lines).string
        == "Nämnden har ansvar för tillsynen av livsmedel och lokaler, och har under året gjort fler besök än planerat.")
  }

  @Test func theHeadingsOfShortParagraferAreNoFurniture() throws {
    let pages = (1...5).map {
      "Björkmåla kommun\nSocialnämnden\n§ \($0) Övrigt\n\nBeslut\nSocialnämnden tackar för informationen om läget nummer \($0).\n"
    }
    let document = try segment(pages.joined(separator: "\u{0C}"))
    #expect(document.paragrafer.map(\.number) == [1, 2, 3, 4, 5])
  }

  @Test(arguments: [
    ["Socialnämnden     PROTOKOLL 2024-03-12     2 (3)"], ["SAMMANTRÄDESPROTOKOLL             2[3]", "Socialnämnden        2024-03-12"],
    ["Socialnämnden             2024-03-12"], ["Utdrag ur protokoll   Socialnämnden   2024-03-12   Sida 2 av 3"],
  ])
  func theHeaderOfAShortDocumentIsNoDecision(_ header: [String]) throws {
    let text = """
      Sammanträdesprotokoll
      Socialnämnden
      2024-03-12

      § 12 Dagordning

      Beslut
      Dagordningen godkänns.
      \u{c}\(header.joined(separator: "\n"))

      § 13 Information

      Beslut
      Informationen noteras.
      """
    let document = try segment(text)
    let decision = try #require(document.paragrafer.first?.sections.first { $0.kind == .decision })
    #expect(decision.lines.map { String(decoding: document.text($0), as: UTF8.self) } == ["Dagordningen godkänns."])
  }

  @Test(arguments: ["Socialnämnden 12 (14)", "Miljönämndens protokoll 2024-03-12 läggs till handlingarna"])
  func whatLooksLikeAHeaderIsText(_ line: String) throws {
    let document = try segment("Socialnämnden\n2024-03-12\n\n§ 12 Val\n\nBeslut\nVal görs.\n\(line)\n\n§ 13 Hej\n\nBeslut\nTaxan antas.")
    let lines = document.paragrafer.flatMap(\.sections).flatMap(\.lines).map { String(decoding: document.text($0), as: UTF8.self) }
    #expect(lines.contains(line))
  }
}
