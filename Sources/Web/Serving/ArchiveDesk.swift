internal import Archive
internal import Dispatch
internal import Synchronization

/// Where the pages ask the archive: so many threads, each with a connection of its own, so that SQL never holds up what answers the network.
final class ArchiveDesk: Sendable {
  private let seats: [Seat]
  /// More at one seat would wait longer than a reader does: they are told to come back instead.
  private static let longestQueue = 200
  /// How many questions wait at each seat.
  private let queues: Mutex<[Int]>

  private struct Seat: Sendable {
    let archive: Archive
    let thread: DispatchQueue
  }

  /// Opens the archive. Throws an `ArchiveFailure`.
  init(path: String, readers: Int) throws {
    seats = try (0..<max(1, readers)).map { number in
      Seat(archive: try Archive(path: path, mode: .existing), thread: DispatchQueue(label: "paragraf.archive.\(number)"))
    }
    queues = Mutex(Array(repeating: 0, count: seats.count))
  }

  /// Runs on a thread of its own, after those that came before. Throws a `Problem` where those are too many.
  func read<Value: Sendable>(_ body: @escaping @Sendable (Archive) throws -> Value) async throws -> Value {
    let number = try sitDown()
    let seat = seats[number]
    return try await withCheckedThrowingContinuation { continuation in
      seat.thread.async {
        let result = Result { try body(seat.archive) }
        self.queues.withLock { $0[number] -= 1 }
        continuation.resume(with: result)
      }
    }
  }

  /// The seat with the shortest queue.
  private func sitDown() throws -> Int {
    try queues.withLock { queues in
      let number = queues.indices.min { queues[$0] < queues[$1] } ?? 0
      if queues[number] >= Self.longestQueue { throw Problem.busy }
      queues[number] += 1
      return number
    }
  }
}
