import Foundation
import HTTPTypes
import NIOCore
import Testing
import Web

@Suite(.needsProgram) struct APITests {
  let site: TestSite

  init() throws { site = try TestSite.shared.get() }

  @Test func aSearchLeadsToThePageThatShowsTheHitAndToItsParagraph() async throws {
    let found = try await site.json("/api/v1/search?q=trygghetslarm&limit=1")
    let hit = try #require((found["hits"] as? [[String: Any]])?.first)
    #expect((hit["snippet"] as? String)?.contains("**") == true)
    #expect((hit["boxes"] as? [[Double]])?.first?.count == 4)
    let links = try #require(hit["links"] as? [String: Any])
    #expect(try await site.page(try #require(links["page"] as? String)).contains("mark="))
    let paragraph = try await site.json(try #require(links["paragraph"] as? String))
    #expect((paragraph["paragraph"] as? [String: Any])?["number"] as? Int == hit["paragraph"] as? Int)
    #expect((paragraph["text"] as? String)?.lowercased().contains("trygghetslarm") == true)
  }

  @Test(arguments: [
    ("/api/v1/search?q=beslut&limit=7", "hits"), ("/api/v1/documents?limit=2", "documents"), ("/api/v1/bodies?limit=1", "bodies"),
  ])
  func theNextLinksLeadThroughAWholeListOnce(_ address: String, _ key: String) async throws {
    var next: String? = address
    var seen: [String] = []
    var total = 0
    while let address = next, seen.count < 1000 {
      let part = try await site.json(address)
      total = try #require(part["total"] as? Int)
      let items = try #require(part[key] as? [[String: Any]])
      seen += try items.map { try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys).base64EncodedString() }
      next = part["next"] as? String
    }
    #expect(total > 1)
    #expect(seen.count == total)
    #expect(Set(seen).count == total)
  }

  @Test(arguments: [
    ("/api/v1/search?q=avgift&colour=red", "colour"), ("/api/v1/search", "q"), ("/api/v1/search?q=", "q"),
    ("/api/v1/search?q=a&limit=0", "limit"),
    ("/api/v1/search?q=a&limit=007", "limit"), ("/api/v1/search?q=a&limit=5&limit=6", "limit"), ("/api/v1/search?q=a&order=best", "order"),
    ("/api/v1/search?q=a&explain=ja", "explain"), ("/api/v1/documents?from=x", "from"), ("/api/v1/documents/..%2fetc", "id"),
    ("/api/v1/documents/abcdef12/paragraphs/0", "key"), ("/api/v1/status?a=b", "a"), ("/api/v1/documents/abcdef12?id=abcdef12", "id"),
  ])
  func aWrongParameterIsRefusedByName(_ address: String, _ name: String) async throws {
    let problem = try await site.problem(address, .badRequest)
    #expect(problem["parameter"] as? String == name)
    #expect((problem["detail"] as? String)?.contains(name) == true)
  }

  @Test(arguments: [
    "/api/", "/api/v1", "/api/v1/", "/api/v2/status", "/api/v1/documents/", "/api/v1/documents/0000000000000000",
    "/api/v1/cases?number=XX%2099/9999",
    "/api/v1/openapi.json/x",
  ])
  func whatIsNotThereIsAProblemDocument(_ address: String) async throws { _ = try await site.problem(address, .notFound) }

  @Test func aLongAddressAndAnotherMethodAreProblemDocuments() async throws {
    _ = try await site.problem("/api/v1/search?q=" + String(repeating: "a", count: 100_000), .uriTooLong)
    for method in [HTTPRequest.Method.post, .delete, .put, .patch, .options] {
      let answer = try await site.answer(to: "/api/v1/status", method)
      #expect(answer.status == .methodNotAllowed)
      #expect(answer.headers[.allow] == "GET, HEAD")
      #expect(answer.headers[.contentType] == "application/problem+json")
    }
  }

  @Test func everyShapeThatTheDescriptionNamesIsInIt() async throws {
    let answer = try await site.answer(to: "/api/v1/openapi.json")
    let whole = try #require(try JSONSerialization.jsonObject(with: Data(Array(buffer: answer.body))) as? [String: Any])
    let shapes = try #require((whole["components"] as? [String: Any])?["schemas"] as? [String: Any])
    let named = String(buffer: answer.body).components(separatedBy: "#/components/schemas/").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(named.count > 50)
    for name in Set(named) { #expect(shapes[String(name)] != nil, "\(name)") }
  }

  @Test func thePageOfTheAPINamesEveryAddress() async throws {
    let page = try await site.page("/api")
    for path in ["/search", "/documents/{id}/paragraphs/{key}", "/compare", "/status"] { #expect(page.contains("/api/v1\(path)")) }
  }
}

extension TestSite {
  /// An object that the API answers with.
  fileprivate func json(_ address: String) async throws -> [String: Any] {
    let answer = try await answer(to: address)
    #expect(answer.status == .ok, "\(address)")
    #expect(answer.headers[.contentType] == "application/json")
    return try #require(try JSONSerialization.jsonObject(with: Data(Array(buffer: answer.body))) as? [String: Any])
  }

  /// A problem document; expects the status, in the head and in the document.
  fileprivate func problem(_ address: String, _ status: HTTPResponse.Status) async throws -> [String: Any] {
    let answer = try await answer(to: address)
    #expect(answer.status == status, "\(address.prefix(80))")
    #expect(answer.headers[.contentType] == "application/problem+json")
    let problem = try #require(try JSONSerialization.jsonObject(with: Data(Array(buffer: answer.body))) as? [String: Any])
    #expect(problem["status"] as? Int == status.code)
    return problem
  }
}
