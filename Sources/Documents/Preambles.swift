internal import Pages

/// What stands right above the heading of a § and belongs to it: recipients ("Exp: ...") with or without a diarienummer beside them, in minutes that
/// send off each § before it begins.
struct Preambles {
  let pages: [Page]
  let body: [LineReference]
  let flow: LineFlow
  let caseNumbers: CaseNumberFinder
  let headings: SectionHeadings

  /// A preamble has no more lines than this.
  private static let mostLines = 5
  /// The recipients stand this much closer (in line distances) to what follows than to what is above.
  private static let closer = 0.2

  /// The lines above one heading.
  struct Preamble {
    /// Index in `body` of its first line.
    var start: Int
    var caseNumber: String?
    var processCode: String?
    var recipients: Section?
  }

  /// For each heading its preamble; nil for all of them where the document has recipients at the end of its §.
  func find(before candidates: [Int]) -> [Preamble?] {
    let found = candidates.map { preamble(before: $0) }
    let withRecipients = zip(found, candidates).filter { $0.0?.recipients != nil }
    let above = withRecipients.count { belongsBelow($0.0, heading: $0.1) }
    // Where all § but the first have recipients above them, and the last one has some below, they close the § above.
    let areLast =
      found.first.map { $0?.recipients == nil } ?? true && withRecipients.count >= candidates.count - 1
      && hasRecipients(below: candidates.last)
    guard above >= 2, above * 2 > withRecipients.count, !areLast else { return candidates.map { _ in nil } }
    return found
  }

  /// Whether a line with recipients stands below the last heading.
  private func hasRecipients(below heading: Int?) -> Bool {
    guard let heading else { return false }
    return body[heading...].contains { line in headings.heading(line).map { $0.kind == .recipients && $0.inline != nil } ?? false }
  }

  private func belongsBelow(_ preamble: Preamble?, heading: Int) -> Bool {
    guard let preamble else { return false }
    if let last = preamble.recipients?.lines.last ?? preamble.recipients?.heading, preamble.caseNumber != nil {
      // A diarienummer beside the recipients ties them to the heading, one below them only where it stands close.
      guard let next = body[preamble.start..<heading].first(where: { last.isBefore($0) }) else { return true }
      return flow.gap(above: pages.line(next)) <= flow.gap(above: pages.line(body[preamble.start]))
    }
    return flow.gap(above: pages.line(body[heading])) + Self.closer < flow.gap(above: pages.line(body[preamble.start]))
  }

  /// The recipients' line nearest above the heading with what stands between; or a line that bears the diarienummer alone.
  private func preamble(before heading: Int) -> Preamble? {
    let earliest = max(0, heading - Self.mostLines)
    for start in stride(from: heading - 1, through: earliest, by: -1) {
      guard let found = headings.heading(body[start]) else { continue }
      return found.kind == .recipients && found.inline != nil ? withRecipients(start, found, heading) : caseNumberAlone(heading)
    }
    return caseNumberAlone(heading)
  }

  private func withRecipients(_ start: Int, _ found: SectionHeadings.Found, _ heading: Int) -> Preamble {
    var preamble = Preamble(start: start)
    var section = Section(kind: .recipients, heading: body[start], rule: found.rule, inline: found.inline, lines: [])
    if let inline = found.inline, let number = caseNumbers.find(in: Array(pages.flatText(of: body[start])[inline])) {
      (preamble.caseNumber, preamble.processCode) = (number.caseNumber, number.processCode)
      section.inline = inline.lowerBound..<(inline.lowerBound + number.range.lowerBound)
    }
    for index in (start + 1)..<heading {
      if let number = caseNumbers.find(in: pages.text(of: body[index])), number.isWholeLine {
        (preamble.caseNumber, preamble.processCode) = (number.caseNumber, number.processCode)
      } else {
        section.lines.append(body[index])
      }
    }
    preamble.recipients = section
    return preamble
  }

  private func caseNumberAlone(_ heading: Int) -> Preamble? {
    guard heading > 0, let number = caseNumbers.find(in: pages.text(of: body[heading - 1])), number.isWholeLine else { return nil }
    return Preamble(start: heading - 1, caseNumber: number.caseNumber, processCode: number.processCode)
  }
}
