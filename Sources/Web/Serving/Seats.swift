internal import Dispatch
internal import Synchronization

/// So many holders of something that serves one question at a time (a connection, a worker), each on a thread of its own; who asks comes to the one
/// with the shortest queue. What waits for a disk or another process thus never holds up what answers the network. More in a queue than its bound would
/// wait longer than a reader does: they are told to come back instead.
final class Seats<Holder>: Sendable {
  // The holder is touched on its thread only, which is why it may be of a type that is not Sendable.
  private struct Seat: @unchecked Sendable {
    let holder: Holder
    let thread: DispatchQueue
  }

  private let seats: [Seat]
  /// How many questions wait at each seat.
  private let queues: Mutex<[Int]>
  private let longestQueue: Int

  /// - Parameters:
  ///   - label: names the threads.
  ///   - longestQueue: at each of them.
  ///   - makeHolder: is called `count` times (at least once).
  init(_ count: Int, label: String, longestQueue: Int, _ makeHolder: () throws -> Holder) rethrows {
    seats = try (0..<max(1, count)).map { number in
      Seat(holder: try makeHolder(), thread: DispatchQueue(label: "\(label).\(number)"))
    }
    queues = Mutex(Array(repeating: 0, count: seats.count))
    self.longestQueue = longestQueue
  }

  /// Runs on a holder's thread, after those that came to it before. Throws a `Problem` where those are too many.
  func run<Value: Sendable>(_ body: @escaping @Sendable (Holder) throws -> Value) async throws -> Value {
    let number = try sitDown()
    let seat = seats[number]
    return try await withCheckedThrowingContinuation { continuation in
      seat.thread.async {
        let result = Result { try body(seat.holder) }
        self.queues.withLock { $0[number] -= 1 }
        continuation.resume(with: result)
      }
    }
  }

  /// Runs with the first holder, when its thread is free; no one waits for it.
  func begin(_ body: @escaping @Sendable (Holder) -> Void) {
    let seat = seats[0]
    seat.thread.async { body(seat.holder) }
  }

  private func sitDown() throws -> Int {
    try queues.withLock { queues in
      let number = queues.indices.min { queues[$0] < queues[$1] } ?? 0
      if queues[number] >= longestQueue { throw Problem.busy }
      queues[number] += 1
      return number
    }
  }
}
