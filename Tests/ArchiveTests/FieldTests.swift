import Archive
import Facts
import Foundation
import Testing

@Suite("Searching by what is known")
struct FieldTests {
  let workplace: Workplace
  let archive: Archive

  init() throws {
    workplace = try Workplace()
    archive = try workplace.archive()
    var rejected = ParagrafFacts(number: 1)
    rejected.diarienummer = "SN.2024.31 700"
    rejected.outcome = "avslag"
    rejected.motions = [Motion(mover: "Anna Berg Lund (S), Bo Ås (MP)", text: "Bifall.")]
    rejected.reservations = [Reservation(who: "Eva Alm (V)", text: "Nej.")]
    var granted = ParagrafFacts(number: 2)
    granted.outcome = "bifall"
    granted.decisions = [Decision(text: "Nämnden bifaller.", action: "bifaller")]
    granted.votes = [Vote(yes: 1, no: 0)]
    var facts = Samples.minutes("sn", year: 2023, paragraphs: [rejected, granted])
    let place = Evidence(page: 3, boxes: [Samples.box(line: 1)], quote: "", rule: "r")
    facts.amounts = [
      Money(quote: "", asWritten: "-2 mnkr", valueSEK: -2_000_000, kind: "underskott", subject: nil, year: nil, source: place)
    ]
    facts.goals = [Goal(number: nil, text: "Mål", outcome: "delvis_uppnått", outcomeAsWritten: nil, context: nil, source: place)]
    try archive.store(
      facts, [Samples.section(1, "Avslaget", lines: ["Taxa", "underskott"]), Samples.section(2, "Bifallet", lines: ["Taxa"])])
    try archive.store(Samples.minutes("kf", body: "Kommunfullmäktige", year: 2024), [Samples.section(1, "Fullmäktige", lines: ["Taxa"])])
  }

  @Test(
    "Each field finds what has it",
    arguments: [
      ("dnr:SN.2024.31", ["Avslaget"]), ("dnr:2024/31", ["Avslaget"]), ("SN 2024/31", ["Avslaget"]), ("dnr:SN.2024.32", []),
      ("§:2", ["Bifallet"]), ("part:MP", ["Avslaget"]), ("part:V", ["Avslaget"]), ("part:M", []), ("person:Lund", ["Avslaget"]),
      ("person:\"Anna Lund\"", ["Avslaget"]), ("person:\"Anna Alm\"", []), ("typ:votering", ["Bifallet"]), ("typ:yrkande", ["Avslaget"]),
      ("belopp:>1mnkr", ["Avslaget"]), ("belopp:>2mnkr", []), ("belopp:>=2mnkr", ["Avslaget"]), ("belopp:1mnkr..3mnkr", ["Avslaget"]),
      ("organ:socialnämnden taxa", ["Avslaget", "Bifallet"]), ("organ:fullmäktige", ["Fullmäktige"]),
      ("kommun:björkmåla år:2024", ["Fullmäktige"]),
      ("år:2023 taxa", ["Avslaget", "Bifallet"]), ("år:2022..2023 -underskott", ["Bifallet"]), ("rubrik:avslaget", ["Avslaget"]),
      ("rubrik:taxa", []), ("taxa -organ:socialnämnden", ["Fullmäktige"]), ("datum:2024-01-01..2024-12-31", ["Fullmäktige"]),
    ])
  func fields(query: String, expected: [String]) throws {
    #expect(try Set(archive.found(query)) == Set(expected))
  }

  @Test("Hits are of the kind of fact that was asked for, and kinds and outcomes are counted")
  func kinds() throws {
    let answer = try archive.search(Samples.query("typ:belopp"), SearchOptions(limit: 5))
    #expect(answer.hits.map(\.kind) == ["belopp"])
    let all = try archive.search(Samples.query("taxa"), SearchOptions(limit: 5))
    #expect(all.facets["fact"] == ["yrkande": 1, "reservation": 1, "beslut": 1, "votering": 1, "belopp": 1, "mål": 1])
    #expect(all.total == 3)
  }

  @Test("Answers come by day where that is asked for; pages follow each other")
  func order() throws {
    func found(_ options: SearchOptions) throws -> [String] { try archive.search(Samples.query("taxa"), options).hits.map(\.heading) }
    #expect(try found(SearchOptions(limit: 5, order: .newest)).first == "Fullmäktige")
    #expect(try found(SearchOptions(limit: 5, order: .oldest)).last == "Fullmäktige")
    let all = try found(SearchOptions(limit: 3))
    #expect(try (0..<3).flatMap { try found(SearchOptions(limit: 1, offset: $0)) } == all)
  }

  @Test("A hit says why it was found")
  func why() throws {
    let hit = try #require(try archive.search(Samples.query("underskottet"), SearchOptions(limit: 5, explains: true)).hits.first)
    #expect(hit.why == ["I texten: underskott (annan böjning)"])
  }

  @Test(
    "A word that the archive does not have is offered as one that it has",
    arguments: [("undersott", "underskott"), ("taxaa år:2023", "taxa år:2023")])
  func spelling(query: String, expected: String) throws {
    #expect(try archive.search(Samples.query(query), SearchOptions(limit: 5)).suggestion == expected)
    #expect(try archive.search(Samples.query("taxa"), SearchOptions(limit: 5)).suggestion == nil)
  }

  @Test("What begins so is offered as one types, until its document is gone")
  func completions() throws {
    #expect(try archive.completions(of: "KOMMUNF").map(\.text) == ["Kommunfullmäktige"])
    #expect(try archive.completions(of: "lun").map(\.text) == ["Anna Berg Lund"])
    #expect(try archive.completions(of: "sn 2024").map(\.kind) == [.caseNumber])
    try archive.remove(paths: ["/protokoll/sn.pdf"])
    #expect(try archive.completions(of: "lun").isEmpty)
  }

  @Test("A document that is read anew or taken out is found as it is now")
  func rereading() throws {
    for word in ["nytt", "nyare", "nyast"] {
      try archive.store(Samples.minutes("kf", body: "Kommunfullmäktige", year: 2024), [Samples.section(1, "Fullmäktige", lines: [word])])
    }
    #expect(try archive.found("nytt").isEmpty)
    #expect(try archive.found("nyast") == ["Fullmäktige"])
    try archive.check()
    try archive.remove(paths: ["/protokoll/kf.pdf"])
    #expect(try archive.found("nyast").isEmpty)
    try archive.check()
  }

  @Test("Many documents make few segments, and are all found")
  func manyDocuments() throws {
    for number in 0..<70 {
      try archive.store(Samples.minutes("d\(number)"), [Samples.section(1, "Ärende \(number)", lines: ["gemensamt ord\(number)"])])
    }
    #expect(try archive.search(Samples.query("gemensamt"), SearchOptions(limit: 1)).total == 70)
    #expect(try archive.found("ord41") == ["Ärende 41"])
    try archive.check()
  }
}
