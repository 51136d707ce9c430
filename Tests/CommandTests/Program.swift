import Foundation
import Testing

/// The built `paragraf`, as a user runs it.
struct Program {
  /// What a run left behind.
  struct Run {
    /// The exit code; 128 + the signal's number where a signal ended it, as a shell gives it.
    var code: Int32
    var output: String
    var error: String

    /// Standard error without the lines that tell how far it has come.
    var complaint: String {
      error.split(separator: "\n").filter { !$0.hasPrefix("[") }.joined(separator: "\n")
    }
  }

  /// It lies where the tests lie.
  static let path = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("paragraf").path

  static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// The working folder.
  var folder: String
  /// Added to the environment.
  var environment: [String: String] = [:]

  /// Runs the program to its end.
  func run(_ arguments: String...) throws -> Run { try run(Self.path, arguments) }

  /// Runs a line of bash, in which `$PARAGRAF` is the program.
  func shell(_ line: String) throws -> Run { try run("/bin/bash", ["-c", line]) }

  private func run(_ executable: String, _ arguments: [String]) throws -> Run {
    let output = folder + "/.output-\(UUID().uuidString)"
    let process = try start(executable, arguments, output: output, error: output + "-error")
    process.waitUntilExit()
    defer { for file in [output, output + "-error"] { unlink(file) } }
    let code = process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
    return Run(code: code, output: try text(of: output), error: try text(of: output + "-error"))
  }

  /// Starts the program and returns at once.
  func start(_ arguments: String...) throws -> Process {
    try start(Self.path, arguments, output: folder + "/.output", error: folder + "/.error")
  }

  private func start(_ executable: String, _ arguments: [String], output: String, error: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    variables["PARAGRAF"] = Self.path
    if environment["PARAGRAF_ARCHIVE"] == nil { variables["PARAGRAF_ARCHIVE"] = nil }
    process.environment = variables
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try Self.fresh(output)
    process.standardError = try Self.fresh(error)
    try process.run()
    return process
  }

  private static func fresh(_ path: String) throws -> FileHandle {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  private func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }
}

/// A folder of one test's own, with a program that works in it.
final class Desk {
  let folder: String
  var program: Program

  init() throws {
    folder = URL(fileURLWithPath: NSTemporaryDirectory() + "paragraf-\(UUID().uuidString)").resolvingSymlinksInPath().path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    program = Program(folder: folder)
  }

  deinit {
    // The folder is a temporary one: what is left is the system's to clear.
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Writes a file, and the folders above it.
  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: folder + "/" + name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: folder + "/" + name) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/" + name) }

  func data(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)) }
}

/// One JSON object of the program's output.
func object(_ text: String) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}

extension Trait where Self == ConditionTrait {
  /// The tests of the binary need the binary.
  static var needsProgram: Self { .enabled(if: Program.isBuilt, "\(Program.path) is not built") }
}
