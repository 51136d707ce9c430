internal import Pages
internal import Rules

/// Cuts the lines of one § into its sections.
struct SectionCutter {
  let pages: [Page]
  let rules: RuleSet
  let signatures: LineSignatures
  let headings: SectionHeadings
  let flow: LineFlow
  /// The document's own body; nil where it is not known.
  let ownBody: OrganName?
  /// Whether the document seldom has a heading for the decision of a §.
  let hasFewDecisionHeadings: Bool

  /// - Parameters:
  ///   - lines: those after title and diarienummer.
  ///   - number: the §'s.
  func cut(_ lines: [LineReference], of number: Int) -> [Section] {
    let organs = OtherOrgans(headings: headings, isOwn: isOfOwnOrgan)
    let sections = organs.apart(cutAtHeadings(lines, of: number))
    let undecided = UndecidedSections(pages: pages, rules: rules, headings: headings, isOwn: isOwn, isForeign: isForeign)
    guard !tellsDecision(sections) else { return undecided.besideOwnPart(sections) }
    let cut = sections.flatMap(cutAtDecision)
    return tellsDecision(cut) ? cut : undecided.decided(cut)
  }

  /// Whether a decision has text: its heading with another right below it has none.
  private func tellsDecision(_ sections: [Section]) -> Bool {
    sections.contains { $0.kind == .decision && (!$0.lines.isEmpty || $0.inline != nil) }
  }

  private func holdsDecision(_ sections: [Section]) -> Bool { sections.contains { $0.kind == .decision } }

  /// A § without a heading for its decision: the decision begins where a block says that the organ decides.
  private func cutAtDecision(_ section: Section) -> [Section] {
    for index in section.lines.indices where isBlockStart(at: index, of: section.lines) {
      guard let rule = decisionRule(at: index, of: section) else { continue }
      var before = section
      before.lines = Array(section.lines[..<index])
      let decision = Section(kind: .decision, heading: nil, rule: rule, inline: nil, lines: Array(section.lines[index...]))
      return before.lines.isEmpty && before.heading == nil ? [decision] : [before, decision]
    }
    return [section]
  }

  /// What is proposed is written as what is decided: below it, only the decision that follows the proposal is told by its words.
  private func decisionRule(at index: Int, of section: Section) -> String? {
    if Self.mayHoldDecision.contains(section.kind) { return decisionRule(section.lines[index]) }
    return section.kind == .proposal && index > 0 ? decisionRule(section.lines[index], where: { $0 == Self.afterProposal }) : nil
  }

  private static let mayHoldDecision: Set<Section.Kind> = [.background, .earlier, .motion, .procedure, .vote, .recusal]
  private static let afterProposal = "efter förslag"

  private func decisionRule(_ line: LineReference) -> String? {
    decisionRule(line) { hasFewDecisionHeadings || $0 == nil || $0 == Self.afterProposal }
  }

  private func decisionRule(_ line: LineReference, where isWanted: (String?) -> Bool) -> String? {
    let text = pages.flatText(of: line)
    for rule in rules.rules(in: .decisionAlone) where isWanted(rule.gives["where"]) {
      guard let match = rule.firstMatch(in: text), let organ = match.range("organ"), !isForeign(Array(text[organ])) else { continue }
      return rule.id
    }
    return nil
  }

  /// Whether a vote list begins here that says, in its heading's next lines, that it is another §'s.
  private func isListOfOther(_ found: SectionHeadings.Found, at index: Int, of lines: [LineReference], number: Int) -> Bool {
    guard found.kind == .vote else { return false }
    return lines[index..<min(index + 3, lines.count)].contains { line in
      let text = pages.text(of: line)
      guard text.count <= Self.longestRecipient else { return false }
      return rules.rules(in: .voteList).flatMap(\.patterns).contains { pattern in
        guard let named = pattern.firstMatch(in: text)?.range("paragraf") else { return false }
        return Int(String(decoding: text[named], as: UTF8.self)) != number
      }
    }
  }

