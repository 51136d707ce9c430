import Foundation
import HTTPTypes
import NIOCore
import Testing
import Web

@Suite(.needsProgram) struct BadInputTests {
  let site: TestSite

  init() throws { site = try TestSite.shared.get() }

  @Test(arguments: [
    "/finns-inte", "/dokument/00000000000000000000", "/dokument/..%2f..%2fetc%2fpasswd", "/dokument/%00",
    "/static/..%2fTemplates%2fsok.mustache",
    "/static/stil.css%00", "/sammantrade/..", "/dokument/zzzzzzzzzzzz", "/dokument/0000000000000000/sida/1.png", "/dokument/0/fil",
  ])
  func whatIsNotThereIsAPageThatSaysSo(_ address: String) async throws {
    let page = try await site.page(address, .notFound)
    #expect(page.contains("<h1>Finns inte</h1>"))
  }

  @Test(arguments: [
    "?paragraf=99999", "?visa=inget", "?sida=0", "?sida=99999", "?sida=x", "?avsnitt=-1", "?mark=1,2,3", "?mark=a,b,c,d", "/sida/0.png",
    "/sida/1.jpg", "/sida/..%2f1.png", "/sida/1.png?mark=text:x", "?paragraf=%27%20OR%201=1",
  ])
  func aPartThatADocumentHasNotIsAClearPage(_ part: String) async throws {
    let answer = try await site.answer(to: try await minutes() + part)
    #expect([400, 404].contains(answer.status.code), "\(part)")
    #expect(String(buffer: answer.body).contains("Till startsidan"))
  }

  @Test func aQueryOf100KilobytesIsRefused() async throws {
    let page = try await site.page("/?q=" + String(repeating: "a", count: 100_000), .uriTooLong)
    #expect(page.contains("Adressen är längre än"))
  }

  @Test(arguments: ["/?q=%ff%fe", "/?q=%00", "/?q=%7f", "/?q=a&sida=0", "/?q=a&sida=x", "/jamfor?amne=hemligt", "/jamfor?fran=1"])
  func whatCannotBeUnderstoodIsSaid(_ address: String) async throws {
    let page = try await site.page(address, .badRequest)
    #expect(page.contains("<h1>Adressen går inte att förstå</h1>"))
  }

  @Test func markupInAQueryIsText() async throws {
    let page = try await site.page("/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E%22")
    #expect(!page.contains("<script>alert"))
    #expect(page.contains("&lt;script&gt;"))
  }

  @Test func markupInATitleAndAFileNameIsText() async throws {
    let found = try await site.page("/?q=priset")
    #expect(!found.contains("<script>alert"))
    let hit = try #require(found.values(of: "href").first { $0.hasPrefix("/dokument/") })
    let meeting = String(hit.prefix { $0 != "?" }).replacing("/dokument/", with: "/sammantrade/")
    for address in [hit, meeting] {
      let page = try await site.page(address)
      #expect(!page.contains("<script>alert"))
      #expect(!page.contains("<img src=x"))
      #expect(!page.contains("<b>fientligt"))
      #expect(page.contains("&lt;b&gt;fientligt&quot;&amp;.txt"))
    }
  }

  @Test func escapingGoesByBytesSoThatAnAccentHidesNoQuotationMark() {
    #expect(HTMLText.escaped("<a b=\"x\u{301}\"\u{301}>&'") == "&lt;a b=&quot;x\u{301}&quot;\u{301}&gt;&amp;&#39;")
  }

  @Test func everyAnswerForbidsOtherHostsAndInlineScripts() async throws {
    for address in ["/", "/?q=avgift", "/finns-inte", "/static/stil.css", "/jamfor"] {
      let policy = try #require(try await site.answer(to: address).headers[.contentSecurityPolicy])
      #expect(policy.contains("default-src 'none'"))
      #expect(!policy.contains("unsafe"))
    }
  }

  @Test func pagesAskNoOtherHostAndHoldNoInlineStyleOrScript() async throws {
    for address in ["/", "/?q=avgift", "/jamfor", try await minutes()] {
      let page = try await site.page(address)
      for link in page.values(of: "href") + page.values(of: "src") { #expect(link.hasPrefix("/") || link.hasPrefix("#")) }
      #expect(!page.contains(" style=\""))
      #expect(!page.contains("<script>"))
    }
  }

  @Test func aRequestThatNamesAnotherHostIsRefused() async throws {
    let check = HostCheck(names: ["127.0.0.1", "::1", "localhost"])
    #expect(check.isOwn("127.0.0.1:8080") && check.isOwn("[::1]:80") && check.isOwn("LOCALHOST"))
    #expect(!check.isOwn("ont.example:8080") && !check.isOwn("127.0.0.1.ont.example") && !check.isOwn(""))
  }

  @Test func aFileThatIsGoneOrChangedIsSaidAndNotShownWithMarksThatMayBeWrong() async throws {
    let report = try await site.document("Årsredovisning, Socialnämnden 2022")
    let path = "\(site.folder)/sn-arsredovisning-2022.pdf"
    let kept = path + ".undan"
    try FileManager.default.moveItem(atPath: path, toPath: kept)
    defer { try? FileManager.default.moveItem(atPath: kept, toPath: path) }
    #expect(try await site.page("\(report)/sida/2.png", .notFound).contains("finns inte kvar"))
    try Data("%PDF-1.4".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try await site.page("\(report)/fil", .conflict).contains("har ändrats sedan den lästes in"))
    try FileManager.default.removeItem(atPath: path)
  }

  private func minutes() async throws -> String { try await site.document("Kommunfullmäktige 2024-06-17") }
}
