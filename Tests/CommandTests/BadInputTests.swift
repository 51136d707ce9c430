import Foundation
import Testing

@Suite("Bad input", .needsProgram)
struct BadInputTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  @Test(
    "A mistake in the command is exit code 2, and says so after the program's name",
    arguments: [
      ["finns-inte"], ["search"], ["search", "a", "--format", "xml"], ["search", "a", "--limit", "0"], ["index"], ["show", "--nej"],
    ])
  func usage(arguments: [String]) throws {
    let line = arguments.map { "'\($0)'" }.joined(separator: " ")
    let run = try desk.program.shell("\"$PARAGRAF\" \(line)")
    #expect(run.code == 2 && run.output.isEmpty && run.error.hasPrefix("paragraf: "))
  }

  @Test("Help and version are no errors", arguments: ["--help", "--version", "index --help", "help search"])
  func help(arguments: String) throws {
    let run = try desk.program.shell("\"$PARAGRAF\" \(arguments)")
    #expect(run.code == 0 && !run.output.isEmpty && run.error.isEmpty)
  }

  @Test("A rule that cannot be read is told of where the examples are tried: its own are not", arguments: ["test", "check"])
  func unreadRule(command: String) throws {
    try desk.write(
      """
      - id: eget.beslut
        about: Ett beslut.
        source: eget protokoll
        scope: decision
        pattern: "(?<=beslut+)et"
        examples: ["beslutet"]
        counterexamples: ["nej"]
      """, to: "egna/facts/beslut.yaml")
    // A folder without general rules of each kind is a mistake of its own.
    try desk.write("- { id: ord, about: Ord., pattern: ord, examples: [ord], counterexamples: [nej] }", to: "egna/vocabulary/ord.yaml")
    try desk.write(
      "- { id: rubrik.ord, about: Ord., source: eget, scope: section_heading, pattern: ord, examples: [ord], counterexamples: [nej] }",
      to: "egna/structure/rubriker.yaml")
    let run = try desk.program.run("rules", command, "--rules", "egna")
    #expect(run.code == 2 && run.output.contains("facts/beslut.yaml:5:12: pattern:") && run.complaint.contains("1 fel i regelfilerna"))
  }

  @Test("An archive that is not there, is none, or is newer is one sentence, and is left as it was")
  func archives() throws {
    try desk.write("Hej, det här är ett brev.", to: "brev.db")
    try desk.write(Minutes.text(), to: "in/sn.txt")
    try desk.program.run("index", "in", "--archive", "nyare.db").expectDone()
    var newer = try desk.data("nyare.db")
    newer[63] = 99  // the last byte of user_version, https://www.sqlite.org/fileformat2.html#the_database_header
    try newer.write(to: URL(fileURLWithPath: desk.folder + "/nyare.db"))
    for (name, words) in [("saknas.db", "finns inte"), ("brev.db", "inget arkiv"), ("nyare.db", "nyare version")] {
      for command in ["search bron", "status", "show sn"] {
        let run = try desk.program.shell("\"$PARAGRAF\" \(command) --archive \(name)")
        #expect(run.code == 2 && run.error.contains(words) && run.error.contains(name), "\(command): \(run.error)")
        #expect(run.error.split(separator: "\n").count == 1)
      }
    }
    for name in ["brev.db", "nyare.db"] { #expect(try desk.program.run("index", "in", "--archive", name).code == 2) }
    #expect(try desk.data("brev.db") == Data("Hej, det här är ett brev.".utf8))
    #expect(try desk.data("nyare.db") == newer)
    #expect(!desk.exists("saknas.db"))
  }

  @Test("An archive in a folder that is not there is one sentence")
  func noFolder() throws {
    try desk.write(Minutes.text(), to: "in/sn.txt")
    let run = try desk.program.run("index", "in", "--archive", "saknas/a.db")
    #expect(run.code == 2 && run.error.contains("saknas/a.db") && run.error.contains("mappen"))
  }

  @Test("extract goes on after a file that fails, one object a line, exit code 2")
  func extract() throws {
    try desk.write(Minutes.text(), to: "a.txt")
    try desk.write(Minutes.text(day: "2024-04-11"), to: "b.txt")
    let run = try desk.program.run("extract", "a.txt", "saknas.pdf", "b.txt", "--format", "json")
    #expect(run.code == 2)
    #expect(run.error.hasPrefix("paragraf: ") && run.error.contains("saknas.pdf") && run.error.split(separator: "\n").count == 1)
    let lines = run.output.split(separator: "\n").map(String.init)
    let documents = try lines.map { try object($0)["document"] as? [String: Any] }
    #expect(documents.map { $0?["source"] as? String } == ["a.txt", "b.txt"])
    #expect(documents.map { $0?["date"] as? String } == ["2024-03-14", "2024-04-11"])
  }

  @Test("extract --format text shows every § with its decision")
  func extractText() throws {
    try desk.write(Minutes.text(), to: "a.txt")
    let run = try desk.program.run("extract", "a.txt", "--format", "text")
    #expect(run.code == 0)
    for matter in Minutes.matters { #expect(run.output.contains(matter.title) && run.output.contains("Beslut")) }
  }

  @Test("An output that cannot be written is a sentence, exit code 2", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullOutput() throws {
    try desk.write(Minutes.text(), to: "a.txt")
    let run = try desk.program.shell("\"$PARAGRAF\" extract a.txt > /dev/full")
    #expect(run.code == 2 && run.error.hasPrefix("paragraf: "))
  }

  @Test("Rules that are not there are a sentence, exit code 2")
  func noRules() throws {
    try desk.write(Minutes.text(), to: "a.txt")
    let run = try desk.program.run("extract", "a.txt", "--rules", "saknas")
    #expect(run.code == 2 && run.error.contains("saknas") && run.error.contains("--rules"))
  }

  @Test(
    "A mistake in a rule file is a sentence that names file and line, and stops nothing but its own rule", arguments: ["extract", "index"])
  func mistakenRule(command: String) throws {
    try desk.write(Minutes.text(), to: "in/sn.txt")
    let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    try FileManager.default.copyItem(at: rules.appendingPathComponent("rules"), to: URL(fileURLWithPath: desk.folder + "/regler"))
    try desk.write("- id: fel.regel\n  about: Ett fel.\n  pattern: \"(ej avslutad\"\n", to: "regler/facts/fel.yaml")
    let file = command == "index" ? "in" : "in/sn.txt"
    let run = try desk.program.run(command, file, "--rules", "regler")
    #expect(run.code == 0 && !run.output.isEmpty)
    let warnings = run.error.split(separator: "\n").filter { $0.contains("varning") }
    #expect(!warnings.isEmpty && warnings.allSatisfy { $0.contains("facts/fel.yaml:") && $0.contains("används inte") }, "\(run.error)")
    let facts = try desk.program.run("extract", "in/sn.txt", "--rules", "regler", "--format", "json")
    let found = try object(facts.output)
    #expect((found["paragraphs"] as? [Any])?.isEmpty == false)
    let doubts = (found["doubts"] as? [[String: Any]])?.compactMap { $0["message"] as? String } ?? []
    #expect(doubts.contains { $0.contains("facts/fel.yaml") && $0.contains("rad 1") }, "\(doubts)")
  }
}
