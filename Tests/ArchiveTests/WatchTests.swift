import Archive
import Facts
import Foundation
import GRDB
import Testing

@Suite("Saved searches")
struct WatchTests {
  private let workplace: Workplace
  private let archive: Archive

  init() throws {
    workplace = try Workplace()
    archive = try workplace.archive()
    try store("mars", "Avgift för hemsjukvård")
  }

  private func store(_ name: String, _ heading: String, number: Int = 10, size: Int64 = 1000) throws {
    let section = Samples.section(number, heading, lines: ["Nämnden höjer avgiften med tio kronor."])
    try archive.store(Samples.minutes(name), [section], from: Samples.file(name, size: size))
  }

  private func add(_ name: String, _ query: String, fromStart: Bool = false) throws {
    try archive.addWatch(name, query: query, fromStart: fromStart, parse: Samples.reader())
  }

  private func news(_ name: String) throws -> WatchNews { try archive.news(of: name, parse: Samples.reader()) }

  private func told(_ name: String) throws -> [String] {
    let news = try news(name)
    try archive.markSeen(news, at: Samples.time)
    return news.hits.map(\.heading)
  }

  @Test("What was there when the search was saved is no news; what comes later is told once")
  func once() throws {
    try add("avgifter", "avgift")
    #expect(try told("avgifter").isEmpty)
    try store("april", "Höjda avgifter för trygghetslarm")
    try store("maj", "Ny lekplats")
    #expect(try told("avgifter").sorted() == ["Höjda avgifter för trygghetslarm", "Ny lekplats"])
    #expect(try told("avgifter").isEmpty)
  }

  @Test("From the start, what is there is news")
  func fromStart() throws {
    try add("avgifter", "avgift", fromStart: true)
    #expect(try told("avgifter") == ["Avgift för hemsjukvård"])
    #expect(try told("avgifter").isEmpty)
  }

  @Test("News that were not marked as seen are told again")
  func unmarked() throws {
    try add("avgifter", "avgift", fromStart: true)
    #expect(try news("avgifter").hits.count == 1)
    #expect(try news("avgifter").hits.count == 1)
  }

  @Test("A document that is read anew is no news, though its sections have other places; another document with the same § is")
  func readAnew() throws {
    try add("avgifter", "avgift")
    let first = Samples.section(9, "Mötets öppnande", lines: ["Ordföranden öppnar mötet."])
    let second = Samples.section(10, "Avgift för hemsjukvård", lines: ["Nämnden höjer avgiften med tio kronor i månaden."])
    try archive.store(Samples.minutes("mars"), [first, second], from: Samples.file("mars"))
    #expect(try told("avgifter").isEmpty)
    try store("juni", "Avgift för hemsjukvård")
    #expect(try told("avgifter") == ["Avgift för hemsjukvård"])
  }

  @Test("Each search has seen its own")
  func several() throws {
    try add("avgifter", "avgift", fromStart: true)
    try add("vård", "hemsjukvård", fromStart: true)
    #expect(try told("avgifter").count == 1)
    #expect(try told("vård").count == 1)
    #expect(try archive.watches().map(\.name) == ["avgifter", "vård"])
    #expect(try archive.watches()[0].lastRun != nil)
  }

  @Test("One at a time tells a search; what was taken by a program that is gone, or an hour ago on another machine, is free")
  func tellers() throws {
    try add("avgifter", "avgift")
    let (first, second) = (WatchTeller(archive), WatchTeller(archive))
    #expect(try first.take("avgifter", at: Samples.time) && first.take("avgifter", at: Samples.time))
    #expect(try !second.take("avgifter", at: Samples.time))
    try second.release("avgifter")
    #expect(try !second.take("avgifter", at: Samples.time))
    try first.release("avgifter")
    #expect(try second.take("avgifter", at: Samples.time))
    let elsewhere = "UPDATE watch SET teller = 'annan-dator 1 x', told_since = \(Samples.time.timeIntervalSince1970)"
    try DatabaseQueue(path: archive.path).write { try $0.execute(sql: elsewhere) }
    #expect(try !first.take("avgifter", at: Samples.time.addingTimeInterval(3599)))
    #expect(try first.take("avgifter", at: Samples.time.addingTimeInterval(3601)))
  }

  @Test("More news than are read at a time all come, the newest first")
  func many() throws {
    try add("förskola", "förskola")
    let sections = (1...450).map { Samples.section($0, "Ärende \($0)", lines: ["Nämnden behandlar förskola nummer \($0)."]) }
    try archive.store(Samples.minutes("stort"), sections)
    #expect(Set(try told("förskola")).count == 450)
    #expect(try told("förskola").isEmpty)
  }

  @Test("A search that is taken away takes what it had seen with it, and its name is free")
  func remove() throws {
    try add("avgifter", "avgift")
    try archive.removeWatch("avgifter")
    #expect(try archive.watches().isEmpty)
    let left = try DatabaseQueue(path: archive.path).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM watch_seen") }
    #expect(left == 0)
    try add("avgifter", "avgift", fromStart: true)
    #expect(try told("avgifter").count == 1)
  }

  @Test("A name that is taken, a name that is not there, and a query that asks for nothing are each told in a sentence")
  func refusals() throws {
    func sentence(_ body: () throws -> Void) throws -> String {
      try #require(#expect(throws: ArchiveFailure.self) { try body() }).description
    }
    try add("avgifter", "avgift")
    #expect(try sentence { try add(" avgifter ", "taxa") }.contains("avgifter finns redan"))
    #expect(try sentence { _ = try news("taxor") }.contains("ingen bevakning taxor; det finns avgifter"))
    #expect(try sentence { try archive.removeWatch("taxor") }.contains("ingen bevakning taxor"))
    #expect(try sentence { try add("tom", "  ") }.contains("inte söka efter något"))
    #expect(try sentence { try add(" ", "avgift") }.contains("namn"))
  }
}
