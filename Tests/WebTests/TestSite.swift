import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import Web

/// The site over an archive of a few documents, which the built program has read. Made once for all tests.
final class TestSite: Sendable {
  let folder: String
  let site: Site

  static let shared = Result { try TestSite() }
  static var isPossible: Bool { FileManager.default.isExecutableFile(atPath: program) }
  /// It lies where the tests lie.
  static let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("paragraf").path
  static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("corpus").path

  private init() throws {
    folder = NSTemporaryDirectory() + "paragraf-web-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let names = [
      "kf-2024-06-17.pdf", "ks-2024-05-28.pdf", "sn-2024-04-24.pdf", "sn-au-2024-04-10.pdf", "sn-arsredovisning-2022.pdf",
      "sn-arsredovisning-2023.pdf",
    ]
    for name in names { try FileManager.default.copyItem(atPath: "\(Self.corpus)/\(name)", toPath: "\(folder)/\(name)") }
    try Data(Self.hostileMinutes.utf8).write(to: URL(fileURLWithPath: "\(folder)/<b>fientligt\"&.txt"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = ["index", folder, "--archive", "\(folder)/paragraf.db", "--ocr", "never"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    site = try Site(WebSettings(archive: "\(folder)/paragraf.db", program: "1", workerCommand: [Self.program, "worker", "--ocr", "never"]))
  }

  /// Minutes whose words are markup.
  private static let hostileMinutes = """
    Björkmåla kommun
    Kulturnämnden
    Sammanträdesprotokoll
    2023-03-07

    § 5 Priset <script>alert(1)</script> & "citat" Dnr KN 2023/7

    Beslut
    Kulturnämnden beslutar att godkänna <img src=x onerror=alert(2)> och lägga ärendet till handlingarna.

    """

  /// What the site answers, without a network.
  func answer(to address: String, _ method: HTTPRequest.Method = .get, headers: HTTPFields = [:], body: String = "") async throws -> Answer
  {
    try await Answer(of: site.router().buildResponder(), to: address, method, headers: headers, body: body)
  }

  /// A page's HTML. Expects the status.
  func page(_ address: String, _ status: HTTPResponse.Status = .ok) async throws -> String {
    let answer = try await answer(to: address)
    #expect(answer.status == status, "\(address)")
    #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
    return String(buffer: answer.body)
  }

  /// The address of a document by its words on the first page, without what is chosen in it.
  func document(_ words: String) async throws -> String {
    let link = try #require(try await page("/").firstLink(before: words, prefix: "/dokument/"))
    return String(link.prefix { $0 != "?" })
  }
}

extension String {
  /// The values of an attribute, unescaped, in the order of the page.
  func values(of attribute: String) -> [String] {
    components(separatedBy: " \(attribute)=\"").dropFirst().map { part in
      String(part.prefix { $0 != "\"" }).replacing("&amp;", with: "&")
    }
  }

  /// The last address with a prefix before some words.
  func firstLink(before words: String, prefix: String) -> String? {
    guard let end = range(of: words)?.lowerBound else { return nil }
    return String(self[..<end]).values(of: "href").last { $0.hasPrefix(prefix) }
  }
}

extension Trait where Self == ConditionTrait {
  /// The archive is made by the program.
  static var needsProgram: Self { .enabled(if: TestSite.isPossible, "\(TestSite.program) is not built") }
}
