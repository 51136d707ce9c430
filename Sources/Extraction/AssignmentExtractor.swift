internal import Documents
internal import Facts
internal import Language
internal import Pages
internal import Rules

/// Takes assignments (uppdrag) from rows with dates and a status, from items of a list that end in a status, and from tables.
struct AssignmentExtractor {
  let rules: RuleSet
  let evidence: EvidenceMaker
  private let heading: Pattern?
  /// What stands before an assignment's own words, and says that it is one.
  private let prefix: Pattern?
  /// The rules of lines that say nothing but a status.
  private let statusLines: RuleSelection

  init(rules: RuleSet, evidence: EvidenceMaker) {
    self.rules = rules
    self.evidence = evidence
    heading = rules.vocabulary.pattern(for: "uppdragsrubrik", prefix: "\\A", suffix: "\\z")
    prefix = rules.vocabulary.pattern(for: "uppdragsinledning", prefix: "\\A")
    statusLines = rules.selection(in: .assignment) { $0.gives["form"] == "statusrad" }
  }

  private static let mostLabelLines = 8
  /// Bytes; less above a line with a status is no assignment.
  private static let shortestLabel = 12

  /// An assignment with the place in the document's body where its row stands.
  struct Located {
    var start: Int
    var assignment: Assignment
  }

  func assignments(in document: MunicipalDocument) -> [Assignment] {
    var taken = 0
    let headings = HeadingIndex(document)
    let labels = statusLabels(in: document, headings: headings)
    let rows = document.body.indices.compactMap { index -> Located? in
      guard let found = assignment(at: index, after: taken, headings: headings, labels: labels, in: document) else {
        return nil
      }
      taken = index + 1
      return Located(start: index, assignment: found)
    }
    let tables = AssignmentTables(rules: rules, evidence: evidence).read(document)
    return merged(rows, tables, in: document).sorted { $0.start < $1.start }.map(\.assignment)
  }

  /// Of each table what its rows tell, unless its lines tell of more: cells side by side are mixed up in lines.
  private func merged(_ rows: [Located], _ tables: [AssignmentTables.Found], in document: MunicipalDocument) -> [Located] {
    tables.reduce(rows) { rows, table in
      let others = rows.filter { !table.lines.contains(document.body[$0.start]) }
      return rows.count - others.count > table.assignments.count ? rows : others + table.assignments
    }
  }

  /// The lines above those that say nothing but a status (index of that line -> its label), where they name assignments.
  private func statusLabels(in document: MunicipalDocument, headings: HeadingIndex) -> [Int: Cut] {
    var labels: [Int: Cut] = [:]
    // Labels and their status may look like headings; what follows one stands under the heading above it.
    var lines = Set<LineReference>()
    for index in document.body.indices {
      let line = document.body[index]
      let near = document.signatures.rules(of: statusLines, near: line)
      guard let rule = near.first(where: { $0.firstMatch(in: document.pages.flatText(of: line)) != nil }) else { continue }
      let above = labelLines(above: index, after: 0, rule, in: document)
      guard let label = label(above, in: document) else { continue }
      if label.parts.first?.range.lowerBound == chapterLength(document.text(above[0])) {
        var over = headings.nearest(to: above[0])
        while let item = over, lines.contains(item.line) { over = headings.nearest(to: item.line) }
        guard over.map({ heading?.matches(Array($0.text.utf8)) ?? false }) ?? false else { continue }
      }
      lines.formUnion(above + [line])
      labels[index] = label
    }
    return labels
  }

  /// The lines as an assignment's text, what introduces it left out; nil where they do not look like one.
  private func label(_ lines: [LineReference], in document: MunicipalDocument) -> Cut? {
    let passage = document.passage(lines)
    let chapter = chapterLength(passage.text)
    let text = Array(passage.text[chapter...])
    guard startsInCapital(text) else { return nil }
    let start = chapter + (prefix?.firstMatch(in: text)?.range.upperBound ?? 0)
    guard passage.text.count - start >= Self.shortestLabel, passage.text[start...].contains(0x20) else { return nil }
    return Cut(passage, start..<passage.text.count)
  }

  private func assignment(
    at index: Int, after taken: Int, headings: HeadingIndex, labels: [Int: Cut], in document: MunicipalDocument
  ) -> Assignment? {
    let line = document.body[index]
    let near = document.signatures.rules(in: .assignment, near: line)
    guard !near.isEmpty else { return nil }
    let text = document.pages.flatText(of: line)
    for rule in near {
      guard let match = rule.firstMatch(in: text, document.signatures[line]) else { continue }
      if rule.gives["under"] == "uppdragsrubrik", !isUnderHeading(line, headings, rule) { continue }
      let values = rules.values(of: rule, for: match, in: text)
      let isStatusLine = rule.gives["form"] == "statusrad"
      guard let cut = isStatusLine ? labels[index] : labelCut(index, label: match.range("text") ?? 0..<0, after: taken, rule, in: document)
      else { continue }
      let (start, end) = (date(values["start"]), date(values["end"]))
      // The days of two columns with figures, the later one first.
      if let start, let end, start > end { continue }
      let written = status(values["status"], below: index, in: document)
      return Assignment(
        text: trimmed(cut.text), status: written.flatMap { rules.vocabulary.value(of: Array($0.utf8), in: "uppdragsstatus") },
        statusAsWritten: written, start: start, end: end,
        source: evidence.evidence(cut, rule: rule.id))
    }
    return nil
  }

