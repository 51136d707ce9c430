import Access
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import Web

/// A site over a copy of the tests' archive, with users and a folder for imports of its own.
final class GuardedSite: Sendable {
  let folder: String
  let site: Site
  let access: AccessStore
  static let password = "fyra ord på rad"

  /// - Parameter change: what is set otherwise.
  init(_ change: (inout WebSettings) -> Void = { _ in }) throws {
    let shared = try TestSite.shared.get()
    folder = NSTemporaryDirectory() + "paragraf-guarded-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: "\(shared.folder)/paragraf.db", toPath: "\(folder)/paragraf.db")
    var settings = WebSettings(
      archive: "\(folder)/paragraf.db", program: "1", workerCommand: [TestSite.program, "worker", "--ocr", "never"])
    change(&settings)
    site = try Site(settings)
    access = try AccessStore(path: settings.users, mode: .create)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func add(_ name: String, _ role: Role, password: String? = GuardedSite.password) throws {
    let name = try #require(UserName(name))
    try access.add(name, role: role, password: password, by: Doer(name: "test", address: nil))
  }

  /// What lies in the folder for imports, hidden files too.
  var imports: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/paragraf-inlästa")) ?? []).sorted()
  }
}

/// A browser that keeps its cookies, as they are given and taken back.
final class Visit {
  private let guarded: GuardedSite
  private var cookies: [String: String] = [:]
  private let headers: HTTPFields
  private let peer: String?

  init(_ guarded: GuardedSite, headers: HTTPFields = [:], peer: String? = "127.0.0.1") {
    self.guarded = guarded
    self.headers = headers
    self.peer = peer
  }

  func get(_ address: String, _ more: HTTPFields = [.accept: "text/html"]) async throws -> Answer {
    try await ask(address, .get, more, RequestBody(buffer: ByteBuffer()))
  }

  /// A page's HTML. Expects the status.
  func page(_ address: String, _ status: HTTPResponse.Status = .ok) async throws -> String {
    let answer = try await get(address)
    #expect(answer.status == status, "\(address)")
    return String(buffer: answer.body)
  }

  /// The token of the forms of a page.
  func token(on address: String = "/logga-in") async throws -> String {
    try #require(try await page(address).values(of: "value").first { $0.utf8.count == 64 })
  }

  func post(_ address: String, _ fields: [String: String]) async throws -> Answer {
    let body = fields.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }.joined(separator: "&")
    let type: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
    return try await ask(address, .post, type, RequestBody(buffer: ByteBuffer(string: body)))
  }

  func logIn(_ name: String, password: String = GuardedSite.password, goal: String = "/") async throws -> Answer {
    try await post("/logga-in", ["csrf": try await token(), "namn": name, "losenord": password, "till": goal])
  }

  func upload(_ body: RequestBody, _ more: HTTPFields = [:]) async throws -> Answer {
    var headers = more
    headers[.contentType] = "multipart/form-data; boundary=\(Multipart.boundary)"
    return try await ask("/lasa-in", .post, headers, body)
  }

  func set(_ cookie: String, _ value: String) { cookies[cookie] = value }
  func cookie(_ name: String) -> String? { cookies[name] }

  private func ask(_ address: String, _ method: HTTPRequest.Method, _ more: HTTPFields, _ body: RequestBody) async throws -> Answer {
    var fields = headers
    for field in more { fields.append(field) }
    if !cookies.isEmpty { fields[.cookie] = cookies.map { "\($0)=\($1)" }.joined(separator: "; ") }
    let answer = try await Answer(
      of: guarded.site.router().buildResponder(), to: address, method, headers: fields, body: body, peer: peer)
    for given in answer.headers[values: .setCookie] {
      let pair = given.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      cookies[String(pair[0])] = given.contains("Max-Age=0") ? nil : String(pair[1])
    }
    return answer
  }
}

/// A form with files, as a browser writes it.
enum Multipart {
  static let boundary = "----Boundary7F3"

  static func body(csrf: String, _ files: [(name: String, bytes: [UInt8])]) -> RequestBody {
    RequestBody(buffer: ByteBuffer(bytes: bytes(csrf: csrf, files)))
  }

  static func bytes(csrf: String, _ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var bytes = Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(csrf)\r\n".utf8)
    for file in files {
      bytes += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"filer\"; filename=\"\(file.name)\"\r\n".utf8)
      bytes += Array("Content-Type: application/pdf\r\n\r\n".utf8) + file.bytes + Array("\r\n".utf8)
    }
    return bytes + Array("--\(boundary)--\r\n".utf8)
  }
}
