/// Which short runs of bytes stand in a text, as a set of 2048 bits, and with what it begins: what tells quickly that a pattern cannot match.
///
/// Letters are folded (A–Z, À–Þ), since patterns are caseless. A run is two or three bytes, or one ASCII sign, hashed to a bit, and all digits have a bit
/// in common; a bit that is not set tells surely that the run is not there. (Bit signatures for signature files: Faloutsos and Christodoulakis, ACM TOIS 2(4), 1984.)
public struct TextSignature: Sendable {
  private var words: InlineArray<32, UInt64> = .init(repeating: 0)
  /// The text has a letter that folds to ASCII from outside Latin-1 (the Kelvin sign, the long s): then nothing can be told.
  private var isOpen = false
  /// The text's first byte; nil where it has none, or for two texts that begin otherwise.
  private(set) var first: UInt8?

  /// Linear in the text, UTF-8.
  public init(_ text: [UInt8]) { text.withUnsafeBufferPointer { read($0) } }

  /// The same of a part of a text.
  public init(_ text: ArraySlice<UInt8>) { text.withUnsafeBufferPointer { read($0) } }

  /// Makes it hold for another text too: a pattern is ruled out only where it cannot match either.
  public mutating func formUnion(_ other: TextSignature) {
    withUnsafeMutableBytes(of: &words) { own in
      other.words.span.withUnsafeBufferPointer { others in
        let own = own.assumingMemoryBound(to: UInt64.self)
        for index in others.indices { own[index] |= others[index] }
      }
    }
    isOpen = isOpen || other.isOpen
    if first != other.first { first = nil }
  }

  /// Makes it that of a text which begins otherwise.
  public mutating func begins(as text: [UInt8]) { first = text.first }

  // Every byte of a document comes here several times: the bits are set without a look at bounds, which eleven bits never pass.
  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    var isOpen = false
    withUnsafeMutableBytes(of: &words) { words in
      let words = words.assumingMemoryBound(to: UInt64.self).baseAddress.unsafelyUnwrapped
      isOpen = Self.read(text, into: words)
    }
    self.isOpen = isOpen
    first = text.first
  }

  /// Whether nothing can be told of the text.
  private static func read(_ text: UnsafeBufferPointer<UInt8>, into words: UnsafeMutablePointer<UInt64>) -> Bool {
    func set(_ bit: UInt16) { words[Int(bit >> 6)] |= 1 &<< UInt64(bit & 63) }
    var isOpen = false
    // The last three bytes, folded; zeros before the first, whose runs no pattern asks for.
    var run: UInt32 = 0
    for raw in text {
      var byte = raw
      if raw < 0x80 {
        if raw &- 0x41 < 26 { byte |= 0x20 } else if raw &- 0x21 < 0x20 { set(raw &- 0x30 < 10 ? Self.digit : Self.bit(sign: raw)) }
      } else {
        byte = Self.folded(raw, after: UInt8(truncatingIfNeeded: run))
        if Self.foldsToASCII(raw, run << 8 | UInt32(byte)) { isOpen = true }
        if Self.mayBeginDigit(byte) { set(Self.digit) }
      }
      run = (run << 8 | UInt32(byte)) & 0xFF_FFFF
      set(Self.bit(pair: run & 0xFFFF))
      set(Self.bit(triple: run))
    }
    return isOpen
  }

  /// The bits, to be asked for one by one.
  struct Bits {
    fileprivate let words: UnsafePointer<UInt64>
    /// Whether nothing can be told: every bit may as well be set.
    let isOpen: Bool

    /// Whether all of these are set, each below 2048.
    func hasAll(_ bits: UnsafePointer<UInt16>, count: Int) -> Bool {
      if isOpen { return true }
      for index in 0..<count where words[Int(bits[index] >> 6)] & (1 &<< UInt64(bits[index] & 63)) == 0 { return false }
      return true
    }

    /// The same of bits that stand after their number.
    func hasAll(at place: UnsafePointer<UInt16>) -> Bool { hasAll(place + 1, count: Int(place[0])) }

    /// 64 of them.
    func word(_ index: Int) -> UInt64 { words[index] }
  }

  static let bitCount = 64 * wordCount
  static let wordCount = 32

  /// Asks the bits where they lie: a subscript of an `InlineArray` copies the whole of it (Swift 6.3).
  func withBits<Result>(_ body: (Bits) -> Result) -> Result {
    words.span.withUnsafeBufferPointer { body(Bits(words: $0.baseAddress.unsafelyUnwrapped, isOpen: isOpen)) }
  }

  /// The bits of a literal in a pattern: every run of three bytes, or the one of two, or the one sign; none for a single letter or space.
  /// Three bytes have both pairs too.
  static func bits(of literal: [UInt8]) -> [UInt16] {
    var folded: [UInt8] = []
    for byte in literal { folded.append(Self.folded(byte, after: folded.last ?? 0)) }
    if folded.count == 1, folded[0] &- 0x21 < 0x20 { return [folded[0] &- 0x30 < 10 ? digit : bit(sign: folded[0])] }
    func run(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }
    if folded.count == 2 { return [bit(pair: run(folded[...]))] }
    let triples = folded.indices.dropFirst(2).map { bit(triple: run(folded[$0 - 2...$0])) }
    // One bit alone is set by every fourth sentence, whatever stands in it.
    return folded.count == 3 ? triples + [bit(pair: run(folded[..<2])), bit(pair: run(folded[1...]))] : triples
  }

  private static func folded(_ byte: UInt8, after lead: UInt8) -> UInt8 {
    if byte &- 0x41 < 26 { return byte | 0x20 }
    return lead == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97 ? byte | 0x20 : byte
  }

  // U+212A is E2 84 AA, U+017F is C5 BF; the run is folded, which leaves them as they are.
  private static func foldsToASCII(_ byte: UInt8, _ run: UInt32) -> Bool {
    (byte == 0xAA && run & 0xFF_FFFF == 0xE2_84AA) || (byte == 0xBF && run & 0xFFFF == 0xC5BF)
  }

  /// What all digits set.
  static let digit: UInt16 = 0x7FF

  /// Whether the byte may begin a digit of another script (Unicode's Nd), which `\d` matches: from U+0660 on, none in U+2000–2FFF.
  private static func mayBeginDigit(_ byte: UInt8) -> Bool { byte >= 0xD9 && byte != 0xE2 }

  private static func bit(sign: UInt8) -> UInt16 { UInt16(truncatingIfNeeded: (UInt32(sign) &* 0xC2B2_AE35) >> 21) }

  private static func bit(pair: UInt32) -> UInt16 { UInt16(truncatingIfNeeded: (pair &* 0x9E37_79B1) >> 21) }

  private static func bit(triple: UInt32) -> UInt16 { UInt16(truncatingIfNeeded: (triple &* 0x85EB_CA6B) >> 21) }
}
