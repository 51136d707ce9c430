internal import Documents
internal import Pages
internal import Rules

/// Takes the names of those who were jäviga.
struct RecusalExtractor {
  let rules: RuleSet

  func recusals(_ sections: [ReadSection]) -> [String] {
    var names: [String] = []
    for section in sections where section.kind != .attachment {
      for unit in section.units {
        for name in self.names(unit, isOwn: section.kind == .recusal) where !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  private func names(_ unit: ReadSection.Unit, isOwn: Bool) -> [String] {
    let text = unit.text
    for rule in rules.rules(in: .recusal, near: unit.signature) where isOwn || rule.gives["where"] != "avsnittet" {
      guard let match = rule.firstMatch(in: text), let who = match.range("who") else { continue }
      let names = Array(text[who])
      return rules.shared.person?.allMatches(in: names).map { String(decoding: names[$0.range], as: UTF8.self) } ?? []
    }
    return []
  }
}
