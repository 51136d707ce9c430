internal import Documents
internal import Facts
internal import Glibc
internal import Language
internal import Pages
internal import Rules

/// Goals that stand beside their comments, in a table without lines that comes out as running text ("Mål Kommentar" above it).
///
/// What tells such a goal from the comment that follows it is that the document has listed it before, in the same words.
struct RepeatedGoals {
  let rules: RuleSet
  let evidence: EvidenceMaker

  /// So many of a sentence's first words must stand elsewhere too.
  private static let toldWords = 4
  /// Bytes; fewer are no sign of anything.
  private static let leastBytes = 14

  func goals(in document: MunicipalDocument, headings: HeadingIndex) -> [Goal] {
    let isMark = { (rule: Rule) in rule.gives["form"] == "upprepad" }
    let marks = rules.selection(in: .goal, where: isMark)
    let heads = document.body.indices.filter { index in
      let line = document.body[index]
      return document.signatures.rules(of: marks, near: line).contains { $0.firstMatch(in: document.text(line)) != nil }
    }
    guard let rule = rules.rules(in: .goal).first(where: isMark), let first = heads.first else { return [] }
    let lines = section(from: first, in: document).filter { !heads.contains($0) }.map { document.body[$0] }
    guard !lines.isEmpty else { return [] }
    let passage = document.passage(lines)
    let whole = document.passage(document.body).text
    let context = headings.nearest(to: document.body[first])?.text
    return runs(of: passage.text, in: whole).map { range in
      let cut = Cut(passage, range)
      return Goal(
        number: nil, text: cut.text, outcome: "ej_bedömt", outcomeAsWritten: nil, context: context,
        source: evidence.evidence(cut, rule: rule.id))
    }
  }

  /// The lines from the head on until a heading of the rank of the one above it.
  private func section(from head: Int, in document: MunicipalDocument) -> Range<Int> {
    let start = document.body[head]
    let before = document.headings.last { ($0.line.page, $0.line.line) < (start.page, start.line) }
    let next = document.headings.first { heading in
      (heading.line.page, heading.line.line) > (start.page, start.line) && heading.level <= before?.level ?? 1
    }
    let end = next.flatMap { heading in document.body.firstIndex { ($0.page, $0.line) >= (heading.line.page, heading.line.line) } }
    return head..<max(head, end ?? document.body.count)
  }

  /// Of sentences one after the other that are told elsewhere too, the first that say what shall be, with the one before them if it says how it is.
  private func runs(of text: [UInt8], in whole: [UInt8]) -> [Range<Int>] {
    let past = rules.vocabulary.pattern(for: "datid")
    let future = rules.vocabulary.pattern(for: "skallkrav", prefix: "\\b", suffix: "\\b")
    var runs: [Range<Int>] = []
    var lead: Range<Int>?
    var state = State.between
    for sentence in SentenceSplitter().split(text) {
      let bytes = Array(text[sentence])
      guard isTold(bytes, in: whole) else {
        (state, lead) = (.between, nil)
        continue
      }
      let isPast = past?.matches(bytes) ?? false
      let isGoal = !isPast && future?.matches(bytes) ?? false
      if isGoal, state == .inside, let last = runs.last {
        runs[runs.count - 1] = last.lowerBound..<sentence.upperBound
      } else if isGoal, state == .between {
        runs.append((lead ?? sentence).lowerBound..<sentence.upperBound)
        state = .inside
      } else {
        if state == .inside { state = .after }
        lead = isPast ? nil : sentence
      }
    }
    return runs
  }

  /// Where in a stretch of told sentences one stands: what follows the goal is comment, though it may say what shall be.
  private enum State {
    case between
    case inside
    case after
  }

  private func isTold(_ sentence: [UInt8], in whole: [UInt8]) -> Bool {
    let words = sentence.split(separator: 0x20).prefix(Self.toldWords)
    let key = Array(words.joined(separator: [0x20]))
    guard words.count == Self.toldWords, key.count >= Self.leastBytes else { return false }
    return whole.hasTwice(key)
  }
}

extension [UInt8] {
  /// Whether the key, which is not empty, stands in it twice or more.
  fileprivate func hasTwice(_ key: [UInt8]) -> Bool {
    var found = 0
    var start = 0
    while found < 2, let next = place(of: key, from: start) {
      found += 1
      start = next + key.count
    }
    return found > 1
  }

  private func place(of key: [UInt8], from start: Int) -> Int? {
    withUnsafeBytes { text in
      guard let base = text.baseAddress else { return nil }
      var index = start
      // The C library looks for the first byte many at a time.
      while index + key.count <= text.count, let first = memchr(base + index, Int32(key[0]), text.count - key.count - index + 1) {
        index = base.distance(to: UnsafeRawPointer(first))
        if memcmp(first, key, key.count) == 0 { return index }
        index += 1
      }
      return nil
    }
  }
}
