import Foundation
import Testing

@Suite("Hostile files", .needsProgram)
struct HostileFilesTests {
  /// The script says what is wrong with which file; all of them are `scripts/hostile` without `--quick`.
  @Test("Each is read, partly read or refused with a sentence, and the run goes on", .timeLimit(.minutes(5)))
  func quick() throws {
    let desk = try Desk()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let run = try desk.program.shell("'\(root.path)/scripts/hostile' --quick")
    #expect(run.code == 0, "\(run.output)\(run.error)")
  }
}
