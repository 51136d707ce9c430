import Archive
import ArgumentParser
import Foundation
import Indexing
import Pipeline
import Rules

/// `paragraf status`: what the archive holds and what could not be read.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Shows what the archive holds, what could not be read and by which rules the documents were read.")

  @Flag(help: "Read the whole archive first and tell whether it is sound.")
  var check = false

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var rules: RulesOption
  @OptionGroup var overlay: OverlayOption

  func run() throws {
    let archive = try Archive(path: archive.path, mode: .existing)
    if check { try archive.check() }
    let status = try archive.status()
    try Output.line(StatusText.text(of: status, path: archive.path, now: currentVersion, on: .standardOutput))
    if check { try Output.line("\nArkivet är genomgånget och helt.") }
  }

  // What the archive holds can be told where the rules cannot be read.
  private var currentVersion: Result<ReadingVersion, any Error> {
    Result { ReadingVersion(try Reader(rulesFolder: rules.folder).rules, municipality: overlay.municipality, program: Paragraf.version) }
  }
}
