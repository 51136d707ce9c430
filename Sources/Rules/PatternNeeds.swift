internal import Glibc

/// What a pattern's source (PCRE2 syntax) tells of the texts that it can match.
struct PatternNeeds: Sendable {
  let literals: LiteralNeed
  /// With what such a text begins; nil where that is not told, or the match may begin later.
  let start: FirstBytes?

  init(literals: LiteralNeed, start: FirstBytes?) {
    self.literals = literals
    self.start = start
  }

  init(pattern: String, memory: PatternMemory? = nil) {
    let (read, hasLines) = Array(pattern.utf8).withUnsafeBufferPointer { bytes in
      var reader = PatternReader(bytes, memory)
      return (reader.alternation(), reader.hasLines)
    }
    // A construct that is not known: nothing is needed for sure.
    literals = read?.need ?? LiteralNeed()
    let start = hasLines ? nil : read?.start
    self.start = start.flatMap { $0.isAnchored && !$0.mayBeEmpty ? $0.bytes : nil }
  }
}

/// What is known of patterns while those of a rules folder are compiled. Not for several threads.
///
/// What their long groups need is read once: the fragments of the vocabulary stand in many patterns.
final class PatternMemory {
  /// The patterns that an earlier run of the program has compiled.
  let store: PatternStore?

  init(store: PatternStore? = nil) { self.store = store }

  struct Group {
    fileprivate var bytes: [UInt8]
    fileprivate var stretch: PatternReader.Stretch
    fileprivate var hasLines: Bool
  }

  private var groups: [UInt64: [Group]] = [:]

  /// A shorter group is read as quickly as it is looked for.
  static let shortest = 64

  /// The group whose content stands at a place, its closing parenthesis after it.
  fileprivate func group(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Group? {
    guard place + Self.shortest < bytes.count, let known = groups[Self.key(bytes, place)] else { return nil }
    return known.first { group in
      let end = place + group.bytes.count
      return end < bytes.count && bytes[end] == UInt8(ascii: ")")
        && memcmp(group.bytes, bytes.baseAddress.unsafelyUnwrapped + place, group.bytes.count) == 0
    }
  }

  /// - Parameter group: not shorter than `shortest`.
  fileprivate func note(_ group: Group) { groups[group.bytes.withUnsafeBufferPointer { Self.key($0, 0) }, default: []].append(group) }

  /// Of the first bytes from a place on, `shortest` of them: many groups begin with the same ones.
  private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt64 {
    let start = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + place)
    return stride(from: 0, to: shortest, by: 8).reduce(0) { key, offset in
      (key ^ start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
    }
  }
}

/// Reads a pattern as far as is needed to see its literals. Every function returns nil at a construct it does not know.
private struct PatternReader {
  // Read where they lie: an array would be kept and let go at each look at it.
  private let bytes: UnsafeBufferPointer<UInt8>
  private let memory: PatternMemory?
  private var position = 0
  /// Whether `^` may stand for the beginning of a line.
  private(set) var hasLines = false

  /// What a stretch of the pattern needs.
  struct Stretch {
    var need: LiteralNeed
    var start: PatternStart
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ memory: PatternMemory?) {
    self.bytes = bytes
    self.memory = memory
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.count - position >= count, (0..<count).allSatisfy({ bytes[position + $0] == text.utf8Start[$0] }) else { return false }
    position += count
    return true
  }

  /// Branches up to the end or a closing parenthesis, which is left.
  mutating func alternation() -> Stretch? {
    var branches: [Stretch] = []
    repeat {
      guard let branch = sequence() else { return nil }
      branches.append(branch)
    } while take("|")
    return Stretch(need: .either(branches.map(\.need)), start: .either(branches.map(\.start)))
  }

  private enum Atom {
    /// One character that matches itself: its bytes in the pattern.
    case literal(Range<Int>)
    /// A group and what it needs.
    case group(Stretch)
    case digit
    /// One character of several: a class, a dot.
    case oneOf(FirstBytes)
    /// Nothing that takes room: an anchor, a look around, with what stands where it looks.
    case empty(LiteralNeed)
    /// The beginning of the text.
    case anchor
  }

  private func start(of atom: Atom) -> PatternStart {
    switch atom {
    case .literal(let character): PatternStart(bytes: FirstBytes(character: bytes[character.lowerBound]), mayBeEmpty: false)
    case .group(let inner): inner.start
    case .digit: PatternStart(bytes: .digits, mayBeEmpty: false)
    case .oneOf(let bytes): PatternStart(bytes: bytes, mayBeEmpty: false)
    case .empty: PatternStart()
    case .anchor: PatternStart(isAnchored: true)
    }
  }

