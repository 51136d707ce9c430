import Archive
import Facts
import Testing

@Suite("A case through its meetings")
struct CaseTests {
  let workplace: Workplace
  let archive: Archive

  init() throws {
    workplace = try Workplace()
    archive = try workplace.archive()
    try store(
      "kf", "Kommunfullmäktige", "2024-05-06", 40, "KS 2024/7", [Reference(body: "Kommunstyrelsen", date: "2024-04-02", paragraph: 12)])
    try store("ks", "Kommunstyrelsen", "2024-04-02", 12, "KS.2024.7", [Reference(body: nil, date: "2024-03-01", paragraph: 3)])
    try store(
      "sn", "Socialnämnden", "2024-01-15", 5, "SN 2024/1", [Reference(body: "Kommunfullmäktige", date: "2024-05-06", paragraph: 40)])
    try store("bn", "Byggnadsnämnden", "2024-01-16", 12, "BN 2024/1", [])
  }

  private func store(_ name: String, _ body: String, _ date: String, _ number: Int, _ caseNumber: String, _ references: [Reference]) throws
  {
    var paragraf = ParagrafFacts(number: number)
    paragraf.title = "Taxa"
    paragraf.diarienummer = caseNumber
    paragraf.references = references
    var facts = Samples.minutes(name, body: body, paragraphs: [paragraf])
    facts.document.date = date
    try archive.store(facts, [Samples.section(number, "Taxa", lines: ["Om taxan."])])
  }

  @Test("All § with the number come in the order of their meetings, whatever its spelling, with what refers to them")
  func steps() throws {
    let history = try archive.history(ofCase: "Ks 2024/0007")
    #expect(history.steps.map(\.document.body) == ["Socialnämnden", "Kommunstyrelsen", "Kommunfullmäktige"])
    #expect(history.steps.map(\.hasCaseNumber) == [false, true, true])
    #expect(history.steps.map(\.refersTo) == [[2], [], [1]])
  }

  @Test("A § that is referred to and is not there is told")
  func missing() throws {
    let history = try archive.history(ofCase: "KS 2024/7")
    #expect(history.missing == [CaseHistory.MissingStep(body: nil, date: "2024-03-01", paragraph: 3, referredFrom: 1)])
  }

  @Test("What is no case number is refused with a sentence", arguments: ["taxa", "", "2024-04-02"])
  func refused(text: String) {
    #expect(throws: ArchiveFailure.self) { try archive.history(ofCase: text) }
  }
}
