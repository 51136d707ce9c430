internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Pipeline

/// Gives answers their `ETag`, answers "unchanged" (304) before anything is made, and keeps what was made until the archive changes.
///
/// May be kept: what is made of the archive and the address alone, for the visitor in the key. May not: anything that tells one visitor's request from
/// another of the same visitor (a CSRF token, a message that is shown once, the host's name), and what depends on more than the archive (files, the clock). Hence the list
/// of addresses: a new page is not kept unless it is added.
struct KeptAnswers: RouterMiddleware {
  private let mark: ArchiveMark
  private let answers = BoundedCache<Key, KeptAnswer>(most: 48 << 20)
  private let flights = Flights<Key, KeptAnswer>()

  struct Key: Hashable, Sendable {
    /// The state of the archive.
    var mark: String
    var address: String
    /// Whom it was made for.
    var visitor: String
  }

  init(_ mark: ArchiveMark) { self.mark = mark }

  private static let exact: Set<String> = ["/", "/organ", "/organ/visa", "/arende", "/jamfor"]

  private static func keeps(_ path: String) -> Bool {
    if exact.contains(path) || path.hasPrefix(API.root + "/") || path.hasPrefix("/sammantrade/") { return true }
    // Page images and files below a document have a life of their own.
    return path.hasPrefix("/dokument/") && !path.dropFirst("/dokument/".count).contains("/")
  }

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    let isHead = request.method == .head
    guard isHead || request.method == .get, Self.keeps(request.uri.path) else { return try await next(request, context) }
    let key = Key(mark: try await mark.now(), address: request.uri.string, visitor: Self.name(of: context))
    let tag = Self.tag(of: key)
    if Self.matches(request.headers[.ifNoneMatch], tag) {
      return Response(status: .notModified, headers: [.eTag: tag, .cacheControl: "private, no-cache"])
    }
    if isHead { return Self.tagged(try await next(request, context), tag) }
    let answer = try await answer(key) { try await KeptAnswer(of: try await next(request, context)) }
    return Self.tagged(answer.response, tag)
  }

  private func answer(_ key: Key, _ make: () async throws -> KeptAnswer) async throws -> KeptAnswer {
    if let kept = answers[key] { return kept }
    return try await flights.share(key) {
      let answer = try await make()
      if answer.status == .ok { answers.keep(answer, for: key, weight: answer.body.readableBytes + key.address.utf8.count + 1000) }
      return answer
    }
  }

  // The pages of someone who has logged in hold the form to log out, whose token is that of the session.
  private static func name(of context: SiteContext) -> String {
    let token = context.visitor.session == nil ? "" : context.csrf
    return "\(context.visitor.role.map { "\($0)" } ?? "") \(context.visitor.name) \(token)"
  }

  private static func tagged(_ response: Response, _ tag: String) -> Response {
    guard response.status == .ok else { return response }
    var tagged = response
    tagged.headers[.eTag] = tag
    return tagged
  }

  private static func tag(of key: Key) -> String {
    "\"\(FileHash.sha256(Array("\(key.mark) \(key.visitor) \(key.address)".utf8)).prefix(24))\""
  }

  /// - Parameter wanted: one tag or several, weak or strong.
  private static func matches(_ wanted: String?, _ tag: String) -> Bool {
    guard let wanted else { return false }
    return wanted.split(separator: ",").contains { $0.drop { $0 == " " || $0 == "W" || $0 == "/" } == tag }
  }
}

/// An answer with its bytes, to be given more than once.
struct KeptAnswer: Sendable {
  let status: HTTPResponse.Status
  let headers: HTTPFields
  let body: ByteBuffer

  init(of response: Response) async throws {
    status = response.status
    headers = response.headers
    let collector = BodyCollector()
    try await response.body.write(collector)
    body = collector.bytes
  }

  var response: Response { Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body)) }
}
