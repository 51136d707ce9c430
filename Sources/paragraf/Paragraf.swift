import ArgumentParser
import Foundation
import Pipeline
import Rules

/// The root command.
struct Paragraf: ParsableCommand {
  /// Stands in the archive beside what this version has read.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "paragraf",
    abstract: "Reads Swedish municipal minutes and reports, and keeps what they say in a searchable archive.",
    discussion: "Exit codes: 0 found or done, 1 nothing found, 2 error.",
    version: version,
    subcommands: [
      ExtractCommand.self, IndexCommand.self, SearchCommand.self, SuggestCommand.self, WatchCommand.self, CaseCommand.self,
      ShowCommand.self,
      StatusCommand.self, PageCommand.self, CompareCommand.self, ReconcileCommand.self, ServeCommand.self, UsersCommand.self,
      RulesCommand.self,
      DiffCommand.self, CorrectionsCommand.self, EvaluateCommand.self, AnnotateCommand.self,
      WorkerCommand.self,
    ])
}

/// Which archive a command works on.
struct ArchiveOption: ParsableArguments {
  @Option(name: .customLong("archive"), help: "The archive, one file. Default: $PARAGRAF_ARCHIVE, else paragraf.db.")
  var given: String?

  var path: String {
    if let given { return given }
    let fromEnvironment = ProcessInfo.processInfo.environment["PARAGRAF_ARCHIVE"] ?? ""
    return fromEnvironment.isEmpty ? "paragraf.db" : fromEnvironment
  }
}

/// Which rules a command reads with.
struct RulesOption: ParsableArguments {
  @Option(name: .customLong("rules"), help: "The folder with the rule files. Default: those that belong to the program.")
  var folder: String?

  /// A reader with these rules. Throws as `Reader` does.
  func reader() throws -> Reader { try Reader(rulesFolder: folder) }
}

/// For a person or for a program.
enum TextOrJSON: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
