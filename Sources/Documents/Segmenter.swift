internal import Language
public import Pages
public import Rules

/// Lines in, structure out: finds what kind of document it is, its front matter, its § with their sections, and its headings.
public struct Segmenter: Sendable {
  public let rules: RuleSet
  public let hyphenation: Hyphenation

  public init(rules: RuleSet, hyphenation: Hyphenation) {
    self.rules = rules
    self.hyphenation = hyphenation
  }

  /// - Parameter pages: furniture found by repetition is marked already; that found by wording is marked here.
  public func segment(_ pages: [Page]) -> MunicipalDocument {
    var pages = MarginLabels(rules: rules).parted(LineFlow.singleSpaced(pages))
    let signatures = LineSignatures(pages, rules: rules)
    var furniture = FurnitureRules(signatures: signatures)
    furniture.restoreHeadings(in: &pages)
    furniture.restoreRecipients(in: &pages)
    var roles = Self.repeated(in: pages)
    furniture.mark(&pages)
    for (line, rule) in furniture.marked { roles[line] = LineRole(role: "sidhuvud/sidfot", rule: rule) }
    let body = Self.lines(of: pages) { $0.stream != .note }
    let notes = Self.lines(of: pages) { $0.stream == .note }
    let parts = Parts(pages: pages, body: body, rules: rules, signatures: signatures, hyphenation: hyphenation)
    let candidates = parts.paragrafCandidates()
    let reader = FrontMatterReader(
      pages: pages, rules: rules, signatures: signatures, hasParagrafer: parts.areMinutes(candidates),
      recipients: parts.recipients(candidates), hyphenation: hyphenation)
    let front = reader.read()
    let isMinutes = front.type == "protokoll"
    var document = MunicipalDocument(
      pages: pages, frontMatter: front, paragrafer: isMinutes ? parts.paragrafer(candidates, body: front.body) : [],
      headings: parts.headings(isMinutes: isMinutes), body: body, notes: notes, roles: roles, flow: parts.flow, hyphenation: hyphenation,
      signatures: signatures)
    document.tables = TableFinder(pages: pages, rules: rules, headings: document.headings, hyphenation: hyphenation).find()
    document.orderHeadings(bodySize: parts.bodySize)
    if isMinutes {
      document.readFrontPages(rules: rules)
      document.frontMatter = reader.redated(front, without: document.textsOfOtherDays)
    }
    document.nameRoles(rules: rules)
    return document
  }

  private static func repeated(in pages: [Page]) -> [LineReference: LineRole] {
    var roles: [LineReference: LineRole] = [:]
    for (page, content) in pages.enumerated() {
      for (line, value) in content.lines.enumerated() where value.isFurniture {
        roles[LineReference(page: page, line: line)] = LineRole(role: "sidhuvud/sidfot", rule: MunicipalDocument.repetition)
      }
    }
    return roles
  }

  /// The lines that are not furniture.
  private static func lines(of pages: [Page], where isWanted: (Line) -> Bool) -> [LineReference] {
    pages.indices.flatMap { page in
      let lines = pages[page].lines
      return lines.indices.filter { !lines[$0].isFurniture && isWanted(lines[$0]) }.map { LineReference(page: page, line: $0) }
    }
  }
}

/// What the finders share while one document is segmented.
private struct Parts {
  let pages: [Page]
  let body: [LineReference]
  let rules: RuleSet
  let signatures: LineSignatures
  let flow: LineFlow
  let sectionHeadings: SectionHeadings
  let caseNumbers: CaseNumberFinder
  let bodySize: Double
  let hyphenation: Hyphenation

  init(pages: [Page], body: [LineReference], rules: RuleSet, signatures: LineSignatures, hyphenation: Hyphenation) {
    self.signatures = signatures
    self.hyphenation = hyphenation
    self.pages = pages
    self.body = body
    self.rules = rules
    flow = LineFlow(pages: pages)
    sectionHeadings = SectionHeadings(pages: pages, body: body, signatures: signatures)
    caseNumbers = CaseNumberFinder(rules: rules)
    bodySize = FontSizes(pages: pages).body
  }