  /// Whether the heading above says that assignments follow; another item of the list may look like a heading.
  private func isUnderHeading(_ line: LineReference, _ headings: HeadingIndex, _ rule: Rule) -> Bool {
    var above = headings.nearest(to: line)
    while let item = above, rule.firstMatch(in: Array(item.text.utf8)) != nil { above = headings.nearest(to: item.line) }
    return above.map { heading?.matches(Array($0.text.utf8)) ?? false } ?? false
  }

  /// The row's label: what stands on the row itself with the lines above where it goes on from them, or those below where it goes on there.
  private func labelCut(_ index: Int, label: Range<Int>, after taken: Int, _ rule: Rule, in document: MunicipalDocument) -> Cut {
    let line = document.body[index]
    let own = Array(document.pages.flatText(of: line)[label])
    if !own.isEmpty, startsInCapital(own) {
      var cut = Cut(document.passage([line]), label)
      let below = linesBelow(index, in: document)
      if !below.isEmpty { cut = joined(cut, document.passage(below), hyphenated: own.last == UInt8(ascii: "-")) }
      return cut
    }
    let passage = document.passage(labelLines(above: index, after: taken, rule, in: document) + [line])
    return Cut(passage, 0..<(passage.text.count - (document.pages.flatText(of: line).count - label.upperBound)))
  }

  // A hyphen at the end of the label's first line is the line break's.
  private func joined(_ cut: Cut, _ below: Passage, hyphenated: Bool) -> Cut {
    var cut = cut
    if hyphenated, let part = cut.parts.last { cut.parts[cut.parts.count - 1].range = part.range.lowerBound..<part.range.upperBound - 1 }
    cut.isGlued = hyphenated
    cut.append(Cut(below, 0..<below.text.count))
    return cut
  }

  /// Bytes of the chapter's number that an assignment as a heading begins with, of two parts or more: "3.1 Utreda".
  private func chapterLength(_ text: [UInt8]) -> Int {
    let number = text.prefix { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") }
    let parts = number.split(separator: UInt8(ascii: "."))
    guard parts.count > 1, number.first != UInt8(ascii: "."), number.count < text.count, text[number.count] == 0x20 else { return 0 }
    return number.count + 1
  }

  private func startsInCapital(_ text: [UInt8]) -> Bool {
    String(decoding: text.prefix(8), as: UTF8.self).unicodeScalars.first?.properties.isUppercase ?? false
  }

  /// Lines below a row that go on in small letters with its label.
  private func linesBelow(_ index: Int, in document: MunicipalDocument) -> [LineReference] {
    var lines: [LineReference] = []
    for next in index + 1..<min(index + 4, document.body.count) {
      let text = document.text(document.body[next])
      let isStatus = rules.vocabulary.value(of: Array("ej ".utf8) + text, in: "uppdragsstatus") != nil
      if isStatus || startsInCapital(text) || ListMark(text).map({ $0.length > 0 }) ?? false
        || text.first.map({ (0x30...0x39).contains($0) }) ?? true
      {
        break
      }
      lines.append(document.body[next])
    }
    return lines
  }

  /// The lines above a row that are its label: up to the one that begins it with a capital, a sentence, another row, or what the rule names.
  private func labelLines(above index: Int, after taken: Int, _ rule: Rule, in document: MunicipalDocument) -> [LineReference] {
    var lines: [LineReference] = []
    var next = index - 1
    while next >= taken, lines.count < Self.mostLabelLines {
      let text = document.text(document.body[next])
      if text.last == UInt8(ascii: ".") || rule.until.contains(where: { $0.matches(text) }) { break }
      lines.insert(document.body[next], at: 0)
      if startsInCapital(Array(text[chapterLength(text)...])) { break }
      next -= 1
    }
    return lines
  }

  // "Ej" with "påbörjad" on the next line.
  private func status(_ written: String?, below index: Int, in document: MunicipalDocument) -> String? {
    guard let written else { return nil }
    if rules.vocabulary.value(of: Array(written.utf8), in: "uppdragsstatus") != nil { return written }
    guard index + 1 < document.body.count else { return written }
    let next = String(decoding: document.text(document.body[index + 1]), as: UTF8.self).split(separator: " ").first ?? ""
    return "\(written) \(next)"
  }

  private func date(_ written: String?) -> String? { written.flatMap { DateScanner.parse($0)?.date?.iso } }

  private func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
