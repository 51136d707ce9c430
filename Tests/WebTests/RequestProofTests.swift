import Access
import HTTPTypes
import NIOCore
import Testing

/// Nothing is changed but by the pages' own forms.
@Suite(.needsProgram) struct RequestProofTests {
  let site: TestSite

  init() throws { site = try TestSite.shared.get() }

  @Test func aFormWithoutItsTokenIsRefused() async throws {
    let browser = try await Browser(site)
    let answer = try await browser.post("/finns-inte", "namn=x")
    #expect(answer.status == .forbidden)
    #expect(String(buffer: answer.body).contains("<h1>Sidan har blivit för gammal</h1>"))
  }

  @Test func aFormWithItsTokenIsLetIn() async throws {
    let browser = try await Browser(site)
    #expect(try await browser.post("/finns-inte", "namn=x&csrf=\(browser.token)").status == .notFound)
  }

  @Test func aScriptSendsTheTokenInAHeader() async throws {
    let browser = try await Browser(site)
    let answer = try await browser.post("/finns-inte", "{}", type: "application/json", [Browser.header("X-CSRF-Token"): browser.token])
    #expect(answer.status == .notFound)
  }

  @Test(arguments: [HTTPRequest.Method.put, .patch, .delete, .post])
  func everyMethodThatChangesSomethingNeedsIt(_ method: HTTPRequest.Method) async throws {
    #expect(try await site.answer(to: "/", method).status == .forbidden)
  }

  @Test func theTokenOfAnotherBrowserIsRefused() async throws {
    let (one, other) = (try await Browser(site), try await Browser(site))
    #expect(one.token != other.token)
    #expect(try await one.post("/finns-inte", "csrf=\(other.token)").status == .forbidden)
  }

  @Test(arguments: [
    [HTTPField.Name.origin: "http://ont.example"], [.origin: "null"], [.origin: "http://localhost:3000"],
    [Browser.header("Sec-Fetch-Site"): "cross-site"], [Browser.header("Sec-Fetch-Site"): "same-site"],
  ])
  func aFormOfAnotherSiteIsRefusedEvenWithTheToken(_ headers: [HTTPField.Name: String]) async throws {
    let browser = try await Browser(site)
    let answer = try await browser.post("/finns-inte", "csrf=\(browser.token)", headers)
    #expect(answer.status == .forbidden)
    #expect(String(buffer: answer.body).contains("annan webbplats"))
  }

  @Test func aFormOfTheSamePlaceIsLetIn() async throws {
    let browser = try await Browser(site)
    let headers: [HTTPField.Name: String] = [.origin: "http://localhost", Browser.header("Sec-Fetch-Site"): "same-origin"]
    #expect(try await browser.post("/finns-inte", "csrf=\(browser.token)", headers).status == .notFound)
  }

  @Test func aFormThatIsTooLargeIsRefused() async throws {
    let browser = try await Browser(site)
    let answer = try await browser.post("/finns-inte", "csrf=\(browser.token)&x=" + String(repeating: "a", count: 100_000))
    #expect(answer.status == .contentTooLarge)
  }

  @Test(arguments: ["x=%ff%fe", "x=%00"])
  func aFormThatIsNoTextIsRefused(_ body: String) async throws {
    #expect(try await Browser(site).post("/finns-inte", body).status == .badRequest)
  }

  @Test func theCookieIsOutOfReachOfScriptsAndOtherSites() async throws {
    let cookie = try #require(try await site.answer(to: "/").headers[.setCookie])
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/"))
  }

  @Test func whatTheBrowserKeepsBringsNoCookie() async throws {
    let page = try await site.page("/")
    let style = try #require(page.values(of: "href").first { $0.hasPrefix("/static/") })
    #expect(try await site.answer(to: style).headers[.setCookie] == nil)
  }
}

/// A browser that keeps its cookie.
struct Browser {
  let site: TestSite
  let cookie: String
  /// That of the forms it is shown.
  let token: String

  init(_ site: TestSite) async throws {
    self.site = site
    cookie = String(try #require(try await site.answer(to: "/").headers[.setCookie]).prefix { $0 != ";" })
    let shown = try #require(cookie.split(separator: "=").last)
    let secret = try #require(Secret(shown: String(shown)))
    token = secret.hash(for: "csrf")
  }

  static func header(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .userAgent }

  func post(
    _ address: String, _ body: String, type: String = "application/x-www-form-urlencoded", _ headers: [HTTPField.Name: String] = [:]
  ) async throws -> Answer {
    var fields: HTTPFields = [.cookie: cookie, .contentType: type]
    for (name, value) in headers { fields[name] = value }
    return try await site.answer(to: address, .post, headers: fields, body: body)
  }
}
