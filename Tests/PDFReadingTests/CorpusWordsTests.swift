import Foundation
import PDFReading
import Pages
import Testing

/// No word is lost or made up: what `pdftotext` finds is found. With `-layout` it does not join words over line ends.
@Suite struct CorpusWordsTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../corpus").standardized
  private static let tool = "/usr/bin/pdftotext"
  static let hasTool = FileManager.default.isExecutableFile(atPath: tool)

  static var files: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".pdf") }.sorted()
  }

  @Test func thereIsACorpus() { #expect(!Self.files.isEmpty) }

  @Test(.enabled(if: hasTool, "pdftotext is not installed"), arguments: files)
  func theWordsAreThoseOfPdftotext(name: String) throws {
    let path = Self.folder.appending(path: name).path
    let ours = try PDFDocument.readPages(path: path).reduce(into: [ArraySlice<UInt8>: Int]()) { Self.count($1.text, into: &$0) }
    var theirs: [ArraySlice<UInt8>: Int] = [:]
    Self.count(try Self.pdftotext(path), into: &theirs)
    #expect(ours == theirs)
  }

  private static func count(_ text: [UInt8], into counts: inout [ArraySlice<UInt8>: Int]) {
    for word in text.split(whereSeparator: { $0 <= 0x20 }) { counts[word, default: 0] += 1 }
  }

  private static func pdftotext(_ path: String) throws -> [UInt8] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: tool)
    process.arguments = ["-layout", path, "-"]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return [UInt8](data)
  }
}
