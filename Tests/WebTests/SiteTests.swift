import Testing

@testable import Web

@Suite struct HTMLTextTests {
  @Test func signsOfMarkupAreEscapedAlsoBeforeACombiningAccent() {
    #expect(HTMLText.escaped("<a href=\"x\u{301}\"\u{301}>&'") == "&lt;a href=&quot;x\u{301}&quot;\u{301}&gt;&amp;&#39;")
  }
}
