public import Documents
public import Facts
internal import Pages
public import Rules

/// Says line by line what a page was taken as, by which rule, and why near rules did not take it.
public struct Explainer {
  private let rules: RuleSet

  public init(_ rules: RuleSet) { self.rules = rules }

  /// One line of a page.
  public struct LineExplanation: Codable, Sendable {
    public var text: String
    /// Where it stands on the page: `[x0, y0, x1, y1]`, PDF points, origin top left. Nil for plain text.
    public var box: [Double]?
    /// What the line is ("paragrafrubrik, § 16"); nil where nothing placed it.
    public var role: String?
    /// The rule, or what else decided.
    public var rule: String?
    /// Why the facts have it among the lines that no rule placed, though it has a role: a heading that comes again and that no rule knows.
    public var unplaced: String?
    /// The facts that stand on the line: what each is and by which rule.
    public var facts: [String]
    /// The rules of those facts.
    public var factRules: [String]
    /// Rules that match the line's words and did not take it, each with the reason.
    public var near: [String]
  }

  /// - Parameter page: counts from 1.
  public func explain(_ document: MunicipalDocument, facts: FactsDocument, page: Int) -> [LineExplanation] {
    guard document.pages.indices.contains(page - 1) else { return [] }
    let marks = LineMarks(document, rules: rules)
    let known = FactPlaces(facts).places.filter { $0.evidence.page == page || $0.evidence.continued?.contains { $0.page == page } == true }
    let unplaced = facts.unplaced.filter { $0.page == page }
    return document.pages[page - 1].lines.indices.map { index in
      let line = LineReference(page: page - 1, line: index)
      let taken = known.filter { stands($0.evidence, on: line, in: document) }.map { (kind: $0.kind, rule: $0.evidence.rule) } + marks[line]
      let text = String(decoding: document.text(line), as: UTF8.self)
      let role = marks.role(of: line, insteadOf: document.roles[line])
      let near = NearRules(rules: rules, role: role?.role, taken: taken.map(\.rule))
      return LineExplanation(
        text: text, box: box(of: line, in: document), role: role?.role, rule: role?.rule,
        unplaced: role == nil ? nil : unplaced.first { $0.quote == text }?.reason,
        facts: taken.map { "\($0.kind) (\($0.rule))" }, factRules: taken.map(\.rule),
        near: document.line(line).isFurniture ? [] : near.reasons(for: document.text(line)))
    }
  }

  private func box(of line: LineReference, in document: MunicipalDocument) -> [Double]? {
    document.line(line).box.map(document.pages[line.page].shown).map { box in
      [box.x0, box.y0, box.x1, box.y1].map { ($0 * 10).rounded() / 10 }
    }
  }

  private func stands(_ evidence: Evidence, on line: LineReference, in document: MunicipalDocument) -> Bool {
    let page = document.pages[line.page]
    if let lines = evidence.lines, let first = lines.first, let last = lines.last {
      let number = page.firstLineNumber + page.text[..<page.lines[line.line].range.lowerBound].count { $0 == 0x0A }
      return number >= first && number <= last
    }
    let boxes = evidence.page == page.number ? evidence.boxes ?? [] : evidence.continued?.first { $0.page == page.number }?.boxes ?? []
    guard let box = document.line(line).box.map(page.shown) else { return false }
    let middle = (box.y0 + box.y1) / 2
    return boxes.contains { $0[1] <= middle && $0[3] >= middle && $0[0] < box.x1 && $0[2] > box.x0 }
  }
}
