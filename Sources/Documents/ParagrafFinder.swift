internal import Language
internal import Pages
internal import Rules

/// Finds the headings of the § of minutes: lines that look like one, out of which the longest unbroken series is chosen.
///
/// A single line never decides: a law reference at a line's start, a line of the contents page and a § of an attachment look like headings. Together
/// the true ones make a rising series with few gaps, and stand out by type or by what follows.
struct ParagrafFinder {
  let pages: [Page]
  let body: [LineReference]
  let flow: LineFlow
  let rules: RuleSet
  let bodySize: Double
  /// What kind of section a line is the heading of ("Beslut"), by its index in `body`; nil for none.
  let sectionKind: (Int) -> Section.Kind?
  /// Whether a line bears a diarienummer, by its index in `body`.
  let hasCaseNumber: (Int) -> Bool
  /// Whether a text is a diarienummer and nothing else.
  let isCaseNumber: ([UInt8]) -> Bool

  /// A year's minutes have some hundred §; a hostile file may have a million lines that look like one.
  private static let mostCandidates = 3000

  /// A line that looks like the heading of a §.
  struct Candidate {
    /// Index in `body`.
    var index: Int
    /// The lines of the heading, indices in `body`: several where a chain names one organ's § on each ("Au § 84", "Ks § 91").
    var lines: Range<Int>
    var number: Int
    /// The letter behind the number of a § that was put in between two others ("§ 116a"), small; nil for none.
    var letter: String?
    /// The organ before the number, as written; nil for none.
    var organ: String?
    /// Bytes of the heading's last line after the § and its number.
    var rest: Range<Int>
    var rule: String
    /// How much speaks for it; a heading has at least 1.
    var weight: Double
    /// Whether it has the § sign.
    var hasSign: Bool
    /// Whether the heading of a decision stands below it, before the next line that looks like a heading.
    var hasDecision = false
    /// All § of the chain that the heading is; empty where it is none.
    var chain: [Link] = []
  }

  /// One organ's § of a chain.
  struct Link {
    /// Index in `body`.
    var index: Int
    var number: Int
    var organ: String?
  }

  /// The headings, in order, their numbers rising.
  ///
  /// Numbers without a § sign count only where they make the longer series: then most of them have a decision below.
  func find() -> [Candidate] {
    let chains = HeadingChains(body: body, text: { pages.text(of: body[$0]) }, isCaseNumber: isCaseNumber)
    let listed = listedTitles()
    let lines = body.indices.flatMap { self.candidates(at: $0, listed) }
    // The points of a decision ("1.", "2.") come again in § after §: they make no list of what has the sign.
    let weighed = Self.withoutLists(lines.filter(\.hasSign)) + Self.withoutLists(lines.filter { !$0.hasSign })
    let candidates = chains.joined(weighed.filter { $0.weight > 0 }.sorted { $0.index < $1.index })
    let signed = bestSeries(of: Array(candidates.filter(\.hasSign).prefix(Self.mostCandidates)))
    let unsigned = bestSeries(of: Array(candidates.filter { !$0.hasSign }.prefix(Self.mostCandidates)))
    guard unsigned.count >= Self.fewestWithoutSign, unsigned.count > signed.count else { return signed }
    let decided = unsigned.count(where: \.hasDecision)
    return decided * 2 > unsigned.count || decided * 3 >= unsigned.count && goesOnFromEarlierMeeting(unsigned) ? unsigned : signed
  }

  /// Whether the sign stands behind numbers that follow on one another from some higher one on: the § of a regulation begin with 1.
  private func goesOnFromEarlierMeeting(_ series: [Candidate]) -> Bool {
    guard let first = series.first, first.number > 1 else { return false }
    let isUnbroken = zip(series, series.dropFirst()).allSatisfy { $1.number == $0.number + 1 }
    return isUnbroken && series.allSatisfy { standsAlone($0.index, pages.text(of: body[$0.index])) }
  }

  /// With less weight for those that stand close below one another and come again further down: a list of the matters (ärendelista), which has no page
  /// numbers that tell it.
  private static func withoutLists(_ candidates: [Candidate]) -> [Candidate] {
    var weighed = candidates
    var start = 0
    while start < candidates.count {
      var end = start + 1
      while end < candidates.count, isListed(candidates[end - 1], candidates[end]) { end += 1 }
      let numbers = Set(candidates[start..<end].map(\.number))
      let again = numbers.intersection(candidates[end...].map(\.number))
      if numbers.count > 1, again.count * 2 > numbers.count { for index in start..<end { weighed[index].weight -= listed } }
      start = end
    }
    return weighed
  }

