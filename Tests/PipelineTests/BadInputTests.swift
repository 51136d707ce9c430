import Foundation
import Pipeline
import Rules
import Testing

/// A file that cannot be read gets one clear sentence that names it and says what to do.
@Suite struct BadInputTests {
  struct BadFile: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var name: String
    var bytes: [UInt8]
    /// What the sentence says.
    var says: String

    init(_ description: String, _ name: String, _ bytes: [UInt8], says: String) {
      testDescription = description
      self.name = name
      self.bytes = bytes
      self.says = says
    }
  }

  static let files = [
    BadFile("an empty PDF", "tom.pdf", [], says: "tom"),
    BadFile("text by the name of a PDF", "text.pdf", Array("Protokoll\n".utf8), says: "ingen PDF"),
    BadFile(
      "a PDF's header with garbage", "skräp.pdf", Array("%PDF-1.7\n".utf8) + (0..<4000).map { UInt8(truncatingIfNeeded: $0 * 31) },
      says: "skadad"),
    BadFile("garbage after a PDF's header, by another name", "skräp.txt", Array("%PDF-1.7\nhej\n".utf8), says: "skadad"),
    BadFile("zero bytes in text", "noll.txt", Array("Proto\0koll\n".utf8), says: "inte text"),
    BadFile("a program", "program.txt", [0x7F, 0x45, 0x4C, 0x46] + [UInt8](repeating: 0, count: 400), says: "inte text"),
    BadFile(
      "text in no known encoding", "grekiska.txt", [UInt8](repeating: 0xE1, count: 10) + (0..<2000).map { 0xC0 + UInt8($0 % 63) },
      says: "okänd teckenkodning"),
  ]

  @Test(arguments: files)
  func isOneSentenceThatNamesTheFile(_ file: BadFile) throws {
    try withFile(file.name, file.bytes) { try expectSentence(about: $0, says: file.says) }
  }

  @Test func aMissingFile() throws { try expectSentence(about: "/finns/inte.pdf", says: "finns inte") }

  @Test func aFolder() throws {
    try expectSentence(about: FileManager.default.temporaryDirectory.path, says: "mapp")
  }

  @Test func anEmptyTextFile() throws {
    try withFile("tom.txt", []) { path in
      try expectSentence(about: path, says: "tom")
    }
  }

  @Test func aTruncatedPDF() throws {
    let whole = try Repository.bytes(of: "ks-2024-05-28.pdf")
    try withFile("halv.pdf", Array(whole.prefix(whole.count / 2))) { path in
      let reader = try Repository.reader.get()
      // What can be mended may be read; what cannot is said.
      if (try? reader.read(path: path)) == nil { try expectSentence(about: path, says: "skadad") }
    }
  }

  @Test func aMissingRulesFolderIsSaid() throws {
    let problem = try #require(throws: RuleProblem.self) { try Reader(rulesFolder: "/finns/inte") }
    #expect(problem.description.contains("/finns/inte"))
  }

  private func expectSentence(about path: String, says words: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let reader = try Repository.reader.get()
    let failure = try #require(throws: ReadFailure.self, sourceLocation: sourceLocation) { try reader.read(path: path) }
    let sentence = failure.description
    #expect(sentence.contains(words), sourceLocation: sourceLocation)
    #expect(sentence.hasPrefix(path + ": "), sourceLocation: sourceLocation)
    #expect(sentence.split(separator: path, omittingEmptySubsequences: false).count == 2, "\(sentence)", sourceLocation: sourceLocation)
    #expect(!sentence.contains("\n"), sourceLocation: sourceLocation)
  }
}
