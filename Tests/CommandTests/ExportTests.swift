import Foundation
import Testing

@Suite("Whole results and samples in every format", .needsProgram)
struct ExportTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.write(Minutes.long(1, matters: 60), to: "in/ett.txt")
    try desk.program.run("index", "in").expectDone()
  }

  private func lines(_ text: String) -> [String] { text.components(separatedBy: .newlines).filter { !$0.isEmpty } }

  @Test("--all has every hit, in every format of text")
  func all() throws {
    #expect(try lines(desk.program.run("search", "bron", "--format", "csv").output).count == 21)
    #expect(try lines(desk.program.run("search", "bron", "--all", "--format", "csv").output).count == 61)
    let hits = try lines(desk.program.run("search", "bron", "--all", "--format", "jsonl").output).map(object)
    #expect(hits.count == 60 && Set(hits.compactMap { $0["section"] as? Int }).count == 60)
    let json = try object(desk.program.run("search", "bron", "--all", "--format", "json").output)
    #expect((json["hits"] as? [Any])?.count == 60)
    #expect(try desk.program.run("search", "bron", "--all").output.contains("60  §\u{A0}"))
  }

  @Test("A file is written whole, and replaced whole; a name that is no file's is refused")
  func files() throws {
    try desk.program.run("search", "bron", "--all", "--format", "csv", "--out", "ut.csv").expectDone()
    let first = try desk.data("ut.csv")
    #expect(try String(decoding: first, as: UTF8.self) == desk.program.run("search", "bron", "--all", "--format", "csv").output)
    try desk.program.run("search", "kvarnen", "--limit", "3", "--format", "csv", "--out", "ut.csv").expectDone()
    #expect(try lines(String(decoding: desk.data("ut.csv"), as: UTF8.self)).count == 4)
    let folder = try desk.program.run("search", "bron", "--format", "csv", "--out", "in")
    #expect(folder.code == 2 && folder.error.contains("ingen vanlig fil"))
    let missing = try desk.program.run("search", "bron", "--format", "xlsx", "--out", "saknas/ut.xlsx")
    #expect(missing.code == 2 && missing.error.contains("saknas/ut.xlsx kunde inte skrivas"))
    let left = try FileManager.default.contentsOfDirectory(atPath: desk.folder).filter { $0.hasPrefix(".ut") }
    #expect(left.isEmpty)
  }

  @Test("What cannot be written whole leaves the file that was there")
  func failure() throws {
    try desk.write("gammalt", to: "ut.csv")
    let run = try desk.program.shell("ulimit -f 1; \"$PARAGRAF\" search bron --all --format csv --out ut.csv")
    #expect(run.code == 2 && run.error.contains("ut.csv kunde inte skrivas"))
    #expect(try String(decoding: desk.data("ut.csv"), as: UTF8.self) == "gammalt")
  }

  @Test("A workbook has what was asked, and a row a hit with its source")
  func workbook() throws {
    try desk.program.run("search", "bron", "--sample", "5", "--seed", "7", "--format", "xlsx", "--out", "urval.xlsx").expectDone()
    // Python's zipfile reads what a spreadsheet would.
    let read =
      "import zipfile;z=zipfile.ZipFile('urval.xlsx');print(*[z.read(n).decode() for n in sorted(z.namelist()) if 'sheets/sheet' in n],sep='\\n@@\\n')"
    let sheets = try desk.program.shell("python3 -c \"\(read)\"").output.components(separatedBy: "@@")
    #expect(sheets.count == 2)
    for part in ["population", "frö", "SHA-256", "bron"] { #expect(sheets[0].contains(part), "\(part) is missing") }
    #expect(sheets[1].components(separatedBy: "<row ").count == 1 + 1 + 5 && sheets[1].contains("ett.txt"))
  }

  @Test("A sample is drawn again by its seed, and every format says how it was drawn")
  func sample() throws {
    let csv = try lines(desk.program.run("search", "bron", "--sample", "5", "--seed", "7", "--format", "csv").output)
    #expect(csv.count == 6 && csv[0].hasSuffix(",section,diarienummer,population,sample_size,seed,draw") && csv[1].hasSuffix(",60,5,7,1"))
    #expect(try lines(desk.program.run("search", "bron", "--sample", "5", "--seed", "7", "--format", "csv").output) == csv)
    let text = try desk.program.run("search", "bron", "--sample", "5", "--seed", "7").output
    #expect(text.contains("Urval: 5 av 60") && text.contains("frö 7"))
    let json = try object(desk.program.run("search", "bron", "--sample", "5", "--seed", "7", "--format", "json").output)
    let drawn = try #require(json["sample"] as? [String: Int])
    #expect(drawn == ["population": 60, "size": 5, "seed": 7])
    let line = try #require(try lines(desk.program.run("search", "bron", "--sample", "9", "--seed", "7", "--format", "jsonl").output).first)
    #expect(try (object(line)["sample"] as? [String: Int])?["seed"] == 7)
    let first = (json["hits"] as? [[String: Any]])?.first?["section"] as? Int
    #expect(try object(line)["section"] as? Int == first)
  }

  @Test("Without a seed one is drawn and printed, and draws the same again")
  func drawnSeed() throws {
    let first = try object(desk.program.run("search", "bron", "--sample", "5", "--format", "json").output)
    let seed = try #require((first["sample"] as? [String: Int])?["seed"])
    let second = try object(desk.program.run("search", "bron", "--sample", "5", "--seed", "\(seed)", "--format", "json").output)
    func sections(_ answer: [String: Any]) -> [Int] { (answer["hits"] as? [[String: Any]] ?? []).compactMap { $0["section"] as? Int } }
    #expect(sections(first).count == 5 && sections(first) == sections(second))
  }

  @Test(
    "Choices that do not go together are refused in a sentence",
    arguments: [
      ("--seed 7", "--sample"), ("--all --limit 5", "--all"), ("--sample 5 --skip 5", "--sample"), ("--sample 0", "minst 1"),
      ("--format xlsx", "--out"),
    ])
  func refusals(arguments: String, word: String) throws {
    let run = try desk.program.shell("\"$PARAGRAF\" search bron \(arguments)")
    #expect(run.code == 2 && run.output.isEmpty && run.error.contains(word))
  }
}
