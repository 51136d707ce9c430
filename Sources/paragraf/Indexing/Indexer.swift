import Archive
import Facts
import Foundation
import Pipeline

/// Brings the archive in step with files: reads what is new or changed, and no more.
struct Indexer {
  var archive: Archive
  var version: ReadingVersion
  var reader: Reader

  /// What fails with a file is noted and the next is read; what fails with the archive (a full disk) is thrown, with all documents before it kept.
  func run(_ walk: FolderWalk, prune: Bool, reread: Bool, progress: Progress) throws -> IndexReport {
    let plan = IndexPlan(walk, known: try archive.files(), version: reread ? version : nil)
    var report = IndexReport()
    report.unchanged = plan.unchanged.count
    // Of what was asked for, not of the archive: it is told, and not kept.
    report.failures = walk.problems.map { IndexReport.Failure(path: $0.path, reason: $0.reason) }
    progress.begin(plan.changed)
    defer { progress.end() }
    for file in plan.changed {
      progress.show(file)
      progress.did(file, try take(file, reread: reread, &report))
    }
    try forget(plan, prune: prune, walk, &report)
    report.stale = try archive.files().values.filter { $0.version != version }.count
    return report
  }

  private func take(_ file: FileStamp, reread: Bool, _ report: inout IndexReport) throws -> Progress.Step {
    do {
      let id = try Self.id(ofFile: file.path)
      if let known = try archive.version(ofDocument: id), known == version || !reread {
        try archive.link(file, toDocument: id)
        report.unchanged += 1
        return .known
      }
      let reading = try reader.read(path: file.path)
      try archive.store(reading.facts, sections: reading.sections, from: file, read: version, at: Date())
      report.add(reading.facts, path: file.path)
      return .read(reading.facts)
    } catch let failure as ReadFailure {
      try archive.recordFailure(path: file.path, reason: failure.description, at: Date())
      report.failures.append(IndexReport.Failure(path: file.path, reason: failure.description))
      return .failed
    }
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
