import Access
import Foundation
import HTTPTypes
import NIOCore
import Testing

@Suite("Facts are corrected on a page", .needsProgram)
struct CorrectionTests {
  /// A site of its own: the others' must not change while they look.
  private let visit: Visit

  init() throws { visit = Visit(try GuardedSite()) }

  /// Where the second decision of a § of the council's minutes is corrected.
  private func place() async throws -> String {
    let document = try await TestSite.shared.get().document("Kommunfullmäktige")
    let paragrafs = try await visit.page(document).values(of: "href").filter { $0.hasPrefix("\(document)?paragraf=") }
    for address in Set(paragrafs).sorted() {
      let page = try await visit.page(address.prefix { $0 != "#" } + "")
      if let link = page.values(of: "href").first(where: { $0.hasPrefix("/ratta/") && $0.contains("uppgift=beslut-1") }) { return link }
    }
    Issue.record("no decision to correct")
    return ""
  }

  private func post(_ address: String, _ fields: [String: String]) async throws -> Answer {
    try await visit.post(address, fields.merging(["csrf": try await visit.token(on: address)]) { $1 })
  }

  @Test("What a reader says stands beside the fact with what was read, and can be taken back")
  func mended() async throws {
    let address = try await place()
    let form = try await visit.page(address)
    let read = try #require(
      form.components(separatedBy: "name=\"f-text\" rows=\"4\">").last?.components(separatedBy: "</textarea>").first)
    let text = "Rättat <b>av en läsare"
    let answer = try await post(address, ["svar": "rättad", "f-text": text, "anteckning": "Fel ord", "ersatter": ""])
    #expect(answer.status == .seeOther)
    let back = try #require(answer.headers[.location])
    let page = try await visit.page(String(back.prefix { $0 != "#" }))
    #expect(page.contains("Rättat &lt;b&gt;av en läsare") && page.contains("rättad av") && page.contains(read) && page.contains("Fel ord"))
    #expect(try await visit.page("/rattelser").contains("rättad av"))

    // Who says that the mended fact is right means it as it is shown.
    let again = try await visit.page(address).components(separatedBy: "name=\"ersatter\" value=\"").dropFirst().first
    let first = String(try #require(again).prefix { $0 != "\"" })
    #expect(try await post(address, ["svar": "rätt", "f-text": text, "ersatter": first]).status == .seeOther)
    #expect(try await visit.page(String(back.prefix { $0 != "#" })).contains("Rättat &lt;b&gt;av en läsare"))

    let opened = try await visit.page(address).components(separatedBy: "name=\"ersatter\" value=\"").dropFirst().first
    let number = String(try #require(opened).prefix { $0 != "\"" })
    let withdrawn = try await post(address, ["svar": "ångrad", "ersatter": number])
    #expect(withdrawn.status == .seeOther)
    #expect(try await !visit.page(String(back.prefix { $0 != "#" })).contains("Rättat &lt;b&gt;"))
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
    #expect(try await visit.get("\(document)?uppgift=beslut-900&paragraf=1").status == .notFound)
    #expect(try await visit.get("\(document)?uppgift=beslut-99999999999999999999&paragraf=1").status == .badRequest)
    #expect(try await visit.get("\(document)").status == .badRequest)
    #expect(try await post(address, ["svar": "kanske"]).status == .badRequest)
    #expect(try await post(address, ["svar": "rätt", "anteckning": String(repeating: "å", count: 5000)]).status == .badRequest)
    #expect(try await visit.post(address, ["svar": "fel"]).status == .forbidden)
  }
}