  private mutating func sequence() -> Stretch? {
    var need = LiteralNeed()
    var start = PatternStart()
    var run: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      guard let atom = atom(), let least = quantifier() else { return nil }
      if start.mayBeEmpty { start.add(self.start(of: atom), isOptional: least == 0) }
      switch (atom, least) {
      case (.literal(let character), 1): run += bytes[character]
      // An anchor between two letters takes no room.
      case (.empty(let seen), 1): need.add(seen)
      case (.empty, _), (.anchor, _): break
      default:
        need.add(literal: run)
        run.removeAll(keepingCapacity: true)
        if least != 0, case .group(let inner) = atom { need.add(inner.need) }
        if least != 0, case .digit = atom { need.addDigit() }
      // What is repeated (`e+`) stands there at least once, but the letters after it do not follow on it surely.
      }
    }
    need.add(literal: run)
    return Stretch(need: need, start: start)
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
    case UInt8(ascii: "^"):
      position += 1
      return .anchor
    case UInt8(ascii: "$"):
      position += 1
      return .empty(LiteralNeed())
    case UInt8(ascii: "."):
      position += 1
      return .oneOf(.any)
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
    guard let inner = content(), take(")") else { return nil }
    if seesText { return .empty(inner.need) }
    return seesNone ? .empty(LiteralNeed()) : .group(inner)
  }

  /// A group's content, up to its closing parenthesis.
  private mutating func content() -> Stretch? {
    let start = position
    if let known = memory?.group(at: start, in: bytes) {
      position += known.bytes.count
      hasLines = hasLines || known.hasLines
      return known.stretch
    }
    // Whether this group has lines, whatever came before.
    let before = hasLines
    hasLines = false
    guard let read = alternation() else { return nil }
    if let memory, position - start >= PatternMemory.shortest {
      memory.note(PatternMemory.Group(bytes: Array(bytes[start..<position]), stretch: read, hasLines: hasLines))
    }
    hasLines = hasLines || before
    return read
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

  private static let optionLetters = Array("imsnJU-^".utf8)

  /// `?-i:` before a group's content (false) or `?m)` that goes for the rest (true); nil for anything else, and for `x`, by which spaces
  /// stand for nothing.
  private mutating func options() -> Bool? {
    guard take("?") else { return nil }
    while let byte = next, Self.optionLetters.contains(byte) {
      hasLines = hasLines || byte == UInt8(ascii: "m")
      position += 1
    }
    if take(":") { return false }
    return take(")") ? true : nil
  }

  private mutating func characterClass() -> Atom? {
    position += 1
    let open = position
    if next == UInt8(ascii: "^") { position += 1 }
    // A bracket that stands first is a character of the class.
    if next == UInt8(ascii: "]") { position += 1 }
    while let byte = next {
      if byte == UInt8(ascii: "]") {
        position += 1
        return .oneOf(Self.firstBytes(ofClass: bytes[open..<(position - 1)]))
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

  /// Of a class of single characters, ranges and `\d`; any byte of one that has more.
  private static func firstBytes(ofClass content: Slice<UnsafeBufferPointer<UInt8>>) -> FirstBytes {
    if content.first == UInt8(ascii: "^") { return .any }
    var found = FirstBytes()
    var rest = content
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "["), rest.first == UInt8(ascii: ":") { return .any }
      if byte == UInt8(ascii: "\\") {
        guard rest.popFirst() == UInt8(ascii: "d") else { return .any }
        found = found.union(.digits)
      } else if rest.first == UInt8(ascii: "-"), let last = rest.dropFirst().first {
        guard byte < last, last < 0x80, last != UInt8(ascii: "\\") else { return .any }
        for byte in byte...last { found = found.union(FirstBytes(character: byte)) }
        rest = rest.dropFirst(2)
      } else {
        // The later bytes of a character are none that a text begins with.
        found = found.union(FirstBytes(character: byte))
      }
    }
    return found
  }

  private mutating func escape() -> Atom? {
    position += 1
    guard let byte = next else { return nil }
    switch byte {
    case UInt8(ascii: "A"):
      position += 1
      return .anchor
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "z"), UInt8(ascii: "Z"), UInt8(ascii: "K"), UInt8(ascii: "G"):
      position += 1
      return .empty(LiteralNeed())
    case UInt8(ascii: "p"), UInt8(ascii: "P"):
      position += 1
      guard next == UInt8(ascii: "{"), let close = bytes[position...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
      let isLetter = byte == UInt8(ascii: "p") && bytes[position..<close].dropFirst().first == UInt8(ascii: "L")
      position = close + 1
      return .oneOf(isLetter ? .letters : .any)
    case UInt8(ascii: "d"):
      position += 1
      return .digit
    case UInt8(ascii: "D"), UInt8(ascii: "s"), UInt8(ascii: "S"), UInt8(ascii: "w"), UInt8(ascii: "W"),
      UInt8(ascii: "h"),
      UInt8(ascii: "H"), UInt8(ascii: "v"), UInt8(ascii: "R"), UInt8(ascii: "X"), UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: "t"):
      position += 1
      return .oneOf(.any)
    default:
      // Letters and digits that are escaped are something else (a back reference, a code); signs are themselves.
      guard byte < 0x80, !(byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A), !(byte &- 0x30 < 10) else { return nil }
      return .literal(character())
    }
  }
}
