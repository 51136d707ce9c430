internal import Documents
internal import Facts
internal import Language
internal import Pages
internal import Rules

/// Takes votes (omröstningar): tallies as the minutes write them, what Ja and Nej stood for, and who voted what.
struct VoteExtractor {
  let rules: RuleSet
  let evidence: EvidenceMaker

  /// A vote with the place of its tally in the section's text.
  private struct Placed {
    var vote: Vote
    var range: Range<Int>
    /// Whether the first number is known to be Ja's only because it won.
    var isOfWinner = false
  }

  /// What Ja and Nej stand for in a vote, and where it is said.
  private struct Meaning {
    var range: Range<Int>
    var yes: String
    /// Nil where it is only what Ja is not.
    var no: String?
  }

  /// - Parameter number: the §'s.
  func votes(_ sections: [ReadSection], of number: Int, in document: MunicipalDocument) -> [Vote] {
    var votes: [Vote] = []
    // What is put to the vote, where the tally stands under the next heading.
    var asked: Meaning?
    for section in sections where section.kind != .attachment {
      let found = self.votes(in: section, of: number, document, asked: asked, after: &votes)
      votes += isOwn(section.kind) ? found : found.filter { vote in !votes.contains { isSame($0, vote) } }
      asked = isOwn(section.kind) && found.isEmpty ? onlyMeaning(in: section) : nil
    }
    return votes
  }

  /// What a section puts to the vote, where it is one thing: of several it is not told which the next tally is of.
  private func onlyMeaning(in section: ReadSection) -> Meaning? {
    let all = meanings(in: text(of: section))
    return all.count == 1 ? all[0] : nil
  }

  // A tally told again in the decision is no new vote.
  private func isOwn(_ kind: Section.Kind) -> Bool { kind == .vote || kind == .procedure }

  private func isSame(_ a: Vote, _ b: Vote) -> Bool { a.yes == b.yes && a.no == b.no && (a.abstain ?? 0) == (b.abstain ?? 0) }

  /// - Parameters:
  ///   - paragraf: the § that it is a section of.
  ///   - earlier: the votes of the sections before: a list may stand below them all.
  private func votes(
    in section: ReadSection, of paragraf: Int, _ document: MunicipalDocument, asked: Meaning?, after earlier: inout [Vote]
  ) -> [Vote] {
    let passage = document.passage(section.lines)
    let isOfMeeting = { (found: Placed) in isOwn(section.kind) || !isOfOtherOrgan(found.range, in: passage.text, of: document) }
    var placed = tallies(in: passage).filter(isOfMeeting)
    let isVote = section.kind == .vote
    guard !placed.isEmpty || isVote || mayHoldList(section, document) else { return [] }
    let meanings = meanings(in: text(of: section))
    // A list of another § stands behind the last one.
    let reader = VoteListReader(rules: rules, document: document)
    let lists = reader.lists(in: section.lines).filter { list in
      (isVote || !placed.isEmpty || tellsVote(list, in: section, of: paragraf, passage, meanings, document))
        && !reader.isOfOther(list, in: section.lines, than: paragraf)
        && !give(list, to: &earlier, besides: placed, number: number(of: list, in: section, document))
    }
    if placed.isEmpty { placed = lists.compactMap { counted($0, passage) }.filter(isOfMeeting) }
    let named = NamedSides(rules: rules).mentions(in: passage.text)
    if placed.isEmpty, isVote {
      let stretches = Stretches(questions(meanings))
      placed = stretches.apart(named).compactMap { countedByName($0, passage) }
    }
    guard !placed.isEmpty else { return [] }
    addNames(from: lists, passage, to: &placed)
    addNamesInSentences(named, passage, meanings, to: &placed)
    // Where Ja and Nej stand for something it is not said which of them won: their names may tell.
    if !meanings.isEmpty || asked != nil { placed = placed.compactMap { $0.isOfWinner ? sided($0) : $0 } }
    add(meanings, asked: section.kind == .vote ? asked : nil, to: &placed)
    return placed.map(\.vote)
  }

  /// Whether a table may be all that the section tells of a vote: it has lines in columns.
  private func mayHoldList(_ section: ReadSection, _ document: MunicipalDocument) -> Bool {
    Self.mayHoldList.contains(section.kind) && section.lines.contains { document.cellCount($0) > 1 }
  }

