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

  func motions(_ sections: [ReadSection]) -> [Motion] {
    drafts(sections, own: .motion, scope: .motion)
      .map { Motion(mover: $0.who, text: $0.cut.text, source: evidence.evidence($0.cut, rule: $0.rule)) }
  }

  func reservations(_ sections: [ReadSection]) -> [Reservation] {
    drafts(sections, own: .reservation, scope: .reservation)
      .map { Reservation(who: $0.who, text: $0.cut.text, source: evidence.evidence($0.cut, rule: $0.rule)) }
  }

  /// - Parameters:
  ///   - own: the kind of section that is made for these facts: there a sentence without a mover goes on from the one before.
  ///   - scope: the rules; those that say `where: avsnittet` hold in the own kind of section only.
  private func drafts(_ sections: [ReadSection], own: Section.Kind, scope: Scope) -> [Draft] {
    var all: [Draft] = []
    for section in sections where section.kind != .attachment && section.kind != .basis && section.kind != .recipients {
      var drafts: [Draft] = []
      let isOwn = section.kind == own
      for unit in section.units {
        add(unit, isOwn: isOwn, scope: scope, to: &drafts)
      }
      all += drafts
    }
    return all
  }

  private func add(_ unit: ReadSection.Unit, isOwn: Bool, scope: Scope, to drafts: inout [Draft]) {
    let text = unit.text
    // A point below "enligt följande:" goes on; any other may begin a fact of its own.
    if unit.mark == nil || drafts.last?.isOpen != true || drafts.last?.announcesMore == false {
      for rule in rules.rules(in: scope, near: unit.signature) where isOwn || rule.gives["where"] != "avsnittet" {
        guard let match = rule.firstMatch(in: text) else { continue }
        if rule.gives["role"] == "none" { return drafts.close() }
        let values = rules.values(of: rule, for: match, in: text)
        drafts.append(Draft(cut: unit.cut, who: values["who"], rule: rule.id, isOpen: isOpen(text, isOwn: isOwn)))
        return
      }
    }
    guard let last = drafts.last, last.isOpen, unit.mark != nil || last.announcesMore || isOwn && !unit.beginsBlock else { return }
    drafts[drafts.count - 1].cut.append(unit.cut)
  }

  // In its own section whatever follows belongs to it; elsewhere only what a colon or an att-list announces.
  private func isOpen(_ text: [UInt8], isOwn: Bool) -> Bool { isOwn || text.endsInColon || text.suffix(4) == Array(" att".utf8)[...] }
}

extension [SentenceFacts.Draft] {
  /// What follows belongs to none of them.
  fileprivate mutating func close() {
    if !isEmpty { self[count - 1].isOpen = false }
  }
}
