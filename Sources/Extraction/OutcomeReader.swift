internal import Facts
internal import Rules

/// Tells how a matter ended, from its title and decisions.
struct OutcomeReader {
  let rules: RuleSet

  /// bifall, avslag, återremiss, bordläggning, besvarad, anteckning, val or annat; nil where nothing was decided.
  func outcome(title: String?, decisions: [Decision]) -> String? {
    guard !decisions.isEmpty else { return "annat" }
    let outcomes = decisions.map { outcome(of: $0.text, title: title ?? "") }
    // The decision on the matter itself outweighs what is only noted beside it.
    return outcomes.first { $0 != "anteckning" && $0 != "annat" } ?? outcomes.first { $0 != "annat" } ?? outcomes[0]
  }

  private func outcome(of decision: String, title: String) -> String {
    let text = Array("\(title)\n\(decision)".utf8)
    return rules.rules(in: .outcome, near: text).first { $0.firstMatch(in: text) != nil }?.gives["outcome"] ?? "annat"
  }
}
