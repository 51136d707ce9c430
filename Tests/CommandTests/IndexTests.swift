import Foundation
import Testing

@Suite("paragraf index", .needsProgram)
struct IndexTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.write(Minutes.text(), to: "in/sn-mars.txt")
  }

  private func index(_ arguments: String = "in") throws -> Program.Run { try desk.program.shell("\"$PARAGRAF\" index \(arguments)") }

  private func hits(_ query: String) throws -> [String] {
    let run = try desk.program.run("search", query, "--format", "json")
    let hits = try #require(try object(run.output)["hits"] as? [[String: Any]])
    return hits.compactMap { ($0["document"] as? [String: Any])?["source"] as? String }
  }

  @Test("Folders are walked; hidden files, other kinds of files and links that lead back are left out")
  func walk() throws {
    try desk.write(Minutes.text(day: "2024-04-11"), to: "in/2024/april/SN-APRIL.TXT")
    try desk.write(Minutes.text(day: "2024-05-16"), to: "in/.gömd.txt")
    try desk.write(Minutes.text(day: "2024-06-13"), to: "in/.gömd/sn.txt")
    try desk.write("Budget", to: "in/budget.xlsx")
    try FileManager.default.createSymbolicLink(atPath: desk.folder + "/in/2024/upp", withDestinationPath: "../../in")
    let run = try index()
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("paragraf.db: 2 lästa"))
    #expect(try Set(hits("lekplats")) == ["sn-mars.txt", "SN-APRIL.TXT"])
  }

  @Test("What is known is not read again, also under another name or with a new time")
  func incremental() throws {
    #expect(try index().output.contains("1 lästa"))
    #expect(try index().output.contains("0 lästa, 1 oförändrade"))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: desk.folder + "/in/sn-mars.txt")
    #expect(try index().output.contains("0 lästa, 1 oförändrade"))
    try FileManager.default.copyItem(atPath: desk.folder + "/in/sn-mars.txt", toPath: desk.folder + "/in/kopia.txt")
    #expect(try index().output.contains("0 lästa, 2 oförändrade"))
    #expect(try hits("lekplats").count == 1)
  }

  @Test("A changed file replaces its old self")
  func changed() throws {
    _ = try index()
    try desk.write(
      Minutes.text(first: 10, [Minutes.Matter(title: "Ny bro", decision: "att bygga en bro.", text: "Bron byggs.")]), to: "in/sn-mars.txt")
    #expect(try index().output.contains("1 lästa"))
    #expect(try hits("bro") == ["sn-mars.txt"])
    #expect(try desk.program.run("search", "lekplats").code == 1)
  }

  @Test("A file that is gone is reported, and taken out with --prune; one outside the folder is left alone")
  func gone() throws {
    try desk.write(Minutes.text(day: "2024-04-11"), to: "in/sn-april.txt")
    try desk.write(Minutes.text(day: "2024-05-16"), to: "annan/sn-maj.txt")
    _ = try index("in annan")
    try desk.remove("in/sn-april.txt")
    try desk.remove("annan/sn-maj.txt")
    let reported = try index()
    #expect(reported.code == 0 && reported.output.contains("in/sn-april.txt") && !reported.output.contains("sn-maj"))
    #expect(try hits("lekplats").count == 3)
    #expect(try index("in --prune").output.contains("in/sn-april.txt"))
    #expect(try Set(hits("lekplats")) == ["sn-mars.txt", "sn-maj.txt"])
  }

  @Test("A folder that is not there takes nothing out of the archive")
  func missingFolder() throws {
    _ = try index()
    try FileManager.default.moveItem(atPath: desk.folder + "/in", toPath: desk.folder + "/ut")
    let run = try index("in --prune")
    #expect(run.code == 2)
    #expect(run.error.contains("in finns inte"))
    #expect(try hits("lekplats") == ["sn-mars.txt"])
  }

  @Test("A file that cannot be read is reported with its reason, and the others are read")
  func failing() throws {
    try desk.write("Detta är ingen PDF.", to: "in/brev.pdf")
    let run = try index()
    #expect(run.code == 2)
    #expect(run.output.contains("1 lästa") && run.output.contains("1 misslyckade") && run.output.contains("brev.pdf"))
    let status = try desk.program.run("status")
    #expect(status.code == 0 && status.output.contains("Kunde inte läsas") && status.output.contains("brev.pdf"))
    try desk.remove("in/brev.pdf")
    #expect(try index().code == 0)
    #expect(try !desk.program.run("status").output.contains("brev.pdf"))
  }

  @Test("A folder without documents: one sentence, exit code 1, and no archive")
  func empty() throws {
    try desk.write("x", to: "tom/bild.png")
    let run = try index("tom")
    #expect(run.code == 1)
    #expect(run.error.hasPrefix("paragraf: inga dokument") && run.error.split(separator: "\n").count == 1)
    #expect(!desk.exists("paragraf.db"))
  }

  @Test("The archive is that of --archive, of PARAGRAF_ARCHIVE, or paragraf.db, in this order")
  func archives() throws {
    var program = desk.program
    program.environment["PARAGRAF_ARCHIVE"] = "b.db"
    #expect(try program.run("index", "in").code == 0)
    #expect(desk.exists("b.db") && !desk.exists("paragraf.db"))
    #expect(try program.run("index", "in", "--archive", "c.db").code == 0)
    #expect(desk.exists("c.db"))
    #expect(try program.run("search", "lekplats").code == 0)
    #expect(try desk.program.run("search", "lekplats").code == 2)
  }

  @Test("A document read by other rules is named in status and read again with --reread")
  func reread() throws {
    let rules = Self.repository + "/rules"
    try #require(FileManager.default.fileExists(atPath: rules))
    try FileManager.default.copyItem(atPath: rules, toPath: desk.folder + "/regler")
    _ = try index("in --rules regler")
    let status = { try desk.program.run("status", "--rules", "regler").output }
    #expect(try status().contains("de nuvarande"))
    try desk.program.shell("for f in regler/structure/*.yaml; do echo '# ändrad' >> $f; done").expectDone()
    #expect(try status().contains("läs om dem med --reread") && status().contains("sn-mars.txt"))
    let run = try index("in --rules regler")
    #expect(run.output.contains("0 lästa, 1 oförändrade") && run.output.contains("--reread"))
    #expect(try index("in --rules regler --reread").output.contains("1 lästa"))
    #expect(try status().contains("de nuvarande"))
  }

  /// The folder of the package.
  private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
}

extension Program.Run {
  func expectDone() { #expect(code == 0, "\(error)") }
}
