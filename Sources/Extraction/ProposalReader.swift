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
    guard let owner = Self.owner(in: decision), owner.count > Self.shortestOrgan else { return false }
    return source.lowercased().contains(owner.dropLast())
  }

  private static let shortestOrgan = 5

  /// Whose proposal a decision follows, in small letters as it is written ("kommunstyrelsens"; "bergs" for Karin Bergs (S) förslag); nil where it names none.
  static func owner(in decision: String) -> String? {
    let words = words(of: decision)
    return words.firstIndex { $0.hasPrefix("förslag") }.flatMap { words[..<$0].last }
  }

  /// Whether someone of the names is the owner of the proposal that a decision follows.
  static func isOwner(in decision: String, among names: String) -> Bool {
    owner(in: decision).map { owner in words(of: names).contains { $0 == owner || $0 + "s" == owner } } ?? false
  }

  /// The words in small letters, without the letters of parties.
  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && $0 != "-" }.filter { $0.count > longestParty }.map(String.init)
  }

  private static let longestParty = 2
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
