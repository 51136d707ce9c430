internal import Synchronization

/// Lets what several ask for at once be made once: the first makes it, the others wait for that.
final class Flights<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// Nil: the one who made it gave up (its reader went away), so that another has to.
  private typealias Waiter = CheckedContinuation<Value?, any Error>
  private let waiting = Mutex<[Key: [Waiter]]>([:])

  func share(_ key: Key, _ make: () async throws -> Value) async throws -> Value {
    while true {
      if begins(key) { return try await lead(key, make) }
      if let value = try await wait(for: key) { return value }
    }
  }

  private func begins(_ key: Key) -> Bool {
    waiting.withLock { waiting in
      guard waiting[key] == nil else { return false }
      waiting[key] = []
      return true
    }
  }

  private func lead(_ key: Key, _ make: () async throws -> Value) async throws -> Value {
    do {
      let value = try await make()
      end(key, .success(value))
      return value
    } catch is CancellationError {
      end(key, .success(nil))
      throw CancellationError()
    } catch {
      end(key, .failure(error))
      throw error
    }
  }

  /// Nil also where it was made just now.
  private func wait(for key: Key) async throws -> Value? {
    try await withCheckedThrowingContinuation { waiter in
      let isUnderWay = waiting.withLock { waiting in
        waiting[key]?.append(waiter)
        return waiting[key] != nil
      }
      if !isUnderWay { waiter.resume(returning: nil) }
    }
  }

  private func end(_ key: Key, _ result: Result<Value?, any Error>) {
    for waiter in waiting.withLock({ $0.removeValue(forKey: key) }) ?? [] { waiter.resume(with: result) }
  }
}
