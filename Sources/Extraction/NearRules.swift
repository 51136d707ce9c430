internal import Rules

/// Rules that match a line's words and did not take it, each with the reason.
struct NearRules {
  let rules: RuleSet
  /// What the line was taken as; nil where nothing placed it.
  let role: String?
  /// The rules that took it or facts on it.
  let taken: [String]

  private static let facts: [Scope] = [
    .decision, .motion, .vote, .reservation, .recusal, .statement, .goal, .assignment, .runningText,
  ]

  func reasons(for text: [UInt8]) -> [String] { structure(text) + facts(text) }

  // A line that has a place has been judged as a heading before; only why it is none is worth telling.
  private func structure(_ text: [UInt8]) -> [String] {
    guard role?.hasPrefix("paragrafrubrik") != true, role?.hasPrefix("avsnittsrubrik") != true else { return [] }
    let heading = rules.rules(in: .paragrafHeading, near: text).first { $0.firstMatch(in: text) != nil }.map {
      "\($0.id): numret passar inte i dokumentets nummerserie, eller för lite talar för att raden är en rubrik"
    }
    let label = rules.rules(in: .sectionHeading, near: text).first { $0.firstMatch(in: text) != nil }.map {
      "\($0.id): raden är inte fet som andra rubriker av samma slag, eller står utanför paragraferna"
    }
    return [heading ?? longer(text), label].compactMap { $0 }
  }

  /// A municipality's own heading with more after it than its form has.
  private func longer(_ text: [UInt8]) -> String? {
    guard rules.hasOwnHeadings else { return nil }
    return rules.rules(in: .paragrafHeading).lazy.compactMap { rule in
      guard let rest = rule.rest(ofHeading: text) else { return nil }
      return "\(rule.id): raden fortsätter med \"\(rest)\"; lägg till {titel} sist i formen om det är rubriken"
    }.first
  }

  private func facts(_ text: [UInt8]) -> [String] {
    let masked = MaskedSentence(text, units: rules.shared.moneyUnits)
    return Self.facts.flatMap { scope in
      rules.rules(in: scope).filter { !taken.contains($0.id) && !isForAnything($0) && !isElsewhere($0) }.compactMap { rule in
        let subject = scope == .runningText ? masked.text : text
        guard rule.patterns.contains(where: { $0.matches(subject) }) else { return nil }
        return "\(rule.id): \(reason(rule, scope: scope, text: subject))"
      }
    }
  }

  // The last rule of a scope takes whatever the others left; it is near everything.
  private func isForAnything(_ rule: Rule) -> Bool { rule.patterns.contains { $0.matches(Array("abc".utf8)) } }

  // A name alone is a reservation under its heading and nowhere else.
  private func isElsewhere(_ rule: Rule) -> Bool { role == nil && rule.gives["where"] == "avsnittet" }

  private func reason(_ rule: Rule, scope: Scope, text: [UInt8]) -> String {
    if rule.isForbidden(text) { return "stoppas av sitt \"unless\"" }
    if rule.gives["role"] == "none" { return "säger att raden inte är ett faktum" }
    if rule.gives["role"] == "lead" { return "raden är ingress, inget eget faktum" }
    if let other = taken.first { return "regeln \(other) tog raden först" }
    return "letar bara \(Self.places[scope] ?? "i löpande text"); raden är \(role ?? "inte placerad")"
  }

  /// Where the rules of a scope look.
  private static let places: [Scope: String] = [
    .decision: "under beslut", .motion: "under yrkanden", .vote: "under voteringar", .reservation: "under reservationer",
    .recusal: "under jäv", .statement: "under anteckningar och yttranden", .goal: "bland mål", .assignment: "bland uppdrag",
  ]
}
