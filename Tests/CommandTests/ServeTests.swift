import Foundation
import Testing

@Suite(.needsProgram) struct ServeTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test func aMissingArchiveIsSaid() throws {
    let run = try desk.program.run("serve", "--archive", "saknas.db", "--port", "0")
    #expect(run.code == 2)
    #expect(run.error.contains("arkivet saknas.db finns inte"))
  }

  @Test func otherAddressesThanTheMachinesOwnNeedUsers() throws {
    let run = try desk.program.run("serve", "--host", "0.0.0.0")
    #expect(run.code == 2)
    #expect(run.error.contains("det finns inga användare") && run.error.contains("paragraf users add"))
  }

  @Test func itAnswersAndEndsOnSIGTERM() async throws {
    try makeArchive()
    let process = try desk.program.start("serve", "--archive", "paragraf.db", "--port", "0")
    let address = try await address()
    let first = try await shell("curl -s -o /dev/null -w '%{http_code}' \(address)")
    #expect(first == "200")
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
  }

  @Test func aPortThatIsTakenIsSaid() async throws {
    try makeArchive()
    let process = try desk.program.start("serve", "--archive", "paragraf.db", "--port", "0")
    defer { end(process) }
    let port = try await address().split(separator: ":").last?.dropLast() ?? ""
    let second = Desk.second(of: desk)
    let run = try second.run("serve", "--archive", "paragraf.db", "--port", String(port))
    #expect(run.code == 2)
    #expect(run.error.contains("porten \(port) är upptagen"))
  }

  @Test func aRequestForAnotherHostIsRefused() async throws {
    try makeArchive()
    let process = try desk.program.start("serve", "--archive", "paragraf.db", "--port", "0")
    defer { end(process) }
    let address = try await address()
    #expect(try await shell("curl -s -o /dev/null -w '%{http_code}' -H 'Host: ont.example' \(address)") == "421")
    #expect(try await shell("curl -s -o /dev/null -w '%{http_code}' '\(address)?q='$(head -c 100000 /dev/zero | tr '\\0' a)") == "414")
  }

  // A process that nobody waits for is never given back.
  private func end(_ process: Process) {
    process.terminate()
    process.waitUntilExit()
  }

  private func makeArchive() throws {
    try desk.write("Björkmåla kommun\nSocialnämnden\nSammanträdesprotokoll\n2024-02-21\n\n§ 1 Val av justerare\n", to: "sn.txt")
    #expect(try desk.program.run("index", "sn.txt", "--archive", "paragraf.db").code == 0)
  }

  /// What the server wrote when it began to listen.
  private func address() async throws -> String {
    for _ in 0..<300 {
      let text = String(decoding: (try? desk.data(".error")) ?? Data(), as: UTF8.self)
      if let address = text.split(separator: " ").first(where: { $0.hasPrefix("http://") }) { return String(address) }
      try await Task.sleep(for: .milliseconds(30))
    }
    Issue.record("the server did not start")
    return ""
  }

  private func shell(_ line: String) async throws -> String { try Desk.second(of: desk).shell(line).output }
}

extension Desk {
  /// The program with files of its own for what it writes, beside one that runs.
  static func second(of desk: Desk) -> Program { Program(folder: desk.folder) }
}
