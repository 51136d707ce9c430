internal import Documents
internal import Facts
internal import Pages
internal import Rules

/// Takes the items of lists: recipients and basis (underlag), one a line, or parted by commas or semicolons where all stand in one sentence.
struct ListFacts {
  private let rules: RuleSet
  /// The end of a line that goes on in the next ("och", "arbets-").
  private let unfinished: Pattern?

  init(rules: RuleSet) {
    self.rules = rules
    unfinished = rules.vocabulary.pattern(for: "oavslutat", prefix: "\\A", suffix: "\\z")
  }

  func items(_ sections: [Section], kind: Section.Kind, scope: Scope, in document: MunicipalDocument) -> [String] {
    sections.filter { $0.kind == kind }.flatMap { items($0, scope: scope, in: document) }
  }

  private func items(_ section: Section, scope: Scope, in document: MunicipalDocument) -> [String] {
    var cuts: [[UInt8]] = []
    if let inline = section.inline, let heading = section.heading { cuts.append(Array(document.pages.flatText(of: heading)[inline])) }
    let blocks = itemLines(of: section, in: document).flatMap { document.blocks($0, setting: .list) }
    if let whole = wrapped(cuts.first, blocks, scope: scope, in: document) { return whole }
    cuts += blocks.map { Array($0.passage.text[min($0.textStart, $0.passage.text.count)...]) }
    cuts = cuts.filter { !$0.isEmpty && !isForbidden($0, scope: scope) }
    if cuts.count == 1, blocks.allSatisfy({ $0.mark == nil }), let only = cuts.first { cuts = parts(of: only, scope: scope) }
    return cuts.map { text(of: $0, scope: scope) }
  }

  /// The section's lines, parted where an item begins with a small letter though nothing but its line tells it: in a list of which the first item does
  /// so too, or with one word alone.
  private func itemLines(of section: Section, in document: MunicipalDocument) -> [[LineReference]] {
    let isInSmallLetters = section.lines.first.map { document.text($0).beginsWithSmallLetter } ?? false
    var parts: [[LineReference]] = []
    for line in section.lines {
      let text = document.text(line)
      if let last = parts.last?.last,
        !text.beginsWithSmallLetter || !isInSmallLetters && text.split(separator: 0x20).count > 1 || !isEnded(last, line, document)
      {
        parts[parts.count - 1].append(line)
      } else {
        parts.append([line])
      }
    }
    return parts
  }

  /// Whether the writer ended a line: there was room for much more, and its last word does not go on ("och", "till", "arbets-").
  private func isEnded(_ line: LineReference, _ next: LineReference, _ document: MunicipalDocument) -> Bool {
    guard document.flow.fill(line, in: document.pages) < Self.shortLine, !document.flow.isFull(line, before: next, in: document.pages)
    else {
      return false
    }
    let last = document.text(line).split(separator: 0x20).last.map(Array.init) ?? []
    return !(unfinished?.matches(last) ?? false)
  }

  /// The share of its column that a line fills which was not broken by the margin.
  private static let shortLine = 0.5

  /// The item without what is said of why it is on the list.
  private func text(of item: [UInt8], scope: Scope) -> String {
    let tail = rules.rules(in: scope, near: item).lazy.filter { $0.gives["role"] == "tillägg" }
      .compactMap { $0.firstMatch(in: item)?.range("tail") }.first
    return String(decoding: item[..<(tail?.lowerBound ?? item.count)], as: UTF8.self)
  }

  /// The items of a list with commas that begins on the heading's line and goes on below it; nil where it is no such list.
  private func wrapped(_ inline: [UInt8]?, _ blocks: [Block], scope: Scope, in document: MunicipalDocument) -> [String]? {
    guard let inline, !blocks.isEmpty, blocks.allSatisfy({ $0.mark == nil }) else { return nil }
    let joined = blocks.reduce(trimmed(inline)) { document.hyphenation.joined($0, $1.passage.text) }
    let parts = parts(of: joined, scope: scope)
    return parts.count > 1 ? parts.map { text(of: $0, scope: scope) } : nil
  }

  private func trimmed(_ text: [UInt8]) -> [UInt8] { Array(text.reversed().drop { $0 == 0x20 }.reversed()) }

  private func isForbidden(_ item: [UInt8], scope: Scope) -> Bool {
    rules.rules(in: scope, near: item).contains { $0.gives["role"] == "none" && $0.firstMatch(in: item) != nil }
  }

  /// Items of a sentence, where a rule for such matches.
  private func parts(of item: [UInt8], scope: Scope) -> [[UInt8]] {
    let rule = rules.rules(in: scope, near: item).first {
      $0.gives["role"].map { Self.separators[$0] != nil } == true && $0.firstMatch(in: item) != nil
    }
    guard let rule, let separator = rule.gives["role"].flatMap({ Self.separators[$0] }) else { return [item] }
    var item = item
    // The word before the last item ("och") parts as the others are parted.
    if let last = rule.firstMatch(in: item)?.range("last") { item.replaceSubrange(last, with: [separator]) }
    return item.split(separator: separator).map { part in trimmed(Array(part.drop { $0 == 0x20 })) }.filter { !$0.isEmpty }
  }

  /// What parts the items of a sentence, by the role of the rule that knows it.
  private static let separators = ["komma": UInt8(ascii: ","), "semikolon": UInt8(ascii: ";"), "snedstreck": UInt8(ascii: "/")]
}
