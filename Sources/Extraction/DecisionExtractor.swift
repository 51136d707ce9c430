internal import Documents
internal import Facts
internal import Pages
internal import Rules

/// Takes decisions: sentences and points of the sections that hold the body's own decision.
struct DecisionExtractor {
  private let rules: RuleSet
  private let evidence: EvidenceMaker
  private let document: MunicipalDocument
  /// The lines of tables: one that a decision refers to is no decision.
  private let tableLines: Set<LineReference>
  /// The lines right below one.
  private let belowTables: Set<LineReference>

  init(rules: RuleSet, evidence: EvidenceMaker, document: MunicipalDocument) {
    (self.rules, self.evidence, self.document) = (rules, evidence, document)
    let tableLines = Set(document.tables.filter { $0.doubt == nil }.flatMap(\.lines))
    self.tableLines = tableLines
    let body = tableLines.isEmpty ? [] : document.body
    belowTables = Set(zip(body, body.dropFirst()).lazy.filter { tableLines.contains($0) && !tableLines.contains($1) }.map(\.1))
  }

  /// The decisions of a § with their lead-in.
  struct Found {
    var lead: String?
    var decisions: [Decision] = []
  }

  /// A decision that may still grow.
  private struct Draft {
    var cut: Cut
    var rule: String
    /// What its points look like: those of another kind below belong to it.
    var mark: ListMark.Kind?
    /// Whether it announced a list that belongs to it ("enligt följande:").
    var isOpen: Bool
    /// Whether things without a deciding verb of their own stand in that list, and nothing else.
    var listsThings = false
  }

  func extract(_ sections: [Section]) -> Found {
    var found = Found()
    var above: LineReference?
    for section in sections.filter({ $0.kind == .decision }).map(read) {
      var drafts: [Draft] = []
      if let heading = section.heading, isProposal(section) {
        // What was decided before must not look proposed, nor the other way round.
        if let above, found.lead == nil { addLead(document.text(above)[...], to: &found.lead) }
        addLead(document.text(heading)[...], to: &found.lead)
      }
      let units = units(section)
      let lastNumber = units.lastIndex { $0.mark?.kind == .number } ?? 0
      for (index, unit) in units.enumerated() {
        // A list below its own opening words is what was noted, not what was decided.
        if !drafts.isEmpty, role(of: unit.text, unit.signature) == "end" { break }
        if let last = drafts.last {
          if isListed(unit, below: last) || areListed(units[index...], below: last)
            || (last.mark == .clause || index > lastNumber) && isBackground(unit, below: last)
          {
            break
          }
          // What the heading leads in is told beside what comes below a lead-in of its own.
          if found.lead == nil, let heading = section.heading, isLeadHeading(section), isLead(unit) {
            addLead(document.text(heading)[...], to: &found.lead)
          }
        }
        // The table was what the decision announced.
        if !drafts.isEmpty, unit.beginsBlock, isBelowTable(unit) { drafts[drafts.count - 1].isOpen = false }
        add(unit, to: &drafts, lead: &found.lead)
      }
      if found.lead == nil, let heading = section.heading, isLeadHeading(section) {
        found.lead = String(decoding: document.text(heading), as: UTF8.self)
      }
      found.decisions += Self.withoutNumbers(drafts).map(decision)
      if !drafts.isEmpty { above = section.heading }
    }
    return found
  }

  /// Points that are numbered from one without a sign behind the number ("1 Planen antas." "2 Taxan höjs.") less their numbers.
  private static func withoutNumbers(_ drafts: [Draft]) -> [Draft] {
    let numbers = drafts.indices.map { Array("\($0 + 1) ".utf8) }
    guard drafts.count > 1, zip(drafts, numbers).allSatisfy({ $0.mark == nil && $0.cut.bytes.starts(with: $1) }) else { return drafts }
    return zip(drafts, numbers).map { draft, number in
      var draft = draft
      draft.cut.drop(prefix: number.count)
      return draft
    }
  }

  /// Whether a line without verb and full stop below a decision to take note is one of the things noted.
  private func isListed(_ unit: ReadSection.Unit, below draft: Draft) -> Bool {
    guard unit.mark == nil, unit.beginsBlock, unit.text.beginsWithCapital, !unit.text.endsAsSentence, !draft.isOpen else { return false }
    return !decides(unit.text) && isNote(draft)
  }

