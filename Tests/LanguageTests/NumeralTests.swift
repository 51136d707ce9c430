import Language
import Testing

@Suite("Numerals")
struct NumeralTests {
  @Test(
    "Digits and words",
    arguments: [
      ("0", 0), ("7", 7), ("1 753", 1753), ("1\u{A0}753", 1753), ("1\u{2009}753", 1753), ("1753", 1753), (" 12 ", 12),
      ("1.753.000", 1_753_000),
      ("266 377 310", 266_377_310), ("noll", 0), ("en", 1), ("ett", 1), ("Tre", 3), ("TRE", 3), ("åtta", 8), ("Åtta", 8), ("fjorton", 14),
      ("arton", 18), ("tjugo", 20), ("tjugoen", 21), ("tjugo fem", 25), ("nittionio", 99), ("hundra", 100), ("etthundra", 100),
      ("tvåhundrafemtio", 250), ("två hundra femtio", 250), ("tusen", 1000), ("ett tusen", 1000), ("tretusen", 3000),
      ("tretton tusen", 13000),
      ("femtontusentrehundrafyrtiosju", 15347), ("niohundranittioniotusenniohundranittionio", 999_999),
    ])
  func numbers(text: String, expected: Int) {
    #expect(Numeral.parse(text) == expected)
  }

  @Test(
    "What cannot be told is no number",
    arguments: [
      "", " ", "1.753", "3,5", "-3", "053", "1 75", "12 34", "1  753", "2.6.1", "trea", "ent", "treett", "halv", "hundratal", "§",
      "å", "3 st",
      "99999999999999999999", "tusentusen", "\u{0}",
    ])
  func noNumbers(text: String) {
    #expect(Numeral.parse(text) == nil)
  }
}
