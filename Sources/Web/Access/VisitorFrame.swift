internal import Access

/// What every page shows of who reads it.
struct VisitorFrame: Sendable {
  /// Nil for the person at the machine, who knows, and for someone who has not logged in.
  let name: String?
  /// "redaktör".
  let role: String
  /// Whether there is a session to end.
  let mayLogOut: Bool
  let mayImport: Bool
  let maySeeLog: Bool

  init(_ visitor: Visitor) {
    name = visitor.role == nil || visitor.isAtTheMachine ? nil : visitor.name
    role = visitor.role?.swedish ?? ""
    mayLogOut = visitor.session != nil
    mayImport = visitor.may(.editor)
    maySeeLog = visitor.may(.admin)
  }
}
