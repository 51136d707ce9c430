import Archive
import Facts
import Foundation
import Testing

@Suite("A fact that is asked for is shown where it stands")
struct FactHitTests {
  let workplace: Workplace
  let archive: Archive

  init() throws {
    workplace = try Workplace()
    archive = try workplace.archive()
    var facts = Samples.minutes("sn")
    facts.amounts = [money("250 tkr", 250_000, line: 1), money("3 mnkr", 3_000_000, line: 3)]
    var paragraf = ParagrafFacts(number: 4)
    let decision = "Nämnden beslutar att avgiften höjs med tio kronor i månaden från och med den 1 januari"
    paragraf.decisions = [
      Decision(
        text: "Nämnden lägger rapporten till handlingarna", action: nil, source: evidence("Nämnden lägger rapporten till handlingarna", 5)),
      Decision(text: decision, action: "beslutar", source: evidence(decision, 6)),
    ]
    facts.paragraphs = [paragraf]
    let lines = [
      "Avgiften har inte höjts på länge.", "Det kostar 250 tkr om året.", "Frågan har utretts.", "Bygget av skolan kostar 3 mnkr.",
      "Beslut:",
      "Nämnden lägger rapporten till handlingarna.", decision + ".",
    ]
    try archive.store(facts, [Samples.section(4, "Ekonomi", lines: lines)])
  }

  private func evidence(_ quote: String, _ line: Int) -> Evidence {
    Evidence(page: 3, boxes: [Samples.box(line: line)], quote: quote, rule: "r")
  }

  private func money(_ written: String, _ kronor: Decimal, line: Int) -> Money {
    Money(quote: written, asWritten: written, valueSEK: kronor, kind: "kostnad", subject: nil, year: nil, source: evidence(written, line))
  }

  private func hit(_ query: String) throws -> Hit {
    try #require(try archive.search(Samples.query(query), SearchOptions(limit: 1)).hits.first)
  }

  @Test("A sum of money: its line, and the sum marked")
  func amount() throws {
    let hit = try hit("typ:belopp")
    #expect(hit.kind == "belopp" && hit.boxes == [Samples.box(line: 1)] && hit.page == 3)
    #expect(hit.snippet.contains("Det kostar **250 tkr** om året."))
  }

  @Test("Of several sums the one that is within what is asked for")
  func bounds() throws {
    let hit = try hit("typ:belopp belopp:>1mnkr")
    #expect(hit.boxes == [Samples.box(line: 3)] && hit.snippet.contains("**3 mnkr**"))
  }

  @Test("With a word, the decision in which it stands, though it stands elsewhere too")
  func words() throws {
    let hit = try hit("typ:beslut avgift")
    #expect(hit.boxes == [Samples.box(line: 6)])
    #expect(hit.snippet.contains("beslutar att **avgiften** höjs"))
  }

  @Test("Without a word, the first decision from its beginning; a long one is not marked from end to end")
  func decision() throws {
    #expect(try hit("typ:beslut").boxes == [Samples.box(line: 5)])
    #expect(try hit("typ:beslut").snippet.contains("**Nämnden lägger rapporten till handlingarna**"))
  }

  @Test("A word alone is shown where it stands first, as before")
  func plain() throws {
    #expect(try hit("avgift").boxes.first == Samples.box(line: 0))
  }
}

@Suite("The order of answers to fields alone")
struct DateOrderTests {
  let workplace: Workplace
  let archive: Archive

  init() throws {
    workplace = try Workplace()
    archive = try workplace.archive()
    for (name, date) in [("mars", "2023-03-01"), ("maj", "2023-05-01")] {
      var facts = Samples.minutes(name, year: 2023)
      facts.document.date = date
      let front = TextSection(kind: .section, heading: "Framsida \(name)", text: "Närvarande", spans: [])
      let end = TextSection(kind: .section, heading: "Anslag \(name)", text: "Justerat", spans: [])
      let paragraphs = (1...3).map { Samples.section($0, "\(name) § \($0)", lines: ["Text."]) }
      try archive.store(facts, [front] + paragraphs + [end])
    }
  }

  private func found(_ query: String, _ order: SearchOptions.Order = .relevance, offset: Int = 0, limit: Int = 100) throws -> [String] {
    try archive.search(Samples.query(query), SearchOptions(limit: limit, offset: offset, order: order)).hits.map(\.heading)
  }

  @Test("The newest meeting first, its § in order, its front page after them")
  func newest() throws {
    let all = try found("år:2023")
    #expect(all.prefix(5) == ["maj § 1", "maj § 2", "maj § 3", "Framsida maj", "Anslag maj"])
    #expect(all.dropFirst(5) == ["mars § 1", "mars § 2", "mars § 3", "Framsida mars", "Anslag mars"])
    #expect(try found("år:2023", .oldest).first == "mars § 1")
  }

  @Test("Pages of the answer follow each other without a gap, wherever they are cut")
  func paging() throws {
    let all = try found("år:2023")
    for size in 1...4 {
      let pages = try stride(from: 0, to: 10, by: size).map { try found("år:2023", offset: $0, limit: size) }
      #expect(pages.flatMap { $0 } == all)
    }
    #expect(try archive.wholeResult(of: Samples.query("år:2023"), order: .relevance).count == 10)
  }

  @Test("Of a report what stands before its first fact comes last")
  func report() throws {
    var facts = FactsDocument(document: DocumentFacts(id: Samples.id("rapport"), source: "rapport.pdf", type: "årsredovisning", pages: 3))
    facts.document.year = 2022
    let sections = ["Titel", "Innehåll", "Mål", "Ekonomi"].enumerated().map { index, heading in
      TextSection(kind: .section, heading: heading, text: "Text.", spans: [TextSection.Span(start: 0, page: index + 1, box: nil)])
    }
    facts.goals = [
      Goal(
        number: nil, text: "Text", outcome: "uppnått", outcomeAsWritten: nil, context: nil,
        source: Evidence(page: 3, quote: "Text", rule: "r"))
    ]
    try archive.store(facts, sections)
    #expect(try found("år:2022") == ["Mål", "Ekonomi", "Titel", "Innehåll"])
  }
}
