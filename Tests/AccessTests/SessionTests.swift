import Access
import Foundation
import Testing

@Suite struct SessionTests {
  let test: TestStore

  init() throws { test = try TestStore() }

  @Test func theRightPasswordBeginsASession() throws {
    let name = try test.add("anna", .editor)
    let secret = try #require(try test.session(of: name))
    let user = try #require(try test.store.user(ofSession: secret))
    #expect(user.name == "anna" && user.role == .editor)
    #expect(try test.store.user(ofSession: Secret()) == nil)
  }

  @Test func onlyTheHashOfASessionIsKept() throws {
    let secret = try #require(try test.session(of: try test.add("anna")))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: test.store.path))
    #expect(bytes.range(of: Data(secret.text.utf8)) == nil)
  }

  @Test func aSessionThatIsNotUsedEnds() throws {
    let secret = try #require(try test.session(of: try test.add("anna")))
    test.clock.pass(hours: 7.9)
    #expect(try test.store.user(ofSession: secret) != nil)
    test.clock.pass(hours: 7.9)
    #expect(try test.store.user(ofSession: secret) != nil)
    test.clock.pass(hours: 8.1)
    #expect(try test.store.user(ofSession: secret) == nil)
  }

  @Test func aSessionEndsAfterAWeekHoweverItIsUsed() throws {
    let secret = try #require(try test.session(of: try test.add("anna")))
    for _ in 0..<23 {
      test.clock.pass(hours: 7)
      #expect(try test.store.user(ofSession: secret) != nil)
    }
    test.clock.pass(hours: 7.5)
    #expect(try test.store.user(ofSession: secret) == nil)
  }

  @Test func loggingOutEndsItOnTheServer() throws {
    let secret = try #require(try test.session(of: try test.add("anna")))
    try test.store.endSession(secret, by: TestStore.doer)
    #expect(try test.store.user(ofSession: secret) == nil)
  }

  @Test func loggingInAnewEndsTheFormerSession() throws {
    let name = try test.add("anna")
    let former = try #require(try test.session(of: name))
    let outcome = try test.store.logIn("anna", password: TestStore.password, from: nil, former: former)
    guard case .welcome(_, let secret) = outcome else { throw AccessFailure("not let in") }
    #expect(try test.store.user(ofSession: former) == nil)
    #expect(try test.store.user(ofSession: secret) != nil)
  }

  @Test func aNewRoleOrPasswordAndRemovalEndSessions() throws {
    let name = try test.add("anna")
    let changes: [(AccessStore) throws -> Void] = [
      { try $0.setRole(.admin, of: name, by: TestStore.doer) },
      { try $0.setPassword(TestStore.password, of: name, by: TestStore.doer) },
      { try $0.remove(name, by: TestStore.doer) },
    ]
    for change in changes {
      let secret = try #require(try test.session(of: name))
      try change(test.store)
      #expect(try test.store.user(ofSession: secret) == nil)
    }
    #expect(try test.isRefused("anna", TestStore.password))
  }

  @Test func whatWasChangedIsInTheLog() throws {
    let name = try test.add("anna", .editor)
    _ = try test.session(of: name)
    _ = try test.isRefused("anna", "fel lösenord här")
    try test.store.note(.imported, by: Doer(name: "anna", address: "10.0.0.9"), "läste in a\nb\u{1B}[31m.pdf")
    let log = try test.store.log()
    #expect(log.map(\.event) == [.imported, .failedLogin, .login, .userChange])
    #expect(log[0].what == "läste in a b [31m.pdf" && log[0].address == "10.0.0.9")
    #expect(log[3].what == "lade till anna som redaktör")
    #expect(try test.store.log(before: log[1].number, limit: 1).map(\.event) == [.login])
    #expect(try test.store.log(since: test.clock.now + 1).isEmpty)
  }
}
