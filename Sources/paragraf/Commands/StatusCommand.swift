import Archive
import ArgumentParser
import Foundation

/// `paragraf status`: what the archive holds and what could not be read.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Shows what the archive holds, what could not be read and by which rules the documents were read.")

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var rules: RulesOption

  func run() throws {
    let status = try Archive(path: archive.path, mode: .existing).status()
    let version = try ReadingVersion.current(rulesFolder: rules.folder)
    try Output.line(StatusText.text(of: status, path: archive.path, now: version, on: .standardOutput))
  }
}
