internal import Access
internal import HTTPTypes
internal import Hummingbird

/// Tells who asks, and gives each browser a secret of its own that its forms are bound to while no one has logged in.
struct Identification: RouterMiddleware {
  let access: AccessDesk
  let trust: ProxyTrust
  /// Whether the server listens to its own machine alone.
  let isLoopback: Bool

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    let caller = Caller(request, peer: context.peer, trust: trust)
    let shown = BrowserCookie.secret(in: request)
    let secret = shown ?? Secret()
    context.isSecure = caller.isSecure
    context.visitor = try await visitor(request, caller)
    context.csrf = (context.visitor.session ?? secret).hash(for: "csrf")
    var response = try await next(request, context)
    // A style or an image is kept by the browser, a cookie with it would be too.
    if shown == nil, response.isHTML { BrowserCookie.give(secret, isSecure: caller.isSecure, to: &response) }
    return response
  }

  private func visitor(_ request: Request, _ caller: Caller) async throws -> Visitor {
    if let name = try nameFromProxy(request, caller) {
      let user = try await access.user(name)
      return Visitor(name: user?.name ?? name.text, role: user?.role ?? .reader, address: caller.address)
    }
    if let session = SessionCookie.secret(in: request), let user = try await access.user(ofSession: session) {
      return Visitor(name: user.name, role: user.role, address: caller.address, session: session)
    }
    // A proxy on this machine would lend everyone in the network the right of the person at it.
    if isLoopback, trust.userHeader == nil, !caller.isForwarded, try await !access.hasUsers() { return .atTheMachine }
    return .unknown(from: caller.address)
  }

  /// Whom a proxy says it is. Throws a `Problem` where one who is no such proxy says so.
  private func nameFromProxy(_ request: Request, _ caller: Caller) throws -> UserName? {
    guard let header = trust.userHeader.flatMap({ HTTPField.Name($0) }) else { return nil }
    let names = request.headers[values: header]
    guard let first = names.first else { return nil }
    guard caller.isTrustedProxy, names.count == 1, let name = UserName(first) else {
      throw Problem(
        status: .forbidden, title: "Inte tillåtet",
        text: caller.isTrustedProxy
          ? "Proxyn har skickat ett användarnamn som inte kan vara ett." : "Bara servern framför den här får säga vem som frågar.",
        advice: "Öppna sidan på den adress som den som sköter servern har gett dig.")
    }
    return name
  }
}

/// The cookie by which a browser is known again while no one has logged in. It tells nothing of who uses it.
enum BrowserCookie {
  private static let name = "paragraf-formular"

  static func secret(in request: Request) -> Secret? { request.cookies[name].flatMap { Secret(shown: $0.value) } }

  static func give(_ secret: Secret, isSecure: Bool, to response: inout Response) {
    response.setCookie(Cookie(name: name, value: secret.text, path: "/", secure: isSecure, httpOnly: true, sameSite: .strict))
  }
}

/// The cookie of someone who has logged in. It is sent with links from other sites too (lax), so that a link in a letter opens the document.
enum SessionCookie {
  private static let name = "paragraf-session"

  static func secret(in request: Request) -> Secret? { request.cookies[name].flatMap { Secret(shown: $0.value) } }

  static func give(_ secret: Secret, isSecure: Bool, to response: inout Response) {
    response.setCookie(Cookie(name: name, value: secret.text, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax))
  }

  static func takeBack(from response: inout Response) {
    response.setCookie(Cookie(name: name, value: "", maxAge: 0, path: "/", httpOnly: true, sameSite: .lax))
  }
}

extension Response {
  /// Whether it is a page, not an image, a style or data.
  var isHTML: Bool { headers[.contentType]?.hasPrefix("text/html") ?? false }
}