  func paragrafCandidates() -> [ParagrafFinder.Candidate] {
    ParagrafFinder(
      pages: pages, body: body, flow: flow, rules: rules, bodySize: bodySize,
      sectionKind: { sectionHeadings.heading(body[$0])?.kind },
      hasCaseNumber: { caseNumbers.find(in: pages.text(of: body[$0])) != nil },
      isCaseNumber: { caseNumbers.find(in: $0)?.isWholeLine ?? false }
    ).find()
  }

  /// Whether headings of § are a series, as minutes have, or one with a diarienummer and a decision, as an extract of them has.
  func areMinutes(_ candidates: [ParagrafFinder.Candidate]) -> Bool {
    guard candidates.count == 1, let only = candidates.first else { return candidates.count > 1 }
    let reach = only.lines.lowerBound - 1...only.lines.upperBound + 3
    return reach.contains { body.indices.contains($0) && caseNumbers.find(in: pages.text(of: body[$0])) != nil }
      && body[only.lines.upperBound...].contains { sectionHeadings.heading($0)?.kind == .decision }
  }

  /// The lines that tell to whom decisions are sent: below their heading, up to the next one or the next §.
  func recipients(_ candidates: [ParagrafFinder.Candidate]) -> Set<LineReference> {
    let paragrafer = Set(candidates.flatMap(\.lines))
    var found = Set<LineReference>()
    var left = 0
    for (index, line) in body.enumerated() {
      let heading = sectionHeadings.heading(line)
      if paragrafer.contains(index) || heading.map({ $0.kind != .recipients }) ?? false { left = 0 }
      if heading?.kind == .recipients { left = Self.mostRecipients }
      guard left > 0 else { continue }
      found.insert(line)
      left -= 1
    }
    return found
  }

  /// Lines of a list of recipients; one without end is none.
  private static let mostRecipients = 15

  // A short line with a diarienummer of its own kind looks like a heading.
  func headings(isMinutes: Bool) -> [Heading] {
    let all = HeadingFinder(
      pages: pages, body: body, flow: flow, signatures: signatures, bodySize: bodySize, hyphenation: hyphenation
    ).find()
    return isMinutes ? all.filter { caseNumbers.find(in: pages.text(of: $0.line))?.isWholeLine != true } : all
  }

  func paragrafer(_ found: [ParagrafFinder.Candidate], body name: String?) -> [Paragraf] {
    let candidates = found.own(of: name)
    let isBefore = caseNumberIsBefore(candidates)
    let above = TitlesAbove(
      pages: pages, body: body, flow: flow, caseNumbers: caseNumbers, headings: sectionHeadings, bodySize: bodySize
    ).find(candidates)
    let headings = candidates.indices.map { above[$0]?.lowerBound ?? candidates[$0].lines.lowerBound }
    let starts = zip(headings, MatterNumbers(pages: pages, body: body).find(above: headings)).map { $1 ? $0 - 1 : $0 }
    let preambles = Preambles(pages: pages, body: body, flow: flow, caseNumbers: caseNumbers, headings: sectionHeadings).find(
      before: starts)
    let reader = TitleReader(
      pages: pages, body: body, flow: flow, caseNumbers: caseNumbers, headings: sectionHeadings, bodySize: bodySize,
      hyphenation: hyphenation,
      caseNumberIsBefore: isBefore)
    let decisionHeadings = body.count { sectionHeadings.heading($0)?.kind == .decision }
    let cutter = SectionCutter(
      pages: pages, rules: rules, signatures: signatures, headings: sectionHeadings, flow: flow, ownBody: name.map(OrganName.init),
      hasFewDecisionHeadings: decisionHeadings * 2 < candidates.count)
    return candidates.indices.map { index in
      let candidate = candidates[index]
      let next = index + 1 < candidates.count ? preambles[index + 1]?.start ?? starts[index + 1] : body.count
      let limit =
        isBefore && index + 1 < candidates.count && isWholeCaseNumber(next - 1) ? max(next - 1, candidate.lines.upperBound) : next
      let found = reader.read(heading: candidate.lines, rest: candidate.rest, above: above[index], limit: limit)
      let preamble = preambles[index]
      return Paragraf(
        number: candidate.number, letter: candidate.letter, rule: candidate.rule, heading: body[candidate.index],
        chainLines: candidate.lines.filter { $0 != candidate.index }.map { body[$0] }, titleLines: found.titleLines,
        title: title(found.title), caseNumber: found.caseNumber ?? preamble?.caseNumber,
        processCode: found.processCode ?? preamble?.processCode, isConfidential: found.isConfidential,
        sections: (preamble?.recipients.map { [$0] } ?? []) + cutter.cut(Array(body[min(found.end, limit)..<limit]), of: candidate.number))
    }
  }

