internal import Access
internal import HTTPTypes
internal import Hummingbird

/// Tells who asks, and gives each browser a secret of its own that its forms are bound to.
struct Identification: RouterMiddleware {
  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    let shown = BrowserCookie.secret(in: request)
    let secret = shown ?? Secret()
    context.visitor = .atTheMachine
    context.csrf = secret.hash(for: "csrf")
    var response = try await next(request, context)
    // A style or an image is kept by the browser, a cookie with it would be too.
    if shown == nil, response.isHTML { BrowserCookie.give(secret, to: &response) }
    return response
  }
}

/// The cookie by which a browser is known again while no one has logged in. It tells nothing of who uses it.
enum BrowserCookie {
  private static let name = "paragraf-formular"

  static func secret(in request: Request) -> Secret? { request.cookies[name].flatMap { Secret(shown: $0.value) } }

  static func give(_ secret: Secret, to response: inout Response) {
    response.setCookie(Cookie(name: name, value: secret.text, path: "/", httpOnly: true, sameSite: .strict))
  }
}

extension Response {
  /// Whether it is a page, not an image, a style or data.
  var isHTML: Bool { headers[.contentType]?.hasPrefix("text/html") ?? false }
}
