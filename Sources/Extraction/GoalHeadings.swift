internal import Documents
internal import Pages
internal import Rules

/// Tells which heading each goal of a list stands under.
///
/// The nearest heading above is seldom it: a goal is a heading itself, and below it stand headings of its own ("Resultat", "Kommentar"). A goal stands
/// under what its list stands under, until a heading comes that is as high as that one and belongs to no goal's report.
struct GoalHeadings {
  private let document: MunicipalDocument
  private let rules: RuleSet
  private let goalHeading: Pattern?
  private let resultHeading: Pattern?
  private let outcome: Pattern?

  /// The heading over the goals read so far.
  private var over: Heading?
  /// The goals that are headings themselves, each below the one before it: goals of others may stand under them.
  private var goals: [Heading] = []
  private var isInGoal = false
  /// Whether the goals below it have headings of their own.
  private var hasInner = false

  init(rules: RuleSet, document: MunicipalDocument) {
    self.document = document
    self.rules = rules
    goalHeading = rules.vocabulary.pattern(for: "malrubrik", prefix: "\\A", suffix: "\\z")
    resultHeading = rules.vocabulary.pattern(for: "resultatrubrik", prefix: "\\A", suffix: "\\z")
    outcome = rules.shared.outcome
  }

  /// - Parameter starts: the first lines of the goals, in order.
  /// - Returns: for each goal the heading it stands under; nil where none is known.
  mutating func contexts(of starts: [LineReference]) -> [String?] {
    var headings = document.headings[...]
    return starts.map { start in
      while let heading = headings.first, heading.line.isBefore(start) {
        read(heading)
        headings.removeFirst()
      }
      if let heading = headingAbove(start) { read(heading) }
      let own = headings.first.flatMap { $0.line == start ? $0 : nil }
      if own != nil { headings.removeFirst() }
      return begin(own, at: start)
    }
  }

  /// The line right above a goal where its words are those of a heading over goals, whether it is set as one or not.
  private func headingAbove(_ start: LineReference) -> Heading? {
    guard start.line > 0, var heading = over else { return nil }
    let line = LineReference(page: start.page, line: start.line - 1)
    let text = document.text(line)
    guard goalHeading?.matches(text) == true, heading.line != line else { return nil }
    (heading.line, heading.text, heading.isProminent) = (line, String(decoding: text, as: UTF8.self), false)
    return heading
  }

  private mutating func read(_ heading: Heading) {
    let text = Array(heading.text.utf8)
    guard outcome?.matches(text) != true, !isAssignment(text) else { return }
    if isInGoal, goalHeading?.matches(text) != true {
      guard resultHeading?.matches(text) != true else {
        hasInner = true
        return
      }
      guard let over, !isText(heading) else { return }
      // Where goals have headings of their own below them, a short line may be another of those.
      guard heading.isProminent || !over.isProminent && !hasInner, heading.level <= over.level else { return }
    }
    (over, goals, isInGoal, hasInner) = (heading, [], false, false)
  }

  /// A short line with an assignment and its status is a fact of its own.
  private func isAssignment(_ text: [UInt8]) -> Bool {
    rules.rules(in: .assignment, near: text).contains { $0.firstMatch(in: text) != nil }
  }

  /// Whether it is a line of text that only looks like a heading: the line below goes on with it in small letters.
  private func isText(_ heading: Heading) -> Bool {
    let page = heading.line.page
    let below = (heading.line.line + 1..<max(document.pages[page].lines.count, heading.line.line + 1)).lazy
      .map { String(decoding: document.text(LineReference(page: page, line: $0)), as: UTF8.self) }
    return below.first { !heading.text.contains($0) }?.unicodeScalars.first?.properties.isLowercase ?? false
  }

  /// - Parameter own: the heading that the goal is, if it is one.
  private mutating func begin(_ own: Heading?, at start: LineReference) -> String? {
    if !isInGoal { trimOver(above: start) }
    isInGoal = true
    guard let own else { return over?.text }
    goals.removeAll { $0.level >= own.level }
    defer { goals.append(own) }
    return (goals.last ?? over)?.text
  }

  /// A heading that is set like the goal right below it has been read as one with it.
  private mutating func trimOver(above start: LineReference) {
    guard let heading = over, heading.text.contains(String(decoding: document.text(start), as: UTF8.self)) else { return }
    over?.text = String(decoding: document.text(heading.line), as: UTF8.self)
  }
}
