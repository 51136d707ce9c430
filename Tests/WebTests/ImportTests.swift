import Access
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import Web

@Suite(.needsProgram) struct ImportTests {
  let guarded: GuardedSite
  let visit: Visit

  init() throws {
    guarded = try GuardedSite {
      $0.imports.largestFile = 1_000_000
      $0.imports.largestTotal = 2_500_000
    }
    visit = Visit(guarded)
  }

  @Test func aDocumentIsReadAndWhatWasFoundIsTold() async throws {
    let page = try await finished(try await send([("bun.pdf", try Self.unknown())]))
    #expect(page.contains("<span class=\"tag\">klar"))
    #expect(page.contains("§, ") && page.contains("beslut"))
    #expect(guarded.imports == ["bun.pdf"])
    let document = try #require(page.values(of: "href").first { $0.hasPrefix("/dokument/") })
    #expect(try await visit.get(document).status == .ok)
    #expect(try await visit.page("/logg").contains("tog emot bun.pdf"))
  }

  @Test func whatTheArchiveHasIsNotKeptTwice() async throws {
    let known = try Self.corpus("kf-2024-06-17.pdf")
    let page = try await finished(try await send([("kopia.pdf", known), ("kopia igen.pdf", known)]))
    #expect(page.components(separatedBy: "finns redan</span>").count == 3)
    #expect(guarded.imports.isEmpty)
  }

  @Test func noFileIsWrittenOver() async throws {
    _ = try await finished(try await send([("a.pdf", try Self.unknown())]))
    _ = try await finished(try await send([("a.pdf", try Self.unknown() + [10])]))
    #expect(guarded.imports == ["a (2).pdf", "a.pdf"])
    #expect(FileManager.default.contents(atPath: "\(guarded.folder)/paragraf-inlästa/a.pdf").map(Array.init) == (try Self.unknown()))
  }

  @Test func whatIsNoPDFOrTooLargeOrEmptyIsRefusedByItself() async throws {
    let large = Array("%PDF-1.4".utf8) + [UInt8](repeating: 32, count: 1_000_000)
    let files: [(String, [UInt8])] = [
      ("a.pdf", Array("MZ inget".utf8)), ("b.pdf", large), ("c.pdf", []), ("d.pdf", Array("%PDF-1.4 trasig".utf8)),
    ]
    let page = try await finished(try await send(files))
    #expect(page.contains("Filen är ingen PDF") && page.contains("Filen är större än 1 MB") && page.contains("Filen är tom."))
    #expect(page.components(separatedBy: "misslyckades</span>").count == 5)
    #expect(guarded.imports == ["d.pdf"])
  }

  @Test func aNameIsNoPathAndNoMarkup() async throws {
    let page = try await finished(try await send([("../../<script>alert(1)</script>\u{1B}.pdf", try Self.unknown())]))
    #expect(!page.contains("<script>alert") && page.contains("script&gt;.pdf"))
    #expect(guarded.imports == ["script>.pdf"])
  }

  @Test func tooMuchAtOnceIsRefusedAndLeavesNothing() async throws {
    let file = Array("%PDF-1.4".utf8) + [UInt8](repeating: 32, count: 900_000)
    let answer = try await send([("a.pdf", file), ("b.pdf", file), ("c.pdf", file)])
    #expect(answer.status == .contentTooLarge)
    #expect(guarded.imports.isEmpty)
    let token = try await visit.token(on: "/lasa-in")
    let early = try await visit.upload(Multipart.body(csrf: token, []), [.contentLength: "2000000000"])
    #expect(early.status == .contentTooLarge)
  }

  @Test func aBrokenConnectionLeavesNothing() async throws {
    let bytes = Multipart.bytes(
      csrf: try await visit.token(on: "/lasa-in"), [("a.pdf", try Self.unknown()), ("b.pdf", try Self.unknown())])
    let (stream, continuation) = AsyncThrowingStream.makeStream(of: ByteBuffer.self)
    continuation.yield(ByteBuffer(bytes: bytes[..<(bytes.count * 3 / 4)]))
    continuation.finish(throwing: ChannelError.inputClosed)
    let answer = try await visit.upload(RequestBody(asyncSequence: stream))
    #expect(answer.status.code >= 400)
    #expect(guarded.imports.isEmpty)
    #expect(try await !visit.page("/lasa-in").contains("Senaste inläsningarna"))
  }

  @Test func aWrongTokenLetsNothingIn() async throws {
    for token in ["", String(repeating: "a", count: 64), String(repeating: "a", count: 100_000)] {
      #expect(try await visit.upload(Multipart.body(csrf: token, [("a.pdf", try Self.unknown())])).status == .forbidden)
    }
    #expect(guarded.imports.isEmpty)
  }

  @Test func aFormWithoutAFileIsSaid() async throws {
    let answer = try await send([])
    #expect(answer.status == .badRequest)
    #expect(String(buffer: answer.body).contains("<h1>Ingen fil vald</h1>"))
    #expect(try await send([("", [])]).status == .badRequest)
  }

  @Test func onlyEditorsTakeDocumentsIn() async throws {
    try guarded.add("Lars", .reader)
    let reader = Visit(guarded)
    _ = try await reader.logIn("Lars")
    let token = try await reader.token(on: "/organ")
    let answer = try await reader.upload(Multipart.body(csrf: token, [("a.pdf", try Self.unknown())]))
    #expect(answer.status == .forbidden)
    #expect(guarded.imports.isEmpty)
  }

  @Test(arguments: ["/lasa-in/0", "/lasa-in/999999", "/lasa-in/x", "/lasa-in/-1", "/lasa-in/99999999999999999999"])
  func anImportThatIsNotThereIsSaid(_ address: String) async throws {
    #expect(try await visit.page(address, .notFound).contains("<h1>Finns inte</h1>"))
  }

  /// A document that the tests' archive does not have.
  private static func unknown() throws -> [UInt8] { try corpus("bun-2024-03-19.pdf") }

  private static func corpus(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(TestSite.corpus)/\(name)")))
  }

  private func send(_ files: [(name: String, bytes: [UInt8])]) async throws -> Answer {
    try await visit.upload(Multipart.body(csrf: try await visit.token(on: "/lasa-in"), files))
  }

  /// The page of an import when all is done.
  private func finished(_ answer: Answer) async throws -> String {
    #expect(answer.status == .seeOther)
    let address = try #require(answer.headers[.location])
    for _ in 0..<600 {
      let page = try await visit.page(address)
      if !page.contains("data-pagar") { return page }
      try await Task.sleep(for: .milliseconds(100))
    }
    Issue.record("the import does not end")
    return ""
  }
}
