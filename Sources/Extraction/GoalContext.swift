internal import Documents
internal import Facts
internal import Pages
internal import Rules

/// What the goals of a document say of the key figures below them.
struct GoalContext {
  private let goals: [GoalExtractor.Located]
  /// Where each goal's results end: at the next goal, or the heading of its analysis.
  private let ends: [Int]
  private let positions: [LineReference: Int]
  private let texts: [[UInt8]]
  private let share: Pattern?
  /// Where a goal's words go from what it is about to what is to be reached.
  private let verb: Pattern?
  private let sexes: Pattern?

  init(_ goals: [GoalExtractor.Located], rules: RuleSet, document: MunicipalDocument) {
    self.goals = goals
    positions = Dictionary(uniqueKeysWithValues: document.body.enumerated().map { ($1, $0) })
    texts = goals.map { Array($0.goal.text.utf8) }
    share = rules.vocabulary.pattern(for: "andel")
    verb = rules.vocabulary.pattern(for: "malverb", prefix: " ", suffix: "\\b")
    sexes = rules.vocabulary.pattern(for: "malgrupp")
    let analysis = rules.vocabulary.pattern(for: "analysrubrik", prefix: "\\A", suffix: "\\z")
    let sections = Self.sections(rules, document)
    ends = goals.indices.map { index in
      let start = goals[index].start
      let limit = index + 1 < goals.count ? goals[index + 1].start : document.body.count
      let reach = max(start, min(limit, start + Self.reach))
      return (start..<reach).first { place in
        let line = document.body[place]
        return place > start && sections.contains(line) || analysis?.matches(document.text(line)) ?? false
      } ?? reach
    }
  }

  /// The headings that begin something other than a goal's result: what stands below them is not of the goal above.
  static func sections(_ rules: RuleSet, _ document: MunicipalDocument) -> Set<LineReference> {
    let result = rules.vocabulary.pattern(for: "resultatrubrik", prefix: "\\A", suffix: "\\z")
    let other = rules.vocabulary.pattern(for: "malslutrubrik", prefix: "\\A", suffix: "\\z")
    let headings = document.headings.filter { heading in
      let text = Array(heading.text.utf8)
      return other?.matches(text) ?? false || heading.isProminent && result?.matches(text) == false
    }
    return Set(headings.map(\.line))
  }

  /// How far below a goal's first line its results may stand, in lines.
  private static let reach = 40

  /// Whether the text is a goal's own words.
  func isGoal(_ text: [UInt8]) -> Bool {
    texts.contains { Self.holds(text, $0) || Self.holds($0, text) }
  }

  private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first, let last = part.last else { return true }
    guard text.count >= part.count else { return false }
    return text.withUnsafeBufferPointer { text in
      part.withUnsafeBufferPointer { part in
        (0...text.count - part.count).contains { start in
          text[start] == first && text[start + part.count - 1] == last && text[start..<start + part.count].elementsEqual(part)
        }
      }
    }
  }

  /// The index of the goal whose results stand at the line.
  private func goal(at line: LineReference) -> Int? {
    guard let position = positions[line], let index = goals.lastIndex(where: { $0.start <= position }) else { return nil }
    return position < ends[index] ? index : nil
  }

  /// Whether the line stands in what is reported of a goal.
  func isReport(_ line: LineReference) -> Bool { goal(at: line) != nil }

  /// What the goal above the line is about: its words before the verb, the sexes left out. Nil where it has a figure there or no such words.
  func subject(at line: LineReference) -> String? {
    guard let index = goal(at: line), let end = verb?.firstMatch(in: texts[index])?.range.lowerBound else { return nil }
    var words = Array(texts[index][..<end])
    if let part = sexes?.firstMatch(in: words)?.range { words.removeSubrange(part) }
    guard !words.isEmpty, words.count < Self.longestSubject, !words.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    return String(decoding: words, as: UTF8.self)
  }

  /// Bytes; longer words before a verb are more than a subject.
  private static let longestSubject = 70

  /// The indicator with what the numbered goal above it says: its number in the name, its target and assessment.
  func completed(_ indicator: Indicator, at line: LineReference) -> Indicator {
    guard let index = goal(at: line), let number = goals[index].goal.number else { return indicator }
    let goal = goals[index].goal
    var indicator = indicator
    indicator.name += " (mål \(number))"
    let text = Array(goal.text.utf8)
    indicator.target = indicator.target ?? share?.firstMatch(in: text).map { String(decoding: text[$0.range], as: UTF8.self) }
    indicator.assessment = goal.outcomeAsWritten
    return indicator
  }
}
