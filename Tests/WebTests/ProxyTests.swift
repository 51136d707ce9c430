import Access
import HTTPTypes
import NIOCore
import Testing
import Web

@Suite(.needsProgram) struct ProxyTests {
  let guarded: GuardedSite
  static let proxy = "10.0.0.5"
  static let header = HTTPField.Name("X-Remote-User") ?? .userAgent

  init() throws {
    guarded = try GuardedSite {
      $0.host = "0.0.0.0"
      $0.proxy = ProxyTrust(userHeader: "X-Remote-User", addresses: [Self.proxy])
    }
    try guarded.add("Anna", .editor, password: nil)
  }

  @Test(arguments: [proxy, "::ffff:10.0.0.5"])
  func aTrustedProxySaysWhoAsks(_ peer: String) async throws {
    let page = try await Visit(guarded, headers: [Self.header: "anna"], peer: peer).page("/")
    #expect(page.contains("</span>Anna <span class=\"faint\">(redaktör)") && page.contains("/lasa-in") && !page.contains("Logga ut"))
  }

  @Test func whomTheFileDoesNotKnowIsAReader() async throws {
    let visit = Visit(guarded, headers: [Self.header: "Berit"], peer: Self.proxy)
    #expect(try await visit.page("/").contains("</span>Berit <span class=\"faint\">(läsare)"))
    _ = try await visit.page("/lasa-in", .forbidden)
  }

  @Test(arguments: ["10.0.0.6", "127.0.0.1", "::1"])
  func noOneElseMaySayIt(_ peer: String) async throws {
    let page = try await Visit(guarded, headers: [Self.header: "Anna"], peer: peer).page("/", .forbidden)
    #expect(page.contains("Bara servern framför"))
  }

  @Test func twoNamesOrWhatIsNoneIsRefused() async throws {
    var twice: HTTPFields = [Self.header: "Anna"]
    twice.append(HTTPField(name: Self.header, value: "Berit"))
    _ = try await Visit(guarded, headers: twice, peer: Self.proxy).page("/", .forbidden)
    _ = try await Visit(guarded, headers: [Self.header: "<b>"], peer: Self.proxy).page("/", .forbidden)
  }

  @Test func withoutTheHeaderOneHasToLogIn() async throws {
    #expect(try await Visit(guarded, peer: Self.proxy).get("/").status == .seeOther)
  }

  @Test func behindEncryptionCookiesAreSecureAndTheBrowsersAddressIsLogged() async throws {
    try guarded.add("Lars", .reader)
    let forwarded: HTTPFields = [
      HTTPField.Name("X-Forwarded-Proto") ?? .userAgent: "https", HTTPField.Name("X-Forwarded-For") ?? .userAgent: "1.2.3.4, 192.0.2.7",
    ]
    let answer = try await Visit(guarded, headers: forwarded, peer: Self.proxy).logIn("Lars")
    #expect(answer.headers[values: .setCookie].contains { $0.hasPrefix("paragraf-session=") && $0.contains("Secure") })
    #expect(try guarded.access.log(limit: 1).first?.address == "192.0.2.7")
    let direct = try await Visit(guarded, headers: forwarded, peer: "10.0.0.9").logIn("Lars")
    #expect(direct.headers[values: .setCookie].contains { $0.hasPrefix("paragraf-session=") && !$0.contains("Secure") })
    #expect(try guarded.access.log(limit: 1).first?.address == "10.0.0.9")
  }

  @Test func aProxyOnTheMachineDoesNotLendItsRights() async throws {
    let open = try GuardedSite()
    #expect(try await Visit(open).get("/").status == .ok)
    let forwarded = HTTPField.Name("X-Forwarded-For") ?? .userAgent
    #expect(try await Visit(open, headers: [forwarded: "192.0.2.7"]).get("/").status == .seeOther)
  }
}