  private static func isListed(_ before: Candidate, _ next: Candidate) -> Bool {
    next.index - before.index <= mostListLines && next.number >= before.number
  }

  /// What speaks against a line of a list, as much as against one of a contents page; and the lines of one of its matters.
  private static let listed = 2.5
  private static let mostListLines = 3

  /// A report has headings with numbers too; minutes have many, with decisions.
  private static let fewestWithoutSign = 3
  /// So many lines below a heading its decision begins at the latest, in most § of any minutes.
  private static let reachOfDecision = 60

  /// The matters of a contents page in plain text, which has no type that tells a heading: what stands before the dots that lead to a page number.
  private func listedTitles() -> Set<[UInt8]> {
    let dots = [UInt8](repeating: UInt8(ascii: "."), count: 4)
    let lines = body.filter { pages[$0.page].size == nil }.map { pages.text(of: $0) }
    let listed = lines.compactMap { text in
      text.first.flatMap { (0x30...0x39).contains($0) ? text.firstRange(of: dots).map { text[..<$0.lowerBound] } : nil }
    }
    return Set(listed.map { Array($0.split(separator: 0x20).joined(separator: [0x20])) })
  }

  // A line gives several candidates where a chain names a § of the preparing organ too ("Au § 84 Sn § 34").
  private func candidates(at index: Int, _ listed: Set<[UInt8]>) -> [Candidate] {
    let text = pages.text(of: body[index])
    guard rules.hasOwnHeadings || mayBeHeading(text) else { return [] }
    for rule in rules.rules(in: .paragrafHeading, near: text) {
      guard let match = rule.firstMatch(in: text) else { continue }
      let rest = match.range("rest").map { $0.lowerBound..<$0.upperBound } ?? text.count..<text.count
      let hasSign = rule.gives["sign"] != "nej"
      // Without the sign only type tells a heading from a numbered point, or that the contents list it.
      guard hasSign || isProminent(index) || standsOverParts(index) || listed.contains(text) || standsAlone(index, text) else { continue }
      let weight = weight(at: index, text: text, rest: Array(text[rest]), rule: rule)
      let chain = match.range("before") == nil ? [] : ChainLine.links(of: text[..<rest.lowerBound], at: index)
      return numbers(match, chain, in: text).map {
        Candidate(
          index: index, lines: index..<index + 1, number: $0,
          letter: match.range("letter").map { String(decoding: text[$0], as: UTF8.self).lowercased() },
          organ: match.range("organ").map { String(decoding: text[$0], as: UTF8.self) }, rest: rest, rule: rule.id, weight: weight,
          hasSign: hasSign,
          hasDecision: !hasSign && hasDecision(below: index, inWords: standsAlone(index, text)), chain: chain)
      }
    }
    return []
  }

  // Cheap, since it is asked of every line: a § sign (C2 A7) among the first bytes, or a number first or after one word.
  private func mayBeHeading(_ text: [UInt8]) -> Bool {
    guard let first = text.first else { return false }
    if (0x30...0x39).contains(first) || hasNumberAfterWord(text) { return true }
    let head = text.prefix(60)
    return head.indices.dropLast().contains { head[$0] == 0xC2 && head[$0 + 1] == 0xA7 }
  }

  private func hasNumberAfterWord(_ text: [UInt8]) -> Bool {
    guard let space = text.prefix(Self.longestWord).firstIndex(of: 0x20), space + 1 < text.count else { return false }
    return (0x30...0x39).contains(text[space + 1])
  }

  /// Bytes; longer than the word that may stand for the § sign, and the space behind it.
  private static let longestWord = 12

  /// The numbers that a line may be the § of, the most likely first: in a chain the last, then the first.
  private func numbers(_ match: Pattern.Match, _ chain: [Link], in text: [UInt8]) -> [Int] {
    let own = match.range("number").flatMap { Int(String(decoding: text[$0], as: UTF8.self)) }
    let before = match.range("before").flatMap { Int(String(decoding: text[$0], as: UTF8.self)) }
    return [own, before].compactMap { $0 } + chain.dropFirst().dropLast().map(\.number)
  }

  private func weight(at index: Int, text: [UInt8], rest: [UInt8], rule: Rule) -> Double {
    var weight = Double(rule.gives["weight"] ?? "1") ?? 1
    if isProminent(index) { weight += 1 }
    if hasCaseNumber(index) { weight += 0.7 }
    if isNear(index, hasCaseNumber, -1...3) { weight += 0.7 }
    if isNear(index, { sectionKind($0) != nil }, 1...12) { weight += 0.6 }
    if startsInLowerCase(rest) { weight -= 1.6 }
    if goesOnFromLineBefore(index) { weight -= 1 }
    if rules.rules(in: .contents, near: text).contains(where: { $0.firstMatch(in: text) != nil }) { weight -= Self.listed }
    return weight
  }

