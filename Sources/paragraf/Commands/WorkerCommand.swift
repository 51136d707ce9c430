import ArgumentParser
import Workers

/// `paragraf worker` (hidden): what the program starts to read files in, apart from itself.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Reads files for another paragraf process, on a socket.", shouldDisplay: false)

  @OptionGroup var limits: LimitsOption
  @OptionGroup var rules: RulesOption

  func run() { WorkerServer(rulesFolder: rules.folder, limits: limits.limits).run() }
}
