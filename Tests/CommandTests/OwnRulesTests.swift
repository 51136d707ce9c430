import Foundation
import Testing

@Suite("A municipality's own rules, from the first reading to the archive", .needsProgram)
struct OwnRulesTests {
  let desk: Desk
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  init() throws {
    desk = try Desk()
    for (day, numbers) in [("2024-03-05", [31, 32]), ("2024-04-09", [33, 34])] {
      try desk.write(Self.minutes(day, numbers), to: "in/\(day).txt")
    }
    try FileManager.default.copyItem(at: Self.root.appendingPathComponent("rules"), to: URL(fileURLWithPath: desk.folder + "/rules"))
  }

  private static func minutes(_ day: String, _ numbers: [Int]) -> String {
    let paragrafer = numbers.map { "Fråga \($0). Taxa nummer \($0)\nB24-MN-\($0)\n\nSå blev det\nMiljönämnden beslutar\natt anta taxan.\n" }
    return "Björkmåla kommun\nSammanträdesprotokoll\nMiljönämnden\n\(day)\n\n" + paragrafer.joined(separator: "\n")
  }

  private func writeOverlay() throws {
    try desk.write(
      """
      municipality: "Björkmåla kommun"
      headings: ["Fråga {nummer}. {titel}"]
      case_numbers: ["{bokstäver}{nummer}-{bokstäver}-{nummer}"]

      """, to: "rules/municipality/bjorkmala.yaml")
  }

  @Test("Minutes in which no § was found are not said to be the same")
  func unread() throws {
    let run = try desk.program.run("diff", "in/2024-03-05.txt", "in/2024-04-09.txt")
    #expect(run.code == 2 && run.error.contains("inga paragrafer hittades i någon av filerna"), "\(run.output)\(run.error)")
    try writeOverlay()
    let read = try desk.program.run("diff", "in/2024-03-05.txt", "in/2024-04-09.txt", "--rules", "rules")
    #expect(read.code == 1 && read.output.contains("2 § tillkomna"), "\(read.output)\(read.error)")
  }

  @Test("A case is followed by the whole of its number, whatever its form")
  func history() throws {
    try writeOverlay()
    try desk.program.run("index", "in", "--rules", "rules").expectDone()
    let run = try desk.program.run("case", "B24-MN-32")
    #expect(run.code == 0 && run.output.hasPrefix("B24-MN-32: 1 paragraf\n"), "\(run.output)\(run.error)")
    #expect(try desk.program.run("case", "B 24").code == 1)
    let search = try desk.program.run("search", "dnr:\"b24-mn-33\"")
    #expect(search.code == 0 && search.output.hasPrefix("1 träff"), "\(search.output)\(search.error)")
  }

  @Test("check and test say which folder they read, and that the one here is not used")
  func folder() throws {
    for command in ["check", "test"] {
      let own = try desk.program.run("rules", command, "--rules", "rules")
      #expect(own.code == 0 && own.output.contains("Reglerna i rules: ") && !own.output.contains("inte de i mappen"), "\(own.output)")
      let other = try desk.program.run("rules", command)
      #expect(other.output.contains("inte de i mappen rules här; ange dem med --rules rules"), "\(other.output)")
    }
    let diff = try desk.program.run("rules", "diff", "rules", "rulez", "in/2024-03-05.txt")
    #expect(
      diff.code == 2 && diff.error.hasPrefix("paragraf: rulez: mappen finns inte") && !diff.error.contains("--rules"), "\(diff.error)")
  }

  @Test("new names the next command whole, reads by what is there already, and takes no file for a municipality")
  func proposal() throws {
    let files = ["in/2024-03-05.txt", "in/2024-04-09.txt"]
    let first = try desk.program.run("rules", "new", "Björkmåla kommun", files[0], files[1], "--rules", "rules")
    #expect(
      first.code == 0 && first.output.contains("paragraf rules check --rules rules in/2024-03-05.txt in/2024-04-09.txt"), "\(first.output)")
    try writeOverlay()
    let second = try desk.program.run("rules", "new", "Björkmåla kommun", files[0], files[1], "--rules", "rules", "--out", "-")
    #expect(second.output.contains("läser redan 4 paragrafrubriker") && !second.output.contains("headings:"), "\(second.output)")
    let wrong = try desk.program.run("rules", "new", files[0], files[1], "--rules", "rules")
    #expect(wrong.code == 2 && wrong.error.contains("är en fil; ange först kommunens namn"), "\(wrong.error)")
  }

  @Test("A heading that comes again and no rule knows is among the unplaced of explain, as among those of extract")
  func unplaced() throws {
    try desk.write("municipality: Lillåkra kommun\nheadings: [\"Ärende nr {nummer}: {titel}\"]\n", to: "rules/municipality/lillakra.yaml")
    let minutes = Self.root.appendingPathComponent("corpus/overlays/lillakra-namnd.pdf").path
    let facts = try desk.program.run("extract", minutes, "--rules", "rules")
    let explained = try desk.program.run("rules", "explain", minutes, "--unplaced", "--rules", "rules")
    #expect(facts.output.contains("Rubriken återkommer") && facts.output.contains("Så blev det"), "\(facts.error)")
    #expect(explained.output.contains("] Så blev det\n"), "\(explained.output)")
  }
}
