internal import Documents
internal import Facts
internal import Pages
internal import Rules

/// Takes goals (mål) with their outcome: a line that begins one, the lines of its text, and the assessment below it.
struct GoalExtractor {
  let rules: RuleSet
  let evidence: EvidenceMaker
  private let unfinished: Pattern?

  init(rules: RuleSet, evidence: EvidenceMaker) {
    self.rules = rules
    self.evidence = evidence
    unfinished = rules.vocabulary.pattern(for: "oavslutat", prefix: "\\A", suffix: "\\z")
  }

  /// A line where a goal begins.
  private struct Start {
    /// Index in the document's body.
    var index: Int
    var rule: Rule
    var values: [String: String]
    /// Bytes of the line that are the goal's text.
    var text: Range<Int>?
  }

  private static let mostTextLines = 12
  /// Bytes; less is no goal. Where a number says that it is one, a word may be.
  private static let shortest = 9
  private static let shortestNumbered = 5
  /// How far below the text the assessment may stand, in lines.
  private static let reach = 45

  /// A goal with the place in the document's body where it begins.
  struct Located {
    var start: Int
    var goal: Goal
  }

  /// Goals that begin with a line of their own, in order; those told in a sentence are not among them.
  func located(in document: MunicipalDocument) -> [Located] {
    let starts = starts(in: document)
    guard !starts.isEmpty else { return [] }
    var headings = GoalHeadings(rules: rules, document: document)
    let contexts = headings.contexts(of: starts.map { document.body[$0.index] })
    return starts.enumerated().compactMap { position, start in
      let limit = position + 1 < starts.count ? starts[position + 1].index : document.body.count
      return goal(start, limit: limit, context: contexts[position], in: document).map { Located(start: start.index, goal: $0) }
    }
  }

  /// All goals, each once.
  func goals(in document: MunicipalDocument, located: [Located]) -> [Goal] {
    let headings = HeadingIndex(document)
    let repeated = RepeatedGoals(rules: rules, evidence: evidence).goals(in: document, headings: headings)
    return unique(located.map(\.goal) + proseGoals(in: document, headings: headings) + repeated)
  }

  private func starts(in document: MunicipalDocument) -> [Start] {
    document.body.indices.compactMap { index in
      let near = rules.rules(in: .goal, near: document.signatures[document.body[index]])
      guard !near.isEmpty else { return nil }
      let text = document.pages.flatText(of: document.body[index])
      for rule in near where rule.gives["form"] != "mening" && rule.gives["form"] != "upprepad" {
        guard let match = rule.firstMatch(in: text) else { continue }
        let values = rules.values(of: rule, for: match, in: text)
        return Start(index: index, rule: rule, values: values, text: match.range("text"))
      }
      return nil
    }
  }

  private func goal(_ start: Start, limit: Int, context: String?, in document: MunicipalDocument) -> Goal? {
    let lines = textLines(start, limit: limit, in: document)
    let shortest = start.values["number"] == nil ? Self.shortest : Self.shortestNumbered
    guard let cut = cut(start, lines, in: document), cut.bytes.count >= shortest else { return nil }
    let end = start.index + 1 + lines.count
    let outcome =
      start.values["outcome"].map { ($0, start.values["written"] ?? $0) } ?? self.outcome(from: end, limit: limit, start, in: document)
    if start.values["requires_outcome"] == "ja", outcome == nil { return nil }
    if let required = start.values["requires_line"], !hasLine(required, from: end, limit: limit, in: document) { return nil }
    return Goal(
      number: start.values["number"], text: cut.text, outcome: outcome?.0 ?? "ej_bedömt", outcomeAsWritten: outcome?.1,
      context: context, source: evidence.evidence(cut, rule: start.rule.id))
  }