  /// Whether a reservation begins here, on a page behind the §, whose next line is the heading of another § ("Reservation" / "§ 62 Cykelväg").
  private func isViewOnOther(_ found: SectionHeadings.Found, at index: Int, of lines: [LineReference], number: Int) -> Bool {
    guard found.kind == .reservation || found.kind == .statement, found.inline == nil, index + 1 < lines.count else { return false }
    let text = pages.text(of: lines[index + 1])
    return text.starts(with: Self.sign) && isOfOther(text, number: number)
  }

  /// From where on an attachment may begin: what stands before the first heading is of the § where that is the decision's, though it names an attachment
  /// ("Bilaga: Plan för skog"), unless the organ has decided without a heading by then.
  private func startOfAttachments(_ lines: [LineReference]) -> Int {
    guard let first = lines.firstIndex(where: { headings.heading($0) != nil }), headings.heading(lines[first])?.kind == .decision,
      !lines[..<first].contains(where: { decisionRule($0) != nil })
    else { return 0 }
    return first
  }

  private func cutAtHeadings(_ lines: [LineReference], of number: Int) -> [Section] {
    var sections = [Section(kind: .background, heading: nil, rule: nil, inline: nil, lines: [])]
    let ownPart =
      lines.lastIndex { line in headings.heading(line).map { $0.kind == .earlier && isOfOwnOrgan($0, line) == true } ?? false } ?? 0
    let start = startOfAttachments(lines)
    for (index, line) in lines.enumerated() {
      if sections.last?.kind == .attachment {
        sections[sections.count - 1].lines.append(line)
      } else if isClosingRule(line) {
        guard let last = sections.last, Self.endAtRule.contains(last.kind), !last.lines.isEmpty || last.inline != nil else { continue }
        sections.append(Section(kind: .background, heading: nil, rule: nil, inline: nil, lines: []))
      } else if let found = headings.heading(line), !isLeadOfProposal(found, after: sections),
        !isLeadOfOtherView(found, at: index, of: lines, after: sections), !found.isOfPart || index < ownPart,
        found.isItemIn != sections.last?.kind
      {
        if isListOfOther(found, at: index, of: lines, number: number)
          || isViewOnOther(found, at: index, of: lines, number: number) && tellsDecision(sections)
        {
          sections.append(Section(kind: .attachment, heading: nil, rule: found.rule, inline: nil, lines: [line]))
        } else {
          sections.append(section(found, at: line))
        }
      } else if index >= start, let rule = attachmentRule(at: index, of: lines, after: sections, number: number) {
        sections.append(Section(kind: .attachment, heading: nil, rule: rule, inline: nil, lines: [line]))
      } else if isUnknownHeading(at: index, of: lines, after: sections) {
        sections.append(Section(kind: .background, heading: line, rule: "satt som rubrikerna", inline: nil, lines: []))
      } else {
        sections[sections.count - 1].lines.append(line)
      }
    }
    let isEmpty = { (section: Section) in section.heading == nil && section.lines.isEmpty }
    return sections.count > 1 ? sections.filter { !isEmpty($0) } : sections
  }

  /// Whether the line is a stroke across the page, which ends what stands above it and is part of nothing.
  private func isClosingRule(_ line: LineReference) -> Bool {
    let text = pages.slice(of: line)
    guard let first = text.first, first == UInt8(ascii: "_") || first == UInt8(ascii: "-") else { return false }
    return text.allSatisfy { $0 == first || $0 == 0x20 } && text.count { $0 == first } >= Self.shortestRule
  }

  private static let shortestRule = 3
  private static let endAtRule: Set<Section.Kind> = [.decision, .reservation, .statement]

  /// "Kommunfullmäktige beslutar" right below "Kommunstyrelsens förslag" leads in what is proposed.
  private func isLeadOfProposal(_ found: SectionHeadings.Found, after sections: [Section]) -> Bool {
    guard found.isLead, let last = sections.last else { return false }
    return last.kind == .proposal && last.lines.isEmpty && last.inline == nil
  }

