internal import Documents
internal import Facts
internal import Language
internal import Pages
internal import Rules

/// Takes votes (omröstningar): tallies as the minutes write them.
struct VoteExtractor {
  let rules: RuleSet
  let evidence: EvidenceMaker

  func votes(_ sections: [Section], in document: MunicipalDocument) -> [Vote] {
    var votes: [Vote] = []
    for section in sections where section.kind != .attachment {
      let passage = document.passage(section.lines)
      let found = self.votes(in: passage)
      votes += isOwn(section.kind) ? found : found.filter { vote in !votes.contains { isSame($0, vote) } }
    }
    return votes
  }

  // A tally told again in the decision is no new vote.
  private func isOwn(_ kind: Section.Kind) -> Bool { kind == .vote || kind == .procedure }

  private func isSame(_ a: Vote, _ b: Vote) -> Bool { a.yes == b.yes && a.no == b.no && (a.abstain ?? 0) == (b.abstain ?? 0) }

  private func votes(in passage: Passage) -> [Vote] {
    var taken: [(range: Range<Int>, vote: Vote)] = []
    for rule in rules.rules(in: .vote, near: passage.text) {
      for pattern in rule.patterns {
        for match in pattern.allMatches(in: passage.text) where !taken.contains(where: { $0.range.overlaps(match.range) }) {
          guard let vote = vote(match, rule, passage) else { continue }
          taken.append((match.range, vote))
        }
      }
    }
    return taken.sorted { $0.range.lowerBound < $1.range.lowerBound }.map(\.vote)
  }

  private func vote(_ match: Pattern.Match, _ rule: Rule, _ passage: Passage) -> Vote? {
    let count = { (name: String) -> Int? in
      match.range(name).flatMap { Numeral.parse(passage.text[$0]) }
    }
    guard let yes = count("yes"), let no = count("no") else { return nil }
    let source = evidence.evidence(passage, match.range, rule: rule.id)
    return Vote(yes: yes, no: no, abstain: count("abstain"), absent: count("absent"), source: source)
  }
}
