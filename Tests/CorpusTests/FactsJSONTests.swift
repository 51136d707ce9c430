import Facts
import Foundation
import Testing

@Suite("Facts are written as Foundation's encoder writes them")
struct FactsJSONTests {
  /// As written, and as Foundation writes the same.
  private func both(_ facts: FactsDocument) throws -> (written: String, expected: String) {
    // Decoded once, so that coordinates are rounded on both sides.
    let rounded = try FactsJSON.decode(FactsJSON.encode(facts))
    #expect(try FactsJSON.decode(FactsJSON.encode(rounded)) == rounded)
    return (
      String(decoding: try FactsJSON.encode(rounded), as: UTF8.self), String(decoding: try FactsJSON.encoder.encode(rounded), as: UTF8.self)
    )
  }

  @Test("What is read in the documents of the corpus")
  func corpus() throws {
    for (document, facts) in try CorpusDocument.readings.get() {
      let (written, expected) = try both(facts)
      #expect(written == expected, "\(document.name)")
    }
  }

  @Test("Signs that JSON escapes, and those that it does not")
  func texts() throws {
    var facts = FactsDocument(
      document: DocumentFacts(id: "", source: "a\"b\\c/d\u{8}\u{9}\u{A}\u{C}\u{D}\u{1}\u{1F}\u{7F}åäö€😀\u{2028}", type: "", pages: 0))
    facts.rules = ["b": "\n", "a.b": "", "a": "å", "å": "\"", "B": "/"]
    let (written, expected) = try both(facts)
    #expect(written == expected)
    #expect(!written.contains("\n"))
  }

  @Test(
    "Sums of money exactly, and numbers of any size",
    arguments: ["0", "-0.5", "1234567.89", "12345678901234567890.123456789", "1e40", "-3"])
  func numbers(_ sum: String) throws {
    var facts = FactsDocument(document: DocumentFacts(id: "", source: "", type: "", pages: Int.max))
    let value = try #require(Double(sum))
    facts.amounts = [
      Money(
        quote: "", asWritten: "", valueSEK: Decimal(string: sum), kind: "", subject: nil, year: Int.min,
        source: Evidence(page: 1, quote: "", rule: ""))
    ]
    facts.document.recognition = TextRecognition(
      by: "", confidence: [value, -value, value / 3, 0.1, 93.4, -0.0, 1e-7, 1e22, 1e9, 123456789.1])
    let (written, expected) = try both(facts)
    #expect(written == expected)
    #expect(written.contains("\"value_sek\":\(try #require(Decimal(string: sum)))"))
  }

  @Test("A number that JSON does not have is an error")
  func noNumber() {
    var facts = FactsDocument(document: DocumentFacts(id: "", source: "", type: "", pages: 0))
    facts.document.recognition = TextRecognition(by: "", confidence: [.nan])
    #expect(throws: EncodingError.self) { try FactsJSON.encode(facts) }
  }
}
