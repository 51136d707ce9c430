internal import Documents
internal import Pages
internal import Rules

/// Förslag till beslut: what one body proposed to another.
struct Proposal {
  /// Whose it is: the section's heading ("Kommunstyrelsens förslag till beslut"), or the sentence itself.
  var source: String
  var text: String

  /// Whether the text says whose proposal it follows, and it is this one ("att bifalla kommunstyrelsens förslag").
  func isNamed(in decision: String) -> Bool {
    let words = decision.lowercased().split { !$0.isLetter && $0 != "-" }
    guard let index = words.firstIndex(where: { $0.hasPrefix("förslag") }), index > 0, words[index - 1].count > 5 else { return false }
    return source.lowercased().contains(words[index - 1].dropLast())
  }
}

/// Reads what was proposed in a §: under a heading for it, or in a sentence.
struct ProposalReader {
  let rules: RuleSet

  func proposals(_ sections: [ReadSection], in document: MunicipalDocument) -> [Proposal] {
    sections.flatMap { section -> [Proposal] in
      switch section.kind {
      case .proposal:
        let heading = section.heading.map { String(decoding: document.text($0), as: UTF8.self) } ?? ""
        return section.units.map { Proposal(source: heading, text: $0.cut.text) }
      case .background, .earlier: return section.units.filter(isProposal).map { Proposal(source: $0.cut.text, text: $0.cut.text) }
      default: return []
      }
    }
  }

  private func isProposal(_ unit: ReadSection.Unit) -> Bool {
    rules.rules(in: .proposal, near: unit.signature).contains { $0.firstMatch(in: unit.text, unit.signature) != nil }
  }
}