  /// Whether the points that begin here, below a decision to take note that is no point itself, are the things noted: none of them decides or ends as
  /// a sentence does.
  private func areListed(_ units: ArraySlice<ReadSection.Unit>, below draft: Draft) -> Bool {
    guard let kind = units.first?.mark?.kind, kind != .clause, draft.mark == nil, !draft.isOpen, isNote(draft) else { return false }
    return units.prefix { $0.mark?.kind == kind }.allSatisfy { $0.text.beginsWithCapital && !$0.text.endsAsSentence && !decides($0.text) }
  }

  private func isNote(_ draft: Draft) -> Bool {
    draft.cut.bytes.endsAsSentence && OutcomeReader(rules: rules).isNote(String(decoding: draft.cut.bytes, as: UTF8.self))
  }

  /// Whether a sentence that decides nothing, in a paragraph of its own below att-satser or below the last numbered point, begins what is told of the
  /// matter.
  private func isBackground(_ unit: ReadSection.Unit, below draft: Draft) -> Bool {
    guard draft.mark == .clause || draft.mark == .number && !draft.isOpen && draft.cut.bytes.endsAsSentence, unit.mark == nil,
      unit.beginsBlock, unit.text.beginsWithCapital, unit.text.endsAsSentence, let line = unit.cut.parts.first?.passage.lines.first,
      document.flow.gap(above: document.line(line)) > Self.paragraphGap
    else { return false }
    return rules.shared.action?.matches(unit.text) != true && role(of: unit.text, unit.signature).map { $0 == Self.decision } ?? true
  }

  private func isLead(_ unit: ReadSection.Unit) -> Bool {
    unit.mark == nil && unit.text.beginsWithCapital && role(of: unit.text, unit.signature) == "lead"
  }

  /// The role of whatever stands where decisions do and is nothing else.
  private static let decision = "decision"
  /// White space above a paragraph, in usual distances of lines.
  private static let paragraphGap = 1.3

  private func isBelowTable(_ unit: ReadSection.Unit) -> Bool {
    unit.cut.parts.first?.passage.lines.first.map(belowTables.contains) ?? false
  }

  /// The section less the lines of tables; a line that leads in what is decided ends the point above it.
  private func read(_ section: Section) -> ReadSection {
    var section = section
    section.lines.removeAll(where: tableLines.contains)
    let next = clausesBelowPoints(section.lines)
    let points = UnmarkedPoints(document: document).points(in: section, below: leadsIn(section.rule) ? section.heading : nil)
    return ReadSection(section, in: document, splitter: rules.shared.sentences, points: points) { line in
      if next.contains(line) { return true }
      let text = document.text(line)
      return text.beginsWithCapital && role(of: text, document.signatures[line]) == "lead"
    }
  }

  /// The att-satser that stand no farther to the right than the points of the one before them ("att ramen fördelas så:" / "• drift" / "att ..."): they
  /// are no words of the last point.
  private func clausesBelowPoints(_ lines: [LineReference]) -> Set<LineReference> {
    var found = Set<LineReference>()
    // The left edge of the points, in an att-sats that announced them.
    var edge: Double?
    var isInClause = false
    for (line, above) in zip(lines, [nil] + lines.map(Optional.some)) {
      guard let mark = ListMark(document.text(line)) else { continue }
      let left = document.line(line).box?.x0 ?? 0
      switch mark.kind {
      case .clause:
        if let points = edge, left < points + Self.sameEdge { found.insert(line) }
        (edge, isInClause) = (nil, true)
      case .bullet:
        if isInClause, edge == nil, above.map({ document.text($0).endsInColon }) ?? false { edge = left }
      case .number, .letter: (edge, isInClause) = (nil, false)
      }
    }
    return found
  }

  /// Lines that begin within so many points of each other begin at the same place.
  private static let sameEdge = 3.0

  /// What the first rule that matches takes a text for: decision, lead, none (it tells of something beside the decision) or end (no decision from
  /// here on); nil where none matches.
  private func role(of text: [UInt8], _ signature: TextSignature) -> String? {
    rules.rules(in: .decision, near: signature).first { $0.firstMatch(in: text, signature) != nil }?.gives["role"]
  }

  /// The units that may be decisions. Where no heading says that a decision follows, only the sentences that say it, and the points below one.
  private func units(_ section: ReadSection) -> [ReadSection.Unit] {
    guard section.heading == nil else { return section.units }
    var isOpen = false
    return section.units.filter { unit in
      let decides = rules.rules(in: .decisionAlone, near: unit.signature).contains { rule in
        // A short sentence decides only where it is all that the § says.
        (rule.gives["where"] != "ensamt" || rule.id == section.rule) && rule.firstMatch(in: unit.text, unit.signature) != nil
      }
      isOpen = decides || isOpen && unit.mark != nil
      return isOpen
    }
  }

