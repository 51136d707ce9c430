internal import Documents
internal import Facts
internal import Rules

/// Tells how a matter ended, from its title and decisions, and from the proposal where the decision only says that it was followed.
struct OutcomeReader {
  let rules: RuleSet

  /// What the rule for "bifall till kommunstyrelsens förslag" gives: the proposal decides.
  private static let asProposed = "enligt förslaget"

  /// bifall, avslag, återremiss, bordläggning, besvarad, anteckning, val or annat.
  /// - Parameter motions: what was moved or proposed at the meeting; one counts where the decision names its mover.
  func outcome(title: String?, decisions: [Decision], proposals: [Proposal], motions: [Motion]) -> String {
    guard !decisions.isEmpty else { return "annat" }
    let title = title ?? ""
    if let outcome = decisions.lazy.compactMap({ outweighing($0.text, title: title) }).first { return outcome }
    let outcomes = decisions.map { decision in
      let outcome = outcome(of: decision.text, title: title)
      guard outcome == Self.asProposed else { return outcome }
      return moved(motions, by: decision.text, title: title) ?? proposed(proposals, by: decision.text, title: title)
    }
    return weightiest(outcomes)
  }

  /// What the motion comes to whose mover the decision names ("Karin Bergs förslag antas"); nil where it names none.
  private func moved(_ motions: [Motion], by decision: String, title: String) -> String? {
    let named = motions.filter { Proposal.isOwner(in: decision, among: $0.mover ?? "") }
    let outcomes = named.map { outcome(of: $0.text, title: title) }.filter { $0 != Self.asProposed && $0 != "annat" }
    return outcomes.isEmpty ? nil : weightiest(outcomes)
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

  /// Whether the decision only takes note of something.
  func isNote(_ decision: String) -> Bool { outcome(of: decision, title: "") == "anteckning" }

  private func outcome(of decision: String, title: String) -> String {
    firstRule(title, decision)?.gives["outcome"] ?? "annat"
  }

  private func firstRule(_ title: String, _ decision: String, where isWanted: (Rule) -> Bool = { _ in true }) -> Rule? {
    let text = Array("\(title)\n\(decision)".utf8)
    let signature = TextSignature(text)
    return rules.rules(in: .outcome, near: signature).first { isWanted($0) && $0.firstMatch(in: text, signature) != nil }
  }
}
