internal import Dispatch
internal import Foundation
internal import Synchronization

/// The thread that starts fork servers. The system ends one with the very thread that started it (`PR_SET_PDEATHSIG`, prctl(2)), and threads of a pool
/// come and go: this one stays as long as the program.
final class SpawningThread: Sendable {
  static let shared = SpawningThread()

  private let jobs = Mutex<[@Sendable () -> Void]>([])
  private let count = DispatchSemaphore(value: 0)

  private init() {
    Thread.detachNewThread { [self] in
      while true {
        count.wait()
        jobs.withLock { $0.removeFirst() }()
      }
    }
  }

  /// Waits until it is done.
  func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) throws -> Value {
    let outcome = Mutex<Result<Value, any Error>?>(nil)
    let done = DispatchSemaphore(value: 0)
    jobs.withLock { jobs in
      jobs.append {
        let result = Result { try body() }
        outcome.withLock { $0 = result }
        done.signal()
      }
    }
    count.signal()
    done.wait()
    guard let result = outcome.withLock({ $0 }) else { preconditionFailure("a job is done before it is told so") }
    return try result.get()
  }
}
