internal import Access
internal import HTTPTypes
internal import Hummingbird

/// Lets nothing be changed but by the pages' own forms: another site can have the reader's browser send a request with the reader's cookies, but
/// cannot read the token that stands in the form (CSRF).
///
/// The token is told from where the request comes from, too (`Origin`, `Sec-Fetch-Site`), since a cookie can be planted by a neighbour: cookies are
/// shared between all ports of a host.
struct RequestProof: RouterMiddleware {
  /// Names under which the server is reached through a proxy, which may tell it another `Host` than the browser's.
  let names: Set<String>

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    guard !Self.safeMethods.contains(request.method) else { return try await next(request, context) }
    guard isFromOwnPage(request) else { throw Problem.foreignForm }
    var context = context
    context.form = try await Form.read(from: request)
    context.upload = try UploadReader(request)
    let token = try await token(request, context)
    guard Secret.isSame(token, context.csrf) else { throw Problem.oldForm }
    return try await next(request, context)
  }

  /// A form with files has it as its first field, so that nothing is taken in before it is known.
  private func token(_ request: Request, _ context: SiteContext) async throws -> String {
    if let upload = context.upload { return try await upload.firstField(Self.field, longest: 100) ?? "" }
    return request.headers[Self.header] ?? context.form[Self.field] ?? ""
  }

  private static let safeMethods: Set<HTTPRequest.Method> = [.get, .head, .options]
  /// What forms name the token, `{{> csrf}}` in templates.
  static let field = "csrf"
  /// What scripts send it in.
  private static let header = HTTPField.Name.named("X-CSRF-Token")

  /// Browsers say where a request comes from in at least one of the two; other programs have no cookies that someone else could use.
  private func isFromOwnPage(_ request: Request) -> Bool {
    if let site = request.headers[.named("Sec-Fetch-Site")], site != "same-origin" && site != "none" { return false }
    guard let origin = request.headers[.origin] else { return true }
    guard let separator = origin.firstRange(of: "://") else { return false }
    let place = origin[separator.upperBound...].lowercased()
    return place == request.head.authority?.lowercased() || names.contains(HostCheck.withoutPort(place))
  }
}

extension Problem {
  fileprivate static let oldForm = Problem(
    status: .forbidden, title: "Sidan har blivit för gammal",
    text: "Det du skickade har inte sparats: sidan du skickade det från var öppnad före inloggningen eller för länge sedan.",
    advice: "Gå tillbaka i webbläsaren, läs om sidan och skicka igen.")

  fileprivate static let foreignForm = Problem(
    status: .forbidden, title: "Skickat från en annan webbplats",
    text: "Det som skickades kom från en annan webbplats och har inte sparats.",
    advice: "Öppna sidan på den här servern och skicka därifrån.")
}
