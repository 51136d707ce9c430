internal import Documents
internal import Language
internal import Rules

/// Tells what a section says from its label and from the lines below it.
struct LabelReader {
  let rules: RuleSet
  /// The words of the labels that the general rules know, by their section.
  private let known: [(section: String, stems: Set<String>)]

  /// So many lines below a label are looked at.
  private static let reach = 6
  /// So many letters of a word are its stem: "beslutet", "beslutar" and "beslut" are one.
  private static let stem = 5

  init(rules: RuleSet) {
    self.rules = rules
    known = rules.rules(in: .sectionHeading).flatMap { rule in
      rule.examples.compactMap { example in rule.gives["section"].map { ($0, Self.stems(example.text)) } }
    }
  }

  func isKnown(_ text: String) -> Bool { rules.first(.sectionHeading, taking: text) != nil }

  /// Whether the labels look like those who get the decision.
  func areRecipients(_ labels: [String]) -> Bool {
    labels.contains { label in
      rules.rules(in: .recipients).contains { $0.gives["role"] == "mottagare" && $0.firstMatch(in: Array(label.utf8)) != nil }
    }
  }

  /// The lines below a label, up to the next heading.
  func content(below line: Int, in sample: SampleDocument) -> [String] {
    var lines: [String] = []
    for next in sample.lines[(line + 1)...] where next.standing != .furniture {
      // A heading that the general rules know, right below, says what the label is: "Så blev det", "Kommunstyrelsen beslutar".
      if lines.count == Self.reach || !lines.isEmpty && isKnown(next.text) || next.standing == .heading || next.isProminent { break }
      lines.append(next.text)
    }
    return lines
  }

  /// The section, nil where nothing tells it, and what is unsure about it.
  /// - Parameter isFirst: whether it stands first in its §, where most tell about the matter.
  func kind(label: String, contents: [[String]], isFirst: Bool) -> (section: String?, doubt: String?) {
    let byLabel = section(ofLabel: label)
    let byText = contents.compactMap(section(ofText:)).mostCommon
    let share = contents.count { section(ofText: $0) == byText }
    switch (byText, byLabel) {
    case (let text?, let word?) where text == word: return (text, nil)
    case (let text?, let word) where share * 2 > contents.count:
      return (text, word == nil ? nil : "orden liknar \(Self.named(word ?? "")), men texten under är som under \(Self.named(text))")
    case (_, "background") where isFirst: return ("background", nil)
    case (_, let word?): return (word, "bara ordens likhet talar för \(Self.named(word))")
    case _ where isFirst: return ("background", nil)
    default: return (nil, "vad som står under rubriken säger inte vad den är")
    }
  }

  /// "beslut (decision)".
  private static func named(_ section: String) -> String {
    Section.Kind(rawValue: section).map { "\($0.swedish) (\(section))" } ?? section
  }

  private func section(ofLabel label: String) -> String? {
    let own = Self.stems(label)
    let scored = known.map {
      (section: $0.section, score: Double($0.stems.intersection(own).count) / Double(max($0.stems.union(own).count, 1)))
    }
    return scored.max { $0.score < $1.score }.flatMap { $0.score > 0 ? $0.section : nil }
  }

  private static func stems(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter }.filter { $0.count > 3 }.map { String($0.prefix(stem)) })
  }

  /// What the first lines say that only such a section says.
  private func section(ofText lines: [String]) -> String? {
    // The mark of a list's point says nothing here.
    guard let first = lines.first?.replacing(#/^(?:\d{1,2}[.)]|\p{L}[.)]|[-–•*])\s+/#, with: "") else { return nil }
    if let known = rules.first(.sectionHeading, taking: first) { return known.gives["section"] }
    let bytes = Array(([first] + lines.dropFirst()).joined(separator: " ").utf8)
    let tests: [(Scope, String)] = [
      (.motion, "motion"), (.reservation, "reservation"), (.vote, "vote"), (.recusal, "recusal"), (.statement, "statement"),
    ]
    for (scope, section) in tests {
      let rules = rules.rules(in: scope).filter { $0.gives["role"] != "none" && $0.gives["where"] != "avsnittet" }
      if rules.contains(where: { $0.firstMatch(in: bytes) != nil }) { return section }
    }
    if rules.first(.proposal, taking: first) != nil { return "proposal" }
    if isDecision(first) { return "decision" }
    if rules.rules(in: .motion).contains(where: { $0.gives["role"] == "none" && $0.firstMatch(in: Array(first.utf8)) != nil }) {
      return "procedure"
    }
    let isList = lines.allSatisfy { $0.count < 100 && $0.last != "." }
    if isList, lines.contains(where: { !DateScanner.scan(Array($0.utf8)).isEmpty }) { return "basis" }
    return isList && areRecipients([first]) ? "recipients" : nil
  }

  /// An organ and what it does, or the first of a decision's points.
  private func isDecision(_ line: String) -> Bool {
    let bytes = Array(line.utf8)
    if line.lowercased().hasPrefix("att ") { return true }
    guard let body = rules.shared.body?.firstMatch(in: bytes), body.range.lowerBound == 0 else { return false }
    return rules.shared.action?.firstMatch(in: bytes, from: body.range.upperBound) != nil
  }
}