  private static let mayHoldList: Set<Section.Kind> = [.procedure, .motion, .background]

  /// Whether a list is a vote of the § where neither a tally nor the section's heading says it: the question stands above, and sums below. What stands
  /// behind the last § on a new page, or below a heading of its own, is an appendix.
  private func tellsVote(
    _ list: VoteListReader.List, in section: ReadSection, of paragraf: Int, _ passage: Passage, _ meanings: [Meaning],
    _ document: MunicipalDocument
  ) -> Bool {
    let start = list.lines.lowerBound
    guard list.hasSums, meanings.contains(where: { $0.range.lowerBound < passage.lineStarts[start] }) else { return false }
    if paragraf == document.paragrafer.last?.number, section.lines[0].page != section.lines[start].page { return false }
    return !section.lines[max(0, start - VoteListReader.linesOfHeading)..<start].contains { line in
      let text = document.text(line)
      return text.count <= VoteListReader.longestHeading
        && rules.rules(in: .voteList, near: text).contains { $0.firstMatch(in: text) != nil }
    }
  }

  /// A tally whose first number is the winner's, with its sides as the names tell them; nil where there are not as many names.
  private func sided(_ placed: Placed) -> Placed? {
    var placed = placed
    let (yes, no) = (placed.vote.yesNames.count, placed.vote.noNames.count)
    if yes == placed.vote.no, no == placed.vote.yes { (placed.vote.yes, placed.vote.no) = (placed.vote.no, placed.vote.yes) }
    return yes == placed.vote.yes && no == placed.vote.no ? placed : nil
  }

  /// Block by block the text is as long as joined by spaces, but for a hyphen or two: the offsets hold in both.
  private func text(of section: ReadSection) -> [UInt8] { Array(section.blocks.map(\.passage.text).joined(separator: [0x0A])) }