  private func title(_ bytes: [UInt8]) -> String? { bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }

  private func isWholeCaseNumber(_ index: Int) -> Bool {
    body.indices.contains(index) && caseNumbers.find(in: pages.text(of: body[index]))?.isWholeLine == true
  }

  /// Whether this document sets the diarienummer on a line of its own before the heading: more often than after it.
  private func caseNumberIsBefore(_ candidates: [ParagrafFinder.Candidate]) -> Bool {
    // One above the first § alone may end what stands before it: a list of the matters.
    let isBefore = candidates.map { isWholeCaseNumber($0.lines.lowerBound - 1) }
    let before = candidates.count > 1 && !isBefore.dropFirst().contains(true) ? 0 : isBefore.count(where: \.self)
    let after = candidates.filter { candidate in (0..<3).contains { isWholeCaseNumber(candidate.lines.upperBound + $0) } }.count
    let onLine = candidates.filter { $0.lines.contains { caseNumbers.find(in: pages.text(of: body[$0])) != nil } }.count
    return before > 0 && before >= max(after, onLine)
  }
}

extension MunicipalDocument {
  /// What found furniture that stands in the same place on page after page, where no rule did.
  fileprivate static let repetition = "upprepning"

  /// Makes the headings a tree. What is set heavier in a table is none of them, nor is a title over one that is smaller than the text.
  fileprivate mutating func orderHeadings(bodySize: Double) {
    let inTables = Set(tables.flatMap(\.lines))
    let titles = Set(tables.flatMap(\.captionLines))
    headings = headings.filter { heading in
      let isSmallTitle = titles.contains(heading.line) && line(heading.line).fontSize < bodySize - 0.3
      return !inTables.contains(heading.line) && !isSmallTitle
    }
    var levels = HeadingLevels(pages: pages, titles: titles)
    levels.set(&headings)
  }

  /// Reads the fields of the front page. What stands behind the last § on the page with signatures and notice is none of that §.
  fileprivate mutating func readFrontPages(rules: RuleSet) {
    let front = FrontPages(pages: pages, rules: rules)
    let byRule = Set(roles.filter { $0.value.rule != Self.repetition && line($0.key).isFurniture }.keys)
    takeClosing(front)
    var lines = front.lines(before: firstLineOfParagrafer(rules), in: body, byRule: byRule)
    if let first = closing.first {
      lines += closing.filter { $0.page == first.page } + front.labelled(byRule, after: first, among: closing)
    }
    frontFields = FrontFieldFinder(pages: pages, rules: rules).find(in: lines)
  }

