internal import Foundation
internal import Language
internal import Rules

/// Tells what each sum of a sentence is (kostnad, underskott, anslag ...), by the rules of running text.
struct KindReader {
  private let rules: RuleSet
  /// Words from the head of a noun phrase to one that hangs on it: `intäkter i form av` before `lönekostnader`.
  private let link: Pattern?

  init(_ rules: RuleSet) {
    self.rules = rules
    link = rules.vocabulary.pattern(for: "huvudled", prefix: "\\A(?:", suffix: ")\\z")
  }

  /// What one sum is.
  struct Reading {
    var rule: String
    var kind: String
    /// Whether words of the sentence say so; else it is the default of a sum of its form.
    var isSaid: Bool
    /// Whether it is the kind of the sum before, and no word's own.
    var isTakenOver = false
  }

  /// A rule that may say what a sum is.
  private struct Candidate {
    var rule: Rule
    /// The rule's place among the others.
    var order: Int
    /// Where the match's first word begins.
    var start: Int
    var kind: String

    var isExpression: Bool { rule.gives["by"] == "uttryck" }
    var isRest: Bool { rule.gives["by"] == "rest" }
  }

  /// A reading for each sum, in order.
  /// - Parameters:
  ///   - previous: that of the sum before the sentence's first one, in the same block.
  ///   - type: the document's; a rule with `where` holds in documents of that type alone.
  func readings(of sentence: MaskedSentence, after previous: Reading?, in type: String) -> [Reading] {
    let candidates = candidates(in: sentence, type: type)
    var readings: [Reading] = []
    for (index, amount) in sentence.amounts.enumerated() {
      let before = readings.last ?? previous
      if amount.part == .high, let low = readings.last {
        readings.append(low)
      } else {
        var reading = reading(of: candidates[index] ?? [], in: sentence.text, after: before)
        if reading.isTakenOver { reading.kind = signed(reading.kind, amount, isPlus: sentence.isWrittenPlus(index)) }
        readings.append(reading)
      }
    }
    return readings
  }

  private func candidates(in sentence: MaskedSentence, type: String) -> [Int: [Candidate]] {
    var found: [Int: [Candidate]] = [:]
    for (order, rule) in rules.rules(in: .runningText, near: sentence.text).enumerated() {
      guard rule.gives["where"] ?? type == type else { continue }
      for match in rule.patterns.flatMap({ $0.overlappingMatches(in: sentence.text) }) {
        guard let mask = match.range("belopp") ?? match.range("minusbelopp"), let index = sentence.index(ofMaskAt: mask.lowerBound),
          !rule.isForbidden(Array(sentence.text[match.range])), let kind = rules.values(of: rule, for: match, in: sentence.text)["kind"]
        else { continue }
        let start = sentence.text.wordStart(before: match.range.lowerBound)
        found[index, default: []].append(Candidate(rule: rule, order: order, start: start, kind: kind))
      }
    }
    return found
  }

  private func reading(of candidates: [Candidate], in text: [UInt8], after previous: Reading?) -> Reading {
    let candidates = candidates.filter { $0.kind != Self.same || previous != nil }
    let chosen =
      Self.nearest(candidates.filter(\.isExpression)) ?? head(of: candidates.filter { !$0.isExpression && !$0.isRest }, in: text)
      ?? candidates.min { $0.order < $1.order }
    guard let chosen else { return Reading(rule: "", kind: "annat", isSaid: false) }
    guard chosen.kind == Self.same, let previous else { return Reading(rule: chosen.rule.id, kind: chosen.kind, isSaid: !chosen.isRest) }
    return Reading(rule: chosen.rule.id, kind: previous.kind, isSaid: true, isTakenOver: true)
  }

  /// The kind taken over from the sum before: of the other sign, it is no deficit, or no surplus, for that one's sake.
  private func signed(_ kind: String, _ amount: Amount, isPlus: Bool) -> String {
    if kind == Self.deficit, isPlus { return Self.surplus }
    return kind == Self.surplus && (amount.value ?? 0) < 0 ? Self.deficit : kind
  }

  private static let surplus = "överskott"
  private static let deficit = "underskott"

  /// What a rule gives whose sum is of the same kind as the one before.
  private static let same = "samma"

  private static func nearest(_ candidates: [Candidate]) -> Candidate? {
    candidates.max { ($0.start, -$0.order) < ($1.start, -$1.order) }
  }

  /// The nearest word, or the one that it hangs on.
  private func head(of candidates: [Candidate], in text: [UInt8]) -> Candidate? {
    guard var chosen = Self.nearest(candidates) else { return nil }
    for earlier in candidates.sorted(by: { $0.start > $1.start }) where earlier.start < chosen.start {
      if link?.matches(Array(text[earlier.start..<chosen.start])) == true { chosen = earlier }
    }
    return chosen
  }
}

extension [UInt8] {
  /// Back to where the word begins that the byte at `offset` is in: a rule may match the end of a compound.
  fileprivate func wordStart(before offset: Int) -> Int {
    var start = offset
    while start > 0, self[start - 1] != 0x20, self[start - 1] != UInt8(ascii: "(") { start -= 1 }
    return start
  }
}
