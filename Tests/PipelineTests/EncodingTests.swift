import Facts
import Foundation
import Pipeline
import Testing

/// The same text in another encoding, or with other line ends, gives the same facts.
@Suite struct EncodingTests {
  /// The facts, less what tells the files apart.
  private func facts(_ bytes: [UInt8], name: String = "protokoll.txt") throws -> FactsDocument {
    var facts = try withFile(name, bytes) { try Repository.reader.get().read(path: $0).facts }
    facts.document.id = ""
    facts.document.source = ""
    return facts
  }

  private func encoded(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
    Array(try #require(text.data(using: encoding)))
  }

  @Test func theSampleHasWhatTheOthersAreComparedWith() throws {
    let found = try facts(Array(minutes.utf8))
    #expect(found.paragraphs.map(\.title) == ["Avgift för tillsyn på Åsön", "Övriga frågor"])
    #expect(found.paragraphs.first?.motions.map(\.mover) == ["Åsa Öberg (S)"])
    #expect(found.amounts.map(\.valueSEK) == [1200])
  }

  @Test(arguments: [String.Encoding.windowsCP1252, .isoLatin1, .utf16])
  func inOtherEncodings(_ encoding: String.Encoding) throws {
    #expect(try facts(encoded(minutes, encoding)) == facts(Array(minutes.utf8)))
  }

  @Test func withAByteOrderMark() throws {
    #expect(try facts([0xEF, 0xBB, 0xBF] + Array(minutes.utf8)) == facts(Array(minutes.utf8)))
  }

  @Test func withLettersPutTogetherOfTwo() throws {
    #expect(try facts(Array(minutes.decomposedStringWithCanonicalMapping.utf8)) == facts(Array(minutes.utf8)))
  }

  @Test(arguments: ["\r\n", "\r"])
  func withOtherLineEnds(_ end: String) throws {
    #expect(try facts(Array(minutes.replacing("\n", with: end).utf8)) == facts(Array(minutes.utf8)))
  }

  @Test func asMarkdown() throws {
    #expect(try facts(Array(minutes.utf8), name: "protokoll.md") == facts(Array(minutes.utf8)))
  }

  @Test(arguments: ["kfn-2023-10-05.txt", "mbn-2024-02-08.txt"])
  func minutesOfTheCorpusGiveTheSameInBothEncodings(_ name: String) throws {
    let bytes = try Repository.bytes(of: name)
    let text = try #require(String(bytes: bytes, encoding: .utf8) ?? String(bytes: bytes, encoding: .windowsCP1252))
    #expect(try facts(encoded(text, .utf8)) == facts(encoded(text, .windowsCP1252)))
  }
}
