import Archive
import Facts
import Testing

@Suite("Where a hit stands")
struct HitPlaceTests {
  let workplace: Workplace
  let archive: Archive

  init() throws {
    workplace = try Workplace()
    archive = try workplace.archive()
  }

  private func hit(_ query: String) throws -> Hit {
    try #require(try archive.search(Samples.query(query), SearchOptions(limit: 1)).hits.first)
  }

  @Test("The boxes are those of the lines in which the words stand")
  func boxes() throws {
    let lines = ["Nämnden har behandlat frågan.", "Förslaget gäller en lekplats", "vid skolan i byn."]
    try archive.store(Samples.minutes("sn"), [Samples.section(1, "A", lines: lines)])
    #expect(try hit("lekplats").boxes == [Samples.box(line: 1)])
    #expect(try hit("lekplats byn").boxes == [Samples.box(line: 1), Samples.box(line: 2)])
    #expect(try hit("\"lekplats vid skolan\"").boxes == [Samples.box(line: 1), Samples.box(line: 2)])
    #expect(try hit("lekplats").page == 3)
  }

  @Test("A hit on a later page has that page and its lines alone")
  func laterPage() throws {
    let spans = [
      TextSection.Span(start: 0, page: 3, box: Samples.box(line: 0)), TextSection.Span(start: 10, page: 4, box: Samples.box(line: 7)),
    ]
    let section = TextSection(kind: .paragraf, number: 1, heading: "A", text: "Förslaget om bron.", spans: spans)
    try archive.store(Samples.minutes("sn"), [section])
    let hit = try hit("bron")
    #expect(hit.page == 4)
    #expect(hit.boxes == [Samples.box(line: 7)])
  }

  @Test("Words in the heading alone are shown at the heading, of the right § where a number stands twice")
  func heading() throws {
    let paragraphs = (0..<2).map { meeting in
      var paragraf = ParagrafFacts(number: 1)
      paragraf.source = Evidence(page: 5 + meeting, boxes: [[1, 2, 3, Double(meeting)]], quote: "§ 1", rule: "r")
      return paragraf
    }
    let sections = [Samples.section(1, "Val av ledamot", lines: ["x"]), Samples.section(1, "Val av justerare", lines: ["x"])]
    try archive.store(Samples.minutes("sn", paragraphs: paragraphs), sections)
    let hit = try hit("justerare")
    #expect(hit.snippet == "Val av **justerare**")
    #expect(hit.page == 6)
    #expect(hit.boxes == [[1, 2, 3, 1]])
  }

  @Test("Plain text has a page and no boxes")
  func plainText() throws {
    let section = TextSection(
      kind: .paragraf, number: 1, heading: "A", text: "Förslaget om bron.", spans: [TextSection.Span(start: 0, page: 2, box: nil)])
    try archive.store(Samples.minutes("sn"), [section])
    let hit = try hit("bron")
    #expect(hit.page == 2 && hit.boxes.isEmpty)
  }

  @Test("A snippet of a long text shows where the words stand closest, in whole words")
  func snippet() throws {
    let filler = Array(repeating: "Här står något helt annat än det sökta.", count: 20).joined(separator: " ")
    let text = "Bron nämns. \(filler) Kommunen lagar bron\nvid kvarnen i år. \(filler)"
    let section = TextSection(kind: .paragraf, number: 1, heading: "A", text: text, spans: [])
    try archive.store(Samples.minutes("sn"), [section])
    let snippet = try hit("bron kvarnen").snippet
    #expect(snippet.hasPrefix("… Kommunen lagar **bron** vid **kvarnen** i år. Här står"))
    #expect(snippet.hasSuffix(" …"))
    #expect(snippet.utf8.count < 300)
  }

  @Test("A text without a space is cut between letters")
  func unbroken() throws {
    let row = String(repeating: "åäö.", count: 400)
    let section = TextSection(kind: .paragraf, number: 1, heading: "A", text: row + "bron." + row, spans: [])
    try archive.store(Samples.minutes("sn"), [section])
    let snippet = try hit("bron").snippet
    #expect(snippet.contains(".**bron**.") && !snippet.contains("\u{FFFD}"))
  }

  @Test("Stars in the text itself are not taken for marks")
  func stars() throws {
    let section = TextSection(kind: .paragraf, number: 1, heading: "A", text: "**Beslut** om bron", spans: [])
    try archive.store(Samples.minutes("sn"), [section])
    #expect(try hit("bron").snippet == "Beslut om **bron**")
  }
}
