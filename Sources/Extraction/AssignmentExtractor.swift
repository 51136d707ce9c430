internal import Documents
internal import Facts
internal import Language
internal import Pages
internal import Rules

/// Takes assignments (uppdrag) from rows with dates and a status.
struct AssignmentExtractor {
  let rules: RuleSet
  let evidence: EvidenceMaker

  private static let mostLabelLines = 8

  func assignments(in document: MunicipalDocument) -> [Assignment] {
    var taken = 0
    return document.body.indices.compactMap { index in
      guard let found = assignment(at: index, after: taken, in: document) else { return nil }
      taken = index + 1
      return found
    }
  }

  private func assignment(at index: Int, after taken: Int, in document: MunicipalDocument) -> Assignment? {
    let line = document.body[index]
    let text = document.text(line)
    for rule in rules.rules(in: .assignment) {
      guard let match = rule.firstMatch(in: text) else { continue }
      let values = rules.values(of: rule, for: match, in: text)
      let label = match.range("text") ?? 0..<0
      let above = labelLines(above: index, after: taken, rule, in: document)
      let passage = document.passage(above + [line])
      let cut = Cut(passage, 0..<(passage.text.count - (text.count - label.upperBound)))
      let written = status(values["status"], below: index, in: document)
      return Assignment(
        text: trimmed(cut.text), status: written.flatMap { rules.vocabulary.value(of: Array($0.utf8), in: "uppdragsstatus") },
        statusAsWritten: written, start: date(values["start"]), end: date(values["end"]),
        source: evidence.evidence(cut, rule: rule.id))
    }
    return nil
  }

  /// The lines above a row that are its label: up to a sentence, another row, or what the rule names.
  private func labelLines(above index: Int, after taken: Int, _ rule: Rule, in document: MunicipalDocument) -> [LineReference] {
    var lines: [LineReference] = []
    var next = index - 1
    while next >= taken, lines.count < Self.mostLabelLines {
      let text = document.text(document.body[next])
      if text.last == UInt8(ascii: ".") || rule.until.contains(where: { $0.matches(text) }) { break }
      lines.insert(document.body[next], at: 0)
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
