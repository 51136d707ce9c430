import Foundation
import Testing

@Suite("paragraf page", .needsProgram)
struct PageTests {
  let desk: Desk
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  init() throws {
    desk = try Desk()
    try desk.write(NestedPDF.file([.text("Avgifter fram till juni."), .text("Sista sidan.")]), to: "a.pdf")
  }

  @Test("The page becomes a PNG; a highlight changes it")
  func writes() throws {
    #expect(try desk.program.run("page", "a.pdf", "1", "--png", "ut.png").code == 0)
    #expect(try desk.program.run("page", "a.pdf", "1", "--png", "box.png", "--highlight", "70,60,200,90").code == 0)
    #expect(try desk.program.run("page", "a.pdf", "1", "--png", "ord.png", "--highlight", "text:AVGIFTER  fram").code == 0)
    let files = try ["ut.png", "box.png", "ord.png"].map { [UInt8](try desk.data($0)) }
    #expect(files.allSatisfy { $0.starts(with: Self.png) })
    #expect(Set(files).count == 3)
  }

  @Test("- is standard output")
  func standardOutput() throws {
    #expect(try desk.program.shell("\"$PARAGRAF\" page a.pdf 2 --png - --dpi 72 > ut.png").code == 0)
    #expect([UInt8](try desk.data("ut.png")).starts(with: Self.png))
  }

  @Test("What is not on the page is said, and no image is written", arguments: ["text:budget", "§ 18"])
  func missing(_ highlight: String) throws {
    let run = try desk.program.run("page", "a.pdf", "1", "--png", "ut.png", "--highlight", highlight)
    #expect(run.code == 1 && run.error.hasPrefix("paragraf: a.pdf: "), "\(run.error)")
    #expect(!desk.exists("ut.png"))
  }

  @Test(
    "A page, a file or an option that cannot be is one sentence",
    arguments: [
      ["a.pdf", "3", "--png", "ut.png"], ["b.pdf", "1", "--png", "ut.png"], ["a.pdf", "1", "--png", "finns/inte/ut.png"],
      ["a.pdf", "1", "--png", "ut.png", "--highlight", "1,2,3"], ["a.pdf", "1", "--png", "ut.png", "--dpi", "5"],
    ])
  func refused(_ arguments: [String]) throws {
    let line = (["page"] + arguments).map { "'\($0)'" }.joined(separator: " ")
    let run = try desk.program.shell("\"$PARAGRAF\" \(line)")
    #expect(run.code == 2 && run.error.hasPrefix("paragraf: "), "\(run.error)")
    #expect(!desk.exists("ut.png"))
  }
}
