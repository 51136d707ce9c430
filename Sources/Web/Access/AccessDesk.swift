internal import Access
internal import Dispatch
internal import Synchronization

/// Where the pages ask who may do what, and write to the log. The file is opened when there is one: a server for one person needs none.
final class AccessDesk: Sendable {
  private let path: String
  private let opened = Mutex<AccessStore?>(nil)
  private let thread = DispatchQueue(label: "paragraf.access")
  // One try to log in at a time: each takes some hundredths of a second and 19 MiB, and must not keep readers waiting.
  private let loginThread = DispatchQueue(label: "paragraf.login")

  init(path: String) { self.path = path }

  func hasUsers() async throws -> Bool { try await ask { try $0?.hasUsers() ?? false } }

  func user(ofSession secret: Secret) async throws -> User? { try await ask { try $0?.user(ofSession: secret) } }

  func user(_ name: UserName) async throws -> User? { try await ask { try $0?.user(name) } }

  func endSession(_ secret: Secret, by doer: Doer) async throws { try await ask { try $0?.endSession(secret, by: doer) } }

  func logIn(_ name: String, password: String, from address: String?, former: Secret?) async throws -> LoginOutcome {
    try await perform(on: loginThread) {
      guard let store = try self.store() else { return .refused }
      return try store.logIn(name, password: password, from: address, former: former)
    }
  }

  /// A page of the log, newest first; see `AccessStore.log`.
  func log(before: Int64?, limit: Int) async throws -> [LogEntry] {
    try await ask { try $0?.log(before: before, limit: limit) ?? [] }
  }

  /// Writes to the log what a visitor did.
  /// - Parameter what: in Swedish, such as "rättade beslut 2 i KF 2024-06-17 § 4".
  func note(_ event: LoggedEvent, by visitor: Visitor, _ what: String) async throws {
    let path = path
    try await perform(on: thread) {
      let store = try self.store() ?? self.keep(AccessStore(path: path, mode: .create))
      try store.note(event, by: visitor.doer, what)
    }
  }

  private func ask<Value: Sendable>(_ body: @escaping @Sendable (AccessStore?) throws -> Value) async throws -> Value {
    try await perform(on: thread) { try body(self.store()) }
  }

  private func perform<Value: Sendable>(on thread: DispatchQueue, _ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      thread.async { continuation.resume(with: Result { try body() }) }
    }
  }

  /// Nil while there is no file.
  private func store() throws -> AccessStore? {
    if let store = opened.withLock({ $0 }) { return store }
    return AccessStore.exists(path) ? keep(try AccessStore(path: path, mode: .existing)) : nil
  }

  private func keep(_ store: AccessStore) -> AccessStore {
    opened.withLock { opened in
      if let opened { return opened }
      opened = store
      return store
    }
  }
}
