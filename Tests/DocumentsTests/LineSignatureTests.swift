import Documents
import Pages
import Rules
import Testing

@Suite("The signature of lines joined to running text")
struct LineSignatureTests {
  /// A sentence broken over two lines wherever that can be, after a hyphen or between words.
  private static let broken: [(first: String, second: String)] = [
    ("Nämnden har nått sitt verksam-", "hetsmål för året."), ("Nämnden har nått sitt", "verksamhetsmål för året."),
    ("Målet för för- och grund-", "skolan är nått."), ("Målet för för-", "och grundskolan är nått."),
    ("I Norr-", "Lunda är målet nått."),
  ]

  @Test("Has what came about where the lines were joined", arguments: broken)
  func joints(first: String, second: String) throws {
    let document = try segment("Uppföljning\n\n\(first)\n\(second)\n")
    let block = try #require(document.blocks(document.body).first { $0.lines.count == 2 })
    let text = block.passage.text
    let signature = document.signatures.signature(of: block.passage)
    for length in [2, 3] {
      for start in text.indices.dropLast(length) {
        let run = String(decoding: text[start..<start + length], as: UTF8.self)
        guard run.allSatisfy({ $0.isLetter || $0.isNumber || $0 == " " }) else { continue }
        #expect(try Pattern(run).mayMatch(signature), "\(run) in \(block.passage.string)")
      }
    }
    #expect(!(try Pattern("zebra").mayMatch(signature)))
  }

  @Test("Begins as the text does")
  func beginning() throws {
    let document = try segment("Uppföljning\n\nMålet är nått för\nfjärde året.\n")
    let block = try #require(document.blocks(document.body).first { $0.lines.count == 2 })
    let signature = document.signatures.signature(of: block.passage)
    #expect(try Pattern("^mål").mayMatch(signature))
    #expect(!(try Pattern("^året").mayMatch(signature)))
  }
}
