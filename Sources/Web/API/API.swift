internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// The JSON API: everything under `/api/`, answered before the pages' routes are looked at, so that unknown addresses and methods too are answered in JSON.
struct API: RouterMiddleware {
  static let root = "/api/v1"

  /// A new endpoint is a file in `Endpoints/` that is named here; its answer's shape stands in `Schemas/`.
  private static let kinds: [any Endpoint.Type] = [
    SearchEndpoint.self, DocumentsEndpoint.self, DocumentEndpoint.self, PagesEndpoint.self, ParagraphEndpoint.self, CaseEndpoint.self,
    BodiesEndpoint.self, MeetingsEndpoint.self, CompareEndpoint.self, CompletionsEndpoint.self, StatusEndpoint.self,
  ]

  static var operations: [Operation] { kinds.map { $0.operation } }

  private let endpoints: [(operation: Operation, endpoint: any Endpoint)]
  private let document: Data

  /// Throws a `WebFailure`.
  init(_ services: Services) throws {
    endpoints = Self.kinds.map { ($0.operation, $0.init(services)) }
    document = try OpenAPI(schemasFolder: services.schemasFolder).document
  }

  /// Whether a path belongs to the API.
  static func holds(_ path: String) -> Bool { path.hasPrefix("/api/") }

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    guard Self.holds(request.uri.path) else { return try await next(request, context) }
    let response = try await answer(request)
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func answer(_ request: Request) async throws -> Response {
    let path = request.uri.path
    guard path.hasPrefix(Self.root + "/") else { throw Self.unknown }
    let parts = path.dropFirst(Self.root.count + 1).split(separator: "/", omittingEmptySubsequences: false)
    if parts == ["openapi.json"] {
      try Self.check(request.method)
      return Self.response(APIAnswer(document), type: "application/openapi+json")
    }
    for (operation, endpoint) in endpoints {
      guard let values = operation.values(in: parts) else { continue }
      try Self.check(request.method)
      return Self.response(try await endpoint.answer(try Arguments(request, path: values, of: operation)), type: "application/json")
    }
    throw Self.unknown
  }

  private static let unknown = Problem(
    status: .notFound, title: "Finns inte", text: "Gränssnittet har ingen sådan adress; de som finns står i \(root)/openapi.json.",
    advice: "Rätta adressen.")

  private static func check(_ method: HTTPRequest.Method) throws {
    guard method != .get, method != .head else { return }
    var problem = Problem(
      status: .methodNotAllowed, title: "Går inte att göra här", text: "Den här adressen kan bara läsas, med GET eller HEAD.",
      advice: "Använd GET.")
    problem.headers[.allow] = "GET, HEAD"
    throw problem
  }

  private static func response(_ answer: APIAnswer, type: String) -> Response {
    var headers: HTTPFields = [.contentType: type, .cacheControl: "private, no-cache"]
    if !answer.links.isEmpty {
      headers[.named("Link")] = answer.links.map { "<\($0.address)>; rel=\"\($0.relation)\"" }.joined(separator: ", ")
    }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
  }
}
