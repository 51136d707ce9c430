internal import Documents
internal import Facts
internal import Pages
internal import Rules

/// Takes goals (mål) with their outcome: a line that begins one, the lines of its text, and the assessment below it.
struct GoalExtractor {
  let rules: RuleSet
  let evidence: EvidenceMaker
  private let outcomes: GoalOutcomes
  private let unfinished: Pattern?
  /// Headings of a part of what is reported of a goal.
  private let ofResult: Pattern?

  init(rules: RuleSet, evidence: EvidenceMaker) {
    self.rules = rules
    self.evidence = evidence
    outcomes = GoalOutcomes(rules: rules)
    unfinished = rules.vocabulary.pattern(for: "oavslutat", prefix: "\\A", suffix: "\\z")
    ofResult = rules.vocabulary.pattern(for: "resultatrubrik", prefix: "\\A", suffix: "\\z")
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

  /// What parts one goal from what stands around it.
  private struct Surroundings {
    /// What was taken from tables.
    var tables: GoalTables.Found
    /// The lines of every table that was read without doubt: a goal's text goes on into none.
    var tableLines: Set<LineReference>
    /// Headings with which something other than a goal's result begins.
    var others: Set<LineReference>
    var headings: Set<LineReference>
  }

  /// Goals that begin with a line of their own, or stand in a row of a table, in order; those told in a sentence are not among them.
  func located(in document: MunicipalDocument) -> [Located] {
    let around = Surroundings(
      tables: GoalTables(rules: rules, evidence: evidence, outcomes: outcomes).read(document),
      tableLines: Set(document.tables.filter { $0.doubt == nil }.flatMap(\.lines)), others: GoalContext.sections(rules, document),
      headings: Set(document.headings.map(\.line)))
    let starts = starts(in: document, around)
    let told = starts.enumerated().compactMap { position, start in
      let next = position + 1 < starts.count ? starts[position + 1].index : document.body.count
      let limit = around.tables.goals.first { $0.start > start.index }.map { min($0.start, next) } ?? next
      return goal(start, limit: limit, around, in: document).map { Located(start: start.index, goal: $0) }
    }
    return withContexts((told + around.tables.goals).sorted { $0.start < $1.start }, in: document)
  }

  private func withContexts(_ located: [Located], in document: MunicipalDocument) -> [Located] {
    guard !located.isEmpty else { return [] }
    var headings = GoalHeadings(rules: rules, document: document)
    return zip(located, headings.contexts(of: located.map { document.body[$0.start] })).map { found, context in
      var found = found
      found.goal.context = context
      return found
    }
  }

  /// All goals, each once.
  func goals(in document: MunicipalDocument, located: [Located]) -> [Goal] {
    let headings = HeadingIndex(document)
    let repeated = RepeatedGoals(rules: rules, evidence: evidence).goals(in: document, headings: headings)
    let prose = proseGoals(in: document, headings: headings, located: located).filter { told in
      !located.contains { isSame($0.goal, told) && $0.goal.outcome == told.outcome }
    }
    return unique(located.map(\.goal) + prose + repeated)
  }

  /// Whether two goals have one text: a rule for lines takes the full stop with it, one for sentences does not.
  private func isSame(_ one: Goal, _ other: Goal) -> Bool { text(of: one) == text(of: other) }

  private func text(of goal: Goal) -> Substring { goal.text.last == "." ? goal.text.dropLast() : goal.text[...] }

  private func starts(in document: MunicipalDocument, _ around: Surroundings) -> [Start] {
    // Where the text of the goal begun last ends.
    var end = 0
    return document.body.indices.compactMap { index in
      let line = document.body[index]
      let near = document.signatures.rules(in: .goal, near: line)
      guard !near.isEmpty, !around.tables.lines.contains(line) else { return nil }
      let text = document.pages.flatText(of: line)
      for rule in near where rule.gives["form"] != "mening" && rule.gives["form"] != "upprepad" {
        guard let match = rule.firstMatch(in: text, document.signatures[line]) else { continue }
        if rule.gives["form"] == "rad", around.tables.measures.contains(line) { continue }
        let values = rules.values(of: rule, for: match, in: text)
        if values["requires_heading"] == "ja", !around.headings.contains(line) { continue }
        let start = Start(index: index, rule: rule, values: values, text: match.range("text"))
        if values["requires_next"] == "bedömning", index < end || !isAssessedNext(start, around, in: document) { continue }
        end = index + 1 + textLines(start, limit: document.body.count, around, in: document).count
        return start
      }
      return nil
    }
  }

  /// Whether a line begins a sentence and the assessment stands right below it: without one, nothing tells such a goal from other sentences.
  private func isAssessedNext(_ start: Start, _ around: Surroundings, in document: MunicipalDocument) -> Bool {
    let line = document.body[start.index]
    let isFirst = start.index == 0 || start.values["number"] != nil || document.flow.gap(above: document.line(line)) > 1.5
    let above = isFirst ? line : document.body[start.index - 1]
    guard isFirst || around.headings.contains(above) || document.text(above).endsAsSentence else { return false }
    let limit = min(document.body.count, start.index + 1 + Self.mostTextLines)
    return outcomes.isAssessment(start.index + 1 + textLines(start, limit: limit, around, in: document).count, in: document)
  }

  private func goal(_ start: Start, limit: Int, _ around: Surroundings, in document: MunicipalDocument) -> Goal? {
    let lines = textLines(start, limit: limit, around, in: document)
    let shortest = start.values["number"] == nil ? Self.shortest : Self.shortestNumbered
    guard let cut = cut(start, lines, in: document), cut.bytes.count >= shortest else { return nil }
    let end = start.index + 1 + lines.count
    // A heading that only its words make a goal has its outcome in its own text.
    let limit = start.values["requires_heading"] == "ja" ? nextHeading(from: end, limit: limit, around, in: document) : limit
    let outcome =
      start.values["outcome"].map { GoalOutcomes.Outcome(value: $0, written: start.values["written"] ?? $0) }
      ?? outcomes.first(
        in: end..<max(end, min(limit, end + Self.reach)), of: document, stops: around.others,
        ofAssignment: start.values["assesses"] == "uppdrag")
    if outcome == nil, requiresOutcome(start, isHeading: around.headings.contains(document.body[start.index])) { return nil }
    if let required = start.values["requires_line"], !hasLine(required, from: end, limit: limit, in: document) { return nil }
    return Goal(
      number: start.values["number"], text: cut.text, outcome: outcome?.value ?? "ej_bedömt", outcomeAsWritten: outcome?.written,
      context: nil,
      source: evidence.evidence(cut, rule: start.rule.id))
  }

  /// Where the next heading stands that is of no result.
  private func nextHeading(from end: Int, limit: Int, _ around: Surroundings, in document: MunicipalDocument) -> Int {
    guard end < limit else { return limit }
    return (end..<limit).first { index in
      let line = document.body[index]
      return around.headings.contains(line) && ofResult?.matches(document.text(line)) != true && !outcomes.isAssessment(index, in: document)
    } ?? limit
  }

  private func requiresOutcome(_ start: Start, isHeading: Bool) -> Bool {
    switch start.values["requires_outcome"] {
    case "ja": true
    case "utom_rubrik": !isHeading
    default: false
    }
  }

  /// The lines below the first that are still the goal's text.
  private func textLines(_ start: Start, limit: Int, _ around: Surroundings, in document: MunicipalDocument) -> [LineReference] {
    if start.values["form"] == "rad" { return [] }
    var lines: [LineReference] = []
    let startLine = document.body[start.index]
    let hasText = start.text.map { !$0.isEmpty } ?? false
    if hasText, start.values["text_ends"] == "mening", endsSentence(document.text(startLine)) { return [] }
    for index in start.index + 1..<min(limit, start.index + 1 + Self.mostTextLines) {
      let line = document.body[index]
      let text = document.text(line)
      if start.rule.until.contains(where: { $0.matches(text) }) || around.tableLines.contains(line) { break }
      if !lines.isEmpty || hasText, document.flow.gap(above: document.line(line)) > 1.5,
        !isUnfinished(document.text(lines.last ?? startLine))
      {
        break
      }
      if !lines.isEmpty || hasText, isNewSentence(text, after: lines.last ?? startLine, at: line, in: document) { break }
      lines.append(line)
      if start.values["text_ends"] == "mening", endsSentence(text) { break }
    }
    return lines
  }

  /// Whether the writer ended the line above, and something new begins.
  private func isNewSentence(_ text: [UInt8], after last: LineReference, at line: LineReference, in document: MunicipalDocument) -> Bool {
    text.beginsWithCapital && !isUnfinished(document.text(last)) && !document.flow.continues(last, to: line, in: document.pages)
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

  private func hasLine(_ words: String, from end: Int, limit: Int, in document: MunicipalDocument) -> Bool {
    (end..<min(limit, end + 4)).contains { String(decoding: document.text(document.body[$0]), as: UTF8.self).hasPrefix(words) }
  }

  /// Goals told in a sentence: "målet har uppnåtts genom att ...".
  private func proseGoals(in document: MunicipalDocument, headings: HeadingIndex, located: [Located]) -> [Goal] {
    let sentenceRules = rules.selection(in: .goal) { $0.gives["form"] == "mening" }
    let context = GoalContext(located, rules: rules, document: document)
    return document.blocks(document.body).flatMap { block -> [Goal] in
      let signature = document.signatures.signature(of: block.passage)
      let near = sentenceRules.rules(near: signature)
      guard !near.isEmpty else { return [] }
      // What is said of a goal in its own report is not told again.
      let isReport = context.isReport(block.lines[0])
      return near.filter { !isReport || $0.gives["where"] != "fritt" }.flatMap { rule in
        goals(by: rule, in: block, signature, context: headings.nearest(to: block.lines[0])?.text)
      }
    }
  }

  private func goals(by rule: Rule, in block: Block, _ signature: TextSignature, context: String?) -> [Goal] {
    let passage = block.passage
    var goals: [Goal] = []
    var start = 0
    while let match = rule.firstMatch(in: passage.text, signature, from: start), let text = match.range("text") {
      let values = rules.values(of: rule, for: match, in: passage.text)
      let cut = Cut(passage, text)
      goals.append(
        Goal(
          number: nil, text: cut.text, outcome: values["outcome"] ?? "ej_bedömt", outcomeAsWritten: values["written"], context: context,
          source: evidence.evidence(cut, rule: rule.id)))
      start = max(match.range.upperBound, start + 1)
    }
    return goals
  }

  // A goal that is listed again without assessment says nothing new.
  private func unique(_ goals: [Goal]) -> [Goal] {
    var kept: [Goal] = []
    for goal in goals {
      if goal.outcome == "ej_bedömt", kept.contains(where: { isSame($0, goal) }) { continue }
      if kept.contains(where: { isSummed($0, goal) }) { continue }
      if let index = kept.firstIndex(where: { isSame($0, goal) && $0.outcome == "ej_bedömt" }) {
        let number = goal.number ?? kept[index].number
        kept[index] = goal
        kept[index].number = number
      } else {
        kept.append(goal)
      }
    }
    return kept
  }

  /// Whether one of the two is the row of a table that sums up the other.
  private func isSummed(_ one: Goal, _ other: Goal) -> Bool {
    isSame(one, other) && one.outcome == other.outcome && [one, other].contains { $0.source?.rule == GoalTables.rule }
  }
}
