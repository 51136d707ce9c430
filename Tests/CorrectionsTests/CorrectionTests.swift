import Corrections
import Evaluation
import Facts
import Foundation
import Testing

@Suite("What readers say of facts")
struct CorrectionTests {
  private static func minutes(_ decisions: [String], title: String = "Taxa för bygglov", page: Int = 4) -> FactsDocument {
    var facts = FactsDocument(document: DocumentFacts(id: "a1", source: "bn.pdf", type: "protokoll", pages: 9))
    var paragraf = ParagrafFacts(number: 18)
    paragraf.title = title
    paragraf.outcome = "bifall"
    paragraf.decisions = decisions.map { text in
      Decision(text: text, action: "antar", source: Evidence(page: page, boxes: [[1, 2, 3, 4]], quote: text, rule: "beslut"))
    }
    facts.paragraphs = [paragraf]
    return facts
  }

  private static func correction(
    _ verdict: Correction.Verdict, _ place: FactPlace, _ facts: FactsDocument, mended: [String: String] = [:], number: Int64 = 1
  ) throws -> Correction {
    var made = try #require(Correction(verdict, of: place, in: facts, note: "", who: "Eva", at: "2026-01-02T03:04:05Z"))
    try made.mend(mended, in: facts)
    made.number = number
    return made
  }

  private static let second = FactPlace(.decision, 2, paragraf: "18")
  private static let two = minutes(["Nämnden antar taxan.", "Taxan gäller från 2024."])

  @Test("A mended value is shown in place of the one that was read, which is kept")
  func mended() throws {
    let made = try Self.correction(
      .mended, Self.second, Self.two, mended: ["text": "Taxan gäller från den 1 mars 2024.", "action": "antar"])
    #expect(made.mended == ["text": "Taxan gäller från den 1 mars 2024."])
    let document = CorrectedDocument(Self.two, [made])
    #expect(document.facts.paragraphs[0].decisions[1].text == "Taxan gäller från den 1 mars 2024.")
    #expect(document.states[Self.second]?.correction.read["text"] == "Taxan gäller från 2024.")
  }

  @Test("What is made of the facts has the mended values and not the wrong facts, and says so")
  func inUse() throws {
    let wrong = try Self.correction(.wrong, FactPlace(.decision, 1, paragraf: "18"), Self.two, number: 1)
    let mended = try Self.correction(.mended, Self.second, Self.two, mended: ["text": "Taxan gäller från mars."], number: 2)
    let document = CorrectedDocument(Self.two, [wrong, mended])
    #expect(document.factsInUse.paragraphs[0].decisions.map(\.text) == ["Taxan gäller från mars."])
    #expect(document.facts.paragraphs[0].decisions.count == 2)
    #expect(document.remark == "bn.pdf: 1 uppgift är rättad och 1 uppgift är utelämnad av läsare; se dokumentet.")
    #expect(CorrectedDocument(Self.two, []).remark == nil)
  }

  @Test("It finds its fact again when the document is read anew and the fact stands elsewhere in the list")
  func moved() throws {
    let made = try Self.correction(.wrong, Self.second, Self.two)
    let anew = Self.minutes(["Ny punkt.", "Nämnden antar taxan.", "Taxan gäller från 2024."])
    let document = CorrectedDocument(anew, [made])
    #expect(document.states.keys.map(\.number) == [3])
    #expect(document.states.values.map(\.reading) == [.asThen])
  }

  @Test("Where the fact is read in another way now, the correction is told and not put in its place")
  func readOtherwise() throws {
    let made = try Self.correction(.mended, Self.second, Self.two, mended: ["text": "Taxan gäller från mars 2024."])
    let anew = Self.minutes(["Nämnden antar taxan.", "Taxan gäller från 2024. Protokollet justeras."])
    let document = CorrectedDocument(anew, [made])
    #expect(document.states[Self.second]?.reading == .otherwise)
    #expect(document.facts.paragraphs[0].decisions[1].text == "Taxan gäller från 2024. Protokollet justeras.")
  }

