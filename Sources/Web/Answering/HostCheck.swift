internal import HTTPTypes
package import Hummingbird

/// Refuses requests that name another host than the server's own.
///
/// A server on loopback is reached by every page in the reader's browser whose host name an attacker points to 127.0.0.1 (DNS rebinding); the
/// browser then names that host.
package struct HostCheck: RouterMiddleware {
  /// Without port. Nil: any host will do, since something else says who may read.
  let names: Set<String>?

  package init(names: Set<String>?) { self.names = names }

  package func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    if let host = request.head.authority, !isOwn(host) {
      throw Problem(
        status: .misdirectedRequest, title: "Fel adress", text: "Servern svarar inte under namnet \(host.prefix(100)).",
        advice: "Använd den adress som skrevs ut när servern startades.")
    }
    return try await next(request, context)
  }

  /// - Parameter host: as the browser names it, with or without a port.
  package func isOwn(_ host: String) -> Bool { names?.contains(Self.withoutPort(host)) ?? true }

  static func withoutPort(_ host: String) -> String {
    if host.hasPrefix("[") { return String(host.dropFirst().prefix { $0 != "]" }) }
    return String(host.prefix { $0 != ":" }).lowercased()
  }
}
