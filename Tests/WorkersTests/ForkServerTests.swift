import Foundation
import Testing
import Workers

@Suite("Workers come from one process that has loaded the rules")
struct ForkServerTests {
  private static let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("paragraf").path

  private func worker(_ arguments: String...) -> WarmWorker {
    WarmWorker(WorkerProgram([Self.program, "worker", "--ocr", "never"] + arguments), limits: WorkerLimits())
  }

  private func file(_ folder: String) throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/a.txt"
    let text = "Björkmåla kommun\nSocialnämnden\nSammanträdesprotokoll\n2024-03-07\n\n§ 1 Val av justerare\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Processes below this one of which the command line holds the word, the fork server before its workers.
  private func processes(with word: String) -> [pid_t] {
    var below = [getpid()]
    var found: [pid_t] = []
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { pid_t($0) } ?? []
    for process in all.sorted() {
      guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        let fields = status.split(separator: ")").last?.split(separator: " "), fields.count > 1, let parent = pid_t(fields[1]),
        below.contains(parent)
      else { continue }
      below.append(process)
      let line = (try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)) ?? ""
      if line.contains(word) { found.append(process) }
    }
    return found
  }

  /// Dead, and perhaps still in the table of processes until someone asks how it ended.
  private func waitUntilDead(_ process: pid_t) throws {
    for _ in 0..<1000 {
      let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      guard let state = status?.split(separator: ")").last?.split(separator: " ").first, state != "Z" else { return }
      usleep(10_000)
    }
    Issue.record("\(process) does not die")
  }

  @Test("Where it is killed, the next task has a new one; where a worker is killed, a new worker")
  func killed() throws {
    let folder = NSTemporaryDirectory() + "fork-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = try file(folder)
    // A limit that no other test has, by which its processes are known.
    let word = "2047"
    let worker = worker("--memory", word)
    #expect(!(try worker.perform(.sample(path: path)).isEmpty))
    // First the worker, then the fork server, with which its worker dies.
    for position in [1, 0] {
      let running = processes(with: word)
      try #require(running.count == 2)
      kill(running[position], SIGKILL)
      for process in running[position...] { try waitUntilDead(process) }
      #expect(!(try worker.perform(.sample(path: path)).isEmpty))
      #expect(!processes(with: word).contains(running[position]))
    }
  }

  @Test("A rule folder that is missing is one sentence for each task, and mended where it is mended")
  func rules() throws {
    let folder = NSTemporaryDirectory() + "fork-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = try file(folder)
    let worker = worker("--rules", folder + "/rules")
    for _ in 0..<2 { #expect(throws: WorkerFailure.self) { try worker.perform(.sample(path: path)) } }
    let standard = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../rules").standardizedFileURL
    try FileManager.default.copyItem(atPath: standard.path, toPath: folder + "/rules")
    #expect(!(try worker.perform(.sample(path: path)).isEmpty))
  }
}