  /// "Kommunstyrelsen beslutar" in a reservation leads in what its writers wanted.
  private func isLeadOfOtherView(
    _ found: SectionHeadings.Found, at index: Int, of lines: [LineReference], after sections: [Section]
  ) -> Bool {
    guard found.isLead, index > 0, let last = sections.last, last.kind == .reservation || last.kind == .statement else { return false }
    return holdsDecision(sections) || pages.text(of: lines[index - 1]).last == UInt8(ascii: ":")
  }

  private func section(_ found: SectionHeadings.Found, at line: LineReference) -> Section {
    var kind = found.kind
    let isOwn = isOfOwnOrgan(found, line)
    if kind == .decision, isOwn == false { kind = .proposal }
    // "Kommunstyrelsens behandling" in kommunstyrelsen's own minutes tells what was done there.
    if kind == .earlier, isOwn == true { kind = .background }
    return Section(kind: kind, heading: line, rule: found.rule, inline: found.inline, lines: [])
  }

  /// Whether the organ that a heading names is the document's; nil where it names none. One that may be is taken for it.
  private func isOfOwnOrgan(_ found: SectionHeadings.Found, _ line: LineReference) -> Bool? {
    found.body.map { !isForeign(Array(pages.flatText(of: line)[$0])) }
  }

  /// Whether the organ is another one than the document's ("Arbetsutskottets beslut" in a nämnd's minutes).
  private func isForeign(_ organ: [UInt8]) -> Bool { ownBody != nil && !isOwn(organ) }

  /// Whether the organ is known to be the document's.
  private func isOwn(_ organ: [UInt8]) -> Bool {
    ownBody.map { $0.mayBe(OrganName(String(decoding: organ, as: UTF8.self))) } ?? false
  }

  /// The rule by which an attachment begins at the line; nil where none does.
  private func attachmentRule(at index: Int, of lines: [LineReference], after sections: [Section], number: Int) -> String? {
    let text = pages.text(of: lines[index])
    let isAfterList = sections.last?.kind == .recipients && !(sections.last?.lines.isEmpty ?? true)
    for rule in text.count <= 120 ? signatures.rules(in: .attachment, near: lines[index]) : [] {
      guard rule.firstMatch(in: text) != nil else { continue }
      if rule.gives["where"] == "efter mottagare"
        ? isAfterList
        : isBlockStart(at: index, of: lines)
          && (!isMention(at: index, of: lines) || isOfOther(text, number: number) && tellsDecision(sections))
      {
        return rule.id
      }
    }
    guard isAfterList else { return nil }
    if let list = sections.last, isApart(at: index, of: lines, after: list) { return "luft efter mottagarna" }
    return isText(text) && !isLikelyRecipient(text) ? "text efter mottagarna" : nil
  }

  /// Whether the § goes on right below a line that names an attachment ("Omröstningslista nr 1, bilaga 3"), with a heading that no attachment has.
  private func isMention(at index: Int, of lines: [LineReference]) -> Bool {
    guard index + 1 < lines.count, let next = headings.heading(lines[index + 1]) else { return false }
    return Self.goOn.contains(next.kind)
  }

  /// Whether the line names another § than that in which it stands ("Bilaga 2 till § 62"): below it, a reservation is of that one.
  private func isOfOther(_ text: [UInt8], number: Int) -> Bool {
    guard let sign = text.firstRange(of: Self.sign) else { return false }
    let digits = text[sign.upperBound...].drop { $0 == 0x20 }.prefix { $0 &- 0x30 < 10 }
    return Int(String(decoding: digits, as: UTF8.self)).map { $0 != number } ?? false
  }

  private static let sign = Array("§".utf8)
  private static let goOn: Set<Section.Kind> = [.decision, .reservation, .statement, .recipients, .immediateApproval]

  /// Whether a line is too long for a recipient, or a sentence.
  private func isText(_ text: [UInt8]) -> Bool { text.count > Self.longestRecipient || endsSentence(text) && text.count > 40 }

  /// Bytes.
  private static let longestRecipient = 80

