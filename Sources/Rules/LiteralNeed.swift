/// What must stand in any text that a pattern matches, as far as its literals tell: read from the pattern's source (PCRE2 syntax).
///
/// It errs on one side only: a text without what is needed has no match; one that has it may or may not match.
struct LiteralNeed: Sendable {
  /// Bits that every match has, see `TextSignature`.
  private(set) var all: [UInt16] = []
  /// Every match has, of each of these, all the bits of at least one branch. Those of fewest branches first.
  private(set) var choices: [[[UInt16]]] = []

  /// An alternation of more branches than this is not looked into: testing it would cost what matching costs.
  private static let mostBranches = 48
  /// The same of alternations one after the other.
  private static let mostChoices = 3

  init(pattern: String) {
    var reader = PatternReader(pattern)
    // A construct that is not known: nothing is needed for sure.
    self = reader.alternation() ?? LiteralNeed()
  }

  init() {}

  func isMet(by signature: TextSignature) -> Bool {
    signature.hasAll(all) && choices.allSatisfy { $0.contains { signature.hasAll($0) } }
  }

  /// Writes it down: the number of bits that all have and the bits; the number of choices, and of each how much follows: of each branch the number
  /// of its bits and the bits.
  func append(to list: inout [UInt16]) {
    list.append(UInt16(all.count))
    list += all
    list.append(UInt16(choices.count))
    for choice in choices {
      let branches = choice.flatMap { [UInt16($0.count)] + $0 }
      list.append(UInt16(branches.count))
      list += branches
    }
  }

  /// The same as `isMet(by:)`, of what `append(to:)` wrote.
  static func isMet(_ list: UnsafePointer<UInt16>, by signature: TextSignature) -> Bool {
    guard signature.hasAll(list + 1, count: Int(list[0])) else { return false }
    var place = list + 1 + Int(list[0])
    let choices = place[0]
    place += 1
    for _ in 0..<choices {
      let end = place + 1 + Int(place[0])
      place += 1
      while place < end, !signature.hasAll(place + 1, count: Int(place[0])) { place += 1 + Int(place[0]) }
      guard place < end else { return false }
      place = end
    }
    return true
  }

  mutating func add(literal: [UInt8]) { all += TextSignature.bits(of: literal) }

  mutating func addDigit() { all.append(TextSignature.digit) }

  /// Both are needed. Of many choices those with fewest branches are kept.
  mutating func add(_ other: LiteralNeed) {
    all += other.all
    if other.choices.isEmpty { return }
    choices = Array((choices + other.choices).sorted { $0.count < $1.count }.prefix(Self.mostChoices))
  }

  /// One of several is needed.
  static func either(_ branches: [LiteralNeed]) -> LiteralNeed {
    if branches.count == 1 { return branches[0] }
    var choice: [[UInt16]] = []
    for branch in branches {
      if !branch.all.isEmpty {
        choice.append(branch.all)
      } else if let own = branch.choices.first {
        choice += own
      } else {
        return LiteralNeed()
      }
      if choice.count > mostBranches { return LiteralNeed() }
    }
    var need = LiteralNeed()
    need.choices = [choice]
    return need
  }
}

