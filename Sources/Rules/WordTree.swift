/// Alternatives of a pattern written so that those with the same beginning share it: `avslag|avslå|bifall` as `avsl(?:ag|å)|bifall`. A list of several
/// hundred words is then told from a text by a few letters (as Emacs' regexp-opt does). What several in a row look behind for is looked for once.
///
/// What matches, and which of several that could match comes first, is the same: an alternative only moves past others that begin with another letter,
/// which cannot match at the same place.
enum WordTree {
  /// - Parameter alternatives: patterns, in the order in which they are tried.
  static func pattern(of alternatives: [String]) -> String {
    // An option set for the rest (`(?i)`) goes for the alternatives behind it too: they stay there.
    let alternatives: [Alternative] = alternatives.map { Array($0.utf8)[...] }
    let written = alternatives.contains(where: setsOptions) ? Array(alternatives.joined(separator: [bar])) : joined(alternatives)
    return String(decoding: written, as: UTF8.self)
  }

  private static func setsOptions(_ pattern: Alternative) -> Bool {
    pattern.indices.dropFirst().contains { index in
      pattern[index] == UInt8(ascii: "?") && pattern[index - 1] == UInt8(ascii: "(")
        && pattern[(index + 1)...].drop { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "^") }
          .first
          == UInt8(ascii: ")")
    }
  }

  private typealias Alternative = ArraySlice<UInt8>

  private static func joined(_ alternatives: [Alternative]) -> [UInt8] {
    guard alternatives.count > 2 else { return Array(alternatives.joined(separator: [bar])) }
    return Array(groups(of: alternatives).map(shared).joined(separator: [bar]))
  }

  /// Those that begin alike together, each where the first of them stood. Nothing moves past an alternative whose first letter is not known.
  private static func groups(of alternatives: [Alternative]) -> [[Alternative]] {
    var groups: [[Alternative]] = []
    var known: [UInt16: Int] = [:]
    // What the last group looks behind for, all of it.
    var last: Alternative?
    for alternative in alternatives {
      guard let first = firstLetter(alternative) else {
        known = [:]
        let behind = lookBehind(alternative)
        if let behind, behind == last { groups[groups.count - 1].append(alternative) } else { groups.append([alternative]) }
        last = behind
        continue
      }
      last = nil
      if let group = known[first.folded] {
        groups[group].append(alternative)
      } else {
        known[first.folded] = groups.count
        groups.append([alternative])
      }
    }
    return groups
  }

  private static func shared(_ group: [Alternative]) -> [UInt8] {
    let length = lookBehind(group[0])?.count ?? sharedLength(group)
    guard group.count > 1, length > 0 else { return Array(group.joined(separator: [bar])) }
    return [UInt8](group[0].prefix(length)) + "(?:".utf8 + joined(group.map { $0.dropFirst(length) }) + ")".utf8
  }

  /// Bytes of the letters that all begin with, written alike.
  private static func sharedLength(_ group: [Alternative]) -> Int {
    var length = 0
    while let letter = firstLetter(group[0].dropFirst(length)) {
      let next = group[0].dropFirst(length).prefix(letter.length)
      let isShared = group.allSatisfy { other in
        let rest = other.dropFirst(length)
        return firstLetter(rest)?.length == letter.length && rest.starts(with: next)
      }
      guard isShared else { break }
      length += letter.length
    }
    return length
  }

  /// The group `(?<!...)` that an alternative begins with; nil where it begins with something else, or is itself several.
  private static func lookBehind(_ pattern: Alternative) -> Alternative? {
    guard pattern.starts(with: "(?<!".utf8), !hasOpenBar(pattern) else { return nil }
    let end = pattern.dropFirst(4).firstIndex { "()[]".utf8.contains($0) }
    guard let end, pattern[end] == UInt8(ascii: ")"), pattern[end - 1] != UInt8(ascii: "\\"), !pattern[..<end].contains(bar) else {
      return nil
    }
    return pattern[...end]
  }

  /// The letter that an alternative begins with: its bytes, and what is the same in capitals; nil where it is something else than one letter of
  /// Latin-1 (or a space, a hyphen) that stands there once.
  private static func firstLetter(_ pattern: Alternative) -> (length: Int, folded: UInt16)? {
    guard let byte = pattern.first else { return nil }
    var length = 1
    var folded = UInt16(byte)
    if byte == 0xC3, let second = pattern.dropFirst().first {
      length = 2
      folded = 0xC300 | UInt16(second | 0x20)
    } else if byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A {
      folded = UInt16(byte | 0x20)
    } else if byte != 0x20 && byte != UInt8(ascii: "-") {
      return nil
    }
    if let next = pattern.dropFirst(length).first, "?*+{".utf8.contains(next) { return nil }
    // × and ÷, ß and ÿ are no pairs.
    return folded == 0xC3B7 || folded == 0xC3BF || hasOpenBar(pattern) ? nil : (length, folded)
  }

  /// Whether the alternative is itself several: a bar outside brackets, or anything by which that cannot be told.
  private static func hasOpenBar(_ pattern: Alternative) -> Bool {
    guard pattern.contains(bar) else { return false }
    var depth = 0
    var isEscaped = false
    // Where a class began that is still open: a bracket that closes stands for itself right after it, or after its `^`.
    var open: Int?
    for (place, byte) in zip(pattern.indices, pattern) {
      switch byte {
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\"): isEscaped = true
      case UInt8(ascii: "["):
        if open != nil { return true }
        open = place
      case UInt8(ascii: "]"):
        guard let start = open, place > start + 1, place > start + 2 || pattern[start + 1] != UInt8(ascii: "^") else { return true }
        open = nil
      case _ where open != nil: break
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case bar where depth == 0: return true
      default: break
      }
    }
    return false
  }

  private static let bar = UInt8(ascii: "|")
}
