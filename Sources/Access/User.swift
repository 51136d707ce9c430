public import Foundation

/// Someone who may use the archive over the network.
public struct User: Sendable, Hashable {
  public var name: String
  public var role: Role
  /// Whether they can log in with a password; those who cannot come through a proxy that knows them.
  public var hasPassword: Bool
  public var addedAt: Date
  public var lastLogin: Date?
}

/// A name that a user may have.
public struct UserName: Sendable, Hashable {
  public let text: String

  /// Nil for a name that is empty, longer than 64 characters, or holds other signs than letters, digits, spaces inside it and `. _ - @`.
  public init?(_ text: String) {
    let text = text.precomposedStringWithCanonicalMapping
    guard (1...64).contains(text.count), !text.hasPrefix(" "), !text.hasSuffix(" ") else { return nil }
    guard
      text.unicodeScalars.allSatisfy({
        $0.properties.isAlphabetic || $0.properties.numericType != nil || " ._-@".unicodeScalars.contains($0)
      })
    else { return nil }
    self.text = text
  }

  /// What tells users apart: "Anna" and "anna" are one.
  public var key: String { text.lowercased() }
}

/// Who did something, and from where.
public struct Doer: Sendable {
  public var name: String
  /// The address they came from; nil at the machine itself.
  public var address: String?

  public init(name: String, address: String?) {
    self.name = name
    self.address = address
  }
}
