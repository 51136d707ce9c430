internal import Documents
internal import Facts
internal import Pages
internal import Rules

/// Takes protokollsanteckningar and särskilda yttranden: who says it, and the words for the minutes.
struct StatementExtractor {
  let rules: RuleSet
  let evidence: EvidenceMaker

  /// A statement that may still grow.
  private struct Draft {
    var kind: String
    var who: String?
    /// Nil until its words come: they may stand below what announces them.
    var cut: Cut?
    var rule: String
  }

  func statements(_ sections: [ReadSection]) -> [Statement] {
    sections.filter { Self.kinds.contains($0.kind) }.flatMap { section -> [Statement] in
      let kind = self.kind(of: section)
      var drafts: [Draft] = []
      for unit in section.units { add(unit, kind: kind, to: &drafts) }
      if drafts.isEmpty, let kind { drafts = headed(section, kind: kind) }
      return drafts.compactMap(statement)
    }
  }

  private func statement(_ draft: Draft) -> Statement? {
    draft.cut.map { Statement(kind: draft.kind, who: draft.who, text: $0.text, source: evidence.evidence($0, rule: draft.rule)) }
  }

  /// What stands below a heading that says whose it is, where no sentence says it: all of it is the statement.
  private func headed(_ section: ReadSection, kind: String) -> [Draft] {
    let heading = section.headingText
    guard let rule = section.rule, let who = rules.shared.person?.firstMatch(in: heading)?.range, var cut = section.units.first?.cut else {
      return []
    }
    for unit in section.units.dropFirst() { cut.append(unit.cut) }
    return [Draft(kind: kind, who: String(decoding: heading[who], as: UTF8.self), cut: cut, rule: rule)]
  }

  private static let kinds: Set<Section.Kind> = [.statement, .reservation, .decision, .background, .motion, .procedure, .vote]

  /// What the section's heading says that its statements are; nil where it is no heading for them.
  private func kind(of section: ReadSection) -> String? {
    guard section.kind == .statement else { return nil }
    return rules.rules(in: .sectionHeading).first { $0.id == section.rule }?.gives["kind"]
  }

  private func add(_ unit: ReadSection.Unit, kind: String?, to drafts: inout [Draft]) {
    let text = unit.text
    for rule in rules.rules(in: .statement, near: unit.signature) where kind != nil || rule.gives["where"] != "avsnittet" {
      guard let match = rule.firstMatch(in: text) else { continue }
      let values = rules.values(of: rule, for: match, in: text)
      let cut = match.range("text").map { unit.without(prefix: $0.lowerBound).cut }
      return drafts.append(Draft(kind: rule.gives["kind"] ?? kind ?? "statement", who: values["who"], cut: cut, rule: rule.id))
    }
    // Under its own heading, what follows goes on; elsewhere only the sentences of the same block.
    guard let last = drafts.last, last.cut == nil || kind != nil || !unit.beginsBlock else { return }
    if last.cut == nil { drafts[drafts.count - 1].cut = unit.cut } else { drafts[drafts.count - 1].cut?.append(unit.cut) }
  }
}

/// Reads what is said of a § as a whole: approved at once, or kept in a secret record.
struct RemarkReader {
  let rules: RuleSet

  /// Whether the § has a sentence, or a heading, of which a rule of scope `remark` gives `key`.
  func has(_ key: String, _ sections: [ReadSection]) -> Bool {
    let wanted = rules.rules(in: .remark).filter { $0.gives[key] != nil }
    return sections.contains { section in
      guard section.kind != .attachment, section.kind != .basis, section.kind != .recipients else { return false }
      if key == "immediate", section.kind == .immediateApproval, section.lines.isEmpty { return true }
      return section.units.contains { unit in wanted.contains { $0.mayMatch(unit.signature) && $0.firstMatch(in: unit.text) != nil } }
    }
  }
}
