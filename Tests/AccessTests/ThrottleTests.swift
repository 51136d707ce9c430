import Access
import Foundation
import Testing

@Suite struct ThrottleTests {
  let test: TestStore

  init() throws { test = try TestStore() }

  @Test func aWrongPasswordAndAnUnknownNameAreRefusedAlike() throws {
    _ = try test.add("anna")
    #expect(try test.isRefused("anna", "fel lösenord här"))
    #expect(try test.isRefused("berit", TestStore.password))
    #expect(try test.isRefused("", ""))
    #expect(try test.isRefused("anna", String(repeating: "a", count: 100_000)))
  }

  @Test func someoneWithoutAPasswordCannotLogIn() throws {
    try test.store.add(try "anna".asName, role: .reader, password: nil, by: TestStore.doer)
    #expect(try test.isRefused("anna", ""))
    #expect(try test.store.users().map(\.hasPassword) == [false])
  }

  @Test func eachFailureDoublesTheWait() throws {
    let name = try test.add("anna")
    for _ in 0..<4 { #expect(try test.wait("anna") == nil) }
    for expected in [2, 4, 8, 16] {
      #expect(try test.wait("ANNA") == expected)
      #expect(try test.session(of: name) == nil)
      test.clock.pass(seconds: Double(expected))
      #expect(try test.wait("anna") == nil)
    }
  }

  @Test func waitingEndsAndTheRightPasswordForgives() throws {
    let name = try test.add("anna")
    for _ in 0..<4 { _ = try test.wait("anna") }
    test.clock.pass(seconds: 2)
    #expect(try test.session(of: name) != nil)
    #expect(try test.wait("anna") == nil)
  }

  @Test func aNewStartForgivesNothing() throws {
    for _ in 0..<4 { _ = try test.wait("anna") }
    let clock = test.clock
    let again = try AccessStore(path: test.store.path, mode: .existing) { clock.now }
    guard case .wait = try again.logIn("anna", password: "x", from: "10.0.0.2", former: nil) else {
      throw AccessFailure("not made to wait")
    }
  }

  @Test func anAddressThatTriesManyNamesHasToWait() throws {
    for number in 0..<12 { #expect(try test.wait("namn\(number)") == nil) }
    #expect(try test.wait("ett till") != nil)
    #expect(try test.wait("ett till", from: "10.0.0.2") == nil)
  }

  @Test func noOneWaitsLongerThanAQuarterOfAnHour() throws {
    for _ in 0..<40 {
      let seconds = try test.wait("anna") ?? 0
      #expect(seconds <= 900)
      test.clock.pass(seconds: Double(seconds))
    }
    #expect(try test.wait("anna") == 900)
    test.clock.pass(hours: 24)
    #expect(try test.wait("anna") == nil)
  }
}
