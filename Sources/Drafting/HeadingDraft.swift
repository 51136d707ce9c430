internal import Language
internal import Rules

/// Finds how the headings of § look where the general rules do not know them: lines that begin alike and whose numbers rise by one.
struct HeadingDraft {
  private(set) var proposals: [Proposal] = []
  /// For each sample, the indices of the lines that are headings of §: by the general rules, or by what is proposed.
  private(set) var headings: [[Int]]
  /// How many § the rules found.
  let known: Int
  /// Where there is no § and no series: lines with a number that look like headings, a few of them.
  private(set) var numbered: [String] = []

  /// A line that may be a heading.
  private struct Candidate {
    var sample: Int
    var line: Int
    var page: Int
    /// Words before the number, as written.
    var prefix: String
    /// The two numbers that stand together ("12/24"), the second nil where there is one alone.
    var first: Int
    var second: Int?
    /// The sign between them.
    var sign: String
    /// What stands between the number and the title: signs, or a bracket with letters and figures as a form has it.
    var after: String
    /// Whether the number stands last, in brackets: these. Empty where the title follows.
    var brackets = ""
    var hasTitle: Bool
    var number = 0

    var key: String { "\(prefix.lowercased())\(sign)\(brackets)" }
  }

  /// A chain shorter than this is no series.
  private static let shortest = 3

  init(_ samples: [SampleDocument], rules: RuleSet) {
    known = samples.reduce(0) { $0 + $1.paragrafer.count }
    headings = samples.map { $0.paragrafer.map(\.heading) }
    let candidates = samples.indices.flatMap { Self.candidates(samples[$0], index: $0, rules: rules) }
    let families = Dictionary(grouping: candidates, by: \.key).values.compactMap { Self.series($0) }
    guard let best = families.max(by: { ($0.count, $1[0].line) < ($1.count, $0[0].line) }), best.count > known + known / 5 else {
      if known == 0 { numbered = Self.numbered(samples) }
      return
    }
    propose(best, samples)
    for index in samples.indices {
      headings[index] = best.filter { $0.sample == index }.map(\.line)
    }
  }

  private static func candidates(_ sample: SampleDocument, index: Int, rules: RuleSet) -> [Candidate] {
    let isPlain = !sample.lines.contains(where: \.isProminent)
    return sample.lines.indices.compactMap { number in
      let line = sample.lines[number]
      guard line.text.count < 160, let candidate = first(line, isPlain: isPlain) ?? last(line, isPlain: isPlain),
        rules.first(.contents, taking: line.text) == nil
      else { return nil }
      var found = candidate
      (found.sample, found.line) = (index, number)
      return found
    }
  }

