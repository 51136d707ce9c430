import Archive
import ArgumentParser
import Foundation
import Indexing
import Pipeline
import Workers

/// `paragraf index`: files and folders into the archive.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Takes files and folders into the archive; what it knows already is not read again.",
    discussion: """
      Folders are walked with all that is in them: .pdf, .txt and .md, hidden files left out. A file that cannot be read is reported and
      skipped; the exit code is then 2. It can be stopped at any time and goes on from there when it is run again.
      """)

  @Argument(help: "Files and folders.")
  var paths: [String]

  @Flag(help: "Take documents out whose file is gone from the folders given.")
  var prune = false

  @Flag(help: "Read documents again that were read by other rules, other text recognition or another version of the program.")
  var reread = false

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let walk = FolderWalk(paths)
    let isNew = !FileManager.default.fileExists(atPath: archive.path)
    if walk.files.isEmpty && isNew { return try endEmpty(walk) }
    let version = ReadingVersion(try reading.rules.reader().rules, municipality: reading.overlay.municipality, program: Paragraf.version)
    let pool = reading.pool(files: walk.files.count)
    let indexer = Indexer(
      archive: try Archive(path: archive.path, mode: .create), version: version, recognition: RecognitionNeed(reading.recognition.mode),
      pool: pool)
    let report = try indexer.run(walk, prune: prune, reread: reread, progress: IndexProgressText(.standardError))
    if walk.files.isEmpty && report.gone.isEmpty { return try endEmpty(walk) }
    try Output.line(IndexText.text(of: report, archive: archive.path, on: .standardOutput))
    WarningText.write(of: pool)
    if !report.failures.isEmpty { throw ExitCode(2) }
  }

  private func endEmpty(_ walk: FolderWalk) throws {
    for problem in walk.problems { Output.error("paragraf: \(problem.reason)") }
    if !walk.problems.isEmpty { throw ExitCode(2) }
    throw NothingFound(
      "inga dokument (.pdf, .txt, .md) i \(paths.joined(separator: ", ")); ange en mapp eller fil med protokoll eller rapporter")
  }
}
