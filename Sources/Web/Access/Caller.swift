internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Which proxies in front of the server are believed.
public struct ProxyTrust: Sendable {
  /// The header in which the proxy tells who has logged in with it, such as X-Remote-User; nil where it tells no such thing.
  public var userHeader: String?
  /// The addresses that proxies connect from. What others tell in such headers is not believed.
  public var addresses: Set<String>

  public init(userHeader: String? = nil, addresses: Set<String> = []) {
    self.userHeader = userHeader
    self.addresses = Set(addresses.map(Self.plain))
  }

  /// Whether a text can be the name of a header.
  public static func isHeader(_ text: String) -> Bool { HTTPField.Name(text) != nil }

  /// Whether a text is an IP address.
  public static func isAddress(_ text: String) -> Bool { (try? SocketAddress(ipAddress: text, port: 0)) != nil }

  /// "10.0.0.5" for "::ffff:10.0.0.5", as a server that listens on both kinds of addresses is told IPv4 ones (RFC 4291 section 2.5.5.2).
  static func plain(_ address: String) -> String {
    let lower = address.lowercased()
    return lower.hasPrefix("::ffff:") && lower.contains(".") ? String(lower.dropFirst("::ffff:".count)) : lower
  }
}

/// Where a request comes from.
struct Caller: Sendable {
  /// Of the browser, as far as it is known.
  let address: String?
  /// Whether the other end of the connection is a proxy that is believed.
  let isTrustedProxy: Bool
  /// Whether the browser's part of the way is encrypted.
  let isSecure: Bool
  /// Whether it came through any proxy, believed or not.
  let isForwarded: Bool

  private static let forwardedFor = HTTPField.Name.named("X-Forwarded-For")
  private static let forwardedProto = HTTPField.Name.named("X-Forwarded-Proto")
  private static let forwarded = HTTPField.Name.named("Forwarded")

  /// - Parameter peer: the address of the other end of the connection.
  init(_ request: Request, peer: String?, trust: ProxyTrust) {
    let peer = peer.map(ProxyTrust.plain)
    isTrustedProxy = peer.map { trust.addresses.contains($0) } ?? false
    let chain = request.headers[values: Self.forwardedFor]
    isForwarded = !chain.isEmpty || request.headers[Self.forwarded] != nil
    // The last one was written by the proxy itself, those before it by whoever asked the proxy.
    let last = chain.last?.split(separator: ",").last?.trimmingCharacters(in: .whitespaces)
    address = isTrustedProxy ? last.map { String($0.prefix(64)) } ?? peer : peer
    isSecure = isTrustedProxy && request.headers[Self.forwardedProto]?.lowercased() == "https"
  }
}
