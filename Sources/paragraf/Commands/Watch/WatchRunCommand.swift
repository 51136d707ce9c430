import Archive
import ArgumentParser
import Facts
import Foundation

/// `paragraf watch run`: what is new since last time.
struct WatchRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Tells what is new since last time, never the same twice.",
    discussion: """
      What has been written, or been handed to a command that ended well, counts as seen. A document that is read anew by other rules is no
      news; a new version of it is. While one run tells of a saved search, others leave it out.

      Exit codes: 0 something new, 1 nothing new, 2 error.
      """)

  @Argument(help: "The saved search. Default: all.")
  var name: String?

  @Option(help: "text or json (one object).")
  var format: TextOrJSON = .text

  @Option(help: "A line for the shell that gets the JSON on its standard input where there is something new; nothing is printed then.")
  var command: String?

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var rules: RulesOption

  func run() throws {
    let archive = try Archive(path: archive.path, mode: .existing)
    let names = try name.map { [$0] } ?? archive.watches().map(\.name)
    if names.isEmpty { throw NothingFound("inga bevakningar i \(archive.path); lägg till en med \"paragraf watch add\"") }
    let taken = try Taken(names, archive)
    defer { taken.release() }
    try tell(taken, archive)
  }

  private func tell(_ taken: Taken, _ archive: Archive) throws {
    let (all, hasFailed) = try news(of: taken.names, archive)
    let new = all.filter { !$0.hits.isEmpty }
    if let command {
      if !new.isEmpty { try CommandInput(command).hand(json(new)) }
    } else if format == .json {
      try Output.line(String(decoding: json(all), as: UTF8.self))
    } else if !new.isEmpty {
      try Output.line(WatchText.text(of: new, on: .standardOutput))
    }
    for news in all { try archive.markSeen(news) }
    if hasFailed || taken.hasFailed { throw ExitCode(2) }
    if !new.isEmpty { return }
    if format == .json, command == nil { throw ExitCode(1) }
    throw NothingFound("inget nytt i \(taken.names.joined(separator: ", "))")
  }

  // One search that cannot be answered does not keep the others from being told.
  private func news(of names: [String], _ archive: Archive) throws -> (all: [WatchNews], hasFailed: Bool) {
    let reading = try QueryReading(archive, rulesFolder: rules.folder)
    var all: [WatchNews] = []
    for name in names {
      do { all.append(try archive.news(of: name, parse: reading.parse)) } catch let failure as ArchiveFailure {
        Output.error("paragraf: \(failure)")
      }
    }
    for news in all { QueryReading.say(news.readingNotes) }
    return (all, all.count < names.count)
  }

  /// The saved searches that no other run is telling of just now.
  private struct Taken {
    private(set) var names: [String] = []
    /// Whether one could not be taken for another reason, which has been said.
    private(set) var hasFailed = false
    private let teller: WatchTeller

    init(_ wanted: [String], _ archive: Archive) throws {
      teller = WatchTeller(archive)
      for name in wanted {
        do {
          if try teller.take(name) { names.append(name) } else { Output.error("paragraf: \(Self.busy(name))") }
        } catch let failure as ArchiveFailure {
          hasFailed = true
          Output.error("paragraf: \(failure)")
        }
      }
      if names.isEmpty { throw ExitCode(hasFailed ? 2 : 1) }
    }

    private static func busy(_ name: String) -> String {
      "bevakningen \(name) körs just nu av ett annat paragraf och lämnades åt det; kör kommandot igen när det är klart"
    }

    func release() {
      for name in names {
        // What is not let go of is free again when this program has ended.
        do { try teller.release(name) } catch { Output.error("paragraf: \(error)") }
      }
    }
  }

  private func json(_ news: [WatchNews]) throws -> Data { try FactsJSON.encoder.encode(Answer(watches: news)) }

  private struct Answer: Encodable {
    var format = "paragraf-watch/1"
    var watches: [WatchNews]
  }
}

/// A line for `/bin/sh` that gets something on its standard input.
struct CommandInput {
  private let line: String

  init(_ line: String) { self.line = line }

  /// Throws a `CommandFailure` where the command does not end well.
  func hand(_ input: Data) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.standardInput = try Self.file(of: input)
    do { try process.run() } catch { throw failure("kunde inte startas") }
    process.waitUntilExit()
    let code = process.terminationStatus
    if process.terminationReason == .uncaughtSignal { throw failure("avbröts av signal \(code)") }
    if code != 0 { throw failure("slutade med kod \(code)") }
  }

  private func failure(_ what: String) -> CommandFailure {
    CommandFailure("kommandot \(line) \(what); det nya räknas inte som sett och ges igen vid nästa körning")
  }

  // A file and no pipe: a command that ends without reading would end the program with it (SIGPIPE).
  private static func file(of input: Data) throws -> FileHandle {
    guard let stream = tmpfile() else { throw CommandFailure("ingen tillfällig fil kunde skapas; se efter att disken har utrymme") }
    let handle = FileHandle(fileDescriptor: dup(fileno(stream)), closeOnDealloc: true)
    fclose(stream)
    do {
      try handle.write(contentsOf: input)
      try handle.seek(toOffset: 0)
    } catch {
      throw CommandFailure("en tillfällig fil kunde inte skrivas; se efter att disken har utrymme")
    }
    return handle
  }
}
