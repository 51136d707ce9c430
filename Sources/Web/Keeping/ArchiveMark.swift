internal import Archive
internal import Dispatch
internal import Foundation
internal import Synchronization

/// Tells one state of the archive from another, by a connection of its own that writes nothing.
final class ArchiveMark: Sendable {
  private let archive: Archive
  private let thread = DispatchQueue(label: "paragraf.mark")
  private let waiting = Mutex<[CheckedContinuation<String, any Error>]>([])
  // A mark says nothing after a restart: another program may make other pages of the same archive.
  private let start = UUID().uuidString

  /// Opens the archive. Throws an `ArchiveFailure`.
  init(path: String) throws { archive = try Archive(path: path, mode: .existing) }

  /// The state now. Those who ask before a look has begun share it.
  func now() async throws -> String {
    try await withCheckedThrowingContinuation { continuation in
      let isFirst = waiting.withLock { waiting in
        waiting.append(continuation)
        return waiting.count == 1
      }
      if isFirst { thread.async { self.look() } }
    }
  }

  private func look() {
    let askers = waiting.withLock { waiting in
      let askers = waiting
      waiting = []
      return askers
    }
    let result = Result<String, any Error> { "\(start) \(try archive.changeMark())" }
    for asker in askers { asker.resume(with: result) }
  }
}
