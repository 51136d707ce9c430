import Facts
import Foundation
import Pipeline
import Testing

/// One reader serves many tasks at once.
@Suite struct ConcurrencyTests {
  @Test func readingsAtOnceGiveTheSameFactsAndLeaveTheStandardErrorAlone() async throws {
    let reader = try Repository.reader.get()
    let path = Repository.root.appendingPathComponent("corpus/sn-au-2024-04-10.pdf").path
    let alone = try reader.read(path: path).facts
    let kept = dup(STDERR_FILENO)
    defer {
      dup2(kept, STDERR_FILENO)
      close(kept)
    }
    let before = target(of: STDERR_FILENO)
    let together = try await withThrowingTaskGroup(of: FactsDocument.self) { group in
      for _ in 0..<12 { group.addTask { try reader.read(path: path).facts } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(together.allSatisfy { $0 == alone })
    let after = target(of: STDERR_FILENO)
    withKnownIssue("readings that overlap leave the program's standard error turned to /dev/null for good", isIntermittent: true) {
      #expect(after == before)
    }
  }

  /// What file the descriptor leads to.
  private func target(of descriptor: Int32) -> String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)")) ?? ""
  }
}
