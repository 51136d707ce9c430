import Foundation
import HTTPTypes
import NIOCore
import Testing

@Suite(.needsProgram) struct PageTests {
  let site: TestSite

  init() throws { site = try TestSite.shared.get() }

  @Test func firstPageTellsWhatTheArchiveHolds() async throws {
    let page = try await site.page("/")
    #expect(page.contains("Arkivet har 7 dokument"))
    #expect(page.contains("Kommunfullmäktige 2024-06-17"))
  }

  @Test func searchMarksTheWordsAndLeadsToTheMarkedPlace() async throws {
    let page = try await site.page("/?q=trygghetslarm")
    #expect(page.contains("<mark>"))
    #expect(page.contains("value=\"trygghetslarm\""))
    let hit = try #require(page.values(of: "href").first { $0.hasPrefix("/dokument/") })
    #expect(hit.contains("mark="))
    let document = try await site.page(hit)
    let image = try #require(document.values(of: "src").first { $0.contains(".png") })
    #expect(image.contains("mark="))
    let answer = try await site.answer(to: image)
    #expect(answer.headers[.contentType] == "image/png")
    #expect(Array(buffer: answer.body).starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  @Test func aFacetIsAConditionThatCanBeTakenAway() async throws {
    let page = try await site.page("/?q=avgift")
    let facet = try #require(page.values(of: "href").first { $0.contains("organ%3A") || $0.contains("organ:") })
    let limited = try await site.page(facet)
    #expect(limited.contains("class=\"chip\""))
    let freed = try #require(limited.values(of: "href").first { $0 == "/?q=avgift" })
    #expect(try await site.page(freed).contains("<mark>"))
  }