  private func tallies(in passage: Passage) -> [Placed] {
    var taken: [Placed] = []
    for rule in rules.rules(in: .vote, near: passage.text) {
      for pattern in rule.patterns {
        for match in pattern.allMatches(in: passage.text) where !taken.contains(where: { $0.range.overlaps(match.range) }) {
          guard let vote = vote(match, rule, passage) else { continue }
          taken.append(Placed(vote: vote, range: match.range, isOfWinner: rule.gives["sides"] == "vinnaren"))
        }
      }
    }
    return taken.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether the sentence tells of another organ's vote: it names that as the place, before the tally ("avgjordes i kommunstyrelsen med 8 ja-röster
  /// mot 5 nej-röster" in fullmäktige's minutes).
  private func isOfOtherOrgan(_ tally: Range<Int>, in text: [UInt8], of document: MunicipalDocument) -> Bool {
    guard let own = document.frontMatter.body.map(OrganName.init) else { return false }
    let start = rules.shared.sentences.split(Array(text[..<tally.lowerBound])).last?.lowerBound ?? 0
    let before = Array(text[start..<tally.lowerBound])
    guard let organ = rules.shared.organAsPlace?.allMatches(in: before).last?.range("organ") else { return false }
    return !own.mayBe(OrganName(String(decoding: before[organ], as: UTF8.self)))
  }

  private func vote(_ match: Pattern.Match, _ rule: Rule, _ passage: Passage) -> Vote? {
    let count = { (name: String) -> Int? in
      match.range(name).flatMap { Numeral.parse(passage.text[$0]) }
    }
    guard let yes = count("yes"), let no = count("no") else { return nil }
    let source = evidence.evidence(passage, match.range, rule: rule.id)
    var vote = Vote(yes: yes, no: no, abstain: count("abstain"), absent: count("absent"), source: source)
    let words = { (name: String) in match.range(name).map { String(decoding: passage.text[$0], as: UTF8.self) } }
    (vote.yesMeans, vote.noMeans) = (words("yes_means"), words("no_means"))
    return vote
  }

  // MARK: Names

  private static let listRule = "rost.kryss"
  private static let namesRule = "rost.namn-efter"

  /// A vote of which there is only the list.
  private func counted(_ list: VoteListReader.List, _ passage: Passage) -> Placed? {
    let ballots = list.ballots
    guard ballots.count(.yes) + ballots.count(.no) > 0 else { return nil }
    let start = passage.lineStarts[list.lines.lowerBound]
    let end = list.lines.upperBound < passage.lineStarts.count ? passage.lineStarts[list.lines.upperBound] : passage.text.count
    let source = evidence.evidence(passage, start..<end, rule: Self.listRule)
    // Where the names are others than the list's own sums say, those are what it says.
    let count = { (side: VoteSide) in list.sums[side] ?? ballots.count(side) }
    let vote = Vote(yes: count(.yes), no: count(.no), abstain: count(.abstain), absent: count(.absent), source: source)
    return Placed(vote: vote, range: start..<end)
  }

  /// A vote of which only is told who voted what: "Ja: Karin Berg (S), Ola Ek (M). Nej: Siv By (C)".
  private func countedByName(_ named: [NamedSides.Mention], _ passage: Passage) -> Placed? {
    let sides = named.filter { ($0.side != .yes && $0.side != .no) || $0.hasVerb || hasColon($0.range, in: passage.text) }
    let mentions = sides.filter { isWhole($0.range, in: passage.text) }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var ballots = Ballots()
    for mention in mentions { for name in mention.names { ballots.add(name, mention.side) } }
    guard let first = mentions.first, let last = mentions.last, ballots.count(.yes) > 0, ballots.count(.no) > 0 else { return nil }
    let range = first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
    let source = evidence.evidence(passage, range, rule: Self.namesRule)
    // Of those who are not named nothing is known.
    let known = { (side: VoteSide) in ballots.count(side) > 0 ? ballots.count(side) : nil }
    var vote = Vote(yes: ballots.count(.yes), no: ballots.count(.no), abstain: known(.abstain), absent: known(.absent), source: source)
    vote.take(ballots)
    return Placed(vote: vote, range: range)
  }

  /// Whether a colon tells that names of a side follow: without one, or a verb, they may stand under a table's heads.
  private func hasColon(_ range: Range<Int>, in text: [UInt8]) -> Bool { text[range].contains(UInt8(ascii: ":")) }

  /// Whether the names are all that is said: in "Nej: Ola Eks (M) yrkande" a proposition has the name.
  private func isWhole(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    let next = String(decoding: text[range.upperBound...].drop { $0 == 0x20 }.prefix(8), as: UTF8.self).first
    return !(next?.isLowercase ?? false)
  }

  /// Gives a list to an earlier vote of the § that has none yet: to the one with as many on each side where none of the section's own has, else to the one
  /// that the list's number tells ("Omröstningslista nr. 1"). False where it is none's.
  private func give(_ list: VoteListReader.List, to earlier: inout [Vote], besides placed: [Placed], number: Int?) -> Bool {
    let open = earlier.indices.filter { !earlier[$0].hasNames }
    guard !open.isEmpty, !placed.contains(where: { list.ballots.fits($0.vote) }) else { return false }
    guard let index = open.first(where: { list.ballots.fits(earlier[$0]) }) ?? open.first(where: { $0 + 1 == number }) else { return false }
    earlier[index].take(list.ballots)
    return true
  }

  /// The number that a list has in its heading.
  private func number(of list: VoteListReader.List, in section: ReadSection, _ document: MunicipalDocument) -> Int? {
    let start = list.lines.lowerBound
    let lines =
      section.lines[max(0, start - VoteListReader.linesOfHeading)..<start] + (start == 0 ? [section.heading].compactMap(\.self) : [])
    return lines.reversed().lazy.compactMap { line -> Int? in
      let text = document.text(line)
      let patterns = rules.rules(in: .voteList).flatMap(\.patterns)
      let named = patterns.lazy.compactMap { $0.firstMatch(in: text)?.range("list") }.first
      return named.flatMap { Int(String(decoding: text[$0], as: UTF8.self)) }
    }.first
  }

  /// A list belongs to the vote with as many on each side; else to the tally above it, or to the first one below.
  private func addNames(from lists: [VoteListReader.List], _ passage: Passage, to placed: inout [Placed]) {
    for list in lists {
      let start = passage.lineStarts[list.lines.lowerBound]
      let above = placed.lastIndex { $0.range.lowerBound <= start && !$0.vote.hasNames }
      // The nearest first, so that of two votes with the same tally the one above is taken.
      let candidates = [above].compactMap(\.self) + placed.indices.filter { $0 != above && !placed[$0].vote.hasNames }
      guard let index = candidates.first(where: { list.ballots.fits(placed[$0].vote) }) ?? candidates.first else { continue }
      placed[index].vote.take(list.ballots)
    }
  }

  /// Names in sentences belong to the vote whose tally is nearest, of those that the same question was put in. Who is named in a proposition only lends
  /// it his name.
  private func addNamesInSentences(
    _ named: [NamedSides.Mention], _ passage: Passage, _ meanings: [Meaning], to placed: inout [Placed]
  ) {
    let named = named.filter { mention in !meanings.contains { $0.range.contains(mention.range.lowerBound) } }
    let stretches = Stretches(areAbove(meanings, placed) ? questions(meanings) : [])
    var ballots = placed.map { _ in Ballots() }
    var alone: [Placed] = []
    for group in stretches.apart(named) {
      let own = placed.indices.filter { index in group.first.map { stretches.areTogether($0.range, placed[index].range) } ?? false }
      if own.isEmpty, let vote = countedByName(group, passage) { alone.append(vote) }
      for mention in group {
        guard let index = nearest(to: mention.range.lowerBound, among: own, of: placed) else { continue }
        for name in mention.names { ballots[index].add(name, mention.side) }
      }
    }
    for index in placed.indices where !placed[index].vote.hasNames && !ballots[index].isEmpty { placed[index].vote.take(ballots[index]) }
    placed = (placed + alone).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether each vote's question stands above its tally: the first does.
  private func areAbove(_ meanings: [Meaning], _ placed: [Placed]) -> Bool {
    guard let question = meanings.first, let tally = placed.first else { return false }
    return question.range.lowerBound < tally.range.lowerBound
  }

  /// Where each new question begins: one that is put in the same words again is the same.
  private func questions(_ meanings: [Meaning]) -> [Int] {
    var last: Meaning?
    return meanings.compactMap { meaning in
      defer { last = meaning }
      return last?.yes == meaning.yes && last?.no == meaning.no ? nil : meaning.range.lowerBound
    }
  }

  private func nearest(to offset: Int, among candidates: [Int], of placed: [Placed]) -> Int? {
    let distance = { (range: Range<Int>) in range.contains(offset) ? 0 : min(abs(range.lowerBound - offset), abs(range.upperBound - offset))
    }
    return candidates.min { distance(placed[$0].range) < distance(placed[$1].range) }
  }

  // MARK: What Ja and Nej stood for

  /// The proposition above a tally is its own; above the first, also that of the section before; where there is one vote alone, that below it too.
  private func add(_ meanings: [Meaning], asked: Meaning?, to placed: inout [Placed]) {
    for index in placed.indices {
      // What stands above the tally before is that one's: of two votes the second may be of another question.
      let before = index > 0 ? placed[index - 1].range.upperBound : 0
      let above = meanings.last { $0.range.lowerBound <= placed[index].range.lowerBound && $0.range.lowerBound >= before }
      guard let own = above ?? (index == 0 ? asked : nil) ?? (placed.count == 1 ? meanings.first : nil) else { continue }
      placed[index].vote.yesMeans = own.yes
      placed[index].vote.noMeans = own.no
    }
  }

  private func meanings(in text: [UInt8]) -> [Meaning] {
    var found: [Meaning] = []
    for rule in rules.rules(in: .voteMeaning) {
      for match in rule.patterns.flatMap({ $0.allMatches(in: text) }) where !found.contains(where: { $0.range.overlaps(match.range) }) {
        let words = { (name: String) in match.range(name).map { String(decoding: text[$0], as: UTF8.self) } }
        guard let yes = words("yes") else { continue }
        found.append(Meaning(range: match.range, yes: yes, no: words("no")))
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

/// The text of a section parted where each new question is put to the vote.
private struct Stretches {
  /// Where each question begins, rising; what stands above the second is of the first.
  private let starts: [Int]

  init(_ questions: [Int]) { starts = Array(questions.dropFirst()) }

  private func stretch(_ range: Range<Int>) -> Int { starts.count { $0 <= range.lowerBound } }

  func areTogether(_ one: Range<Int>, _ other: Range<Int>) -> Bool { stretch(one) == stretch(other) }

  /// The mentions of each stretch that has any.
  func apart(_ mentions: [NamedSides.Mention]) -> [[NamedSides.Mention]] {
    Dictionary(grouping: mentions) { stretch($0.range) }.sorted { $0.key < $1.key }.map(\.value)
  }
}
