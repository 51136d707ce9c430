import Archive
import Facts
import Foundation
import GRDB
import Testing

@Suite("Opening")
struct OpeningTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  /// Opens in both ways, expects the same sentence and that the file is as it was.
  private func refusal(_ path: String) throws -> String {
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let failure = try #require(#expect(throws: ArchiveFailure.self) { try Archive(path: path, mode: .existing) })
    #expect(throws: ArchiveFailure.self) { try Archive(path: path, mode: .create) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: workplace.folder).count == 1, "no journal is left beside it")
    return failure.description
  }

  private func change(_ path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test("An archive that is not there is named, and not made by a search")
  func missing() throws {
    let path = workplace.path("saknas.db")
    let failure = try #require(#expect(throws: ArchiveFailure.self) { try Archive(path: path, mode: .existing) })
    #expect(failure.description.contains("saknas.db finns inte"))
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("A file that is no database is refused and not touched")
  func noDatabase() throws {
    let path = workplace.path("brev.txt")
    try Data("Hej, det här är ett brev.".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try refusal(path).contains("inget arkiv"))
  }

  @Test("Another program's database is refused and not touched")
  func foreignDatabase() throws {
    let path = workplace.path("annat.db")
    try change(path, "CREATE TABLE kund (namn TEXT)")
    #expect(try refusal(path).contains("inget arkiv"))
  }

  @Test("An archive of a newer version is refused and not touched")
  func newer() throws {
    let path = workplace.path("a.db")
    do { _ = try Archive(path: path, mode: .create) }
    try change(path, "PRAGMA user_version = 4711")
    #expect(try refusal(path).contains("nyare version"))
  }

  @Test("An archive of the program's first version is brought up, and keeps what it held")
  func older() throws {
    let path = workplace.path("a.db")
    try EarlierVersion.make(path)
    let archive = try Archive(path: path, mode: .existing)
    #expect(try archive.documents().map(\.recognisedPages) == [0])
    #expect(try archive.reading(ofDocument: Samples.id("sn"))?.recognition.by == "")
    #expect(try archive.facts(ofDocument: Samples.id("sn")).paragraphs.map(\.number) == [4])
    for query in ["avgifter", "dnr:SN.2024.31"] {
      let hit = try #require(try archive.search(Samples.query(query), SearchOptions(limit: 5)).hits.first)
      #expect(hit.heading == "Taxor" && hit.page == 3)
    }
    try archive.check()
  }

  @Test("A folder is refused")
  func folder() throws {
    #expect(throws: ArchiveFailure.self) { try Archive(path: workplace.folder, mode: .create) }
  }

  @Test("A damaged archive gives a sentence, not a crash")
  func damaged() throws {
    let path = workplace.path("a.db")
    let archive = try Archive(path: path, mode: .create)
    for name in ["a", "b", "c"] {
      try archive.store(Samples.minutes(name), (1...50).map { Samples.section($0, "Rubrik", lines: ["text \($0)"]) })
    }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for index in 4096..<bytes.count { bytes[index] = UInt8(truncatingIfNeeded: index &* 31) }
    try bytes.write(to: URL(fileURLWithPath: workplace.path("trasig.db")))
    let failure = #expect(throws: ArchiveFailure.self) {
      try Archive(path: workplace.path("trasig.db"), mode: .existing).search(Samples.query("text"), SearchOptions(limit: 5))
    }
    #expect(try #require(failure).description.contains("skadat"))
  }

  @Test("At rest the archive is one file, whose copy is an archive")
  func oneFile() throws {
    let path = workplace.path("a.db")
    let archive = try Archive(path: path, mode: .create)
    try archive.store(Samples.minutes("sn"), [Samples.section(1, "A", lines: ["bron"])])
    // The archive is still open here, as after a kill.
    #expect(try FileManager.default.contentsOfDirectory(atPath: workplace.folder) == ["a.db"])
    try FileManager.default.copyItem(atPath: path, toPath: workplace.path("kopia.db"))
    #expect(try Archive(path: workplace.path("kopia.db"), mode: .existing).found("bron") == ["A"])
  }

  @Test("A second program can search while the first has the archive open")
  func twoReaders() throws {
    let first = try workplace.archive()
    try first.store(Samples.minutes("sn"), [Samples.section(1, "A", lines: ["bron"])])
    let second = try Archive(path: first.path, mode: .existing)
    #expect(try second.found("bron") == ["A"])
    try first.store(Samples.minutes("ks"), [Samples.section(1, "B", lines: ["bron"])])
    #expect(try second.found("bron").count == 2)
  }

  @Test("A check finds an index that does not agree with the text")
  func disagreement() throws {
    let path = workplace.path("a.db")
    do { try Archive(path: path, mode: .create).store(Samples.minutes("a"), [Samples.section(1, "A", lines: ["bron"])]) }
    try change(path, "UPDATE section SET heading = 'vägen'")
    #expect(throws: ArchiveFailure.self) { try Archive(path: path, mode: .existing).check() }
  }

  @Test("The index agrees with the text after changes and removals")
  func integrity() throws {
    let archive = try workplace.archive()
    for name in ["a", "b"] { try archive.store(Samples.minutes(name), [Samples.section(1, "Avgifterna \(name)", lines: ["höjs"])]) }
    try archive.store(Samples.minutes("a"), [Samples.section(1, "Avgift", lines: ["sänks"])])
    try archive.remove(paths: [Samples.file("b").path])
    try archive.check()
    #expect(try archive.found("avgiften") == ["Avgift"])
  }
}
