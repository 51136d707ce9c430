internal import Glibc

/// A pattern in which a long group that stands several times is written once: `(?:<A>) x|(?:<A>) y` as `(<A>) x|(?1) y` (PCRE2 matches the group again
/// there, and backtracks into it). The vocabulary's fragments stand many times in one pattern: what is compiled and translated is half of it then.
///
/// What matches is the same: shared are groups under the same options (`(?-i:...)`) of which nothing is kept, since what a group keeps that is matched
/// again is forgotten behind it.
struct SharedGroups {
  private let bytes: [UInt8]
  /// The long groups, in the order in which they begin.
  private var groups: [Group] = []
  /// Where groups begin whose match is kept, in order.
  private var captures: [Int] = []

  private struct Group {
    /// From its parenthesis to the other one.
    var range: Range<Int>
    /// Where the first begins that is the same.
    var first: Int
  }

  /// A group that is not closed yet.
  private struct Open {
    var start: Int
    var isPlain = false
    /// The options that hold in it, as they are written, a byte each.
    var options: UInt64 = 0
  }

  /// Shorter groups (bytes) are compiled as quickly as a call.
  private static let shortest = 80

  /// The pattern with its groups shared; itself where none stands twice, or where it holds what is not known here.
  static func pattern(of pattern: String) -> String {
    guard pattern.utf8.count > 2 * shortest else { return pattern }
    var shared = SharedGroups(pattern)
    return shared.read() ? shared.written() ?? pattern : pattern
  }

  private init(_ pattern: String) { bytes = Array(pattern.utf8) }

  /// Finds the groups; false at what is not known.
  private mutating func read() -> Bool {
    var open: [Open] = []
    var known: [Int: [(group: Group, options: UInt64)]] = [:]
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\\"):
        guard !refersToGroup(at: place) else { return false }
        place += 2
      case UInt8(ascii: "["): place = endOfClass(from: place)
      case UInt8(ascii: "("):
        guard let group = opened(at: place, within: open.last) else { return false }
        open.append(group)
        place += 1
      case UInt8(ascii: ")"):
        guard let group = open.popLast() else { return false }
        place += 1
        if group.isPlain, place - group.start >= Self.shortest, captures.last ?? 0 <= group.start { note(group, end: place, in: &known) }
      default: place = endOfPlain(from: place)
      }
    }
    groups.sort { $0.range.lowerBound < $1.range.lowerBound }
    return open.isEmpty
  }

  /// - Parameter known: by their length, the first of each.
  private mutating func note(_ open: Open, end: Int, in known: inout [Int: [(group: Group, options: UInt64)]]) {
    var group = Group(range: open.start..<end, first: open.start)
    if let same = known[group.range.count]?.first(where: { $0.options == open.options && isSame($0.group.range, group.range) }) {
      group.first = same.group.first
    } else {
      known[group.range.count, default: []].append((group, open.options))
    }
    groups.append(group)
  }

  /// The place of the next byte that is no letter, digit or space.
  private func endOfPlain(from start: Int) -> Int {
    var place = start + 1
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] >= 0x5E || bytes[place] &- 0x30 < 10 { place += 1 }
    return place
  }

  /// Of the same length.
  private func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let start = bytes.baseAddress.unsafelyUnwrapped
      return memcmp(start + one.lowerBound, start + other.lowerBound, one.count) == 0
    }
  }

  /// Whether an escape names a group by its number, which would be another one, or quotes what follows.
  private func refersToGroup(at place: Int) -> Bool {
    guard place + 1 < bytes.count else { return true }
    let next = bytes[place + 1]
    return next >= UInt8(ascii: "1") && next <= UInt8(ascii: "9") || next == UInt8(ascii: "g") || next == UInt8(ascii: "k")
      || next == UInt8(ascii: "Q")
  }

  private func endOfClass(from start: Int) -> Int {
    var place = start + 1
    if place < bytes.count, bytes[place] == UInt8(ascii: "^") { place += 1 }
    if place < bytes.count, bytes[place] == UInt8(ascii: "]") { place += 1 }
    while place < bytes.count, bytes[place] != UInt8(ascii: "]") {
      // `[:alpha:]` within a class has a bracket of its own.
      if bytes[place] == UInt8(ascii: "["), byte(place + 1) == UInt8(ascii: ":") {
        place = bytes[place...].firstIndex(of: UInt8(ascii: "]")) ?? place
      }
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return place + 1
  }

  private func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  private static let optionLetters = Array("imsU-".utf8)

  private mutating func opened(at place: Int, within outer: Open?) -> Open? {
    var group = Open(start: place, options: outer?.options ?? 0)
    guard byte(place + 1) == UInt8(ascii: "?") else {
      captures.append(place)
      return byte(place + 1) == UInt8(ascii: "*") ? nil : group
    }
    switch byte(place + 2) {
    case UInt8(ascii: ":"): group.isPlain = true
    case UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: ">"): break
    case UInt8(ascii: "<"):
      if byte(place + 3) != UInt8(ascii: "="), byte(place + 3) != UInt8(ascii: "!") { captures.append(place) }
    default:
      // Not those that give brackets another meaning: x (comments), n (no group is kept).
      let options = bytes[min(place + 2, bytes.count)...].prefix { Self.optionLetters.contains($0) }
      guard !options.isEmpty, byte(options.endIndex) == UInt8(ascii: ":"), group.options >> (64 - 8 * UInt64(options.count)) == 0 else {
        return nil
      }
      for option in options { group.options = group.options << 8 | UInt64(option) }
    }
    return group
  }

  /// The groups that are left where those within a group written before are not: each is written or called.
  private func outermost() -> [Group] {
    var end = 0
    return groups.filter { group in
      guard group.range.lowerBound >= end else { return false }
      if group.first != group.range.lowerBound { end = group.range.upperBound }
      return true
    }
  }

  /// The pattern with calls; nil where there is nothing to call.
  private func written() -> String? {
    let groups = outermost()
    let called = Set(groups.filter { $0.first != $0.range.lowerBound }.map(\.first))
    guard !called.isEmpty else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var numbers: [Int: Int] = [:]
    var rest = captures[...]
    var (number, end) = (0, 0)
    for group in groups {
      let start = group.range.lowerBound
      guard group.first != start || called.contains(start) else { continue }
      result += bytes[end..<start]
      let before = rest.prefix { $0 < start }
      number += before.count
      rest = rest.dropFirst(before.count)
      if group.first == start {
        number += 1
        numbers[start] = number
        result.append(UInt8(ascii: "("))
        end = start + "(?:".utf8.count
      } else {
        result += "(?\(numbers[group.first] ?? 0))".utf8
        end = group.range.upperBound
      }
    }
    result += bytes[end...]
    return String(decoding: result, as: UTF8.self)
  }
}