  /// Words, a number, perhaps another that belongs to it or one in brackets, and the title.
  private static func first(_ line: SampleDocument.Line, isPlain: Bool) -> Candidate? {
    let form =
      #/^(?<prefix>[^\d§]{0,40}?)(?<first>\d{1,4})(?:(?<sign>[\/:.\-–])(?<second>\d{1,4})(?!\d))?(?<bracket>\s*\((?:\p{L}{1,10}\s)?\d{1,5}\))?(?<after>[.:)]?\s*[-–—:|]?\s*)(?<title>[\p{Lu}”"].*)?$/#
    guard let match = line.text.wholeMatch(of: form), let first = Int(match.first) else { return nil }
    let prefix = String(match.prefix)
    // A number alone is that of a point or a page, unless its type makes it a heading.
    guard line.isProminent || !prefix.trimmed.isEmpty || isPlain && match.title != nil, prefix.split(separator: " ").count <= 4 else {
      return nil
    }
    let bracket = (match.bracket.map(String.init) ?? "").replacing(#/\p{L}+/#, with: "{bokstäver}").replacing(#/\d+/#, with: "{nummer}")
    return Candidate(
      sample: 0, line: 0, page: line.page, prefix: prefix, first: first, second: match.second.flatMap { Int($0) },
      sign: match.sign.map(String.init) ?? "", after: bracket + String(match.after), hasTitle: match.title != nil)
  }

  /// The title, and the number in brackets behind it: "Byte av vattenledning [62]".
  private static func last(_ line: SampleDocument.Line, isPlain: Bool) -> Candidate? {
    guard line.isProminent || isPlain,
      let match = line.text.wholeMatch(of: #/^\p{Lu}.*\p{L}.*\s(?<open>[\[(])(?<number>\d{1,4})(?<close>[\])])$/#),
      let number = Int(match.number)
    else { return nil }
    return Candidate(
      sample: 0, line: 0, page: line.page, prefix: "", first: number, second: nil, sign: "", after: "",
      brackets: "\(match.open)\(match.close)", hasTitle: true)
  }

  /// So many lines are enough to see how a heading is written.
  private static let mostNumbered = 6

  /// Short lines with a number in type that makes them headings, or in plain type lines of which several are alike but for their words and figures.
  private static func numbered(_ samples: [SampleDocument]) -> [String] {
    let lines = samples.flatMap(\.lines).filter {
      $0.standing != .furniture && $0.text.count < 100 && $0.text.contains(where: \.isNumber) && $0.text.contains(where: \.isLetter)
        && DateScanner.scan(Array($0.text.utf8)).isEmpty
    }
    let prominent = lines.filter(\.isProminent).map(\.text)
    return Array((prominent.count >= shortest ? prominent : alike(lines.map(\.text))).prefix(mostNumbered))
  }

  private static func alike(_ lines: [String]) -> [String] {
    let families = Dictionary(grouping: lines) { $0.prefix { !$0.isNumber && !$0.isWhitespace } }
    return families.filter { !$0.key.isEmpty }.values.max { ($0.count, $1[0]) < ($1.count, $0[0]) }.flatMap {
      $0.count >= shortest ? $0 : nil
    } ?? []
  }

  /// The lines of a family whose numbers rise, one document at a time; nil where they make no series or count the pages.
  private static func series(_ family: [Candidate]) -> [Candidate]? {
    let isSecond = family.allSatisfy { $0.second != nil } && Set(family.map(\.first)).count * 3 <= family.count
    let numbered = family.map { candidate in
      var candidate = candidate
      candidate.number = isSecond ? candidate.second ?? 0 : candidate.first
      return candidate
    }
    let chains = Dictionary(grouping: numbered, by: \.sample).sorted { $0.key < $1.key }.flatMap { chain($0.value) }
    // Points of lists begin anew with 1; the § of a document do not.
    if numbered[0].prefix.trimmed.isEmpty, numbered[0].brackets.isEmpty, chains.count * 2 < numbered.count { return nil }
    let offsets = Dictionary(grouping: chains) { $0.number - $0.page }
    let countsPages = (offsets.values.map(\.count).max() ?? 0) * 10 >= chains.count * 8
    return chains.count >= shortest && !countsPages ? chains : nil
  }

  /// The longest run of lines whose numbers rise by few at a time.
  private static func chain(_ lines: [Candidate]) -> [Candidate] {
    let lines = Array(lines.prefix(2000))
    var length = lines.map { _ in 1 }
    var previous = [Int?](repeating: nil, count: lines.count)
    for later in lines.indices {
      for earlier in lines.indices[..<later]
      where (1...3).contains(lines[later].number - lines[earlier].number) && length[earlier] >= length[later] {
        (length[later], previous[later]) = (length[earlier] + 1, earlier)
      }
    }
    var chain: [Candidate] = []
    var next = lines.indices.max { length[$0] < length[$1] }
    while let index = next {
      chain.append(lines[index])
      next = previous[index]
    }
    return chain.reversed()
  }

  private mutating func propose(_ series: [Candidate], _ samples: [SampleDocument]) {
    if let open = series[0].brackets.first, let close = series[0].brackets.last {
      let first = samples[series[0].sample].lines[series[0].line].text
      proposals = [Proposal(form: "{titel} \(open){nummer}\(close)", count: series.count, example: first, doubt: doubt(series))]
      return
    }
    let prefix = series.map(\.prefix).mostCommon ?? ""
    let isSecond = series.allSatisfy { $0.second != nil && $0.second == $0.number && $0.first != $0.number }
    let sign = series[0].sign
    let number = series.allSatisfy { $0.second != nil } ? (isSecond ? "{år}\(sign){nummer}" : "{nummer}\(sign){år}") : "{nummer}"
    for hasTitle in [true, false] {
      let lines = series.filter { $0.hasTitle == hasTitle }
      guard lines.count * 10 >= series.count, let first = lines.first else { continue }
      let after = hasTitle ? lines.map(\.after).mostCommon ?? " " : ""
      proposals.append(
        Proposal(
          form: "\(prefix)\(number)\(after)\(hasTitle ? "{titel}" : "")", count: lines.count,
          example: "\(samples[first.sample].lines[first.line].text)", doubt: doubt(series)))
    }
  }

  private func doubt(_ series: [Candidate]) -> String? {
    if known > 0 { return "de allmänna reglerna hittade \(known) andra rubriker; se efter vilka som är rätt" }
    if series[0].prefix.trimmed.isEmpty, series[0].brackets.isEmpty {
      return "bara ett nummer före rubriken; se efter att inga numrerade punkter kommer med"
    }
    return series.count < 5 ? "bara \(series.count) rader" : nil
  }
}

extension StringProtocol {
  /// Without spaces at the ends.
  var trimmed: String { String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }
}
