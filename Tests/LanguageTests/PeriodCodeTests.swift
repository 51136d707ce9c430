import Language
import Testing

/// Months and days written in digits alone.
struct PeriodCodeTests {
  @Test(
    arguments: [
      ("202408", 2024, 8, nil), ("2024-08", 2024, 8, nil), ("2408", 2024, 8, nil), ("240831", 2024, 8, 31), ("20240831", 2024, 8, 31),
      ("2024-08-31", 2024, 8, 31), ("201231", 2020, 12, 31), ("202012", 2020, 12, nil),
    ] as [(String, Int, Int, Int?)])
  func isRead(text: String, year: Int, month: Int, day: Int?) throws {
    let code = try #require(PeriodCode(text.utf8))
    #expect((code.year, code.month, code.day ?? 0) == (year, month, day ?? 0))
  }

  /// A year, figures, two years, and what may be a month or a day.
  @Test(arguments: ["2024", "1908", "202413", "241331", "240230", "2024-2", "201112", "12-2024", "84 150", "8415", "", "2022-23"])
  func isNone(text: String) { #expect(PeriodCode(text.utf8) == nil) }
}
