import Foundation
import Testing

@Suite("Files are read in workers", .needsProgram)
struct WorkerTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  @Test("A page that takes too long costs that page, and the doubt says so")
  func slowPage() throws {
    try desk.write(NestedPDF.file([.text("Den andra sidan tar aldrig slut."), .nested(depth: 9), .text("Slut.")]), to: "a.pdf")
    let run = try desk.program.run("extract", "a.pdf", "--page-seconds", "1")
    #expect(run.code == 0, "\(run.error)")
    let facts = try object(run.output)
    #expect((facts["document"] as? [String: Any])?["unread_pages"] as? [Int] == [2])
    let doubts = try #require(facts["doubts"] as? [[String: Any]]).compactMap { $0["message"] as? String }
    #expect(doubts == ["Sidan 2 kunde inte läsas (läsprocessen hann inte klart med sidan på 1 s); se den i en PDF-läsare."])
  }

  @Test("So does the first page")
  func slowFirstPage() throws {
    try desk.write(NestedPDF.file([.nested(depth: 9), .text("Den andra sidan.")]), to: "a.pdf")
    let run = try desk.program.run("extract", "a.pdf", "--page-seconds", "1")
    #expect(run.code == 0, "\(run.error)")
    #expect((try object(run.output)["document"] as? [String: Any])?["unread_pages"] as? [Int] == [1])
  }

  @Test("A document whose pages together take too long is one sentence")
  func slowDocument() throws {
    try desk.write(NestedPDF.file([.text("Början.")] + Array(repeating: .nested(depth: 9), count: 12)), to: "a.pdf")
    let run = try desk.program.run("extract", "a.pdf", "--page-seconds", "0.5")
    #expect(run.code == 2 && run.error.hasPrefix("paragraf: a.pdf: läsprocessen hann inte klart med dokumentet"), "\(run.error)")
  }

  /// What a process has open, as far as it can be seen.
  private func open(_ process: pid_t) -> [String] {
    let folder = "/proc/\(process)/fd"
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return numbers.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)") }
  }

  /// The processes that a process has started, and those that these have.
  private func below(_ process: pid_t) -> [pid_t] {
    let children = (try? String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)) ?? ""
    return children.split(separator: " ").compactMap { pid_t($0) }.flatMap { [$0] + below($0) }
  }

  private func waits(for condition: () throws -> Bool) rethrows -> Bool {
    for _ in 0..<2000 {
      if try condition() { return true }
      usleep(5000)
    }
    return false
  }

  @Test("They are copies of the command: nothing that it has open is open in them, and they end with it")
  func copies() throws {
    try desk.write(NestedPDF.file([.text("Den andra sidan tar aldrig slut."), .nested(depth: 9)]), to: "a.pdf")
    let command = try desk.program.start("extract", "a.pdf")
    defer { command.terminate() }
    // The one that loads the rules, and the one that reads.
    #expect(waits { below(command.processIdentifier).count == 2 })
    let workers = below(command.processIdentifier)
    for worker in workers {
      let line = try String(contentsOfFile: "/proc/\(worker)/cmdline", encoding: .utf8)
      #expect(line.contains("extract") && !open(worker).contains { $0.hasPrefix(desk.folder + "/.") }, "\(line): \(open(worker))")
    }
    #expect(open(command.processIdentifier).contains { $0.hasPrefix(desk.folder + "/.") })
    kill(command.processIdentifier, SIGKILL)
    command.waitUntilExit()
    #expect(waits { workers.allSatisfy { open($0).isEmpty } }, "\(workers)")
  }

  @Test("A page that fills the memory costs that page")
  func largePage() throws {
    try desk.write(NestedPDF.file([.text("Den andra sidan ryms inte."), .nested(depth: 6)]), to: "a.pdf")
    let run = try desk.program.run("extract", "a.pdf", "--memory", "300")
    #expect(run.code == 0, "\(run.error)")
    #expect((try object(run.output)["document"] as? [String: Any])?["unread_pages"] as? [Int] == [2])
  }

  @Test("A file that no worker comes through is one sentence; the others are read, in the order given")
  func hopelessFile() throws {
    try desk.write(NestedPDF.file([.nested(depth: 9)]), to: "b.pdf")
    for name in ["a", "c", "d"] { try desk.write(NestedPDF.file([.text("Fil \(name).")]), to: "\(name).pdf") }
    let run = try desk.program.run("extract", "a.pdf", "b.pdf", "c.pdf", "d.pdf", "--page-seconds", "1", "--jobs", "3")
    #expect(
      run.code == 2 && run.error.hasPrefix("paragraf: b.pdf: läsprocessen hann inte klart") && run.error.split(separator: "\n").count == 1)
    let sources = try run.output.split(separator: "\n").map { (try object(String($0))["document"] as? [String: Any])?["source"] as? String }
    #expect(sources == ["a.pdf", "c.pdf", "d.pdf"])
  }

  @Test("index keeps what could be read, and records what could not")
  func index() throws {
    try desk.write(NestedPDF.file([.nested(depth: 9)]), to: "in/b.pdf")
    try desk.write(Minutes.text(), to: "in/c.txt")
    let run = try desk.program.run("index", "in", "--page-seconds", "1")
    #expect(run.code == 2)
    #expect(try desk.program.run("status").output.contains("läsprocessen hann inte klart"))
    #expect(try desk.program.run("search", "lekplats").code == 0)
  }

  @Test("One job and several give the same, to the byte")
  func jobs() throws {
    for number in 0..<9 { try desk.write(Minutes.long(number, matters: 5), to: "in/\(number).txt") }
    let one = try desk.program.shell("\"$PARAGRAF\" extract in/*.txt --jobs 1")
    let four = try desk.program.shell("\"$PARAGRAF\" extract in/*.txt --jobs 4")
    #expect(one.code == 0 && one.output == four.output)
  }

  @Test("Limits that nothing can be read within are refused", arguments: ["--jobs 0", "--page-seconds 0", "--memory 10"])
  func limits(option: String) throws {
    try desk.write(Minutes.text(), to: "a.txt")
    let run = try desk.program.shell("\"$PARAGRAF\" extract a.txt \(option)")
    #expect(run.code == 2 && run.error.contains("måste vara"))
  }

  @Test("No worker outlives the program")
  func orphans() throws {
    try desk.write(NestedPDF.file([.nested(depth: 9)]), to: "b.pdf")
    let process = try desk.program.start("extract", "b.pdf")
    var workers: [String] = []
    for _ in 0..<100 where workers.isEmpty {
      usleep(50_000)
      workers = try desk.program.shell("pgrep -P \(process.processIdentifier)").output.split(separator: "\n").map(String.init)
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    usleep(300_000)
    let worker = try #require(workers.first)
    // A zombie that its new parent has not yet reaped is dead too.
    let state = try desk.program.shell("ps -o stat= -p \(worker) | grep -v Z").output
    #expect(state.isEmpty)
  }
}
