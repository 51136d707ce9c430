import Archive
import Testing

@Suite("Understanding a query")
struct QueryTests {
  @Test(
    "It is shown as it was understood",
    arguments: [
      ("  avgift   skola ", "avgift skola"), ("avgift avgift", "avgift"), ("\"två ord\" tre", "\"två ord\" tre"),
      ("”två ord”", "\"två ord\""), ("§ 5", "5"), ("SN.2024.31", "SN.2024.31"), ("e-tjänst", "e-tjänst"), ("(avgift)", "avgift"),
      ("avgift\"två ord\"skola", "avgift \"två ord\" skola"), ("a\u{308}lv", "älv"),
    ])
  func understood(text: String, expected: String) throws {
    #expect(try Query(text).understood == expected)
  }

  @Test("A quotation mark without its other half is named by its place")
  func unbalanced() throws {
    let problem = #expect(throws: QueryProblem.self) { try Query("taxa \"avgift för") }
    let sentence = try #require(problem).description
    #expect(sentence.contains("tecken 6") && sentence.contains("\"avgift för"))
  }

  @Test("A query without a word says so", arguments: ["", "   ", "*", "\"\"", "§ -"])
  func noWord(text: String) throws {
    let problem = #expect(throws: QueryProblem.self) { try Query(text) }
    #expect(try #require(problem).description.contains("inget ord"))
  }
}
