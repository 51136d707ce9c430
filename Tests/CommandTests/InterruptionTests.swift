import Foundation
import Testing

@Suite("What stops index costs no document that was stored", .needsProgram, .serialized)
struct InterruptionTests {
  let desk: Desk
  private static let count = 12
  private static let matters = 10

  init() throws {
    desk = try Desk()
    for number in 0..<Self.count { try desk.write(Minutes.long(number, matters: Self.matters), to: "in/protokoll-\(number).txt") }
  }

  /// How many documents the archive holds, after a check that it is sound; 0 where it has not come to be.
  private func documents() throws -> Int {
    if !desk.exists("paragraf.db") { return 0 }
    let run = try desk.program.run("status", "--check")
    if run.error.contains("är tomt") { return 0 }
    #expect(run.code == 0 && run.output.contains("helt"), "\(run.error)")
    let words = try #require(run.output.split(separator: "\n").first { $0.contains(" dokument, ") }?.split(separator: " "))
    return try #require(Int(words[0]))
  }

  private func expectWhole() throws {
    try desk.program.run("index", "in").expectDone()
    #expect(try documents() == Self.count)
    let answer = try object(try desk.program.run("search", "bron", "--format", "json").output)
    #expect(answer["total"] as? Int == Self.count * Self.matters)
  }

  @Test("Killed at any moment, the archive opens, is sound, holds what it held and goes on")
  func killed() throws {
    let clock = ContinuousClock()
    let whole = try clock.measure { try desk.program.run("index", "in", "--archive", "hel.db").expectDone() }
    var held = 0
    var interrupted = 0
    for attempt in 0..<20 {
      let process = try desk.program.start("index", "in")
      // Multiples of the golden ratio fall evenly over the time that a whole run takes.
      usleep(UInt32((whole / .microseconds(1)) * (Double(attempt) * 0.618).truncatingRemainder(dividingBy: 1)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let now = try documents()
      #expect(now >= held, "attempt \(attempt): \(now) documents of \(held)")
      interrupted += now > held && now < Self.count ? 1 : 0
      held = now
      if held == Self.count {
        try desk.remove("paragraf.db")
        held = 0
      }
    }
    #expect(interrupted > 0, "no kill came while documents were stored")
    try expectWhole()
  }

  @Test("A file that may not grow (ulimit -f) is one sentence, exit code 2")
  func limitedFile() throws {
    let run = try desk.program.shell("ulimit -f 150; \"$PARAGRAF\" index in")
    #expect(run.code == 2)
    #expect(run.complaint.hasPrefix("paragraf: arkivet paragraf.db") && run.complaint.contains("samma kommando igen"))
    #expect(try documents() < Self.count)
    try expectWhole()
  }

  @Test("A full disk is one sentence, exit code 2", .enabled(if: FullDisk.isPossible, "no file system can be mounted here"))
  func fullDisk() throws {
    let run = try desk.program.shell(
      FullDisk.within("\"$PARAGRAF\" index in --archive disk/a.db; code=$?; cp disk/a.db rest.db; exit $code"))
    #expect(run.code == 2)
    #expect(run.complaint.hasPrefix("paragraf: disken där arkivet disk/a.db ligger är full"), "\(run.complaint)")
    try FileManager.default.moveItem(atPath: desk.folder + "/rest.db", toPath: desk.folder + "/paragraf.db")
    #expect(try documents() > 0)
    try expectWhole()
  }
}

/// A small disk in a mount namespace of its own, which needs no rights where the system lets users make one.
enum FullDisk {
  static func within(_ commands: String) -> String {
    "mkdir -p disk && unshare --mount --map-root-user bash -c 'mount -t tmpfs -o size=500k tmpfs disk && \(commands)'"
  }

  static let isPossible: Bool = {
    guard let desk = try? Desk() else { return false }
    return (try? desk.program.shell(within("true")).code) == 0
  }()
}