  /// Where the first § begins: with its diarienummer where that stands above its heading.
  private func firstLineOfParagrafer(_ rules: RuleSet) -> LineReference? {
    guard let first = paragrafer.first, let heading = body.firstIndex(of: first.heading), heading > 0, first.caseNumber != nil,
      CaseNumberFinder(rules: rules).find(in: text(body[heading - 1]))?.isWholeLine == true
    else { return paragrafer.first?.heading }
    return body[heading - 1]
  }

  /// The words that tell the day of the approval (justering): their cells, and the lines that hold nothing else.
  fileprivate var textsOfOtherDays: Set<ByteKey> {
    let others = frontFields.filter { $0.kind == "adjustment" }
    let shared = Set(frontFields.filter { $0.kind != "adjustment" }.flatMap { [$0.label] + $0.cells.map(\.line) })
    let cells = others.flatMap(\.cells)
    let lines = Set(others.map(\.label) + cells.map(\.line)).subtracting(shared)
    return Set(cells.map { ByteKey($0.text) } + lines.map { ByteKey(pages.text(of: $0)) })
  }

  private mutating func takeClosing(_ front: FrontPages) {
    guard let last = paragrafer.indices.last, let start = body.firstIndex(of: paragrafer[last].heading) else { return }
    let lines = Array(body[(start + 1)...])
    closing = Array(lines[front.closing(in: lines)...])
    let taken = Set(closing)
    if taken.isEmpty { return }
    for index in paragrafer[last].sections.indices { paragrafer[last].sections[index].lines.removeAll(where: taken.contains) }
    paragrafer[last].sections.removeAll { section in section.heading.map(taken.contains) ?? false }
  }

  /// Notes for each line of the structure what it was taken as.
  fileprivate mutating func nameRoles(rules: RuleSet) {
    for paragraf in paragrafer {
      for line in paragraf.titleLines { roles[line] = LineRole(role: "titel, § \(paragraf.number)", rule: paragraf.rule) }
      roles[paragraf.heading] = LineRole(role: "paragrafrubrik, § \(paragraf.number)", rule: paragraf.rule)
      for line in paragraf.chainLines { roles[line] = LineRole(role: "paragrafkedja, § \(paragraf.number)", rule: paragraf.rule) }
      for section in paragraf.sections {
        if let heading = section.heading, let rule = section.rule {
          roles[heading] = LineRole(role: "avsnittsrubrik, \(section.kind.swedish) (\(section.kind.rawValue))", rule: rule)
        }
        for line in section.lines { roles[line] = LineRole(role: section.kind.swedish, rule: section.rule ?? "efter titeln") }
      }
    }
    nameContents(rules)
    for field in frontFields {
      let role = LineRole(role: "försättsblad (\(field.kind))", rule: field.rule)
      for line in field.cells.map(\.line) + field.labelRest where roles[line] == nil { roles[line] = role }
      roles[field.label] = role
    }
    for line in notes where roles[line] == nil { roles[line] = LineRole(role: "fotnot", rule: "typografi") }
    for table in tables { for line in table.lines where roles[line] == nil { roles[line] = LineRole(role: "tabell", rule: "kolumner") } }
    for heading in headings where roles[heading.line] == nil || heading.isProminent && paragrafer.isEmpty {
      roles[heading.line] = LineRole(role: "rubrik, nivå \(heading.level)", rule: heading.isProminent ? "typografi" : "kort rad")
    }
  }

  /// Lines before the first § that look like headings of § are those of the contents page, and so is what has dots and a page number.
  private mutating func nameContents(_ rules: RuleSet) {
    guard let first = paragrafer.first?.heading else { return }
    for line in body.prefix(while: { $0.isBefore(first) }) where roles[line] == nil {
      let text = text(line)
      let signature = signatures[line]
      let found = [Scope.contents, .paragrafHeading].lazy.flatMap { rules.rules(in: $0, near: signature) }.first {
        $0.firstMatch(in: text) != nil
      }
      if let found { roles[line] = LineRole(role: "innehållsförteckning", rule: found.id) }
    }
  }
}
