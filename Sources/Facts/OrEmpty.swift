/// A list or a truth value whose key a facts document of an earlier version lacks: it reads as empty, or as false.
@propertyWrapper
public struct OrEmpty<Value: Codable & Sendable & Equatable & HasEmpty>: Codable, Sendable, Equatable {
  public var wrappedValue: Value

  public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }

  public init(from decoder: any Decoder) throws { wrappedValue = try Value(from: decoder) }

  public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}

/// What has a value that says nothing.
public protocol HasEmpty {
  static var empty: Self { get }
}

extension Array: HasEmpty {
  public static var empty: [Element] { [] }
}

extension Bool: HasEmpty {
  public static var empty: Bool { false }
}

extension KeyedDecodingContainer {
  /// A key that is missing reads as empty.
  public func decode<Value>(_ type: OrEmpty<Value>.Type, forKey key: Key) throws -> OrEmpty<Value> {
    try decodeIfPresent(type, forKey: key) ?? OrEmpty(wrappedValue: .empty)
  }
}
