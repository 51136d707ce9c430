internal import Archive
internal import Dispatch
internal import Synchronization

/// Where the pages ask the archive: so many threads, each with a connection of its own, so that SQL never holds up what answers the network.
final class ArchiveDesk: Sendable {
  private let seats: [Seat]
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

  /// Runs on a thread of its own, after those that came before.
  func read<Value: Sendable>(_ body: @escaping @Sendable (Archive) throws -> Value) async throws -> Value {
    let number = sitDown()
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
  private func sitDown() -> Int {
    queues.withLock { queues in
      let number = queues.indices.min { queues[$0] < queues[$1] } ?? 0
      queues[number] += 1
      return number
    }
  }
}
