internal import Pages
internal import Rules

/// Reads who voted what in running text: "Karin Berg (S) och Ola Ek (M) röstar ja", "Nej: Siv By (C)".
struct NamedSides {
  let rules: RuleSet

  /// Names with their side, and where they stand in the text.
  struct Mention {
    var range: Range<Int>
    var side: VoteSide
    var names: [String]
    /// Whether a verb stands between the side and the names ("Ja röstar Karin Berg (S)"): a table's heads have none.
    var hasVerb: Bool
  }

  /// Each mention of names with their side.
  func mentions(in text: [UInt8]) -> [Mention] {
    rules.rules(in: .voteNames).flatMap(\.patterns).flatMap { $0.allMatches(in: text) }.flatMap { match in
      VoteSide.allCases.compactMap { side in
        match.range(side.rawValue).map {
          Mention(range: match.range, side: side, names: names(in: Array(text[$0])), hasVerb: match.range("verb") != nil)
        }
      }
    }
  }

  func ballots(in text: [UInt8]) -> Ballots {
    mentions(in: text).reduce(into: Ballots()) { ballots, mention in
      for name in mention.names { ballots.add(name, mention.side) }
    }
  }

  private func names(in text: [UInt8]) -> [String] {
    let persons = rules.shared.person?.allMatches(in: text).map { String(decoding: text[$0.range], as: UTF8.self) } ?? []
    return persons.isEmpty ? namesByParty(in: text) : persons
  }

  /// The names that stand behind their party's ("Centerpartiet: Karin Berg, Ola Ek"), each with the party's letters, or its name where it has none.
  private func namesByParty(in text: [UInt8]) -> [String] {
    guard let groups = rules.vocabulary.pattern(for: "partirost"), let fullName = rules.vocabulary.pattern(for: "helnamn") else {
      return []
    }
    return groups.allMatches(in: text).flatMap { match -> [String] in
      let group = Array(text[match.range])
      guard let colon = group.firstIndex(of: UInt8(ascii: ":")) else { return [] }
      let party = Array(group[..<colon])
      let letters = rules.vocabulary.value(of: party, in: "partinamn") ?? String(decoding: party, as: UTF8.self)
      let names = Array(group[(colon + 1)...])
      return fullName.allMatches(in: names).map { "\(String(decoding: names[$0.range], as: UTF8.self)) (\(letters))" }
    }
  }
}
