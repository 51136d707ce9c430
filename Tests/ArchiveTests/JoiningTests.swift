import Archive
import Facts
import Testing

/// Files of one meeting are kept together: a § that stands in several is found once, in the version that counts.
@Suite struct JoiningTests {
  private let workplace: Workplace
  private let archive: Archive

  init() throws {
    workplace = try Workplace()
    archive = try workplace.archive()
  }

  @Test func aParagrafInTwoFilesIsFoundOnce() throws {
    try store("hela", sections: [(12, "Taxa för vatten"), (13, "Val av justerare")])
    try store("utdrag", version: "utdrag", sections: [(12, "Taxa för vatten")])
    let answer = try archive.search(Samples.query("vatten"), SearchOptions(limit: 10))
    #expect(answer.total == 1)
    #expect(answer.hits.map(\.document.source) == ["hela.pdf"])
    #expect(answer.hits.first?.otherFiles == [OtherFile(source: "utdrag.pdf", version: "utdrag")])
    #expect(answer.facets["type"] == ["protokoll": 1])
  }

  @Test func theCorrectedVersionIsShownWhicheverCameFirst() throws {
    try store("rattad", version: "rättad", sections: [(12, "Taxa för vatten")])
    try store("forsta", sections: [(12, "Taxa för vatten")])
    #expect(try archive.search(Samples.query("vatten"), SearchOptions(limit: 10)).hits.map(\.document.version) == ["rättad"])
  }

  @Test func whatWasCorrectedAwayIsStillFoundWhereItStood() throws {
    try store("forsta", sections: [(12, "Taxa för avlopp")])
    try store("rattad", version: "rättad", sections: [(12, "Taxa för vatten")])
    let answer = try archive.search(Samples.query("avlopp"), SearchOptions(limit: 10))
    #expect(answer.hits.map(\.document.source) == ["forsta.pdf"])
    #expect(answer.hits.first?.otherFiles.map(\.source) == ["rattad.pdf"])
  }

  @Test func anExtractAloneIsFound() throws {
    try store("utdrag", version: "utdrag", sections: [(12, "Taxa för vatten")])
    #expect(try archive.search(Samples.query("vatten"), SearchOptions(limit: 10)).total == 1)
  }

  @Test func whenTheShownFileGoesTheOtherIsFound() throws {
    try store("hela", sections: [(12, "Taxa för vatten")])
    try store("utdrag", version: "utdrag", sections: [(12, "Taxa för vatten")])
    try archive.remove(paths: [Samples.file("hela").path])
    let answer = try archive.search(Samples.query("vatten"), SearchOptions(limit: 10))
    #expect(answer.hits.map(\.document.source) == ["utdrag.pdf"])
    #expect(answer.hits.first?.otherFiles.isEmpty == true)
  }

  @Test func meetingsOfTwoMunicipalitiesOnOneDayAreTwo() throws {
    try store("hela", sections: [(12, "Taxa för vatten")])
    try store("annan", municipality: "Furuviks kommun", sections: [(12, "Taxa för vatten")])
    #expect(try archive.search(Samples.query("vatten"), SearchOptions(limit: 10)).total == 2)
  }

  @Test func theStatusNamesMeetingsInSeveralFiles() throws {
    try store("hela", sections: [(12, "Taxa")])
    try store("rattad", version: "rättad", sections: [(12, "Taxa")])
    let status = try archive.status()
    #expect(status.severalFiles == [[OtherFile(source: "rattad.pdf", version: "rättad"), OtherFile(source: "hela.pdf", version: nil)]])
    #expect(try archive.otherFiles(ofDocument: Samples.id("hela")) == [OtherFile(source: "rattad.pdf", version: "rättad")])
  }

  private func store(
    _ name: String, version: String? = nil, municipality: String = "Björkmåla kommun", sections: [(number: Int, heading: String)]
  ) throws {
    var facts = Samples.minutes(name, paragraphs: sections.map { ParagrafFacts(number: $0.number) })
    facts.document.version = version
    facts.document.date = "2024-03-14"
    facts.document.municipality = municipality
    try archive.store(facts, sections.map { Samples.section($0.number, $0.heading, lines: [$0.heading]) })
  }
}
