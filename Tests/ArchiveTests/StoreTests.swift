import Archive
import Facts
import Foundation
import GRDB
import Testing

@Suite("Storing")
struct StoreTests {
  let workplace: Workplace
  let archive: Archive

  init() throws {
    workplace = try Workplace()
    archive = try workplace.archive()
  }

  @Test("What merged lists have left is given back, and everything is found as before", arguments: [false, true])
  func tidy(isOfEarlierVersion: Bool) throws {
    let path = workplace.path("b.db")
    _ = try Archive(path: path, mode: .create)
    if isOfEarlierVersion {
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA auto_vacuum = NONE; VACUUM") }
      try queue.close()
    }
    let archive = try Archive(path: path, mode: .existing)
    for number in 1...20 {
      let lines = (1...200).map { "Rad \($0) i dokument \(number) om lekplats\($0)nummer\(number)." }
      try archive.store(Samples.minutes("d\(number)"), [Samples.section(1, "Rubrik \(number)", lines: lines)])
    }
    let (size, before) = (try archive.status().size, try archive.found("lekplats7nummer11"))
    try archive.tidy()
    #expect(try archive.status().size < size * 19 / 20)
    #expect(try archive.found("lekplats7nummer11") == before && before == ["Rubrik 11"])
    try archive.check()
  }

  @Test("What documents read anew leave in the index is taken out, and everything is found as before")
  func tidyIndex() throws {
    func store(_ number: Int, as word: String) throws {
      let lines = (1...50).map { "\(word)\($0)nummer\(number)" }
      try archive.store(Samples.minutes("d\(number)"), [Samples.section(1, "Rubrik \(number)", lines: lines)])
    }
    func indexed() throws -> Int {
      let queue = try DatabaseQueue(path: workplace.path("a.db"))
      return try queue.read { try Int.fetchOne($0, sql: "SELECT sum(length(data)) FROM index_block") ?? 0 }
    }
    for number in 1...8 { try store(number, as: "lekplats") }
    for number in 1...4 { try store(number, as: "badplats") }
    let before = try indexed()
    try archive.tidy()
    #expect(try indexed() < before * 4 / 5, "four of twelve texts are gone")
    #expect(try archive.found("badplats7nummer1") == ["Rubrik 1"] && archive.found("lekplats7nummer8") == ["Rubrik 8"])
    #expect(try archive.found("lekplats7nummer1").isEmpty)
    try archive.check()
    let tidied = try indexed()
    try archive.tidy()
    #expect(try indexed() == tidied, "once is enough")
  }

  @Test("Facts come back as they were, sums exact and coordinates to a tenth of a point")
  func factsComeBack() throws {
    var facts = Samples.minutes("sn")
    let evidence = Evidence(page: 2, boxes: [[72.04, 1.96, 3, 4]], quote: "-11,2 mnkr", rule: "belopp")
    facts.amounts = [
      Money(
        quote: "q", asWritten: "-11,2 mnkr", valueSEK: Decimal(string: "-11200000.07"), kind: "avvikelse", subject: nil, year: 2024,
        source: evidence)
    ]
    try archive.store(facts)
    let back = try archive.facts(ofDocument: facts.document.id)
    #expect(back.amounts[0].valueSEK == Decimal(string: "-11200000.07"))
    #expect(back.amounts[0].source?.boxes == [[72, 2, 3, 4]])
    #expect(back.document == facts.document)
  }

  @Test("A changed file replaces its old self, also in the index")
  func replaced() throws {
    let file = Samples.file("sn")
    try archive.store(Samples.minutes("old"), [Samples.section(1, "Gammal", lines: ["bron"])], from: file)
    try archive.store(Samples.minutes("new"), [Samples.section(1, "Ny", lines: ["bron"])], from: file)
    #expect(try archive.found("bron") == ["Ny"])
    #expect(try archive.documents().map(\.id) == [Samples.id("new")])
  }

  @Test("A document that is read again is replaced and keeps its files")
  func readAgain() throws {
    try archive.store(Samples.minutes("sn"), [Samples.section(1, "Gammal", lines: ["bron"])])
    try archive.link(Samples.file("kopia"), toDocument: Samples.id("sn"))
    try archive.store(Samples.minutes("sn", year: 2025), [Samples.section(1, "Ny", lines: ["bron"])])
    #expect(try archive.found("bron") == ["Ny"])
    #expect(try archive.documents().map(\.year) == [2025])
    #expect(try archive.documents()[0].paths == ["/protokoll/kopia.pdf", "/protokoll/sn.pdf"])
  }

