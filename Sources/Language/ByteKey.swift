/// Bytes as the key of a dictionary: hashed all at once, where an array hashes each by itself.
public struct ByteKey: Sendable, Hashable {
  public let bytes: [UInt8]

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}
