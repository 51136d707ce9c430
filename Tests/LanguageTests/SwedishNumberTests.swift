import Foundation
import Language
import Testing

@Suite("Numbers in Swedish")
struct SwedishNumberTests {
  @Test("Thousands stand apart", arguments: [(0, "0"), (999, "999"), (-1312, "-1 312"), (1_000_000, "1 000 000")])
  func integers(number: Int, text: String) {
    #expect(SwedishNumber.integer(number) == text.replacing(" ", with: "\u{A0}"))
  }

  @Test("Decimals come after a comma", arguments: [("-11200000", "-11 200 000"), ("0.5", "0,5"), ("-1234.25", "-1 234,25")])
  func decimals(value: String, text: String) throws {
    let value = try #require(Decimal(string: value))
    #expect(SwedishNumber.decimal(value) == text.replacing(" ", with: "\u{A0}"))
  }

  @Test("One is counted in the singular")
  func counts() {
    #expect(SwedishNumber.count(1, "sida", "sidor") == "1 sida")
    #expect(SwedishNumber.count(0, "sida", "sidor") == "0 sidor")
  }
}
