import Foundation
import Testing

/// What the fuzzer once found, and what it learnt on the way, is held against the promises again.
@Suite struct ReplayTests {
  private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Corpus")

  private static func files(of promises: Promises) throws -> [URL] {
    let folder = corpus.appendingPathComponent(promises.rawValue)
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).sorted { $0.path < $1.path }
  }

  @Test(arguments: Promises.allCases)
  func theCorpusKeepsThePromises(_ promises: Promises) throws {
    let files = try Self.files(of: promises)
    let check = try promises.checker()
    #expect(files.count > 10)
    for file in files {
      do { try check(Array(try Data(contentsOf: file))) } catch { Issue.record("\(file.lastPathComponent): \(error)") }
    }
  }

  @Test(arguments: Promises.allCases)
  func soDoBytesThatEndTooEarly(_ promises: Promises) throws {
    let check = try promises.checker()
    for file in try Self.files(of: promises).prefix(40) {
      let bytes = Array(try Data(contentsOf: file).prefix(200))
      for length in bytes.indices { try check(Array(bytes[..<length])) }
    }
  }
}
