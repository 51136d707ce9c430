/// What someone may do, each role what those below it may too.
public enum Role: String, Sendable, CaseIterable, Comparable, Codable {
  /// Searches and reads.
  case reader
  /// Marks facts right or wrong, and takes documents in.
  case editor
  /// Sees who did what.
  case admin

  public static func < (one: Role, other: Role) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .reader: 0
    case .editor: 1
    case .admin: 2
    }
  }

  /// As pages and messages name it.
  public var swedish: String {
    switch self {
    case .reader: "läsare"
    case .editor: "redaktör"
    case .admin: "administratör"
    }
  }
}
