/// The rules of one scope, with what their patterns need written one after the other: a text rules out nearly all of them in one pass over a few
/// cache lines, of those that can begin as it does. A class, so that asking copies nothing.
final class ScopedRules: Sendable {
  /// In the order in which they are tried.
  let rules: [Rule]
  /// For each rule the number of its patterns; for each pattern the length of what follows, then what it needs (`LiteralNeed.list`).
  private let needs: [UInt16]
  /// Where each rule's needs begin.
  private let places: [Int]
  /// The rules that a text may match that begins with a byte, as a list for each kind of first byte; the last one's text begins with anything.
  private let candidates: [[UInt16]]
  /// First byte -> the list.
  private let lists: [UInt8]

  /// - Parameter sortsByFirst: whether the rules are told apart by their first bytes too: for those that are asked of every line.
  init(_ rules: [Rule], sortsByFirst: Bool = true) {
    self.rules = rules
    var needs: [UInt16] = []
    var places: [Int] = []
    for rule in rules {
      places.append(needs.count)
      needs.append(UInt16(rule.patterns.count))
      for pattern in rule.patterns {
        needs.append(UInt16(pattern.need.count))
        needs += pattern.need
      }
    }
    self.needs = needs
    self.places = places
    let every = rules.indices.map { UInt16($0) }
    guard sortsByFirst else {
      lists = [UInt8](repeating: 0, count: 256)
      candidates = [every]
      return
    }
    let starts = rules.map(Self.start)
    let all = (UInt8.min...UInt8.max).map { first in every.filter { starts[Int($0)].contains(first) } }
    let kinds = Array(Set(all))
    let numbers = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, UInt8($0)) })
    lists = all.map { numbers[$0] ?? 0 }
    candidates = kinds + [every]
  }

  /// With what a text begins that one of the rule's patterns may match.
  private static func start(of rule: Rule) -> FirstBytes {
    rule.patterns.reduce(FirstBytes()) { $0.union($1.start ?? .any) }
  }

  /// Those that may match a text of this signature, in order; the others surely do not.
  func rules(near signature: TextSignature) -> [Rule] {
    var near: [Rule] = []
    let list = signature.first.map { Int(lists[Int($0)]) } ?? candidates.count - 1
    needs.withUnsafeBufferPointer { needs in
      guard let start = needs.baseAddress else { return }
      signature.withBits { bits in
        for index in candidates[list] where Self.mayMatch(start + places[Int(index)], bits) { near.append(rules[Int(index)]) }
      }
    }
    return near
  }

  /// Whether one of the patterns of the rule may match whose needs begin at the place.
  private static func mayMatch(_ needs: UnsafePointer<UInt16>, _ signature: TextSignature.Bits) -> Bool {
    var place = needs + 1
    for _ in 0..<needs[0] {
      if LiteralNeed.isMet(place + 1, by: signature) { return true }
      place += 1 + Int(place[0])
    }
    return false
  }
}

/// Some rules of a scope, in the order in which they are tried: for what asks for them again and again.
public struct RuleSelection: Sendable {
  private let scoped: ScopedRules
  /// Their numbers in the set.
  let numbers: RuleNumbers

  init(_ rules: [Rule], numbers: RuleNumbers) {
    scoped = ScopedRules(rules, sortsByFirst: false)
    self.numbers = numbers
  }

  /// Those that may match a text of this signature, in the same order: the others surely do not.
  public func rules(near signature: TextSignature) -> [Rule] { scoped.rules(near: signature) }
}
