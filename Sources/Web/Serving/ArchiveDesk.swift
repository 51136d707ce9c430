internal import Archive

/// Where the pages ask the archive: so many threads, each with a connection of its own.
final class ArchiveDesk: Sendable {
  private let seats: Seats<Archive>

  /// Opens the archive. Throws an `ArchiveFailure`.
  init(path: String, readers: Int) throws {
    seats = try Seats(readers, label: "paragraf.archive", longestQueue: 200) { try Archive(path: path, mode: .existing) }
  }

  /// Runs on a thread of its own, after those that came before. Throws a `Problem` where those are too many.
  func read<Value: Sendable>(_ body: @escaping @Sendable (Archive) throws -> Value) async throws -> Value {
    try await seats.run(body)
  }
}
