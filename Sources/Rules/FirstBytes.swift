/// The bytes with which a text can begin that an anchored pattern matches, as a set of 256 bits.
///
/// It errs on one side only: a text that begins with another byte has no match.
struct FirstBytes: Equatable, Sendable {
  private var bits: InlineArray<4, UInt64> = .init(repeating: 0)

  static let any = FirstBytes(0...0xFF)
  static let digits = FirstBytes(0x30...0x39).union(beyondASCII)
  static let letters = FirstBytes(0x41...0x5A).union(FirstBytes(0x61...0x7A)).union(beyondASCII)
  private static let beyondASCII = FirstBytes(0x80...0xFF)

  init() {}

  private init(_ bytes: ClosedRange<UInt8>) { for byte in bytes { insert(byte) } }

  /// A character of a caseless pattern, by its first byte. Letters outside ASCII have their other cases there, and K and S theirs too (the Kelvin sign, the long s).
  init(character first: UInt8) {
    guard first < 0x80 else {
      self = Self.beyondASCII
      return
    }
    insert(first)
    let lower = first | 0x20
    guard lower >= 0x61, lower <= 0x7A else { return }
    insert(lower)
    insert(lower ^ 0x20)
    if lower == UInt8(ascii: "k") || lower == UInt8(ascii: "s") { self = union(Self.beyondASCII) }
  }

  static let wordCount = 4

  /// What `words` gave, `wordCount` of them.
  init(words: [UInt64]) { for index in bits.indices { bits[index] = words[index] } }

  /// All of it, to be written down.
  var words: [UInt64] { bits.indices.map { bits[$0] } }

  private mutating func insert(_ byte: UInt8) { bits[Int(byte >> 6)] |= 1 &<< UInt64(byte & 63) }

  // An `InlineArray` is not compared by itself (Swift 6.3).
  static func == (one: FirstBytes, other: FirstBytes) -> Bool { one.bits.indices.allSatisfy { one.bits[$0] == other.bits[$0] } }

  func contains(_ byte: UInt8) -> Bool { bits[Int(byte >> 6)] & (1 &<< UInt64(byte & 63)) != 0 }

  func union(_ other: FirstBytes) -> FirstBytes {
    var both = self
    for index in both.bits.indices { both.bits[index] |= other.bits[index] }
    return both
  }
}

/// With what a stretch of a pattern begins.
struct PatternStart {
  /// Of the first character that it takes.
  var bytes = FirstBytes()
  /// Whether the text's beginning must stand before that.
  var isAnchored = false
  /// Whether it may take no character at all.
  var mayBeEmpty = true

  /// One of several.
  static func either(_ branches: [PatternStart]) -> PatternStart {
    PatternStart(
      bytes: branches.reduce(FirstBytes()) { $0.union($1.bytes) }, isAnchored: branches.allSatisfy(\.isAnchored),
      mayBeEmpty: branches.contains(where: \.mayBeEmpty))
  }

  /// What follows on it, where it may be empty.
  mutating func add(_ next: PatternStart, isOptional: Bool = false) {
    bytes = bytes.union(next.bytes)
    isAnchored = isAnchored || next.isAnchored && !isOptional
    mayBeEmpty = next.mayBeEmpty || isOptional
  }
}
