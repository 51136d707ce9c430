import ArgumentParser
import Foundation
import Workers

/// `paragraf worker` (hidden): what the program starts to read files in, apart from itself.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Reads files for another paragraf process, on a socket.", shouldDisplay: false)

  @OptionGroup var limits: LimitsOption
  @OptionGroup var recognition: RecognitionOption
  @OptionGroup var rules: RulesOption
  @OptionGroup var overlay: OverlayOption

  /// What workers are for a command with these options.
  static func program(
    _ limits: LimitsOption, _ recognition: RecognitionOption, _ rules: RulesOption, _ overlay: OverlayOption
  ) -> WorkerProgram {
    WorkerProgram(line(limits, recognition, rules, overlay), as: server(limits, recognition, rules, overlay))
  }

  /// The command line of a worker: this program over again.
  static func line(_ limits: LimitsOption, _ recognition: RecognitionOption, _ rules: RulesOption, _ overlay: OverlayOption) -> [String] {
    let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return [program, configuration.commandName ?? ""] + limits.arguments + recognition.arguments
      + (rules.folder.map { ["--rules", $0] } ?? []) + (overlay.municipality.map { ["--municipality", $0] } ?? [])
  }

  private static func server(
    _ limits: LimitsOption, _ recognition: RecognitionOption, _ rules: RulesOption, _ overlay: OverlayOption
  ) -> WorkerServer {
    WorkerServer(
      rulesFolder: rules.folder, recognition: recognition.mode, limits: limits.limits, municipality: overlay.municipality)
  }

  func run() { Self.server(limits, recognition, rules, overlay).run() }
}
