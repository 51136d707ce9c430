import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import Web

@Suite(.needsProgram) struct KeepingTests {
  let site: TestSite

  init() throws { site = try TestSite.shared.get() }

  @Test(arguments: ["/", "/?q=avgift", "/organ", "/jamfor", "/api/v1/status", "/api/v1/search?q=avgift"])
  func whatIsUnchangedIsNotSentAgain(_ address: String) async throws {
    let responder = site.site.router().buildResponder()
    let first = try await Answer(of: responder, to: address, .get, headers: [:], body: "")
    let tag = try #require(first.headers[.eTag])
    #expect(first.headers[.cacheControl] == "private, no-cache")
    for wanted in [tag, "W/\(tag)", "\"other\", \(tag)"] {
      let again = try await Answer(of: responder, to: address, .get, headers: [.ifNoneMatch: wanted], body: "")
      #expect(again.status == .notModified)
      #expect(again.body.readableBytes == 0)
      #expect(again.headers[.eTag] == tag)
    }
    let kept = try await Answer(of: responder, to: address, .get, headers: [.ifNoneMatch: "\"other\""], body: "")
    #expect(kept.body == first.body)
    let head = try await Answer(of: responder, to: address, .head, headers: [:], body: "")
    #expect(head.status == .ok && head.body.readableBytes == 0 && head.headers[.eTag] == tag)
  }

  @Test func anErrorHasNoTagAndIsMadeAnew() async throws {
    for address in ["/finns-inte", "/dokument/0000000000000000", "/api/v1/search", "/?q=a&sida=0"] {
      #expect(try await site.answer(to: address).headers[.eTag] == nil, "\(address)")
    }
  }

  @Test func aPageIsMadeAnewWhenAnotherProgramChangesTheArchive() async throws {
    let archive = "\(site.folder)/\(UUID().uuidString).db"
    try FileManager.default.copyItem(atPath: "\(site.folder)/paragraf.db", toPath: archive)
    let changing = try Site(WebSettings(archive: archive, program: "1", workerCommand: [TestSite.program, "worker"]))
    let responder = changing.router().buildResponder()
    let address = "/?q=solfångare"
    let before = try await Answer(of: responder, to: address, .get, headers: [:], body: "")
    #expect(String(buffer: before.body).contains("0 träffar"))
    let file = "\(site.folder)/solfångare.txt"
    let text =
      "Björkmåla kommun\nTekniska nämnden\nSammanträdesprotokoll\n2023-04-11\n\n§ 9 Solfångare på ridhuset\n\nBeslut\nTekniska nämnden beslutar att bygga solfångare.\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    try run("index", file, "--archive", archive, "--ocr", "never")
    let tag = try #require(before.headers[.eTag])
    let after = try await Answer(of: responder, to: address, .get, headers: [.ifNoneMatch: tag], body: "")
    #expect(after.status == .ok)
    #expect(String(buffer: after.body).contains("1 träff"))
  }

  @Test func manyWhoAskForOnePageAtOnceGetIt() async throws {
    let responder = try Site(WebSettings(archive: "\(site.folder)/paragraf.db", program: "1", workerCommand: [TestSite.program, "worker"]))
      .router()
      .buildResponder()
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<200 {
        group.addTask { try await Answer(of: responder, to: "/?q=beslut", .get, headers: [:], body: "").body.readableBytes }
      }
      let sizes = try await group.reduce(into: [Int]()) { $0.append($1) }
      #expect(sizes.count == 200)
      #expect(Set(sizes).count == 1 && sizes[0] > 1000)
    }
  }

  private func run(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: TestSite.program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
