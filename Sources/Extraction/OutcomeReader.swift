internal import Documents
internal import Facts
internal import Rules

/// Tells how a matter ended, from its title and decisions, and from the proposal where the decision only says that it was followed.
struct OutcomeReader {
  let rules: RuleSet

  /// What the rule for "bifall till kommunstyrelsens förslag" gives: the proposal decides.
  private static let asProposed = "enligt förslaget"

  /// bifall, avslag, återremiss, bordläggning, besvarad, anteckning, val or annat.
  func outcome(title: String?, decisions: [Decision], proposals: [Proposal]) -> String {
    guard !decisions.isEmpty else { return "annat" }
    let title = title ?? ""
    if let outcome = decisions.lazy.compactMap({ outweighing($0.text, title: title) }).first { return outcome }
    let outcomes = decisions.map { decision in
      let outcome = outcome(of: decision.text, title: title)
      return outcome == Self.asProposed ? proposed(proposals, by: decision.text, title: title) : outcome
    }
    return weightiest(outcomes)
  }

  /// What the proposal that the decision names comes to; any proposal where none has the name.
  private func proposed(_ proposals: [Proposal], by decision: String, title: String) -> String {
    let named = proposals.filter { $0.isNamed(in: decision) }
    let outcomes = (named.isEmpty ? proposals : named).map { outcome(of: $0.text, title: title) }.filter {
      $0 != Self.asProposed && $0 != "annat"
    }
    return outcomes.isEmpty ? "bifall" : weightiest(outcomes)
  }

  // The decision on the matter itself outweighs what is only noted beside it.
  private func weightiest(_ outcomes: [String]) -> String {
    outcomes.first { $0 != "anteckning" && $0 != "annat" } ?? outcomes.first { $0 != "annat" } ?? outcomes[0]
  }

  /// What the title says that the matter is, where one of its decisions does it: an election with resignations before it is an election.
  private func outweighing(_ decision: String, title: String) -> String? {
    firstRule(title, decision) { $0.gives["outweighs"] == "ja" }?.gives["outcome"]
  }

  private func outcome(of decision: String, title: String) -> String {
    firstRule(title, decision)?.gives["outcome"] ?? "annat"
  }

  private func firstRule(_ title: String, _ decision: String, where isWanted: (Rule) -> Bool = { _ in true }) -> Rule? {
    let text = Array("\(title)\n\(decision)".utf8)
    let signature = TextSignature(text)
    return rules.rules(in: .outcome, near: signature).first { isWanted($0) && $0.firstMatch(in: text, signature) != nil }
  }
}
