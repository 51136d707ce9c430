import Access
import Foundation
import HTTPTypes
import NIOCore
import Testing
import Web

@Suite(.needsProgram) struct LoginTests {
  let guarded: GuardedSite

  init() throws {
    guarded = try GuardedSite()
    try guarded.add("Anna", .admin)
    try guarded.add("Lars", .reader)
  }

  @Test func nothingIsShownToSomeoneWhoHasNotLoggedIn() async throws {
    let visit = Visit(guarded)
    let page = try await visit.get("/organ?x=1")
    #expect(page.status == .seeOther && page.headers[.location] == "/logga-in?till=%2Forgan%3Fx%3D1")
    for address in ["/forslag?q=ks", "/dokument/0123456789abcdef/sida/1.png", "/api/v1/documents"] {
      let answer = try await visit.get(address, [:])
      #expect(answer.status == .unauthorized, "\(address)")
      #expect(!String(buffer: answer.body).contains("Kommunstyrelsen"))
    }
  }

  @Test func loggingInLeadsToWhereOneWasGoing() async throws {
    let visit = Visit(guarded)
    let answer = try await visit.logIn("anna", goal: "/organ")
    #expect(answer.status == .seeOther && answer.headers[.location] == "/organ")
    let cookie = try #require(answer.headers[values: .setCookie].first { $0.hasPrefix("paragraf-session=") })
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/") && !cookie.contains("Secure"))
    let page = try await visit.page("/organ")
    #expect(page.contains("</span>Anna <span") && page.contains("Logga ut"))
  }

  @Test(arguments: [
    "//ont.example", "https://ont.example/", "/\\ont.example", "javascript:alert(1)", "/logga-in?till=/", "/a\r\nSet-Cookie: x=y", "organ",
    "/\t/ont",
  ])
  func noOneIsLedToAnotherSite(_ goal: String) async throws {
    let answer = try await Visit(guarded).logIn("Anna", goal: goal)
    #expect(answer.status == .seeOther && answer.headers[.location] == "/")
  }

  @Test func aWrongPasswordIsSaidBesideTheFields() async throws {
    let visit = Visit(guarded)
    let answer = try await visit.logIn("Anna", password: "något helt annat")
    let page = String(buffer: answer.body)
    #expect(answer.status == .unauthorized)
    #expect(page.contains("id=\"fel\" role=\"alert\"") && page.contains("aria-describedby=\"fel\"") && page.contains("value=\"Anna\""))
    #expect(visit.cookie("paragraf-session") == nil)
    let unknown = try await visit.logIn("Ingen", password: "något helt annat")
    #expect(String(buffer: unknown.body).contains("Användarnamnet eller lösenordet är fel."))
  }

  @Test func manyFailuresHaveToBeWaitedFor() async throws {
    // As if they had been an hour later, so that a slow machine has not waited already.
    let later = try AccessStore(path: "\(guarded.folder)/paragraf.users.db", mode: .existing) { Date() + 3600 }
    for _ in 0..<4 { _ = try later.logIn("Anna", password: "fel", from: "127.0.0.1", former: nil) }
    let answer = try await Visit(guarded).logIn("Anna")
    #expect(answer.status == .tooManyRequests)
    #expect(answer.headers[.retryAfter].flatMap { Int($0) }.map { (1...3603).contains($0) } == true)
    #expect(String(buffer: answer.body).contains("Vänta"))
  }

  @Test func aRoleThatIsTooLowIsRefusedWithASentence() async throws {
    let visit = Visit(guarded)
    _ = try await visit.logIn("Lars")
    for address in ["/lasa-in", "/lasa-in/1", "/logg"] {
      #expect(try await visit.page(address, .forbidden).contains("Lars har rollen läsare"))
    }
    #expect(try await visit.page("/").contains("Logga ut"))
    #expect(try await !visit.page("/").contains("/lasa-in"))
  }

  @Test func administratorsSeeTheLog() async throws {
    _ = try await Visit(guarded).logIn("Lars", password: "fel")
    let visit = Visit(guarded)
    _ = try await visit.logIn("Anna")
    let page = try await visit.page("/logg")
    #expect(page.contains("<td>misslyckad inloggning</td>") && page.contains("<td>127.0.0.1</td>"))
    #expect(page.contains("användare ändrad: lade till Lars som läsare"))
  }

  @Test func loggingOutEndsTheSessionOnTheServer() async throws {
    let visit = Visit(guarded)
    _ = try await visit.logIn("Anna")
    let session = try #require(visit.cookie("paragraf-session"))
    #expect(try await visit.post("/logga-ut", ["csrf": try await visit.token(on: "/organ")]).status == .seeOther)
    #expect(visit.cookie("paragraf-session") == nil)
    visit.set("paragraf-session", session)
    #expect(try await visit.get("/organ").status == .seeOther)
  }

  @Test func aSessionThatWasPlantedIsNotTakenOver() async throws {
    let visit = Visit(guarded)
    let planted = Secret().text
    visit.set("paragraf-session", planted)
    _ = try await visit.logIn("Anna")
    #expect(visit.cookie("paragraf-session") != nil && visit.cookie("paragraf-session") != planted)
  }

  @Test func theTokenOfBeforeTheLogInHoldsNoMore() async throws {
    let visit = Visit(guarded)
    let before = try await visit.token()
    _ = try await visit.logIn("Anna")
    #expect(try await visit.post("/logga-ut", ["csrf": before]).status == .forbidden)
  }

  @Test func eachSessionIsShownItsOwnToken() async throws {
    let (one, other) = (Visit(guarded), Visit(guarded))
    _ = try await one.logIn("Anna")
    _ = try await other.logIn("Anna")
    let tokens = (try await one.token(on: "/organ"), try await other.token(on: "/organ"))
    #expect(tokens.0 != tokens.1)
    #expect(try await other.post("/logga-ut", ["csrf": tokens.1]).status == .seeOther)
  }

  @Test func someoneWhoIsRemovedIsOutAtOnce() async throws {
    let visit = Visit(guarded)
    _ = try await visit.logIn("Lars")
    _ = try await visit.page("/organ")
    try guarded.access.remove(try #require(UserName("Lars")), by: Doer(name: "test", address: nil))
    #expect(try await visit.get("/organ").status == .seeOther)
  }

  @Test func theLastUserGoneOpensNothing() async throws {
    let network = try GuardedSite { $0.host = "0.0.0.0" }
    #expect(try await Visit(network).get("/organ").status == .seeOther)
  }
}
