public import Archive
internal import Facts
internal import Foundation
internal import Pipeline
public import Workers

/// Brings the archive in step with files: reads what is new or changed, and no more.
///
///     let indexer = Indexer(archive: archive, version: version, recognition: RecognitionNeed(.auto), pool: pool)
///     let report = try indexer.run(FolderWalk(["protokoll"]), prune: false, reread: false, progress: progress)
public struct Indexer {
  private let archive: Archive
  private let version: ReadingVersion
  private let recognition: RecognitionNeed
  private let pool: WorkerPool

  /// - Parameters:
  ///   - version: by what documents are read now.
  ///   - recognition: what of a document's text is to be recognised.
  public init(archive: Archive, version: ReadingVersion, recognition: RecognitionNeed, pool: WorkerPool) {
    self.archive = archive
    self.version = version
    self.recognition = recognition
    self.pool = pool
  }

  /// What fails with a file is noted and the next is read; what fails with the archive (a full disk) is thrown, with all documents before it kept.
  /// - Parameters:
  ///   - prune: whether documents are taken out whose file is gone.
  ///   - reread: whether documents are read again that were read by something else than `version`.
  public func run(_ walk: FolderWalk, prune: Bool, reread: Bool, progress: any IndexProgress) throws -> IndexReport {
    let plan = IndexPlan(walk, known: try archive.files()) { isCurrent($0.version, $0.recognition, reread: reread) }
    var report = IndexReport()
    report.unchanged = plan.unchanged.count
    // Of what was asked for, not of the archive: it is told, and not kept.
    report.failures = walk.problems.map { IndexReport.Failure(path: $0.path, reason: $0.reason) }
    progress.begin(plan.changed)
    defer { progress.end() }
    try read(plan.changed, reread: reread, &report, progress)
    try forget(plan, prune: prune, walk, &report)
    if !plan.changed.isEmpty { try archive.tidy() }
    report.stale = try archive.files().values.filter { $0.version != version }.count
    return report
  }

  private func read(_ files: [FileStamp], reread: Bool, _ report: inout IndexReport, _ progress: any IndexProgress) throws {
    var rest = files[...]
    var asked: [FileStamp] = []
    var current = report
    func next() throws -> String? {
      while let file = rest.popFirst() {
        progress.show(file)
        if let step = try known(file, reread: reread, &current) {
          progress.did(file, step)
        } else {
          asked.append(file)
          return file.path
        }
      }
      return nil
    }
    try pool.read(withSections: true, next: next, pageDone: progress.showPage) { number, result in
      let file = asked[number]
      progress.did(file, try store(result, of: file, reread: reread, &current))
    }
    report = current
  }

  /// Looks whether a file has to be read: nil if so, else what was done with it.
  private func known(_ file: FileStamp, reread: Bool, _ report: inout IndexReport) throws -> IndexStep? {
    do {
      return try isKnown(Self.id(ofFile: file.path), file, reread: reread, &report) ? .known : nil
    } catch let failure as ReadFailure {
      return try fail(failure, file, &report)
    }
  }

  private func isKnown(_ id: String, _ file: FileStamp, reread: Bool, _ report: inout IndexReport) throws -> Bool {
    guard let known = try archive.reading(ofDocument: id), isCurrent(known.version, known.recognition, reread: reread) else { return false }
    try archive.link(file, toDocument: id)
    report.unchanged += 1
    return true
  }

  private func isCurrent(_ stored: ReadingVersion, _ recognised: StoredRecognition, reread: Bool) -> Bool {
    (stored == version || !reread) && recognition.isMet(by: recognised, reread: reread)
  }

  private func store(
    _ result: Result<WorkerAnswer, ReadFailure>, of file: FileStamp, reread: Bool, _ report: inout IndexReport
  ) throws -> IndexStep {
    switch result {
    case .failure(let failure):
      return try fail(failure, file, &report)
    case .success(let answer):
      let facts = try answer.facts()
      // Two files with the same bytes may have been read side by side.
      if try isKnown(facts.document.id, file, reread: reread, &report) { return .known }
      try archive.store(facts, sections: try answer.sections(), from: file, read: version, at: Date())
      report.add(facts, path: file.path)
      return .read(facts)
    }
  }

  private func fail(_ failure: ReadFailure, _ file: FileStamp, _ report: inout IndexReport) throws -> IndexStep {
    try archive.recordFailure(path: file.path, reason: failure.description, at: Date())
    report.failures.append(IndexReport.Failure(path: file.path, reason: failure.description))
    return .failed
  }

  private static func id(ofFile path: String) throws -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw ReadFailure("\(path): filen kan inte läsas; se efter att du har rätt till den.")
    }
    return FileHash.sha256(Array(bytes))
  }

  private func forget(_ plan: IndexPlan, prune: Bool, _ walk: FolderWalk, _ report: inout IndexReport) throws {
    report.gone = plan.gone
    report.isPruned = prune
    if prune { try archive.remove(paths: plan.gone) }
    // A file that failed and is gone needs no one's attention any more.
    let kept = Set(walk.files.map(\.path) + plan.gone)
    try archive.remove(paths: try archive.failedPaths().filter { walk.isGone($0) && !kept.contains($0) })
  }
}
