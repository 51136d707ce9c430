internal import Pages
internal import Rules

/// Reads who voted what in running text: "Karin Berg (S) och Ola Ek (M) röstar ja", "Nej: Siv By (C)".
struct NamedSides {
  let rules: RuleSet

  /// Each mention of names with their side, and where it stands in the text.
  func mentions(in text: [UInt8]) -> [(range: Range<Int>, side: VoteSide, names: [String])] {
    rules.rules(in: .voteNames).flatMap(\.patterns).flatMap { $0.allMatches(in: text) }.flatMap { match in
      VoteSide.allCases.compactMap { side in
        match.range(side.rawValue).map { (match.range, side, names(in: Array(text[$0]))) }
      }
    }
  }

  func ballots(in text: [UInt8]) -> Ballots {
    mentions(in: text).reduce(into: Ballots()) { ballots, mention in
      for name in mention.names { ballots.add(name, mention.side) }
    }
  }

  private func names(in text: [UInt8]) -> [String] {
    rules.shared.person?.allMatches(in: text).map { String(decoding: text[$0.range], as: UTF8.self) } ?? []
  }
}
