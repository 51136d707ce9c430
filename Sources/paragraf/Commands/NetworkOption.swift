import Access
import ArgumentParser
import Foundation
import Web

/// How a server is reached from other machines.
struct NetworkOption: ParsableArguments {
  @Option(help: "A name under which the server is reached, such as host.example.se; may be repeated. Requests to others are refused.")
  var name: [String] = []

  @Option(help: "The header in which a proxy in front tells who has logged in with it, such as X-Remote-User.")
  var proxyUserHeader: String?

  @Option(help: "The addresses that the proxy connects from, with commas between; what others tell in such headers is refused.")
  var trustProxy: String?

  var trust: ProxyTrust {
    let addresses = trustProxy?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } ?? []
    return ProxyTrust(userHeader: proxyUserHeader, addresses: Set(addresses.filter { !$0.isEmpty }))
  }

  func validate() throws {
    if proxyUserHeader != nil && trust.addresses.isEmpty {
      throw ValidationError(
        "--proxy-user-header kräver --trust-proxy med proxyns adress: annars kunde vem som helst säga sig vara vem som helst")
    }
    if let header = proxyUserHeader, !ProxyTrust.isHeader(header) {
      throw ValidationError("--proxy-user-header \(header) är inget namn på ett huvud")
    }
    for address in trust.addresses where !ProxyTrust.isAddress(address) {
      throw ValidationError("--trust-proxy \(address) är ingen IP-adress; skriv den som 10.0.0.5")
    }
  }

  /// A server that others reach must know who they are. Throws a `CommandFailure`.
  static func requireUsers(_ settings: WebSettings) throws {
    guard !settings.isLoopback, settings.proxy.userHeader == nil else { return }
    let hasUsers = AccessStore.exists(settings.users) ? try AccessStore(path: settings.users, mode: .existing).hasUsers() : false
    guard hasUsers else {
      throw CommandFailure(
        "--host \(settings.host) gör arkivet synligt för andra, och det finns inga användare i \(settings.users); "
          + "lägg till en med: paragraf users add NAMN --role admin")
    }
  }
}

/// What may be taken in through the browser, and where it is kept.
struct ImportOption: ParsableArguments {
  @Option(
    name: .customLong("imports"), help: "The folder for documents that are taken in through the browser. Default: beside the archive.")
  var folder: String?

  @Option(help: "The largest file that is taken in, in MB; five such may come at once.")
  var largestUpload = 200

  func validate() throws {
    guard (1...10_000).contains(largestUpload) else { throw ValidationError("--largest-upload ska vara mellan 1 och 10000 (MB)") }
  }
}
