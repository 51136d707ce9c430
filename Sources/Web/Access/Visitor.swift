internal import Access
internal import Foundation
internal import HTTPTypes

/// Who asks for a page.
struct Visitor: Sendable {
  /// As it is shown, and written beside what was done.
  var name: String
  /// Nil for someone who has not said who they are.
  var role: Role?
  /// Where they ask from; nil at the machine itself.
  var address: String?
  /// Their session; nil for those who did not log in here: the person at the machine, and those whom a proxy knows.
  var session: Secret?
  var isAtTheMachine = false

  static func unknown(from address: String?) -> Visitor { Visitor(name: "", role: nil, address: address) }

  /// The person at the machine, where the server listens to that machine alone and knows no users.
  static let atTheMachine = Visitor(name: NSUserName(), role: .admin, isAtTheMachine: true)

  /// As the log names them.
  var doer: Doer { Doer(name: name, address: address) }

  func may(_ asked: Role) -> Bool { role.map { $0 >= asked } ?? false }

  /// Throws a `Problem` (401 for someone who has not logged in, else 403) where the visitor's role is lower.
  func require(_ asked: Role) throws {
    guard let role else { throw Problem.loginNeeded }
    guard role >= asked else { throw Problem.forbidden("Det här kräver rollen \(asked.swedish); \(name) har rollen \(role.swedish).") }
  }
}

extension Problem {
  static let loginNeeded = Problem(
    status: .unauthorized, title: "Logga in", text: "Du är inte inloggad, eller så har inloggningen gått ut.",
    advice: "Det du skickade har inte sparats. Logga in och försök igen.")

  static func forbidden(_ text: String) -> Problem {
    Problem(status: .forbidden, title: "Inte tillåtet", text: text, advice: "Be den som sköter servern om en annan roll om du behöver en.")
  }
}
