import Archive
import ArgumentParser
import Facts
import Foundation
import Querying

/// `paragraf watch`: saved searches (bevakning).
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Keeps searches in the archive, and tells what is new since last time.",
    subcommands: [Add.self, List.self, WatchRunCommand.self, Remove.self])

  /// `paragraf watch add`.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Saves a search under a name. What answers it now counts as seen.",
      discussion: "The query is written as for \"paragraf search\".")

    @Argument(help: "What to call it.")
    var name: String

    @Argument(help: "Words, phrases in quotation marks, and fields.")
    var query: [String]

    @Flag(help: "What answers it now is told at the first run.")
    var fromStart = false

    @OptionGroup var archive: ArchiveOption
    @OptionGroup var rules: RulesOption

    func run() throws {
      let archive = try Archive(path: archive.path, mode: .existing)
      let typed = query.joined(separator: " ")
      let reading = try QueryReading(archive, rulesFolder: rules.folder)
      let parsed = reading.parse(typed)
      QueryReading.say(parsed.notes)
      let count = try archive.addWatch(name, query: typed, fromStart: fromStart, parse: reading.parse)
      let known = fromStart ? "visas vid första körningen" : "räknas som sedda"
      try Output.line("Bevakar \(parsed.understood) som \(name): \(Swedish.count(count, "träff", "träffar")) i arkivet \(known).")
    }
  }

  /// `paragraf watch list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the saved searches.")

    @Option(help: "text or json (one object).")
    var format: TextOrJSON = .text

    @OptionGroup var archive: ArchiveOption

    func run() throws {
      let watches = try Archive(path: archive.path, mode: .existing).watches()
      switch format {
      case .json: try Output.line(String(decoding: FactsJSON.encoder.encode(Answer(watches: watches)), as: UTF8.self))
      case .text where watches.isEmpty: throw NothingFound("inga bevakningar i \(archive.path)")
      case .text: try Output.line(WatchText.text(of: watches, on: .standardOutput))
      }
      if watches.isEmpty { throw ExitCode(1) }
    }

    private struct Answer: Encodable {
      var format = "paragraf-watches/1"
      var watches: [Watch]
    }
  }

  /// `paragraf watch remove`.
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Takes a saved search away.")

    @Argument(help: "Its name.")
    var name: String

    @OptionGroup var archive: ArchiveOption

    func run() throws {
      try Archive(path: archive.path, mode: .existing).removeWatch(name)
      try Output.line("Bevakningen \(name) är borttagen.")
    }
  }
}
