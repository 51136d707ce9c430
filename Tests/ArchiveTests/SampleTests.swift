import Archive
import Facts
import Foundation
import Testing

@Suite("Whole results and samples")
struct SampleTests {
  private let workplace: Workplace
  private let archive: Archive

  init() throws {
    workplace = try Workplace()
    archive = try workplace.archive()
    for name in ["mars", "april", "maj"] { try store(name, to: archive) }
  }

  private func store(_ name: String, to archive: Archive) throws {
    let sections = (1...100).map { Samples.section($0, "Avgift \($0)", lines: ["Avgiften är \($0) kronor."]) }
    try archive.store(Samples.minutes(name), sections)
  }

  private func whole(_ order: SearchOptions.Order = .relevance, _ archive: Archive? = nil) throws -> WholeResult {
    try (archive ?? self.archive).wholeResult(of: Samples.query("avgift"), order: order)
  }

  private func drawn(_ size: Int, seed: Int, _ order: SearchOptions.Order = .relevance, _ archive: Archive? = nil) throws -> [String] {
    let archive = archive ?? self.archive
    let sample = try archive.sample(of: whole(order, archive), size: size, seed: seed)
    return try sample.batches.flatMap { try archive.hits(of: sample, $0) }.map { "\($0.document.id)/\($0.section)" }
  }

  @Test("A whole result has each hit once, in the order of the search")
  func all() throws {
    let whole = try whole()
    let hits = try whole.batches.flatMap { try archive.hits(of: whole, $0) }
    #expect(hits == (try archive.search(Samples.query("avgift"), SearchOptions(limit: 1000)).hits))
    #expect(hits.count == 300 && whole.answer.total == 300 && whole.answer.hits.isEmpty)
  }

  @Test("The same seed draws the same hits in the same order, however they are ordered; another seed draws others")
  func seed() throws {
    let first = try drawn(25, seed: 7)
    #expect(first.count == 25 && Set(first).count == 25)
    #expect(try drawn(25, seed: 7, .oldest) == first)
    #expect(try drawn(25, seed: 8) != first)
  }

  @Test("An archive into which the same documents came in another order gives the same sample")
  func otherArchive() throws {
    let other = try Archive(path: workplace.path("b.db"), mode: .create)
    for name in ["maj", "mars", "april"] { try store(name, to: other) }
    #expect(try drawn(25, seed: 7, .relevance, other) == drawn(25, seed: 7))
  }

  @Test("A larger sample begins with the smaller one; one larger than the population is all of it")
  func nested() throws {
    #expect(try Array(drawn(60, seed: 7).prefix(25)) == drawn(25, seed: 7))
    #expect(try Set(drawn(1000, seed: 7)).count == 300)
    let sample = try archive.sample(of: whole(), size: 1000, seed: 7).answer.sample
    #expect(sample?.seed == 7 && sample?.size == 300 && sample?.population == 300)
  }

  // printf '7 6d617273000…000/0' | sha256sum and so on, sorted.
  @Test("The rank is the SHA-256 of the seed and the hit's name, as sha256sum gives it")
  func rank() throws {
    let small = try Archive(path: workplace.path("c.db"), mode: .create)
    let sections = (1...6).map { Samples.section($0, "Avgift \($0)", lines: ["Avgiften är \($0) kronor."]) }
    try small.store(Samples.minutes("mars"), sections)
    let places = try drawn(6, seed: 7, .relevance, small).map { String($0.split(separator: "/")[1]) }
    #expect(places == ["1", "0", "2", "3", "4", "5"])
  }

  @Test("A result whose archive has changed is not read on: no half of it is of another moment")
  func changed() throws {
    let whole = try whole()
    try archive.store(Samples.minutes("juni"), [])
    let failure = try #require(#expect(throws: ArchiveFailure.self) { try archive.hits(of: whole, whole.batches[0]) })
    #expect(failure.description.contains("ändrades"))
  }

  @Test("A limit and an offset of any size are answered")
  func limits() throws {
    #expect(try archive.search(Samples.query("avgift"), SearchOptions(limit: .max, offset: 299)).hits.count == 1)
    #expect(try archive.search(Samples.query("avgift"), SearchOptions(limit: 5, offset: .max)).hits.isEmpty)
  }
}
