import Foundation
import Pages
import Testing

/// A list of words is read when it is first asked for, by however many.
@Suite struct WordListTests {
  @Test func severalAskAListAtTheSameTime() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "ord-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("nämnd\nskola\nråd\n".utf8).write(to: URL(filePath: path))
    let words = WordList(path: path)
    let answers = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 { group.addTask { words.contains(Array("Skola".utf8)[...]) && !words.contains(Array("skol".utf8)[...]) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.count == 16 && answers.allSatisfy { $0 })
    #expect(words.contains(Array("NÄMND".utf8)[...]) && words.isCompound(Array("skolnämnd".utf8)[...]) && !words.isMissing)
  }
}
