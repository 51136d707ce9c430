import Archive
import Facts
import Foundation
import Testing

@Suite("Searching")
struct SearchTests {
  let workplace: Workplace
  let archive: Archive

  init() throws {
    workplace = try Workplace()
    archive = try workplace.archive()
  }

  private func store(_ sections: TextSection...) throws { try archive.store(Samples.minutes("sn"), sections) }

  @Test("A word finds its other forms, and the form that stands in the text is marked")
  func inflection() throws {
    try store(Samples.section(4, "Taxor", lines: ["Nämnden höjer avgifterna i maj."]))
    let hit = try #require(try archive.search(Samples.query("avgift"), SearchOptions(limit: 5)).hits.first)
    #expect(hit.snippet == "Nämnden höjer **avgifterna** i maj.")
    #expect(try archive.found("AVGIFTEN") == ["Taxor"])
  }

  @Test("å, ä and ö are letters of their own", arguments: [("mål", ["Mål"]), ("mal", ["Mal"]), ("hår", []), ("MÅL", ["Mål"])])
  func swedishLetters(query: String, expected: [String]) throws {
    try store(Samples.section(1, "Mål", lines: ["x"]), Samples.section(2, "Mal", lines: ["har"]))
    #expect(try archive.found(query) == expected)
  }

  @Test("All words must be there; a phrase in quotes must stand as it is")
  func wordsAndPhrases() throws {
    try store(
      Samples.section(1, "A", lines: ["Budget för skolan", "och tillsyn av vatten."]),
      Samples.section(2, "B", lines: ["Tillsyn av skolan."]))
    #expect(try Set(archive.found("skolan tillsyn")) == ["A", "B"])
    #expect(try archive.found("skolan budget") == ["A"])
    #expect(try archive.found("\"tillsyn av skolan\"") == ["B"])
    #expect(try archive.found("”tillsyn av vatten”") == ["A"])
    #expect(try archive.found("skolan skidor").isEmpty)
  }

  @Test("A word in the heading weighs more than one in the decision, and that more than one in the text")
  func weights() throws {
    let other = "Annat om vägar och broar."
    try store(
      Samples.section(1, "Text", decision: "Beslut om bänkar.", lines: ["Förslag om lekplats.", other]),
      Samples.section(2, "Beslut", decision: "Beslut om lekplats.", lines: ["Förslag om bänkar.", other]),
      Samples.section(3, "Ny lekplats", decision: "Beslut om bänkar.", lines: ["Förslag om bänkar.", other]),
      Samples.section(4, "Annat", lines: [other]), Samples.section(5, "Annat", lines: [other]), Samples.section(6, "Annat", lines: [other]),
      Samples.section(7, "Annat", lines: [other]))
    #expect(try archive.found("lekplats") == ["Ny lekplats", "Beslut", "Text"])
    let scores = try archive.search(Samples.query("lekplats"), SearchOptions(limit: 5)).hits.map(\.score)
    #expect(scores == scores.sorted(by: >) && Set(scores).count == 3)
  }

  @Test("A case number is found as it is written, also where it stands in the facts alone")
  func caseNumber() throws {
    var paragraf = ParagrafFacts(number: 7)
    paragraf.diarienummer = "SN.2024.31"
    try archive.store(Samples.minutes("sn", paragraphs: [paragraf]), [Samples.section(7, "Tillsyn", lines: ["Kort text 31."])])
    #expect(try archive.found("SN.2024.31") == ["Tillsyn"])
    #expect(try archive.found("SN.2024.32").isEmpty)
  }

  @Test(
    "Any text is a query",
    arguments: [
      "NOT", "a AND", "OR OR", "NEAR(a b)", "heading: skola", "^a", "a*", "(((", "a\u{0}b", "'; DROP TABLE section; --", "{a b}: c",
      "a + b", "\"a\" b \"c\"", "-a", "100 %", "§ 5", "a\\\"b c\"", "", "år:", "belopp:>", "§:x",
    ])
  func anyTextIsAQuery(text: String) throws {
    try store(Samples.section(1, "A", lines: ["a b c"]))
    _ = try archive.search(Samples.query(text), SearchOptions(limit: 5))
  }

  @Test("A query of very many words is answered")
  func longQuery() throws {
    try store(Samples.section(1, "A", lines: (0..<50).map { "ord\($0)" }))
    #expect(try archive.found((0..<50).map { "ord\($0)" }.joined(separator: " ")) == ["A"])
    let start = ContinuousClock.now
    _ = try archive.search(Samples.query((0..<10_000).map { "ord\($0)" }.joined(separator: " OR ")), SearchOptions(limit: 5))
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test("All matches are counted, by document's municipality, body, year and kind, whatever the limit")
  func facets() throws {
    try archive.store(Samples.minutes("a", year: 2023), (1...3).map { Samples.section($0, "Taxa", lines: ["x"]) })
    try archive.store(Samples.minutes("b", body: "Bygg, miljö", year: 2024), [Samples.section(1, "Taxa", lines: ["x"])])
    let answer = try archive.search(Samples.query("taxa"), SearchOptions(limit: 2))
    #expect(try archive.search(Samples.query("taxa"), SearchOptions(limit: 1000)).hits.count == 4)
    #expect(answer.total == 4)
    #expect(answer.hits.count == 2)
    #expect(answer.facets["year"] == ["2023": 3, "2024": 1])
    #expect(answer.facets["body"] == ["Socialnämnden": 3, "Bygg, miljö": 1])
    #expect(answer.facets["municipality"] == ["Björkmåla kommun": 4])
    #expect(answer.facets["type"] == ["protokoll": 4])
  }

  @Test("The answer's JSON has all the keys that the contract names, null where there is nothing")
  func json() throws {
    let section = TextSection(kind: .section, heading: "Ekonomi", text: "Avgiften höjs.", spans: [])
    try archive.store(Samples.minutes("a"), [section])
    let data = try FactsJSON.encoder.encode(try archive.search(Samples.query("avgift"), SearchOptions(limit: 1)))
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(Set(object.keys) == ["format", "query", "total", "offset", "suggestion", "notes", "facets", "hits"])
    #expect(object["format"] as? String == "paragraf-search/1")
    let hit = try #require((object["hits"] as? [[String: Any]])?.first)
    #expect(
      Set(hit.keys) == [
        "document", "paragraph", "heading", "kind", "snippet", "page", "boxes", "score", "recognised", "other_files", "section", "why",
        "diarienummer",
      ])
    #expect(hit["paragraph"] is NSNull && hit["kind"] as? String == "section")
    let document = try #require(hit["document"] as? [String: Any])
    #expect(Set(document.keys) == ["id", "source", "type", "municipality", "body", "date", "year", "version"])
  }
}
