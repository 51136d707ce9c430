/// The rules of a set that are asked of every line, by what their patterns need: which of all of them may match a line, told in one pass over its
/// signature, where asking the rules of one scope after the other costs several times as much. (An inverted file: Zobel and Moffat, ACM Computing Surveys 38(2), 2006.)
struct RuleIndex: Sendable {
  /// For each bit of a signature where its entries begin; one more, the last one's end.
  private let starts: [UInt32]
  private let entries: [Entry]
  /// The bits that have entries, 64 in a word: most bits of a text have none.
  private let used: [UInt64]
  private let patterns: [Place]
  /// What the patterns need, one after the other (`LiteralNeed.Gates`).
  private let needs: [UInt16]
  /// With what texts begin: the kinds that patterns tell apart.
  private let firsts: [FirstBytes]
  /// Rules with a pattern that needs nothing, and those that are not asked of lines.
  private let always: RuleNumbers
  private let all: RuleNumbers

  /// One of the things that a pattern may need, listed under its rarest bit.
  private struct Entry {
    /// Among the patterns.
    var pattern: UInt16
    /// Where its bits stand, after their number.
    var need: UInt32
  }

  private struct Place {
    /// The rule's number in the set.
    var rule: UInt16
    /// Among the kinds of `firsts`.
    var first: UInt16
    /// Where begins what it needs beside one of its entries.
    var rest: UInt32
  }

  init(_ rules: [Rule]) {
    var (needs, patterns, firsts): ([UInt16], [Place], [FirstBytes]) = ([], [], [])
    var always = RuleNumbers(count: rules.count)
    var lists: [[Entry]] = Array(repeating: [], count: TextSignature.bitCount)
    let counts = Self.counts(rules)
    for (number, rule) in rules.enumerated() {
      let isAsked = rule.scopes.contains(where: \.isOfLines)
      for pattern in rule.patterns {
        guard isAsked, let gates = pattern.literals.gates(counts) else {
          always.insert(number)
          continue
        }
        for way in gates.ways {
          lists[Int(way.rarest)].append(Entry(pattern: UInt16(patterns.count), need: UInt32(needs.count)))
          needs += way.bits
        }
        let first = pattern.start ?? .any
        let kind = firsts.firstIndex(of: first) ?? firsts.count
        if kind == firsts.count { firsts.append(first) }
        patterns.append(Place(rule: UInt16(number), first: UInt16(kind), rest: UInt32(needs.count)))
        needs += gates.rest
      }
    }
    (self.needs, self.patterns, self.firsts, self.always) = (needs, patterns, firsts, always)
    all = RuleNumbers(rules.indices, count: rules.count)
    var starts: [UInt32] = [0]
    for list in lists { starts.append(starts[starts.count - 1] + UInt32(list.count)) }
    self.starts = starts
    entries = Array(lists.joined())
    used = (0..<TextSignature.wordCount).map { word in
      (0..<64).reduce(0) { $0 | (lists[word << 6 | $1].isEmpty ? 0 : 1 &<< UInt64($1)) }
    }
  }

  /// In how many of the rules' descriptions each bit is set, which is about how often it is in Swedish text.
  private static func counts(_ rules: [Rule]) -> [Int] {
    var counts = Array(repeating: 0, count: TextSignature.bitCount)
    for rule in rules {
      TextSignature(Array(rule.about.utf8)).withBits { bits in
        for index in 0..<TextSignature.wordCount { bits.word(index).visitBits { counts[index << 6 | $0] += 1 } }
      }
    }
    return counts
  }

  /// The numbers of the rules that may match a text of this signature; the others surely do not.
  func possible(_ signature: TextSignature) -> RuleNumbers {
    var found = always
    let isOpen = signature.withBits { bits in
      if !bits.isOpen { met(by: bits) { pattern in add(pattern, to: &found, bits, startingWith: signature.first) } }
      return bits.isOpen
    }
    return isOpen ? all : found
  }

  /// Calls `body` with the patterns one of whose entries the bits meet.
  private func met(by bits: TextSignature.Bits, _ body: (Place) -> Void) {
    starts.withUnsafeBufferPointer { starts in
      entries.withUnsafeBufferPointer { entries in
        needs.withUnsafeBufferPointer { needs in
          guard let starts = starts.baseAddress, let entries = entries.baseAddress, let needs = needs.baseAddress else { return }
          for index in 0..<TextSignature.wordCount {
            (bits.word(index) & used[index]).visitBits { bit in
              let list = starts + (index << 6 | bit)
              for place in Int(list[0])..<Int(list[1]) where bits.hasAll(at: needs + Int(entries[place].need)) {
                body(patterns[Int(entries[place].pattern)])
              }
            }
          }
        }
      }
    }
  }

  private func add(_ pattern: Place, to found: inout RuleNumbers, _ bits: TextSignature.Bits, startingWith first: UInt8?) {
    guard !found.contains(Int(pattern.rule)), first.map(firsts[Int(pattern.first)].contains) ?? true else { return }
    let isMet = needs.withUnsafeBufferPointer { LiteralNeed.isMet($0.baseAddress.unsafelyUnwrapped + Int(pattern.rest), by: bits) }
    if isMet { found.insert(Int(pattern.rule)) }
  }
}

/// Rules of a set, by their numbers in it.
public struct RuleNumbers: Sendable {
  private var words: [UInt64]

  /// Of a set of `count` rules.
  init(_ numbers: some Sequence<Int> = [], count: Int) {
    words = Array(repeating: 0, count: (count + 63) / 64)
    for number in numbers { insert(number) }
  }

  mutating func insert(_ number: Int) { words[number >> 6] |= 1 &<< UInt64(number & 63) }

  func contains(_ number: Int) -> Bool { words[number >> 6] & (1 &<< UInt64(number & 63)) != 0 }

  /// Calls `body` for each that the other has too, from the lowest on.
  func forEach(alsoIn other: RuleNumbers, _ body: (Int) -> Void) {
    for (index, word) in words.enumerated() { (word & other.words[index]).visitBits { body(index << 6 | $0) } }
  }
}

extension UInt64 {
  /// Calls `body` with the number of each bit that is set, from the lowest on.
  @inline(__always)
  fileprivate func visitBits(_ body: (Int) -> Void) {
    var rest = self
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
  }
}