  @Test func severalValuesOfAFacetCanBeChosenAndOneLeftOut() async throws {
    func total(_ address: String) async throws -> Int {
      let page = try await site.page(address)
      return try #require(page.components(separatedBy: "<b>").lazy.compactMap { Int($0.prefix { $0.isNumber }) }.first)
    }
    func link(to query: String, on address: String) async throws -> String {
      let wanted = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(.init(charactersIn: "-:,")))
      return try #require(try await site.page(address).values(of: "href").first { $0 == "/?q=\(wanted ?? "")" }, "\(query)")
    }
    let one = try await link(to: "avgift organ:Socialnämnden", on: "/?q=avgift")
    let two = try await link(to: "avgift organ:Socialnämnden,Kommunfullmäktige", on: one)
    let rest = try await link(to: "avgift -organ:Socialnämnden", on: "/?q=avgift")
    let (all, first) = (try await total("/?q=avgift"), try await total(one))
    #expect(try await total(two) > first)
    #expect(try await total(two) < all)
    #expect(try await total(rest) == all - first)
    #expect(try await link(to: "avgift organ:Kommunfullmäktige", on: two) != two)
    #expect(try await link(to: "avgift", on: rest) == "/?q=avgift")
  }

  @Test func aFacetHoldsForAllAlternatives() async throws {
    let page = try await site.page("/?q=avgift+OR+budget")
    let facets = page.values(of: "href").filter { $0.contains("organ%3A") || $0.contains("organ:") }
    #expect(!facets.isEmpty && facets.allSatisfy { $0.hasPrefix("/?q=%28avgift%20OR%20budget%29%20") })
  }

  @Test func aCaseNumberLeadsToTheCaseThroughItsBodies() async throws {
    let answer = try await site.answer(to: "/?q=KS+2024/112")
    #expect(answer.status == .seeOther)
    let page = try await site.page(try #require(answer.headers[.location]))
    let steps = ["Socialnämnden", "Kommunstyrelsen", "Kommunfullmäktige"].compactMap { page.range(of: "</b> \($0)")?.lowerBound }
    #expect(steps.count == 3 && steps == steps.sorted())
  }

  @Test func whatIsTypedIsCompleted() async throws {
    let answer = try await site.answer(to: "/forslag?q=kommunst")
    #expect(answer.headers[.contentType] == "application/json")
    #expect(String(buffer: answer.body).contains("Kommunstyrelsen"))
  }

  @Test func aBodyShowsItsMeetingsAndHowItsCasesEnded() async throws {
    let list = try await site.page("/organ")
    let body = try #require(list.firstLink(before: ">Kommunfullmäktige</a>", prefix: "/organ/visa"))
    let page = try await site.page(body)
    #expect(page.contains("2024-06-17"))
    let counted = try #require(page.values(of: "href").first { $0.contains("utfall") })
    #expect(try await site.page(counted).contains("träff"))
  }

  @Test func aFactLeadsToItsPageAndIsMarkedThere() async throws {
    let first = try await site.page(try await minutes())
    let fact = try #require(first.values(of: "href").first { $0.contains("fakta=beslut-1") })
    let chosen = try await site.page(fact)
    #expect(chosen.contains("class=\"fact chosen\" id=\"beslut-1\""))
    let image = try #require(chosen.values(of: "src").first { $0.contains(".png") })
    let marked = try await site.answer(to: image)
    let plain = try await site.answer(to: String(image.prefix { $0 != "?" }))
    #expect(image.contains("mark="))
    #expect(marked.body != plain.body)
  }

  @Test func aParagrafIsCited() async throws {
    let page = try await site.page(try await minutes())
    #expect(page.contains("Kommunfullmäktige, Björkmåla kommun, 2024-06-17 §"))
  }

  @Test func minutesHaveAMeetingPageWithEveryParagraf() async throws {
    let page = try await site.page(try await minutes())
    let meeting = try #require(page.values(of: "href").first { $0.hasPrefix("/sammantrade/") })
    let shown = try await site.page(meeting)
    #expect(shown.contains("Paragrafer och beslut"))
    #expect(shown.values(of: "href").filter { $0.contains("paragraf=") }.count > 3)
  }

  @Test func aReportShowsItsGoalsAndTables() async throws {
    let report = try await site.document("Årsredovisning, Socialnämnden 2023")
    let page = try await site.page("\(report)?visa=mal")
    #expect(page.contains("<h2 class=\"first\">Mål</h2>"))
    #expect(try await site.page("\(report)?visa=tabeller").contains("<table>"))
  }

  @Test func anImageIsNotSentTwice() async throws {
    let image = "\(try await minutes())/sida/1.png"
    let tag = try #require(try await site.answer(to: image).headers[.eTag])
    let again = try await site.answer(to: image, headers: [.ifNoneMatch: tag])
    #expect(again.status == .notModified)
    #expect(again.body.readableBytes == 0)
  }

  @Test func theOriginalIsSentAsItIs() async throws {
    let answer = try await site.answer(to: "\(try await minutes())/fil")
    let file = try Data(contentsOf: URL(fileURLWithPath: "\(site.folder)/kf-2024-06-17.pdf"))
    #expect(Data(Array(buffer: answer.body)) == file)
    #expect(answer.headers[.contentDisposition]?.contains("kf-2024-06-17.pdf") == true)
  }

  @Test func reportsAreComparedOnThePageAndAsAWorkbook() async throws {
    let organ = "organ=Socialn%C3%A4mnden%2C+Bj%C3%B6rkm%C3%A5la+kommun"
    let page = try await site.page("/jamfor?\(organ)")
    #expect(page.contains("<svg"))
    #expect(page.contains("href=\"/dokument/"))
    let workbook = try await site.answer(to: "/jamfor.xlsx?\(organ)")
    #expect(Array(buffer: workbook.body).starts(with: Array("PK".utf8)))
  }

  @Test func manyReadersAtOnceAreAllAnswered() async throws {
    let address = try await minutes()
    let site = site
    let statuses = try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
      for number in 0..<60 {
        let part = number % 3 == 0 ? "" : number % 3 == 1 ? "/sida/1.png" : "?visa=paragrafer&sida=2"
        group.addTask { try await site.answer(to: address + part).status }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.count == 60)
    #expect(statuses.allSatisfy { $0 == .ok })
  }

  private func minutes() async throws -> String { try await site.document("Kommunfullmäktige 2024-06-17") }
}
