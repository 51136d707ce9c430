import Foundation
import Testing

@Suite("paragraf watch and suggest", .needsProgram)
struct WatchTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.write(Minutes.text(), to: "in/sn-mars.txt")
    try desk.program.run("index", "in").expectDone()
  }

  private func addApril() throws {
    try desk.write(Minutes.text(day: "2024-04-11", first: 20), to: "in/sn-april.txt")
    try desk.program.run("index", "in").expectDone()
  }

  @Test("A kept search tells what came since, once")
  func once() throws {
    let added = try desk.program.run("watch", "add", "lekplatser", "lekplats")
    #expect(added.code == 0 && added.output.contains("1 träff i arkivet räknas som sedda"))
    let nothing = try desk.program.run("watch", "run")
    #expect(nothing.code == 1 && nothing.output.isEmpty && nothing.error.contains("inget nytt i lekplatser"))
    try addApril()
    let news = try desk.program.run("watch", "run", "lekplatser")
    #expect(news.code == 0 && news.output.contains("1 ny träff") && news.output.contains("§\u{A0}21 Lekplats vid Kvarnparken"))
    #expect(try desk.program.run("watch", "run").code == 1)
  }

  @Test("As JSON, one object with every search; from the start, what was there is new")
  func json() throws {
    try desk.program.run("watch", "add", "lekplatser", "lekplats", "--from-start").expectDone()
    let run = try desk.program.run("watch", "run", "--format", "json")
    let answer = try object(run.output)
    #expect(run.code == 0 && answer["format"] as? String == "paragraf-watch/1")
    let watch = try #require((answer["watches"] as? [[String: Any]])?.first)
    #expect(watch["name"] as? String == "lekplatser" && (watch["hits"] as? [[String: Any]])?.count == 1)
    let again = try desk.program.run("watch", "run", "--format", "json")
    #expect(try again.code == 1 && ((object(again.output)["watches"] as? [[String: Any]])?.first?["hits"] as? [Any])?.isEmpty == true)
  }

  @Test("A command gets the JSON; where it fails, the hits are new still; one that reads nothing does no harm")
  func command() throws {
    try desk.program.run("watch", "add", "lekplatser", "lekplats", "--from-start").expectDone()
    let failed = try desk.program.run("watch", "run", "--command", "cat > /dev/null; exit 3")
    #expect(failed.code == 2 && failed.error.contains("slutade med kod 3") && failed.error.contains("räknas inte som sett"))
    #expect(try desk.program.run("watch", "run", "--command", "cat > nytt.json").code == 0)
    #expect(try object(String(decoding: desk.data("nytt.json"), as: UTF8.self))["format"] as? String == "paragraf-watch/1")
    #expect(try desk.program.run("watch", "run", "--command", "touch kom-inte-hit").code == 1)
    #expect(!desk.exists("kom-inte-hit"))
    try desk.program.run("watch", "add", "avgifter", "avgift", "--from-start").expectDone()
    #expect(try desk.program.run("watch", "run", "--command", "true").code == 0)
  }

  @Test("Two runs at the same time tell a hit once; one that was killed keeps no other from telling it")
  func atTheSameTime() throws {
    try desk.program.run("watch", "add", "lekplatser", "lekplats", "--from-start").expectDone()
    let line = "\"$PARAGRAF\" watch run --command 'cat >> nytt.jsonl; echo >> nytt.jsonl; sleep 1' & "
    let runs = try desk.program.shell(String(repeating: line, count: 4) + "wait")
    let told = String(decoding: try desk.data("nytt.jsonl"), as: UTF8.self)
    #expect(told.components(separatedBy: "Lekplats vid Kvarnparken").count == 2)
    #expect(runs.error.contains("bevakningen lekplatser körs just nu av ett annat paragraf"))
    try addApril()
    let stopped =
      "\"$PARAGRAF\" watch run --command 'touch startat; sleep 5' & while [ ! -e startat ]; do sleep 0.05; done; kill -9 $!; wait"
    _ = try desk.program.shell(stopped)
    #expect(try desk.program.run("watch", "run").output.contains("Lekplats vid Kvarnparken"))
  }

  @Test("Output that cannot be written is not counted as seen")
  func fullDisk() throws {
    try desk.program.run("watch", "add", "lekplatser", "lekplats", "--from-start").expectDone()
    #expect(try desk.program.shell("\"$PARAGRAF\" watch run > /dev/full").code == 2)
    #expect(try desk.program.run("watch", "run").code == 0)
  }

  @Test("Searches are listed and taken away; what is not there is one sentence, exit code 2")
  func list() throws {
    #expect(try desk.program.run("watch", "list").code == 1)
    try desk.program.run("watch", "add", "lekplatser", "lekplats").expectDone()
    let taken = try desk.program.run("watch", "add", "lekplatser", "gunga")
    #expect(taken.code == 2 && taken.error.contains("lekplatser finns redan"))
    #expect(try desk.program.run("watch", "list").output.contains("lekplatser\n  lekplats\n"))
    let listed = try object(desk.program.run("watch", "list", "--format", "json").output)
    #expect((listed["watches"] as? [[String: Any]])?.first?["query"] as? String == "lekplats")
    let unknown = try desk.program.run("watch", "run", "gungor")
    #expect(unknown.code == 2 && unknown.error.contains("ingen bevakning gungor; det finns lekplatser"))
    #expect(try desk.program.run("watch", "remove", "lekplatser").code == 0)
    #expect(try desk.program.run("watch", "remove", "lekplatser").code == 2)
  }

  @Test("What is being typed is completed")
  func suggest() throws {
    let text = try desk.program.run("suggest", "lekp")
    #expect(text.code == 0 && text.output.contains("Lekplats vid Kvarnparken (rubrik)"))
    let json = try object(try desk.program.run("suggest", "soci", "--format", "json").output)
    #expect((json["completions"] as? [[String: Any]])?.contains { $0["text"] as? String == "Socialnämnden" } == true)
    #expect(try desk.program.run("suggest", "xyz").code == 1)
  }
}
