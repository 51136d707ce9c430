public import Foundation

/// The unit words of money (`kr`, `tkr`, `miljoner kronor`), as the rules give them: word -> factor.
public struct MoneyUnits: Sendable {
  /// What a unit word says of the number before it.
  public enum Role: Sendable {
    /// `kr`, `tkr`, `mnkr`: says that it is money.
    case currency
    /// `miljoner`, `miljarder`: a sum of money also where no currency follows (then ``Amount/hasCurrency`` is false).
    case multiplier
    /// `tusen`: a sum of money only where a currency follows.
    case counter
  }

  /// A unit word.
  public struct Unit: Sendable {
    /// In any case; a space stands for any white space.
    public var word: String
    /// How many kronor one is.
    public var factor: Decimal
    /// What the word says of the number before it.
    public var role: Role
    /// Whether it may also stand before its number (`SEK 500`).
    public var mayPrecede: Bool
    /// The name that ``Amount/unit`` gives; nil for the word in lower case.
    public var name: String?

    /// A word and how many kronor it stands for.
    public init(_ word: String, factor: Decimal, role: Role = .currency, mayPrecede: Bool = false, name: String? = nil) {
      self.word = word
      self.factor = factor
      self.role = role
      self.mayPrecede = mayPrecede
      self.name = name
    }
  }

  struct Entry: Sendable {
    var bytes: [UInt8]
    var name: String
    var factor: Decimal
    var role: Role
    var mayPrecede: Bool
    /// Whether a letter after it would make another word of it.
    var endsInLetter: Bool
  }

  /// By first byte in lower case, longest first.
  private var entries: [[Entry]] = Array(repeating: [], count: 256)
  /// The first look at each byte of a text, by ``sieveIndex(_:_:afterLetter:)``: it lets through all places where a unit may begin,
  /// and a few others.
  private(set) var sieve: [Bool] = Array(repeating: false, count: 2048)
  let approximations: [[UInt8]]

  /// - Parameters:
  ///   - units: the unit words; of two that fit, the longer counts.
  ///   - approximations: words before a sum that make it approximate (`cirka`, `ca`, `drygt`), in any case.
  public init(_ units: [Unit], approximations: [String]) {
    self.approximations = approximations.map { folded($0) }.sorted { $0.count > $1.count }
    for unit in units { add(unit) }
    for index in entries.indices { entries[index].sort { $0.bytes.count > $1.bytes.count } }
  }

  private mutating func add(_ unit: Unit) {
    let bytes = folded(unit.word)
    guard let first = bytes.first else { return }
    let name = unit.name ?? String(decoding: bytes, as: UTF8.self)
    let endsInLetter = bytes.span.letterLength(before: bytes.count) > 0
    entries[Int(first)].append(
      Entry(
        bytes: bytes, name: name, factor: unit.factor, role: unit.role, mayPrecede: unit.mayPrecede, endsInLetter: endsInLetter))
    for second in bytes.count > 1 ? [bytes[1]] : Array(UInt8.min...UInt8.max) {
      sieve[Self.sieveIndex(first, second, afterLetter: false)] = true
    }
  }

  /// The last five bits of two bytes, which are the same for both cases of a letter, and whether a letter stands before them: then no
  /// unit begins.
  /// One look-up without a branch, since a branch on each k, m and t of a text would be guessed wrong too often.
  @inline(__always)
  static func sieveIndex(_ first: UInt8, _ second: UInt8, afterLetter: Bool) -> Int {
    (afterLetter ? 1024 : 0) | Int(first & 31) << 5 | Int(second & 31)
  }

  /// The longest unit word at `index`, with where it ends; the caller has seen to the boundary before it.
  func match(_ text: Span<UInt8>, at index: Int) -> (unit: Entry, end: Int)? {
    for entry in entries[Int(text.lowered(index))] {
      guard let end = Self.end(of: entry.bytes, text, at: index) else { continue }
      if entry.endsInLetter ? text.letterLength(at: end) == 0 && !text.isDigit(end) : !text.isDigit(end) { return (entry, end) }
    }
    return nil
  }

  /// Where `word` ends if it stands at `index`, a space in it standing for any one white space.
  private static func end(of word: [UInt8], _ text: Span<UInt8>, at index: Int) -> Int? {
    var position = index
    for byte in word {
      if byte == 0x20 {
        let space = text.spaceLength(at: position)
        guard space > 0 else { return nil }
        position += space
      } else {
        guard text.lowered(position) == byte, position < text.count else { return nil }
        position += 1
      }
    }
    return position
  }
}

private func folded(_ word: String) -> [UInt8] {
  let bytes = Array(word.utf8)
  return bytes.span.loweredBytes(0..<bytes.count)
}