  private func isProminent(_ index: Int) -> Bool {
    let line = pages.line(body[index])
    return line.isProminent(over: bodySize)
  }

  /// Plain text has no type: a line with a blank one above, and right below it a diarienummer or a section's heading.
  private func standsOverParts(_ index: Int) -> Bool {
    guard pages[body[index].page].size == nil, index == 0 || flow.gap(above: pages.line(body[index])) > LineFlow.blockGap else {
      return false
    }
    return isNear(index, { sectionKind($0) != nil || hasCaseNumber($0) }, 1...2)
  }

  /// Whether a line with the § sign behind its number ("53 § Budget") has white space above it: a law's § at a line's start mostly has none.
  private func standsAlone(_ index: Int, _ text: [UInt8]) -> Bool {
    let number = text.prefix { $0 &- 0x30 < 10 || $0 == 0x20 }
    guard !number.isEmpty, text.dropFirst(number.count).starts(with: Self.sign) else { return false }
    return index == 0 || flow.gap(above: pages.line(body[index])) > LineFlow.blockGap
  }

  private static let sign = Array("§".utf8)

  /// - Parameter inWords: whether a line that decides by its words counts too.
  private func hasDecision(below index: Int, inWords: Bool) -> Bool {
    for next in (index + 1)..<min(index + Self.reachOfDecision, body.count) {
      if sectionKind(next) == .decision || inWords && tellsDecision(next) { return true }
      if inWords, standsAlone(next, pages.text(of: body[next])) { return false }
      if isProminent(next), (0x30...0x39).contains(pages.text(of: body[next]).first ?? 0) { return false }
    }
    return false
  }

  /// Whether the line is a decision by its words alone.
  private func tellsDecision(_ index: Int) -> Bool {
    let text = pages.text(of: body[index])
    return rules.rules(in: .decisionAlone, near: text).contains { $0.gives["where"] == nil && $0.firstMatch(in: text) != nil }
  }

  private func isNear(_ index: Int, _ test: (Int) -> Bool, _ offsets: ClosedRange<Int>) -> Bool {
    offsets.contains { $0 != 0 && body.indices.contains(index + $0) && test(index + $0) }
  }

  private func goesOnFromLineBefore(_ index: Int) -> Bool {
    guard index > 0, body[index - 1].page == body[index].page else { return false }
    let before = pages.text(of: body[index - 1])
    let isClose = flow.gap(above: pages.line(body[index])) < LineFlow.blockGap
    return isClose && !endsSentence(before) && LineFlow.characterCount(before[...]) > 60
  }

  /// The series with the greatest weight, numbers missing between its members counted against it.
  private func bestSeries(of candidates: [Candidate]) -> [Candidate] {
    var best = candidates.map(\.weight)
    var previous = [Int?](repeating: nil, count: candidates.count)
    for later in candidates.indices {
      for earlier in 0..<later where follows(candidates[earlier], candidates[later]) {
        let missing = max(candidates[later].number - candidates[earlier].number - 1, 0)
        let total = best[earlier] + candidates[later].weight - Self.cost(ofMissing: missing)
        if total > best[later] { (best[later], previous[later]) = (total, earlier) }
      }
    }
    guard var index = best.indices.max(by: { best[$0] < best[$1] }), best[index] >= 1 else { return [] }
    var series = [candidates[index]]
    while let before = previous[index] {
      series.append(candidates[before])
      index = before
    }
    return series.reversed()
  }

  private func follows(_ earlier: Candidate, _ later: Candidate) -> Bool {
    earlier.lines.upperBound <= later.lines.lowerBound && (earlier.number, earlier.letter ?? "") < (later.number, later.letter ?? "")
  }

  /// A few § may be missing (secret ones, an extract); a long leap means that the line belongs elsewhere.
  private static func cost(ofMissing missing: Int) -> Double { missing == 0 ? 0 : 0.6 + min(Double(missing) * 0.15, 6) }
}

extension Line {
  /// Whether the line is set bolder or larger than the document's text.
  /// - Parameter bodySize: that of the text, in points.
  func isProminent(over bodySize: Double) -> Bool { isBold || fontSize > bodySize + 0.8 }
}

/// The sizes of a document's type.
struct FontSizes {
  /// The size in which most of the text is set, in points; 0 for plain text.
  let body: Double

  init(pages: [Page]) {
    var bytes: [Double: Int] = [:]
    for page in pages {
      for line in page.lines where !line.isFurniture { bytes[(line.fontSize * 2).rounded() / 2, default: 0] += line.range.count }
    }
    body = bytes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }
}
