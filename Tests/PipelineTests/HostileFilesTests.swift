import Facts
import Foundation
import Pipeline
import Testing

/// Hostile files (scripts/damaged) that need no limits, read in this very process: so that the sanitizers see what is done with them.
@Suite struct HostileFilesTests {
  @Test(.timeLimit(.minutes(5)))
  func eachIsReadOrRefusedWithASentence() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hostile-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try Self.make(in: folder)
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    #expect(files.count >= 30)
    let reader = try Repository.reader.get()
    for file in files {
      do {
        let reading = try reader.read(path: file.path)
        #expect(reading.facts.document.pages > 0, "\(file.lastPathComponent)")
      } catch let failure as ReadFailure {
        #expect(failure.description.hasPrefix(file.path + ": ") && !failure.description.contains("\n"))
      }
    }
  }

  private static func make(in folder: URL) throws {
    let script = Process()
    script.executableURL = Repository.root.appendingPathComponent("scripts/hostile")
    script.arguments = ["--quick", "--make", folder.path]
    try script.run()
    script.waitUntilExit()
    try #require(script.terminationStatus == 0)
  }
}
