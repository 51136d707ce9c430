public import Facts
internal import Foundation
internal import Language

/// Compares two files with the minutes of one meeting, § by § and part by part.
public struct Comparer {
  private let splitter = SentenceSplitter()

  public init() {}

  /// A file as it was read.
  public struct Side {
    public var facts: FactsDocument
    /// The text of its §, for what is changed in none of the parts.
    public var sections: [TextSection]

    public init(facts: FactsDocument, sections: [TextSection]) {
      self.facts = facts
      self.sections = sections
    }
  }

  public func compare(_ old: Side, _ new: Side) -> MeetingDifference {
    let (before, after) = (old.facts, new.facts)
    var difference = MeetingDifference(
      old: before.document, new: after.document, isSameMeeting: MeetingKey.areSame(before.document, after.document))
    difference.document = MeetingParts.changes(before.meeting, after.meeting)
    let pairs = Pairing.pairs(before.paragraphs, after.paragraphs)
    let texts = (Self.texts(old), Self.texts(new))
    for pair in pairs {
      let (one, other) = (before.paragraphs[pair.old], after.paragraphs[pair.new])
      var changes = ParagrafParts.changes(one, other)
      changes += textChange(texts.0[pair.old], texts.1[pair.new], known: changes)
      if changes.isEmpty {
        difference.same += 1
      } else {
        difference.changed.append(.init(old: .init(one), new: .init(other), changes: changes))
      }
    }
    let (usedOld, usedNew) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    difference.removed = before.paragraphs.indices.filter { !usedOld.contains($0) }.map { .init(before.paragraphs[$0]) }
    difference.added = after.paragraphs.indices.filter { !usedNew.contains($0) }.map { .init(after.paragraphs[$0]) }
    return difference
  }

  /// The section of each §, in the order of the facts; nil where there is none.
  private static func texts(_ side: Side) -> [TextSection?] {
    let sections = side.sections.filter { $0.kind == .paragraf }
    return side.facts.paragraphs.indices.map { sections.indices.contains($0) ? sections[$0] : nil }
  }

  /// Sentences that only one of the files has, but for those that a changed part shows already.
  private func textChange(_ old: TextSection?, _ new: TextSection?, known: [MeetingDifference.Change]) -> [MeetingDifference.Change] {
    guard let old, let new else { return [] }
    let shown = known.flatMap { $0.old + $0.new }.map { Plain.folded($0.text) }
    let isShown = { (item: MeetingDifference.Item) in
      let text = Plain.folded(item.text)
      return shown.contains { $0.contains(text) || text.contains($0) && $0.utf8.count * 2 > text.utf8.count }
    }
    let change = ListChange.change(.text, sentences(of: old), sentences(of: new))
    guard var change else { return [] }
    change.old.removeAll(where: isShown)
    change.new.removeAll(where: isShown)
    return change.old.isEmpty && change.new.isEmpty ? [] : [change]
  }

  private func sentences(of section: TextSection) -> [MeetingDifference.Item] {
    let bytes = Array(section.text.utf8)
    // A line break stands between blocks: a heading is no part of the sentence below it.
    let blocks = bytes.split(separator: 0x0A)
    return blocks.flatMap { block in
      splitter.split(Array(block)).map { range in
        let start = block.startIndex + range.lowerBound
        let page = section.spans.last { $0.start <= start }?.page ?? section.spans.first?.page
        return MeetingDifference.Item(String(decoding: bytes[start..<(block.startIndex + range.upperBound)], as: UTF8.self), page: page)
      }
    }
  }
}