  @Test("Where the fact is now read as the reader said, that is told")
  func learnt() throws {
    let made = try Self.correction(.mended, FactPlace(.paragraf, paragraf: "18"), Self.two, mended: ["title": "Ny taxa"])
    let document = CorrectedDocument(Self.minutes(["Nämnden antar taxan."], title: "Ny taxa"), [made])
    #expect(document.states.values.map(\.reading) == [.asMended])
  }

  @Test("A correction whose fact is read no longer is not lost")
  func lost() throws {
    let made = try Self.correction(.wrong, Self.second, Self.two)
    let document = CorrectedDocument(Self.minutes(["Nämnden antar taxan."], page: 7), [made])
    #expect(document.lost == [made] && document.states.isEmpty)
  }

  @Test("What was replaced or taken back holds no longer")
  func current() throws {
    let first = try Self.correction(.wrong, Self.second, Self.two, number: 1)
    var next = try Self.correction(.right, Self.second, Self.two, number: 2)
    next.replaces = 1
    #expect([first, next].current == [next])
    var last = try Self.correction(.withdrawn, Self.second, Self.two, number: 3)
    last.replaces = 2
    #expect([first, next, last].current.isEmpty)
  }

  @Test(
    "A field takes only what it can hold, and says so",
    arguments: [
      (FactPlace(.paragraf, paragraf: "18"), "outcome", "kanske"), (FactPlace(.document), "date", "2024-02-31"),
      (FactPlace(.document), "year", "nyss"), (FactPlace(.document), "type", ""), (FactPlace(.decision, 1, paragraf: "18"), "text", "  "),
    ])
  func refused(place: FactPlace, key: String, value: String) throws {
    var made = try #require(Correction(.mended, of: place, in: Self.two, note: "", who: "Eva", at: ""))
    #expect(throws: FieldMistake.self) { try made.mend([key: value], in: Self.two) }
  }

  @Test("Sums are written as people write them", arguments: [("-11 200 000", "-11200000"), ("0,50", "0.5"), ("−3", "-3")])
  func sums(written: String, value: String) throws {
    var facts = FactsDocument(document: DocumentFacts(id: "a2", source: "r.pdf", type: "årsredovisning", pages: 1))
    facts.amounts = [Money(quote: "q", asWritten: "1", valueSEK: 1, kind: "annat", subject: nil, year: nil)]
    let place = FactPlace(.amount)
    var made = try #require(Correction(.mended, of: place, in: facts, note: "", who: "Eva", at: ""))
    try made.mend(["value_sek": written], in: facts)
    #expect(CorrectedDocument(facts, [made]).facts.amounts[0].valueSEK == Decimal(string: value))
    #expect(throws: FieldMistake.self) { try made.mend(["value_sek": "tio"], in: facts) }
  }

  @Test("Lists judged to their end become an annotation, by which the document as read is scored; half judged ones do not")
  func gold() throws {
    let first = try Self.correction(.right, FactPlace(.decision, 1, paragraf: "18"), Self.two, number: 1)
    #expect(try GoldExport(CorrectedDocument(Self.two, [first])) == nil)
    let second = try Self.correction(.wrong, Self.second, Self.two, number: 2)
    let head = try Self.correction(.mended, FactPlace(.paragraf, paragraf: "18"), Self.two, mended: ["title": "Ny taxa"], number: 3)
    var read = Self.two
    read.paragraphs.append(ParagrafFacts(number: 19))
    let export = try #require(try GoldExport(CorrectedDocument(read, [first, second, head])))
    #expect(export.facts == 3 && export.leftOut == 0)
    let board = try Evaluator.compare(gold: export.json, facts: try FactsJSON.encode(read))
    let decisions = board["decisions"]
    #expect(decisions.found == 2 && decisions.gold == 1 && decisions.hit == 1)
    #expect(board["paragraph"].found == 1)
  }
}
