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

  /// For one who changes rules: that those in the current folder are not the ones that are used. Nil where they are, or there are none.
  func remark() throws -> String? {
    guard folder == nil else { return nil }
    let used = FileName.shown(try RulesFolder.standard())
    let here = FileManager.default.currentDirectoryPath + "/rules"
    let isThere = ["structure", "municipality"].contains { FileManager.default.fileExists(atPath: "\(here)/\($0)") }
    guard isThere, Self.resolved(here) != Self.resolved(used) else { return nil }
    return "obs: reglerna i \(used) används, inte de i mappen rules här; ange dem med --rules rules"
  }

  private static func resolved(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
}

/// Names of files as a person reads and types them.
enum FileName {
  /// From the current folder, where the file lies in it.
  static func shown(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }

  /// As a shell takes it.
  static func quoted(_ name: String) -> String {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "-_./".contains($0) }
    return isPlain ? name : "'\(name.replacing("'", with: "'\\''"))'"
  }
}

/// For a person or for a program.
enum TextOrJSON: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
