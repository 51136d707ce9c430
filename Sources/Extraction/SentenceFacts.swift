internal import Documents
internal import Facts
internal import Pages
internal import Rules

/// Takes motions and reservations: whole sentences with one who moves or reserves, and the sentences that go on from them.
struct SentenceFacts {
  let rules: RuleSet
  let evidence: EvidenceMaker

  /// A fact that may still grow.
  struct Draft {
    var cut: Cut
    var who: String?
    var rule: String
    fileprivate var isOpen: Bool

    /// Whether it says that something follows: "enligt följande:", or a colon at its end.
    fileprivate var announcesMore: Bool {
      let text = cut.bytes
      return text.endsInColon || String(decoding: text, as: UTF8.self).contains("följande:")
    }
  }

  // What a reservation or a statement tells of motions, it tells once more.
  func motions(_ sections: [ReadSection]) -> [Motion] {
    drafts(sections.filter { $0.kind != .reservation && $0.kind != .statement }, own: .motion, scope: .motion)
      .map { Motion(mover: $0.who, text: $0.cut.text, source: evidence.evidence($0.cut, rule: $0.rule)) }
  }

  func reservations(_ sections: [ReadSection]) -> [Reservation] {
    unsigned(drafts(sections, own: .reservation, scope: .reservation))
      .map { Reservation(who: $0.who, text: $0.cut.text, source: evidence.evidence($0.cut, rule: $0.rule)) }
  }

  /// Without the names that only sign below the text what is said above of those who bear them.
  private func unsigned(_ drafts: [Draft]) -> [Draft] {
    drafts.enumerated().filter { index, draft in
      guard let who = draft.who, draft.cut.text == who else { return true }
      let name = who.prefix { $0 != "(" }.split(separator: " ").joined(separator: " ")
      return name.isEmpty || !drafts[..<index].contains { $0.cut.text != $0.who && $0.who?.contains(name) ?? false }
    }.map(\.element)
  }

  /// - Parameters:
  ///   - own: the kind of section that is made for these facts: there a sentence without a mover goes on from the one before.
  ///   - scope: the rules; those that say `where: avsnittet` hold in the own kind of section only, `where: annat avsnitt` in the others.
  private func drafts(_ sections: [ReadSection], own: Section.Kind, scope: Scope) -> [Draft] {
    var all: [Draft] = []
    for section in sections where section.kind != .attachment && section.kind != .basis && section.kind != .recipients {
      var drafts: [Draft] = []
      let isOwn = section.kind == own
      var named = isOwn ? named(in: section) : nil
      for unit in section.units.flatMap({ isOwn ? apart($0, scope: scope) : [$0] }) {
        add(unit, isOwn: isOwn, scope: scope, to: &drafts)
        // The first sentence below a heading that names the mover is his, whether it names him or not.
        if let who = named, drafts.isEmpty, let rule = section.rule {
          drafts.append(Draft(cut: unit.cut, who: who, rule: rule, isOpen: true))
        }
        named = nil
      }
      all += drafts
    }
    return all
  }

  private func add(_ unit: ReadSection.Unit, isOwn: Bool, scope: Scope, to drafts: inout [Draft]) {
    let text = unit.text
    // A point below "enligt följande:" goes on; any other may begin a fact of its own.
    if unit.mark == nil || drafts.last?.isOpen != true || drafts.last?.announcesMore == false {
      for rule in rules.rules(in: scope, near: unit.signature) where rule.gives["where"] != (isOwn ? "annat avsnitt" : "avsnittet") {
        guard let match = rule.firstMatch(in: text, unit.signature) else { continue }
        if rule.gives["role"] == "none" { return drafts.close() }
        let values = rules.values(of: rule, for: match, in: text)
        if rule.gives["role"] == "instämmer" { return drafts.join(unit.cut, who: values["who"], to: values["to"]) }
        drafts.append(Draft(cut: unit.cut, who: values["who"], rule: rule.id, isOpen: isOpen(text, isOwn: isOwn)))
        return
      }
    }
    guard let last = drafts.last, last.isOpen, unit.mark != nil || last.announcesMore || isOwn && !unit.beginsBlock else { return }
    drafts[drafts.count - 1].cut.append(unit.cut)
  }

  /// Lines without full stops of which each is a fact of its own. Only a rule that says so takes a line to begin one.
  private func apart(_ unit: ReadSection.Unit, scope: Scope) -> [ReadSection.Unit] {
    guard unit.mark == nil, unit.cut.parts.count == 1, let part = unit.cut.parts.first else { return [unit] }
    let starting = rules.rules(in: scope, near: unit.signature).filter { $0.gives["begins"] == "rad" }
    let begins = { (range: Range<Int>) in
      let text = Array(part.passage.text[range])
      return text.beginsWithCapital && starting.contains { $0.firstMatch(in: text) != nil }
    }
    var starts = [part.range.lowerBound]
    for line in part.passage.lineStarts where part.range.contains(line) && line > starts[starts.count - 1] {
      guard begins(starts[starts.count - 1]..<line), begins(line..<part.range.upperBound) else { continue }
      starts.append(line)
    }
    guard starts.count > 1 else { return [unit] }
    let ends = starts.dropFirst().map { $0 - 1 } + [part.range.upperBound]
    return zip(starts, ends).enumerated().map { index, range in
      let isFirst = index == 0
      return ReadSection.Unit(
        mark: nil, cut: Cut(part.passage, range.0..<range.1), leading: isFirst ? unit.leading : 1, beginsBlock: !isFirst || unit.beginsBlock
      )
    }
  }

  /// Who moves what stands below, where the section's heading says it ("Yrkande från Karin Berg (S)").
  private func named(in section: ReadSection) -> String? {
    guard let rule = rules.rules(in: .sectionHeading).first(where: { $0.id == section.rule }) else { return nil }
    let text = section.headingText
    return rule.firstMatch(in: text)?.range("who").map { String(decoding: text[$0], as: UTF8.self) }
  }

  // In its own section whatever follows belongs to it; elsewhere only what a colon or an att-list announces.
  private func isOpen(_ text: [UInt8], isOwn: Bool) -> Bool { isOwn || text.endsInColon || text.suffix(4) == Array(" att".utf8)[...] }
}

extension [SentenceFacts.Draft] {
  /// One more stands behind the last of them, or behind the only one of him who is named, and the sentence that says so is part of it.
  fileprivate mutating func join(_ cut: Cut, who: String?, to named: String?) {
    guard let who, let index = named.map(index(of:)) ?? indices.last(where: { $0 == count - 1 && self[$0].isOpen }),
      let first = self[index].who
    else { return }
    self[index].who = "\(first), \(who)"
    self[index].cut.append(cut)
  }

  /// The only one of the person whose name stands in the genitive ("Ola Eks (M)").
  private func index(of genitive: String) -> Int? {
    let plain = genitive.replacing("s (", with: " (")
    let found = indices.filter { self[$0].who.map { $0.contains(plain) || $0.contains(genitive) } ?? false }
    return found.count == 1 ? found[0] : nil
  }

  /// What follows belongs to none of them.
  fileprivate mutating func close() {
    if !isEmpty { self[count - 1].isOpen = false }
  }
}
