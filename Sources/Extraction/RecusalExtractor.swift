internal import Documents
internal import Pages
internal import Rules

/// Takes the names of those who were jäviga.
struct RecusalExtractor {
  let rules: RuleSet

  /// - Parameter number: the §'s: who announces at the start of a meeting that they are jäviga in a later § is not so in this one.
  func recusals(_ sections: [ReadSection], of number: Int) -> [String] {
    var names: [String] = []
    for section in sections where section.kind != .attachment {
      for unit in section.units where !isOfOther(unit, than: number) {
        for name in self.names(unit, isOwn: section.kind == .recusal) where !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  /// Whether the text names another § or point for which somebody is jävig.
  private func isOfOther(_ unit: ReadSection.Unit, than number: Int) -> Bool {
    for rule in rules.rules(in: .recusal, near: unit.signature) where rule.gives["where"] == "annan" {
      guard let match = rule.firstMatch(in: unit.text) else { continue }
      return match.range("paragraf").flatMap { Int(String(decoding: unit.text[$0], as: UTF8.self)) } != number
    }
    return false
  }

  private func names(_ unit: ReadSection.Unit, isOwn: Bool) -> [String] {
    let text = unit.text
    for rule in rules.rules(in: .recusal, near: unit.signature) where isOwn || rule.gives["where"] != "avsnittet" {
      guard let match = rule.firstMatch(in: text), let who = match.range("who") else { continue }
      let names = names(in: Array(text[who]))
      if !names.isEmpty { return names }
    }
    return []
  }

  /// The persons named; without a party only where the text is nothing but names.
  private func names(in text: [UInt8]) -> [String] {
    let persons = rules.shared.person?.allMatches(in: text).map { String(decoding: text[$0.range], as: UTF8.self) } ?? []
    guard persons.isEmpty, let fullName = rules.shared.fullName else { return persons }
    let joint = rules.shared.nameJoint?.firstMatch(in: text)?.range
    let parts = joint.map { [text[..<$0.lowerBound], text[$0.upperBound...]] } ?? [text[...]]
    let names = parts.flatMap { $0.split(separator: UInt8(ascii: ",")) }.map { Array($0.drop { $0 == 0x20 }) }
    return names.allSatisfy(fullName.matches) ? names.map { String(decoding: $0, as: UTF8.self) } : []
  }
}
