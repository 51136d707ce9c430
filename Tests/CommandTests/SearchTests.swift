import Foundation
import Testing

@Suite("paragraf search, show and status", .needsProgram)
struct SearchTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.write(Minutes.text(), to: "in/sn-mars.txt")
    try desk.write(Minutes.text(day: "2024-04-11", first: 20), to: "in/sn-april.txt")
    try desk.program.run("index", "in").expectDone()
  }

  @Test("A word finds its other forms; the answer is the contract's")
  func json() throws {
    let run = try desk.program.run("search", "hemsjukvård", "avgift", "--format", "json", "--limit", "1")
    #expect(run.code == 0)
    let answer = try object(run.output)
    #expect(answer["format"] as? String == "paragraf-search/1")
    #expect(answer["query"] as? String == "hemsjukvård och avgift")
    #expect(answer["total"] as? Int == 2)
    let hit = try #require((answer["hits"] as? [[String: Any]])?.first)
    #expect(hit["heading"] as? String == "Avgift för hemsjukvård")
    #expect((hit["snippet"] as? String)?.contains("**avgiften**") == true)
  }

  @Test("Text for a person has no marks where it is piped")
  func text() throws {
    let run = try desk.program.run("search", "lekplats")
    #expect(run.output.hasPrefix("2 träffar på lekplats\n"))
    #expect(run.output.contains("§\u{A0}11 Lekplats vid Kvarnparken") && run.output.contains("sn-mars.txt"))
    #expect(!run.output.contains("*") && !run.output.contains("\u{1B}"))
  }

  @Test("CSV has a row of names and a row a hit")
  func csv() throws {
    let rows = try desk.program.run("search", "lekplats", "--format", "csv").output.components(separatedBy: "\r\n")
    #expect(rows.count == 4 && rows[3].isEmpty)
    #expect(rows[0].hasPrefix("document,id,type,"))
    #expect(rows[1].contains("Lekplats vid Kvarnparken"))
  }

  @Test("Nothing found is exit code 1; a JSON answer is written all the same")
  func nothing() throws {
    let text = try desk.program.run("search", "flygplats")
    #expect(text.code == 1 && text.output.isEmpty && text.error.contains("inga träffar på flygplats"))
    let json = try desk.program.run("search", "flygplats", "--format", "json")
    #expect(try json.code == 1 && object(json.output)["total"] as? Int == 0)
  }

  @Test("A quotation mark without its other half is told with its place, and the words are searched for all the same")
  func unbalanced() throws {
    let run = try desk.program.run("search", "lekplats \"vid skolan")
    #expect(run.code < 2)
    #expect(run.error.contains("citattecknet") && run.error.contains("^"))
  }

  @Test("A § is shown with its parts, by the document's name or a part of it")
  func show() throws {
    let run = try desk.program.run("show", "mars", "--paragraf", "10")
    #expect(run.code == 0)
    for part in [
      "§\u{A0}10 Avgift för hemsjukvård", "SN 2024/110", "Beslut", "350 kronor per månad.", "Underlag", "Tjänsteskrivelse 2024-02-20",
    ] {
      #expect(run.output.contains(part), "\(part) is missing")
    }
    let facts = try object(try desk.program.run("show", "sn-mars.txt", "--paragraf", "10", "--format", "json").output)
    #expect((facts["paragraphs"] as? [[String: Any]])?.compactMap { $0["number"] as? Int } == [10])
  }

  @Test("A § is shown with what was said besides: who voted what, what Ja and Nej meant, and what someone wanted in the minutes")
  func showWhole() throws {
    let said = """
      Protokollsanteckning
      Eva Törnby (S) lämnar följande protokollsanteckning: Lekplatsen behövs.

      Omröstning
      Ja för att anlägga den. Nej för att låta bli.
      Med 2 ja-röster mot 1 nej-röst beslutar nämnden att bifalla förslaget.
      Ja röstar Eva Törnby (S) och Maria Grönkvist (C).
      Nej röstar Ola Ek (M).
      """
    try desk.write(
      Minutes.text([Minutes.Matter(title: "Lekplats", decision: "att anlägga en lekplats.", text: "Boende vill ha den.\n\n" + said)]),
      to: "in/sn-maj.txt")
    try desk.program.run("index", "in").expectDone()
    let output = try desk.program.run("show", "sn-maj.txt", "--paragraf", "10").output
    for part in ["Protokollsanteckningar", "Lekplatsen behövs.", "ja = att anlägga den", "nej: Ola Ek (M)"] {
      #expect(output.contains(part), "\(part) is missing")
    }
  }

  @Test("A document is shown with its §")
  func showDocument() throws {
    let output = try desk.program.run("show", "sn-april.txt").output
    #expect(output.contains("§\u{A0}20 Avgift för hemsjukvård") && output.contains("§\u{A0}21 Lekplats vid Kvarnparken"))
  }

  @Test("A name that may mean several documents lists them; one that means none is exit code 1")
  func showWhich() throws {
    let several = try desk.program.run("show", "sn-")
    #expect(several.code == 2 && several.error.contains("sn-mars.txt") && several.error.contains("sn-april.txt"))
    #expect(try desk.program.run("show", "ks-").code == 1)
    #expect(try desk.program.run("show", "mars", "--paragraf", "99").code == 1)
  }

  @Test("The status tells what is there, and that it is sound")
  func status() throws {
    let output = try desk.program.run("status", "--check").output
    #expect(output.contains("2 dokument") && output.contains("protokoll") && output.contains("Björkmåla kommun") && output.contains("helt"))
  }

  @Test("A reader that goes away ends the program without a word", arguments: ["search beslut --format csv", "show mars --format json"])
  func pipe(arguments: String) throws {
    let run = try desk.program.shell("\"$PARAGRAF\" \(arguments) | head -c 1 > /dev/null; exit ${PIPESTATUS[0]}")
    #expect(run.error.isEmpty)
    #expect([0, 141].contains(run.code))
  }
}
