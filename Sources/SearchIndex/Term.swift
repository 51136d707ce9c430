/// What a list of sections is kept for: a word's stem, a word as it stands, a part of a compound, or something that is known of a section.
///
/// In the index a term is its kind's byte and its text in UTF-8, and terms are in the order of their bytes.
public struct Term: Hashable, Sendable {
  /// The first byte of a term.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// A word's stem, with the places where it stands.
    case stem = 0x73  // s
    /// A word as it stands, folded (lower case).
    case exact = 0x78  // x
    /// The stem of a part of a compound.
    case part = 0x70  // p
    /// What is known of a section: `utfall:avslag`.
    case attribute = 0x61  // a
    /// A sum of money, so written that the order of the bytes is the order of the sums.
    case amount = 0x6D  // m
  }

  public let bytes: [UInt8]

  public init(_ kind: Kind, _ text: some Sequence<UInt8>) {
    var bytes = [kind.rawValue]
    bytes += text
    self.bytes = Array(bytes.prefix(Self.longest))
  }

  public init(_ kind: Kind, _ text: String) { self.init(kind, text.utf8) }

  /// A sum in whole kronor, 0 or more.
  public init(amount kronor: Int64) {
    self.init(.amount, (0..<8).reversed().map { UInt8(truncatingIfNeeded: max(0, kronor) >> (8 * Int64($0))) })
  }

  /// What is longer (a row of signs without a space, in a damaged text) is cut: it is then found by its beginning.
  static let longest = 120
}