  private func isLeadHeading(_ section: ReadSection) -> Bool { leadsIn(section.rule) }

  private func leadsIn(_ heading: String?) -> Bool { headingRule(heading)?.gives["lead"] == "ja" }

  /// Whether the decision is what the body proposes to another one, as its heading says.
  private func isProposal(_ section: ReadSection) -> Bool { headingRule(section.rule)?.gives["section"] == "proposal" }

  private func headingRule(_ id: String?) -> Rule? { rules.rules(in: .sectionHeading).first { $0.id == id } }

  private func add(_ unit: ReadSection.Unit, to drafts: inout [Draft], lead: inout String?) {
    let text = unit.text
    let role = unit.mark == nil ? role(of: text, unit.signature) : nil
    if role == "none" { return }
    // "Kommunstyrelsen beslutar för egen del följande." below numbered points leads in others.
    let leadsIn = role == "lead" && unit.beginsBlock && text.beginsWithCapital
    if !leadsIn, belongsToLast(unit, text: text, drafts: drafts) {
      let hasItems = drafts[drafts.count - 1].cut.parts.count > 1
      drafts[drafts.count - 1].listsThings = !decides(text) && (!hasItems || drafts[drafts.count - 1].listsThings)
      drafts[drafts.count - 1].cut.append(withMark(unit))
      if unit.mark == nil, text.endsInColon { drafts[drafts.count - 1].isOpen = true }
      return
    }
    for rule in rules.rules(in: .decision, near: unit.signature) {
      guard let match = rule.firstMatch(in: text, unit.signature) else { continue }
      switch rule.gives["role"] {
      case "lead":
        addLead(text[..<(match.range("rest")?.lowerBound ?? text.count)], to: &lead)
        guard let rest = match.range("rest"), !rest.isEmpty else { return }
        // What follows the lead-in on its own line is the decision.
        return add(unit.without(prefix: rest.lowerBound), to: &drafts, lead: &lead)
      case "none", "end": return
      default:
        let isOpen = text.endsInColon || rule.gives["open"] == "ja"
        return drafts.append(Draft(cut: unit.cut, rule: rule.id, mark: unit.mark?.kind, isOpen: isOpen))
      }
    }
  }

  /// A § may have decisions of its own and what it proposes to another organ, each with its lead-in: all are told.
  private func addLead(_ text: ArraySlice<UInt8>, to lead: inout String?) {
    let text = String(decoding: text.prefix(upTo: text.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? text.endIndex), as: UTF8.self)
    guard let known = lead else {
      lead = text
      return
    }
    if !known.contains(text) { lead = known + "; " + text }
  }

  /// Whether the unit is part of the decision before it: a point under "enligt följande:", a lettered point under a numbered one, or text
  /// under a numbered point before the next number.
  private func belongsToLast(_ unit: ReadSection.Unit, text: [UInt8], drafts: [Draft]) -> Bool {
    guard let last = drafts.last else { return false }
    guard let mark = unit.mark else {
      // Below the things that the decision announced a paragraph that decides is a decision of its own.
      if last.isOpen, last.listsThings, unit.beginsBlock, text.beginsWithCapital, text.endsAsSentence, decides(text) { return false }
      return last.isOpen || last.mark == .number || text.beginsWithSmallLetter
    }
    if last.mark == nil { return last.isOpen }
    // Points below an att-sats that announces them.
    if last.mark == .clause, mark.kind == .bullet { return last.isOpen }
    return mark.kind == .letter && last.mark != .letter || last.mark == .number && mark.kind == .bullet
  }

  private func decides(_ text: [UInt8]) -> Bool { rules.shared.action?.matches(text) == true }

  // A point inside a decision keeps its letter, since the decision's text names it.
  private func withMark(_ unit: ReadSection.Unit) -> Cut {
    guard unit.mark?.kind == .letter, let part = unit.cut.parts.first else { return unit.cut }
    return Cut(part.passage, 0..<part.range.upperBound)
  }

  private func decision(_ draft: Draft) -> Decision {
    Decision(text: draft.cut.text, action: action(draft.cut.bytes), source: evidence.evidence(draft.cut, rule: draft.rule))
  }

  /// The deciding verb as the vocabulary has it, else as written.
  private func action(_ text: [UInt8]) -> String? {
    guard let match = rules.shared.action?.firstMatch(in: text) else { return nil }
    let written = Array(text[match.range])
    return rules.vocabulary.value(of: written, in: "beslutsverb") ?? String(decoding: written, as: UTF8.self)
  }
}