  // On a new page nothing but its words tells a recipient from the first line of an attachment.
  private func isLikelyRecipient(_ text: [UInt8]) -> Bool {
    rules.rules(in: .recipients, near: text).contains { $0.gives["role"] == "mottagare" && $0.firstMatch(in: text) != nil }
  }

  /// Whether the § ends with these few short lines: the last recipients, moved to the next page.
  private func endsList(at index: Int, of lines: [LineReference]) -> Bool {
    lines.count - index <= Self.mostMoved
      && lines[index...].allSatisfy { line in
        let text = pages.text(of: line)
        return text.count <= Self.longestMoved && !endsSentence(text) && startsInUpperCase(text)
      }
  }

  private static let mostMoved = 3
  /// Bytes.
  private static let longestMoved = 60

  private func isBlockStart(at index: Int, of lines: [LineReference]) -> Bool {
    index == 0 || !flow.continues(lines[index - 1], to: lines[index], in: pages)
  }

  /// Whether the line ends a decision, a list of recipients or what somebody wanted: a heading by its type, with sentences below it, whose words no rule
  /// knows. A bold name over those who are elected is none.
  private func isUnknownHeading(at index: Int, of lines: [LineReference], after sections: [Section]) -> Bool {
    guard let last = sections.last, Self.mayEnd.contains(last.kind), let before = last.lines.last, index + 1 < lines.count,
      headings.isSetAsHeading(lines[index]), !headings.isSetAsHeading(before), !headings.isSetAsHeading(lines[index + 1]),
      isBlockStart(at: index, of: lines)
    else { return false }
    let (text, next) = (pages.text(of: lines[index]), pages.text(of: lines[index + 1]))
    guard text.count <= Self.longestMoved, startsInUpperCase(text), !endsSentence(text),
      last.kind == .recipients || endsSentence(pages.text(of: before))
    else { return false }
    if let mark = ListMark(next), mark.length > 0 { return Self.endAtList.contains(last.kind) }
    return startsInUpperCase(next) && !next.contains(UInt8(ascii: "(")) && (isText(next) || endsSentence(next))
  }

  private static let mayEnd: Set<Section.Kind> = [.decision, .recipients, .motion, .reservation, .statement]
  /// Those that end with a heading over a list, which a decision or the recipients may have.
  private static let endAtList: Set<Section.Kind> = [.motion, .reservation, .statement]

  /// Whether the line is set apart from the recipients before it: by white space, or by another size of type.
  private func isApart(at index: Int, of lines: [LineReference], after list: Section) -> Bool {
    let (before, line) = (pages.line(lines[index - 1]), pages.line(lines[index]))
    if lines[index - 1].page != lines[index].page {
      return !isLikelyRecipient(pages.text(of: lines[index])) && !endsList(at: index, of: lines)
    }
    if abs(line.fontSize - before.fontSize) > 0.8 { return true }
    return flow.isSetApart(line) && !goesOnInList(at: index, of: lines, after: list)
  }

  /// Whether a line with white space above it goes on with the recipients: marked as the one above, as far from it as the first stands from the heading,
  /// or one of the last few lines of the §, which all look like recipients.
  private func goesOnInList(at index: Int, of lines: [LineReference], after list: Section) -> Bool {
    let (line, text) = (pages.line(lines[index]), pages.text(of: lines[index]))
    guard flow.gap(above: line) < Self.listGap, text.count <= Self.longestMoved, line.isBold == pages.line(lines[index - 1]).isBold else {
      return false
    }
    if let mark = ListMark(text), mark.length > 0 { return ListMark(pages.text(of: lines[index - 1]))?.kind == mark.kind }
    let first = list.lines.first.map { flow.gap(above: pages.line($0)) } ?? 0
    return abs(flow.gap(above: line) - first) < Self.sameGap && !endsSentence(text) || endsList(at: index, of: lines)
  }

  /// White space (in usual line distances) between the items of a list, and how little it differs.
  private static let listGap = 2.2
  private static let sameGap = 0.12
}