/// Reads a pattern as far as is needed to see its literals. Every function returns nil at a construct it does not know.
private struct PatternReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ pattern: String) { bytes = Array(pattern.utf8) }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.count - position >= count, (0..<count).allSatisfy({ bytes[position + $0] == text.utf8Start[$0] }) else { return false }
    position += count
    return true
  }

  /// Branches up to the end or a closing parenthesis, which is left.
  mutating func alternation() -> LiteralNeed? {
    var branches: [LiteralNeed] = []
    repeat {
      guard let branch = sequence() else { return nil }
      branches.append(branch)
    } while take("|")
    return .either(branches)
  }

  private enum Atom {
    /// One character that matches itself: its bytes in the pattern.
    case literal(Range<Int>)
    /// A group and what it needs.
    case group(LiteralNeed)
    case digit
    /// Something of a width, of which nothing is known: a class, a dot.
    case unknown
    /// Nothing that takes room: an anchor, a look around, with what stands where it looks.
    case empty(LiteralNeed)
  }

  private mutating func sequence() -> LiteralNeed? {
    var need = LiteralNeed()
    var run: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      guard let atom = atom(), let least = quantifier() else { return nil }
      switch (atom, least) {
      case (.literal(let character), 1): run += bytes[character]
      // An anchor between two letters takes no room.
      case (.empty(let seen), 1): need.add(seen)
      case (.empty, _): break
      default:
        need.add(literal: run)
        run = []
        if least != 0, case .group(let inner) = atom { need.add(inner) }
        if least != 0, case .digit = atom { need.addDigit() }
      // What is repeated (`e+`) stands there at least once, but the letters after it do not follow on it surely.
      }
    }
    need.add(literal: run)
    return need
  }

  /// How often the atom before stands at the least: 1 where there is no quantifier, -1 for once or more, 0 for perhaps not at all.
  private mutating func quantifier() -> Int? {
    var least = 1
    switch next {
    case UInt8(ascii: "?"), UInt8(ascii: "*"): least = 0
    case UInt8(ascii: "+"): least = -1
    case UInt8(ascii: "{"):
      guard let counted = countedQuantifier() else { return 1 }
      least = counted
      position -= 1
    default: return 1
    }
    position += 1
    if next == UInt8(ascii: "?") || next == UInt8(ascii: "+") { position += 1 }
    return least
  }

  /// `{2}`, `{2,}`, `{2,5}`; nil (nothing taken) where the brace stands for itself.
  private mutating func countedQuantifier() -> Int? {
    guard let close = bytes[position...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let inside = bytes[(position + 1)..<close]
    guard let first = inside.first, first &- 0x30 < 10, inside.allSatisfy({ $0 &- 0x30 < 10 || $0 == UInt8(ascii: ",") }) else {
      return nil
    }
    position = close + 1
    return inside.prefix { $0 != UInt8(ascii: ",") }.allSatisfy { $0 == 0x30 } ? 0 : -1
  }

  private mutating func atom() -> Atom? {
    guard let byte = next else { return nil }
    switch byte {
    case UInt8(ascii: "("): return group()
    case UInt8(ascii: "["): return characterClass()
    case UInt8(ascii: "\\"): return escape()
    case UInt8(ascii: "^"), UInt8(ascii: "$"):
      position += 1
      return .empty(LiteralNeed())
    case UInt8(ascii: "."):
      position += 1
      return .unknown
    default: return .literal(character())
    }
  }

  /// One character, UTF-8.
  private mutating func character() -> Range<Int> {
    let start = position
    position += 1
    while let byte = next, byte & 0xC0 == 0x80 { position += 1 }
    return start..<position
  }

  private mutating func group() -> Atom? {
    position += 1
    let seesText = take("?=") || take("?<=")
    let seesNone = !seesText && (take("?!") || take("?<!"))
    if !seesText, !seesNone {
      guard let isWhole = openGroup() else { return nil }
      if isWhole { return .empty(LiteralNeed()) }
    }
    guard let need = alternation(), take(")") else { return nil }
    if seesText { return .empty(need) }
    return seesNone ? .empty(LiteralNeed()) : .group(need)
  }

  /// What stands between a group's parenthesis and its content; true where it is options that go for the rest, nil for what is not known.
  private mutating func openGroup() -> Bool? {
    if take("?<") || take("?P<") {
      guard let close = bytes[position...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
      position = close + 1
    } else if !take("?:") && !take("?>") && (next == UInt8(ascii: "?") || next == UInt8(ascii: "*")) {
      return options()
    }
    return false
  }

  /// `?-i:` before a group's content (false) or `?m)` that goes for the rest (true); nil for anything else, and for `x`, by which spaces
  /// stand for nothing.
  private mutating func options() -> Bool? {
    guard take("?") else { return nil }
    while let byte = next, "imsnJU-^".utf8.contains(byte) { position += 1 }
    if take(":") { return false }
    return take(")") ? true : nil
  }

  private mutating func characterClass() -> Atom? {
    position += 1
    if next == UInt8(ascii: "^") { position += 1 }
    // A bracket that stands first is a character of the class.
    if next == UInt8(ascii: "]") { position += 1 }
    while let byte = next {
      if byte == UInt8(ascii: "]") {
        position += 1
        return .unknown
      }
      if byte == UInt8(ascii: "\\") { position += 1 }
      if take("[:") {
        guard let close = bytes[position...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        position = close
      }
      position += 1
    }
    return nil
  }

  private mutating func escape() -> Atom? {
    position += 1
    guard let byte = next else { return nil }
    switch byte {
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "A"), UInt8(ascii: "z"), UInt8(ascii: "Z"), UInt8(ascii: "K"),
      UInt8(ascii: "G"):
      position += 1
      return .empty(LiteralNeed())
    case UInt8(ascii: "p"), UInt8(ascii: "P"):
      position += 1
      guard next == UInt8(ascii: "{"), let close = bytes[position...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
      position = close + 1
      return .unknown
    case UInt8(ascii: "d"):
      position += 1
      return .digit
    case UInt8(ascii: "D"), UInt8(ascii: "s"), UInt8(ascii: "S"), UInt8(ascii: "w"), UInt8(ascii: "W"),
      UInt8(ascii: "h"),
      UInt8(ascii: "H"), UInt8(ascii: "v"), UInt8(ascii: "R"), UInt8(ascii: "X"), UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: "t"):
      position += 1
      return .unknown
    default:
      // Letters and digits that are escaped are something else (a back reference, a code); signs are themselves.
      guard byte < 0x80, !(byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A), !(byte &- 0x30 < 10) else { return nil }
      return .literal(character())
    }
  }
}
