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
    /// What the line is ("paragrafrubrik, § 16"); nil where nothing placed it.
    public var role: String?
    /// The rule, or what else decided.
    public var rule: String?
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
    let known = FactPlaces(facts).places.filter { $0.evidence.page == page || $0.evidence.continued?.contains { $0.page == page } == true }
    return document.pages[page - 1].lines.indices.map { index in
      let line = LineReference(page: page - 1, line: index)
      let taken = known.filter { stands($0.evidence, on: line, in: document) }
      let role = document.roles[line]
      return LineExplanation(
        text: String(decoding: document.text(line), as: UTF8.self), role: role?.role, rule: role?.rule,
        facts: taken.map { "\($0.kind) (\($0.evidence.rule))" }, factRules: taken.map(\.evidence.rule),
        near: document.line(line).isFurniture ? [] : near(document.text(line), role: role, taken: Set(taken.map(\.evidence.rule))))
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

  private static let factScopes: [Scope] = [.decision, .motion, .vote, .reservation, .recusal, .goal, .assignment, .runningText]

  private func near(_ text: [UInt8], role: LineRole?, taken: Set<String>) -> [String] {
    let masked = MaskedSentence(text, units: rules.shared.moneyUnits)
    return Self.factScopes.flatMap { scope in
      rules.rules(in: scope).filter { !taken.contains($0.id) && !isForAnything($0) }.compactMap { rule in
        let subject = scope == .runningText ? masked.text : text
        guard rule.patterns.contains(where: { $0.matches(subject) }) else { return nil }
        return "\(rule.id): \(reason(rule, scope: scope, text: subject, role: role, taken: taken))"
      }
    }
  }

  // The last rule of a scope takes whatever the others left; it is near everything.
  private func isForAnything(_ rule: Rule) -> Bool { rule.patterns.contains { $0.matches(Array("abc".utf8)) } }

  private func reason(_ rule: Rule, scope: Scope, text: [UInt8], role: LineRole?, taken: Set<String>) -> String {
    if rule.isForbidden(text) { return "stoppas av sitt \"unless\"" }
    if rule.gives["role"] == "none" { return "säger att raden inte är ett faktum" }
    if rule.gives["role"] == "lead" { return "raden är ingress, inget eget faktum" }
    if let other = taken.first { return "regeln \(other) tog raden först" }
    return "gäller i \(scope.rawValue); raden är \(role?.role ?? "inte placerad")"
  }
}

/// All facts of a document with their evidence.
struct FactPlaces {
  let places: [(kind: String, evidence: Evidence)]

  init(_ facts: FactsDocument) {
    var places: [(String, Evidence?)] = []
    for paragraf in facts.paragraphs {
      places += paragraf.motions.map { ("yrkande", $0.source) } + paragraf.decisions.map { ("beslut", $0.source) }
      places += paragraf.votes.map { ("omröstning", $0.source) } + paragraf.reservations.map { ("reservation", $0.source) }
      places += paragraf.references.map { ("hänvisning", $0.source) }
    }
    places += facts.goals.map { ("mål", $0.source) } + facts.assignments.map { ("uppdrag", $0.source) }
    places += facts.amounts.map { ("belopp", $0.source) }
    self.places = places.compactMap { kind, evidence in evidence.map { (kind, $0) } }
  }
}