  /// The lines below the first that are still the goal's text.
  private func textLines(_ start: Start, limit: Int, in document: MunicipalDocument) -> [LineReference] {
    if start.values["form"] == "rad" { return [] }
    var lines: [LineReference] = []
    let startLine = document.body[start.index]
    let hasText = start.text.map { !$0.isEmpty } ?? false
    if hasText, start.values["text_ends"] == "mening", endsSentence(document.text(startLine)) { return [] }
    for index in start.index + 1..<min(limit, start.index + 1 + Self.mostTextLines) {
      let line = document.body[index]
      let text = document.text(line)
      if start.rule.until.contains(where: { $0.matches(text) }) { break }
      if !lines.isEmpty || hasText, document.flow.gap(above: document.line(line)) > 1.5,
        !isUnfinished(document.text(lines.last ?? startLine))
      {
        break
      }
      lines.append(line)
      if start.values["text_ends"] == "mening", endsSentence(text) { break }
    }
    return lines
  }

  /// Whether a line ends with what cannot end a goal: a comma, a dash, a word that wants another.
  private func isUnfinished(_ text: [UInt8]) -> Bool {
    let last = text.split(separator: 0x20).last.map(Array.init) ?? []
    return !last.isEmpty && unfinished?.matches(last) ?? false
  }

  private func endsSentence(_ text: [UInt8]) -> Bool { text.last { $0 != 0x20 } == UInt8(ascii: ".") }

  private func cut(_ start: Start, _ lines: [LineReference], in document: MunicipalDocument) -> Cut? {
    var cut: Cut?
    if let text = start.text, !text.isEmpty {
      let passage = document.passage([document.body[start.index]] + lines)
      cut = Cut(passage, min(text.lowerBound, passage.text.count)..<passage.text.count)
    } else if !lines.isEmpty {
      let passage = document.passage(lines)
      cut = Cut(passage, 0..<passage.text.count)
    }
    if start.values["form"] == "rad", let text = start.text { cut = Cut(document.passage([document.body[start.index]]), text) }
    return cut
  }

  /// The first assessment below the text, on the scales of the vocabulary.
  private func outcome(from end: Int, limit: Int, _ start: Start, in document: MunicipalDocument) -> (String, String)? {
    for index in end..<min(limit, end + Self.reach) where index < document.body.count {
      let text = document.text(document.body[index])
      guard let match = rules.shared.outcome?.firstMatch(in: text) else { continue }
      let written = Array(text[match.range])
      guard let value = rules.vocabulary.value(of: written, in: "utfall") else { continue }
      return (value, String(decoding: written, as: UTF8.self))
    }
    return nil
  }

  private func hasLine(_ words: String, from end: Int, limit: Int, in document: MunicipalDocument) -> Bool {
    (end..<min(limit, end + 4)).contains { String(decoding: document.text(document.body[$0]), as: UTF8.self).hasPrefix(words) }
  }

  /// Goals told in a sentence: "målet har uppnåtts genom att ...".
  private func proseGoals(in document: MunicipalDocument, headings: HeadingIndex) -> [Goal] {
    let sentenceRules = rules.rules(in: .goal).filter { $0.gives["form"] == "mening" }
    guard !sentenceRules.isEmpty else { return [] }
    return document.blocks(document.body).flatMap { block in
      sentenceRules.compactMap { rule in
        guard let match = rule.firstMatch(in: block.passage.text), let text = match.range("text") else { return nil }
        let values = rules.values(of: rule, for: match, in: block.passage.text)
        let cut = Cut(block.passage, text)
        return Goal(
          number: nil, text: cut.text, outcome: values["outcome"] ?? "ej_bedömt", outcomeAsWritten: values["written"],
          context: headings.nearest(to: block.lines[0])?.text, source: evidence.evidence(cut, rule: rule.id))
      }
    }
  }

  // A goal that is listed again without assessment says nothing new.
  private func unique(_ goals: [Goal]) -> [Goal] {
    var kept: [Goal] = []
    for goal in goals {
      if goal.outcome == "ej_bedömt", kept.contains(where: { $0.text == goal.text }) { continue }
      if let index = kept.firstIndex(where: { $0.text == goal.text && $0.outcome == "ej_bedömt" }) {
        kept[index] = goal
      } else {
        kept.append(goal)
      }
    }
    return kept
  }
}
