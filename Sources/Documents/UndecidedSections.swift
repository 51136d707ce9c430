internal import Language
internal import Pages
internal import Rules

/// Finds the decision of a § that neither a heading nor the organ's own sentence shows.
struct UndecidedSections {
  let pages: [Page]
  let rules: RuleSet
  let headings: SectionHeadings
  /// Whether an organ (UTF-8) is the document's own.
  let isOwn: ([UInt8]) -> Bool
  /// Whether it is known to be another's.
  let isForeign: ([UInt8]) -> Bool

  /// The sections, one or more of them taken as the decision where it is one.
  func decided(_ sections: [Section]) -> [Section] {
    if let index = wholeText(of: sections), let rule = ruleOfShortDecision(sections[index]) {
      var sections = sections
      sections[index] = Section(kind: .decision, heading: nil, rule: rule, inline: nil, lines: sections[index].lines)
      return sections
    }
    return throughAnother(sections.map(decidedAlone))
  }

  /// "Arbetsutskottets förslag till kommunstyrelsen" right above "Kommunstyrelsens förslag till kommunfullmäktige": the first has proposed all that
  /// stands below the second.
  private func throughAnother(_ sections: [Section]) -> [Section] {
    var sections = sections
    for index in sections.indices.dropFirst() where sections[index].kind == .proposal {
      let above = sections[index - 1]
      guard above.kind == .decision, above.lines.isEmpty, above.inline == nil, let line = sections[index].heading,
        headings.heading(line)?.decidesAlone == true
      else { continue }
      sections[index] = decision(sections[index])
    }
    return sections
  }

  /// Beside what the organ decides "för egen del", or under its own name, stands what it proposes to another one: both are what it has decided.
  func besideOwnPart(_ sections: [Section]) -> [Section] {
    let isOfOwnPart = sections.contains { $0.heading.flatMap(headings.heading)?.isOfOwnPart ?? false }
    let own = sections.filter(isOwnDecision)
    guard isOfOwnPart || !own.isEmpty else { return sections }
    return sections.map { section in
      guard section.kind == .proposal, isOfOwnPart || isOnlyProposed(section, beside: own) else { return section }
      return decidedAlone(section)
    }
  }

  /// A decision under a heading that names the organ: "Kommunstyrelsens beslut".
  private func isOwnDecision(_ section: Section) -> Bool {
    guard section.kind == .decision, let line = section.heading, let organ = headings.heading(line)?.body else { return false }
    return isOwn(Array(pages.flatText(of: line)[organ]))
  }

  /// Whether a proposal goes to an organ that the decisions do not name: where they do, they tell what is proposed to it, and this was the draft.
  private func isOnlyProposed(_ section: Section, beside decisions: [Section]) -> Bool {
    guard let line = section.heading, let receiver = headings.heading(line)?.receiver else { return false }
    let name = text(of: line, in: receiver)
    return !decisions.flatMap(\.lines).contains { text(of: $0).contains(name) }
  }

  /// In small letters.
  private func text(of line: LineReference, in range: Range<Int>? = nil) -> String {
    let bytes = pages.flatText(of: line)
    return String(decoding: range.map { bytes[$0] } ?? bytes[...], as: UTF8.self).lowercased()
  }

  private func decidedAlone(_ section: Section) -> Section {
    decidesAlone(section) ? decision(section) : section
  }

  private func decision(_ section: Section) -> Section {
    Section(kind: .decision, heading: section.heading, rule: section.rule, inline: section.inline, lines: section.lines)
  }

  /// What the organ itself proposes to the one above it, in a § that says nothing else of a decision, is what it has decided.
  private func decidesAlone(_ section: Section) -> Bool {
    guard let line = section.heading, let found = headings.heading(line), found.decidesAlone else { return false }
    let text = pages.flatText(of: line)
    if let organ = found.body { return isOwn(Array(text[organ])) }
    return found.receiver.map { isForeign(Array(text[$0])) } ?? true
  }

  // MARK: A § without headings

  /// A longer § tells about something, and its sentences may be of anything.
  private static let mostLines = 8

  /// The section that is all the text of a §: it has no heading that says what its parts are.
  private func wholeText(of sections: [Section]) -> Int? {
    let texts = sections.indices.filter { !Self.standBeside.contains(sections[$0].kind) }
    guard texts.count == 1, let index = texts.first, sections[index].kind == .background, sections[index].heading == nil,
      sections[index].lines.count <= Self.mostLines
    else { return nil }
    return index
  }

  /// What may follow a § of a few sentences under a heading of its own.
  private static let standBeside: Set<Section.Kind> = [.recipients, .basis, .immediateApproval, .attachment]

  /// The rule of short decisions that one of the section's lines, or two together, is one by.
  private func ruleOfShortDecision(_ section: Section) -> String? {
    let short = rules.rules(in: .decisionAlone).filter { $0.gives["where"] == "ensamt" }
    let lines = section.lines.map(pages.flatText(of:))
    let pairs = zip(lines, lines.dropFirst()).map { $0 + [0x20] + $1 }
    let sentences = (lines + pairs).flatMap { text in rules.shared.sentences.split(text).map { Array(text[$0]) } }
    return short.first { rule in sentences.contains { rule.firstMatch(in: $0) != nil } }?.id
  }
}
