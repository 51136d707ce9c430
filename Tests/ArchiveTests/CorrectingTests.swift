import Archive
import Corrections
import Facts
import Testing

@Suite("Corrections in the archive")
struct CorrectingTests {
  let workplace: Workplace
  let archive: Archive
  let facts: FactsDocument

  init() throws {
    workplace = try Workplace()
    archive = try workplace.archive()
    var paragraf = ParagrafFacts(number: 7)
    paragraf.decisions = [Decision(text: "Nämnden antar taxan.", action: "antar")]
    facts = Samples.minutes("sn", paragraphs: [paragraf])
    try store(facts)
  }

  private func store(_ facts: FactsDocument) throws { try archive.store(facts, [Samples.section(7, "Taxa", lines: ["Om taxan."])]) }

  private func made(_ text: String, replaces: Int64? = nil) throws -> Correction {
    let place = FactPlace(.decision, paragraf: "7")
    var correction = try #require(Correction(.mended, of: place, in: facts, note: "", who: "Eva", at: "2026-01-02T03:04:05Z"))
    try correction.mend(["text": text], in: facts)
    correction.replaces = replaces
    return correction
  }

  @Test("They outlive a document's being read anew, and its being taken out and taken in again")
  func outlives() throws {
    try archive.correct(try made("Nämnden antar den nya taxan."))
    try store(facts)
    #expect(
      try archive.correctedFacts(ofDocument: facts.document.id).facts.paragraphs[0].decisions[0].text == "Nämnden antar den nya taxan.")
    #expect(try archive.facts(ofDocument: facts.document.id).paragraphs[0].decisions[0].text == "Nämnden antar taxan.")
    try archive.remove(paths: Array(archive.files().keys))
    #expect(try archive.corrections().count == 1)
    try store(facts)
    #expect(try archive.correctedFacts(ofDocument: facts.document.id).states.count == 1)
  }

  @Test("Of two who replace the same, the second is told")
  func conflict() throws {
    let first = try archive.correct(try made("En."))
    try archive.correct(try made("Två.", replaces: first.number))
    #expect(throws: AlreadyCorrected.self) { try archive.correct(try made("Tre.", replaces: first.number)) }
    #expect(try archive.corrections(ofDocument: facts.document.id).map(\.mended["text"]) == ["En.", "Två."])
    #expect(try archive.corrections().current.map(\.mended["text"]) == ["Två."])
  }
}
