internal import Access
internal import HTTPTypes
internal import Hummingbird

/// Shows nothing of the archive to someone who may not read it, and sends a browser that asks for a page to the log-in page, from where it comes back.
struct LoginNeeded: RouterMiddleware {
  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    do {
      if !Self.isOpen(request.uri.path) { try context.visitor.require(.reader) }
      return try await next(request, context)
    } catch let problem as Problem where problem.status == .unauthorized && Self.isPage(request) {
      let page = LoginAddress.address(returningTo: request.head.path ?? "/")
      return Response(status: .seeOther, headers: [.location: page, .cacheControl: "no-store"])
    }
  }

  /// What can be seen by anyone: the log-in page and what it looks like.
  private static func isOpen(_ path: String) -> Bool { path == LoginAddress.path || path.hasPrefix("/static/") }

  /// Whether a person waits for a page, not a script for data or a page for its image.
  private static func isPage(_ request: Request) -> Bool {
    request.method == .get && request.headers[.accept]?.contains("text/html") == true
  }
}

/// The address of the log-in page, with the one to return to.
enum LoginAddress {
  static let path = "/logga-in"
  static let logOut = "/logga-ut"
  /// The field with the address to return to.
  static let field = "till"

  static func address(returningTo address: String) -> String {
    Address.with(path, [(field, local(address) == "/" ? "" : local(address))])
  }

  /// An address to return to: one of this site, as a path, and never another site's ("//ont.example", "/\ont.example", which browsers read as hosts).
  static func local(_ address: String?) -> String {
    guard let address, address.utf8.count <= 2000, address.hasPrefix("/"), !address.hasPrefix("//"), !address.hasPrefix(path),
      address != logOut
    else { return "/" }
    let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    return isPlain ? address : "/"
  }
}
