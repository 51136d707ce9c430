/// The rules of one scope, with what their patterns need written one after the other: a text rules out nearly all of them in one pass over a few
/// cache lines.
struct ScopedRules: Sendable {
  /// In the order in which they are tried.
  let rules: [Rule]
  /// For each rule the number of its patterns; for each pattern the length of what follows, then what it needs (`LiteralNeed.append(to:)`).
  private let needs: [UInt16]

  init(_ rules: [Rule]) {
    self.rules = rules
    var needs: [UInt16] = []
    for rule in rules {
      needs.append(UInt16(rule.patterns.count))
      for pattern in rule.patterns {
        var need: [UInt16] = []
        pattern.need.append(to: &need)
        needs.append(UInt16(need.count))
        needs += need
      }
    }
    self.needs = needs
  }

  /// Those that may match a text of this signature, in order; the others surely do not.
  func rules(near signature: TextSignature) -> [Rule] {
    var near: [Rule] = []
    needs.withUnsafeBufferPointer { needs in
      guard var place = needs.baseAddress else { return }
      for index in rules.indices {
        var mayMatch = false
        let patterns = place[0]
        place += 1
        for _ in 0..<patterns {
          mayMatch = mayMatch || LiteralNeed.isMet(place + 1, by: signature)
          place += 1 + Int(place[0])
        }
        if mayMatch { near.append(rules[index]) }
      }
    }
    return near
  }
}
