import Access
import Testing

@Suite struct SecretTests {
  @Test func noTwoAreTheSame() {
    let many = Set((0..<1000).map { _ in Secret().text })
    #expect(many.count == 1000)
    #expect(many.allSatisfy { $0.utf8.count == 43 })
  }

  @Test func whatIsShownIsKnownAgain() throws {
    let secret = Secret()
    let shown = try #require(Secret(shown: secret.text))
    #expect(shown.hash(for: "test") == secret.hash(for: "test"))
  }

  @Test(arguments: [
    "", "x", String(repeating: "a", count: 42) + "å", String(repeating: "a", count: 44), String(repeating: "a", count: 42) + ";",
  ])
  func whatCannotBeOneIsNone(_ text: String) { #expect(Secret(shown: text) == nil) }

  @Test func eachPurposeHasAHashOfItsOwn() {
    let secret = Secret()
    #expect(secret.hash(for: "a") != secret.hash(for: "b"))
    #expect(!secret.hash(for: "a").contains(secret.text))
    #expect(secret.hash(for: "a").utf8.count == 64)
  }

  @Test func sameIsSameToTheLastLetter() {
    #expect(Secret.isSame("abc", "abc"))
    #expect(!Secret.isSame("abc", "abd") && !Secret.isSame("abc", "ab") && !Secret.isSame("", "a"))
  }

  @Test func rolesStandInOrder() {
    #expect(Role.reader < .editor && .editor < .admin && !(Role.admin < .admin))
  }
}
