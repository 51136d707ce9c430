import Access
import Foundation
import Synchronization

/// A users' file of its own, in a folder that goes with it, and a clock that is set by hand.
final class TestStore: Sendable {
  let folder: String
  let store: AccessStore
  let clock = TestClock()
  static let doer = Doer(name: "test", address: nil)
  static let password = "fyra ord på rad"

  init() throws {
    folder = NSTemporaryDirectory() + "paragraf-access-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let clock = clock
    store = try AccessStore(path: "\(folder)/a.users.db", mode: .create) { clock.now }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func add(_ name: String, _ role: Role = .reader) throws -> UserName {
    let name = try name.asName
    try store.add(name, role: role, password: Self.password, by: Self.doer)
    return name
  }

  /// Logs in with the right password.
  func session(of name: UserName) throws -> Secret? {
    guard case .welcome(_, let secret) = try store.logIn(name.text, password: Self.password, from: "10.0.0.1", former: nil) else {
      return nil
    }
    return secret
  }

  func isRefused(_ name: String, _ password: String, from address: String = "10.0.0.1") throws -> Bool {
    if case .refused = try store.logIn(name, password: password, from: address, former: nil) { true } else { false }
  }

  /// The seconds that have to be waited, nil where a try would be looked at (it is made, with a wrong password).
  func wait(_ name: String, from address: String = "10.0.0.1") throws -> Int? {
    if case .wait(let seconds) = try store.logIn(name, password: "fel lösenord här", from: address, former: nil) { seconds } else { nil }
  }
}

final class TestClock: Sendable {
  private let time = Mutex(Date(timeIntervalSince1970: 1_700_000_000))

  var now: Date { time.withLock { $0 } }

  func pass(seconds: Double = 0, hours: Double = 0) { time.withLock { $0 += seconds + hours * 3600 } }
}

extension String {
  /// Throws where the text can be no name.
  var asName: UserName {
    get throws {
      guard let name = UserName(self) else { throw AccessFailure("no name: \(self)") }
      return name
    }
  }
}