  @Test("The same bytes at two paths are one document, which goes with the last of them")
  func twoPaths() throws {
    try archive.store(Samples.minutes("sn"), [Samples.section(1, "A", lines: ["bron"])])
    try archive.link(Samples.file("kopia"), toDocument: Samples.id("sn"))
    try archive.remove(paths: [Samples.file("sn").path])
    #expect(try archive.found("bron") == ["A"])
    #expect(try archive.documents().map(\.source) == ["kopia.pdf"])
    try archive.remove(paths: [Samples.file("kopia").path])
    #expect(try archive.found("bron").isEmpty)
    #expect(try archive.documents().isEmpty)
  }

  @Test("A failure is kept with its reason until the file is read")
  func failure() throws {
    let path = Samples.file("sn").path
    try archive.recordFailure(path: path, reason: "sn.pdf är avhuggen", at: Samples.time)
    #expect(try archive.status().failures.map(\.reason) == ["sn.pdf är avhuggen"])
    try archive.store(Samples.minutes("sn"))
    #expect(try archive.status().failures.isEmpty)
  }

  @Test("What a path held before stays when it can no longer be read")
  func failureKeepsTheOld() throws {
    try archive.store(Samples.minutes("sn"), [Samples.section(1, "A", lines: ["bron"])])
    try archive.recordFailure(path: Samples.file("sn").path, reason: "avhuggen", at: Samples.time)
    #expect(try archive.found("bron") == ["A"])
  }

  @Test(
    "A document is found by its name, by a part of it, by its path or by the beginning of its id",
    arguments: [("sn-mars.pdf", 1), ("SN-MARS.PDF", 1), ("mars", 2), ("/protokoll/sn-mars.pdf", 1), ("finns-inte", 0)])
  func named(name: String, count: Int) throws {
    for name in ["sn-mars", "ks-mars", "ks-april"] { try archive.store(Samples.minutes(name)) }
    #expect(try archive.documents(named: name).count == count)
    #expect(try archive.documents(named: String(Samples.id("ks-april").prefix(10))).map(\.source) == ["ks-april.pdf"])
  }

  @Test("The status counts documents, facts and what has to be seen to")
  func status() throws {
    var paragraf = ParagrafFacts(number: 1)
    paragraf.decisions = [Decision(text: "a", action: nil), Decision(text: "b", action: nil)]
    var scanned = Samples.minutes("skannad", year: 2023)
    scanned.document.unreadPages = Array(1...12)
    try archive.store(Samples.minutes("sn", paragraphs: [paragraf]), [Samples.section(1, "A", lines: ["x"])])
    try archive.store(scanned)
    let status = try archive.status()
    #expect(status.documents == 2 && status.pages == 24 && status.sections == 1)
    #expect(status.facts[.decision] == 2 && status.facts[.paragraf] == 1)
    #expect(status.byYear.map(\.value) == ["2023", "2024"])
    #expect(status.unread.map(\.source) == ["skannad.pdf"])
    #expect(status.readings.map(\.sources) == [["skannad.pdf", "sn.pdf"]])
    #expect(status.size > 0)
  }

  @Test("Pages that were recognised, and by what, are kept; hits on them say so")
  func recognised() throws {
    var scanned = Samples.minutes("skannad")
    scanned.document.recognisedPages = [3, 4]
    scanned.document.unreadPages = [5]
    scanned.document.recognition = TextRecognition(by: "Tesseract 5, Latin 1", confidence: [0.9, 0.8])
    try archive.store(scanned, [Samples.section(1, "Avgift", lines: ["avgiften höjs"])])
    try archive.store(Samples.minutes("sn"), [Samples.section(1, "Avgift", lines: ["avgiften höjs"])])
    let stored = try #require(try archive.reading(ofDocument: Samples.id("skannad"))).recognition
    #expect(stored.by == "Tesseract 5, Latin 1" && stored.recognisedPages == 2 && stored.unreadPages == 1 && stored.pages == 12)
    #expect(try archive.status().recognised.map(\.source) == ["skannad.pdf"])
    let hits = try archive.search(Samples.query("avgiften"), SearchOptions(limit: 5)).hits
    #expect(Dictionary(uniqueKeysWithValues: hits.map { ($0.document.source, $0.recognised) }) == ["skannad.pdf": true, "sn.pdf": false])
    #expect(try archive.facts(ofDocument: Samples.id("skannad")) == scanned)
  }

  @Test("Headings come back in their order with their pages")
  func headings() throws {
    try archive.store(Samples.minutes("sn"), (1...3).map { Samples.section($0, "Rubrik \($0)", lines: ["x"]) })
    let headings = try archive.headings(ofDocument: Samples.id("sn"))
    #expect(headings.map(\.heading) == ["Rubrik 1", "Rubrik 2", "Rubrik 3"])
    #expect(headings.map(\.page) == [3, 3, 3])
  }
}
