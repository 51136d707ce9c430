import Access
import Foundation
import HTTPTypes
import NIOCore
import Testing

@Suite("Facts are corrected on a page", .needsProgram, .serialized)
struct CorrectionTests {
  let site: TestSite
  let browser: Browser

  init() async throws {
    site = try TestSite.shared.get()
    browser = try await Browser(site)
  }

  /// Where the second decision of a § of the council's minutes is corrected.
  private func place() async throws -> String {
    let document = try await site.document("Kommunfullmäktige")
    let paragrafs = try await site.page(document).values(of: "href").filter { $0.hasPrefix("\(document)?paragraf=") }
    for address in Set(paragrafs).sorted() {
      let page = try await site.page(address.prefix { $0 != "#" } + "")
      if let link = page.values(of: "href").first(where: { $0.hasPrefix("/ratta/") && $0.contains("uppgift=beslut-1") }) { return link }
    }
    Issue.record("no decision to correct")
    return ""
  }

  private func post(_ address: String, _ fields: [String: String]) async throws -> Answer {
    let all = fields.merging(["csrf": browser.token]) { $1 }
    let body = all.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }.joined(separator: "&")
    return try await browser.post(address, body)
  }

  @Test("What a reader says stands beside the fact with what was read, and can be taken back")
  func mended() async throws {
    let address = try await place()
    let form = try await site.page(address)
    let read = try #require(
      form.components(separatedBy: "name=\"f-text\" rows=\"4\">").last?.components(separatedBy: "</textarea>").first)
    let text = "Rättat <b>av en läsare"
    let answer = try await post(address, ["svar": "rättad", "f-text": text, "anteckning": "Fel ord", "ersatter": ""])
    #expect(answer.status == .seeOther)
    let back = try #require(answer.headers[.location])
    let page = try await site.page(String(back.prefix { $0 != "#" }))
    #expect(page.contains("Rättat &lt;b&gt;av en läsare") && page.contains("rättad av") && page.contains(read) && page.contains("Fel ord"))
    #expect(try await site.page("/rattelser").contains("rättad av"))

    let opened = try await site.page(address).components(separatedBy: "name=\"ersatter\" value=\"").dropFirst().first
    let number = String(try #require(opened).prefix { $0 != "\"" })
    let withdrawn = try await post(address, ["svar": "ångrad", "ersatter": number])
    #expect(withdrawn.status == .seeOther)
    #expect(try await !site.page(String(back.prefix { $0 != "#" })).contains("Rättat &lt;b&gt;"))
    // A form that was open meanwhile.
    #expect(try await post(address, ["svar": "fel", "ersatter": number]).status == .conflict)
  }

  @Test(
    "A form that says nothing clear is not kept, and tells why",
    arguments: [
      (["svar": "rättad"], "inget är ändrat"), (["svar": "rättad", "f-text": ""], "får inte vara tomt"),
      (["svar": "rätt", "f-text": "Något annat"], "har ändrat uppgiften"),
    ])
  func refused(fields: [String: String], words: String) async throws {
    let answer = try await post(try await place(), fields)
    #expect(answer.status == .badRequest)
    #expect(String(buffer: answer.body).contains(words))
  }

  @Test("A fact that is not there, an answer that is none, and a form without its token are refused")
  func badInput() async throws {
    let address = try await place()
    let document = address.prefix { $0 != "?" }
    #expect(try await site.answer(to: "\(document)?uppgift=beslut-900&paragraf=1").status == .notFound)
    #expect(try await site.answer(to: "\(document)?uppgift=beslut-99999999999999999999&paragraf=1").status == .badRequest)
    #expect(try await site.answer(to: "\(document)").status == .badRequest)
    #expect(try await post(address, ["svar": "kanske"]).status == .badRequest)
    #expect(try await post(address, ["svar": "rätt", "anteckning": String(repeating: "å", count: 5000)]).status == .badRequest)
    #expect(try await browser.post(address, "svar=fel").status == .forbidden)
  }
}
