internal import Documents
internal import Facts
internal import Pages
internal import Rules

/// Takes the vote lists that stand after the last § and gives each to its vote, by the § or the appendix that its heading names.
struct VoteAppendices {
  let rules: RuleSet
  let document: MunicipalDocument

  func add(to paragraphs: inout [ParagrafFacts]) {
    guard let last = document.paragrafer.last, paragraphs.contains(where: { !$0.votes.isEmpty }),
      let start = document.body.firstIndex(of: last.heading)
    else { return }
    let lines = Array(document.body[start...])
    var end = 0
    let lists = VoteListReader(rules: rules, document: document).lists(in: lines)
    for list in lists {
      let start = list.lines.lowerBound
      // The columns of one table have the same lines.
      let heading = lines[min(start, max(end, start - VoteListReader.linesOfHeading))..<start].map { document.text($0) }
      end = list.lines.upperBound
      if isGiven(list, of: lines, in: last, paragraphs) { continue }
      give(list.ballots, list.paragraf.map { Named(paragraf: $0) } ?? named(in: heading), to: &paragraphs)
    }
    if lists.isEmpty { addSentences(lines, to: &paragraphs) }
  }

  /// Whether a list inside the last § is told by one of its votes already.
  private func isGiven(_ list: VoteListReader.List, of lines: [LineReference], in last: Paragraf, _ paragraphs: [ParagrafFacts]) -> Bool {
    let isInside = last.sections.contains { $0.kind != .attachment && $0.lines.contains(lines[list.lines.lowerBound]) }
    return isInside && paragraphs.last { $0.number == last.number }?.votes.contains(where: list.ballots.isGiven) == true
  }

  /// Lists without columns: below each heading the names of each side as running text.
  private func addSentences(_ lines: [LineReference], to paragraphs: inout [ParagrafFacts]) {
    var starts = lines.indices.filter { isHeading(lines[$0]) }
    starts = starts.filter { !starts.contains($0 - 1) }
    for (start, end) in zip(starts, starts.dropFirst() + [lines.count]) {
      let ballots = NamedSides(rules: rules).ballots(in: document.passage(Array(lines[start..<end])).text)
      guard !ballots.isEmpty else { continue }
      let heading = lines[start..<min(start + VoteListReader.linesOfHeading, end)].map { document.text($0) }
      give(ballots, named(in: heading), to: &paragraphs)
    }
  }

  /// Bytes.
  private static let longestHeading = 80

  private func isHeading(_ line: LineReference) -> Bool {
    let text = document.text(line)
    return text.count <= Self.longestHeading && !named(in: [text]).isNothing
  }

  /// What a list's heading names.
  private struct Named {
    var paragraf: Int?
    var appendix: Int?
    var isNothing: Bool { paragraf == nil && appendix == nil }
  }

  /// The § and the appendix that the lines name, the nearest line first.
  private func named(in heading: [[UInt8]]) -> Named {
    var found = Named()
    for text in heading.reversed() {
      for pattern in rules.rules(in: .voteList).flatMap(\.patterns) {
        guard let match = pattern.firstMatch(in: text) else { continue }
        let number = { (name: String) in match.range(name).flatMap { Int(String(decoding: text[$0], as: UTF8.self)) } }
        found.paragraf = found.paragraf ?? number("paragraf")
        found.appendix = found.appendix ?? number("appendix")
      }
    }
    return found
  }

  /// To the vote of the § that is named; else to the one that as many voted in as the list has names.
  private func give(_ ballots: Ballots, _ named: Named, to paragraphs: inout [ParagrafFacts]) {
    let open = paragraphs.indices.flatMap { p in paragraphs[p].votes.indices.map { (p, $0) } }
      .filter { !paragraphs[$0.0].votes[$0.1].hasNames }
    var candidates = open.filter { named.paragraf != nil && paragraphs[$0.0].number == named.paragraf }
    if candidates.isEmpty, let appendix = named.appendix { candidates = open.filter { mentions(appendix, paragraphs[$0.0].number) } }
    if candidates.isEmpty, named.paragraf == nil { candidates = open.filter { ballots.fits(paragraphs[$0.0].votes[$0.1]) } }
    guard let (p, v) = candidates.first(where: { ballots.fits(paragraphs[$0.0].votes[$0.1]) }) ?? candidates.first else { return }
    paragraphs[p].votes[v].take(ballots)
  }

  /// Whether the § says that its vote stands in the appendix.
  private func mentions(_ appendix: Int, _ number: Int) -> Bool {
    guard let paragraf = document.paragrafer.first(where: { $0.number == number }) else { return false }
    return paragraf.sections.filter { $0.kind == .vote || $0.kind == .procedure }.contains { section in
      let text = document.passage(section.lines).text
      return rules.rules(in: .voteList).flatMap(\.patterns).flatMap { $0.allMatches(in: text) }.contains { match in
        match.range("appendix").flatMap { Int(String(decoding: text[$0], as: UTF8.self)) } == appendix
      }
    }
  }
}
