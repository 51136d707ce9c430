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

  private func store(
    _ name: String, _ body: String, _ date: String, _ number: Int, _ caseNumber: String, _ references: [Reference],
    municipality: String = "Björkmåla kommun"
  ) throws {
    var paragraf = ParagrafFacts(number: number)
    paragraf.title = "Taxa"
    paragraf.diarienummer = caseNumber
    paragraf.references = references
    var facts = Samples.minutes(name, body: body, paragraphs: [paragraf])
    facts.document.date = date
    facts.document.municipality = municipality
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

  @Test("The same number in two municipalities is two cases")
  func municipalities() throws {
    try store("kf2", "Kommunfullmäktige", "2024-05-06", 40, "KS 2024/7", [], municipality: "Tallvalla kommun")
    let open = try archive.history(ofCase: "KS 2024/7")
    #expect(open.steps.isEmpty && open.municipality == nil)
    #expect(open.municipalities == ["Björkmåla kommun", "Tallvalla kommun"])
    let chosen = try archive.history(ofCase: "KS 2024/7", municipality: "Tallvalla kommun")
    #expect(chosen.steps.map(\.document.municipality) == ["Tallvalla kommun"])
  }

  @Test(
    "A number of a form that only an overlay knows is a case of its own, the whole of it",
    arguments: [
      ("N24-KS-188", "N24-KS-201"), ("Mn 121 -24", "Mn 121 -23"), ("TN#31/24", "TN#32/24"), ("SN_12_2024", "SN_12_2023"),
    ])
  func ownForm(number: String, other: String) throws {
    try store("a", "Nämnden", "2024-02-02", 9, number, [])
    try store("b", "Nämnden", "2024-03-02", 19, other, [])
    for typed in [number, number.lowercased(), "(\(number))"] {
      #expect(try archive.history(ofCase: typed).steps.map(\.paragraph) == [9])
    }
    #expect(try archive.history(ofCase: "N 24").steps.isEmpty)
    #expect(try archive.history(ofCase: "MN 121").steps.isEmpty)
  }

  @Test("A reference leads to the body that it names, not to another of the same day, and not to another municipality")
  func bodies() throws {
    try store("kf3", "Kommunfullmäktige", "2024-04-02", 12, "KS 2024/90", [])
    try store("ks3", "Kommunstyrelsen", "2024-04-02", 12, "KS 2024/91", [], municipality: "Tallvalla kommun")
    let history = try archive.history(ofCase: "KS 2024/7")
    #expect(history.steps.map(\.document.body) == ["Socialnämnden", "Kommunstyrelsen", "Kommunfullmäktige"])
    let reference = Reference(body: "KS", date: "2024-04-02", paragraph: 12)
    let target = try #require(try archive.targets(of: [reference], inDocument: Samples.id("kf"))[0])
    #expect(target.document.id == Samples.id("ks"))
    #expect(try archive.references(toParagraf: 12, ofDocument: Samples.id("ks")).map(\.document.id) == [Samples.id("kf")])
  }

  @Test(
    "A body is known by the forms in which it is written",
    arguments: [
      ("Socialnämndens", "Socialnämnden", true), ("nämnden", "Socialnämnden", true), ("KS", "Kommunstyrelsen", true),
      ("KF", "Kommunfullmäktige", true), ("BUN", "Barn- och utbildningsnämnden", true), ("styrelsen", "Kommunstyrelsen", true),
      ("arbetsutskottet", "Socialnämndens arbetsutskott", true), ("nämnden", "Nämnden för vuxenutbildning", true),
      ("Ks", "Kommunstyrelsen", true), ("Au", "Socialnämndens arbetsutskott", true), ("rådet", "Kommunala pensionärsrådet", true),
      ("Kf", "Kommunstyrelsen", false), ("KF", "Kommunstyrelsen", false), ("KS", "Kommunfullmäktige", false),
      ("Kommunstyrelsen", "Kommunfullmäktige", false),
      ("Socialnämnden", "Socialnämndens arbetsutskott", false), ("Byggnadsnämnden", "Samhällsbyggnadsnämnden", false),
    ])
  func forms(written: String, body: String, isSame: Bool) throws {
    try store("other", body, "2024-02-02", 9, "X 2024/1", [])
    let reference = Reference(body: written, date: "2024-02-02", paragraph: 9)
    #expect(try archive.targets(of: [reference], inDocument: Samples.id("kf")).compactMap { $0 }.isEmpty != isSame)
  }

  @Test("What is no case number is refused with a sentence", arguments: ["taxa", "", "2024-04-02"])
  func refused(text: String) {
    #expect(throws: ArchiveFailure.self) { try archive.history(ofCase: text) }
  }
}
