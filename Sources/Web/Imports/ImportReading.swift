internal import Archive
internal import Facts
internal import Foundation
internal import Indexing
internal import Pipeline
internal import Rules
internal import Workers

/// Reads one file after another into the archive, as `paragraf index` does. Lives while there is something to read, since its worker takes memory.
final class ImportReading {
  private let archive: Archive
  private let indexer: Indexer

  /// Throws one Swedish sentence.
  init(_ settings: WebSettings) throws {
    archive = try Archive(path: settings.archive, mode: .existing)
    let rules = try Reader(rulesFolder: settings.rulesFolder).rules
    let version = ReadingVersion(rules, municipality: settings.imports.municipality, program: settings.imports.program)
    indexer = Indexer(
      archive: archive, version: version, recognition: RecognitionNeed(settings.imports.recognition),
      pool: WorkerPool(WorkerProgram(settings.workerCommand), limits: settings.workerLimits, jobs: 1))
  }

  /// - Parameter pageDone: is told of each page, with the number of pages.
  /// - Returns: what became of the file.
  func read(_ path: String, pageDone: @escaping (Int, Int) -> Void) throws -> ImportItem.State {
    let follower = Follower(pageDone)
    let report = try indexer.run(FolderWalk([path]), prune: false, reread: false, progress: follower)
    if let failure = report.failures.first { return .failed(failure.reason) }
    guard case .read(let facts)? = follower.step, let entry = try archive.entry(ofDocument: facts.document.id) else { return .known }
    return .read(ImportedDocument(facts, entry))
  }

  /// The files of a folder that the archive knows nothing of.
  func unknown(in folder: String) throws -> [String] {
    let known = try archive.files()
    let failed = Set(try archive.failedPaths())
    return FolderWalk([folder]).files.map(\.path).filter { known[$0] == nil && !failed.contains($0) }
  }

  private final class Follower: IndexProgress {
    private let pageDone: (Int, Int) -> Void
    private(set) var step: IndexStep?

    init(_ pageDone: @escaping (Int, Int) -> Void) { self.pageDone = pageDone }

    func begin(_ plan: [FileStamp]) {}
    func show(_ file: FileStamp) {}
    func showPage(_ path: String, _ page: Int, _ pages: Int) { pageDone(page, pages) }
    func did(_ file: FileStamp, _ step: IndexStep) { self.step = step }
    func end() {}
  }
}
