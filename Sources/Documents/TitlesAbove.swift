internal import Pages

/// Finds the titles that stand above the § number, where the document sets them there: a prominent line right above "§ 11 SN 2024/11", below which the
/// text of the § begins at once.
struct TitlesAbove {
  let pages: [Page]
  let body: [LineReference]
  let flow: LineFlow
  let caseNumbers: CaseNumberFinder
  let headings: SectionHeadings
  let bodySize: Double

  private static let mostLines = 3
  /// White space (in usual line distances) between the title and its number, at most.
  private static let widestGap = 2.2
  /// More above the title than below it, by this factor.
  private static let airAbove = 1.15

  /// The lines of the titles as indices in `body`, by the candidate's index; empty where the document has its titles elsewhere.
  func find(_ candidates: [ParagrafFinder.Candidate]) -> [Int: Range<Int>] {
    var found: [Int: Range<Int>] = [:]
    for (index, candidate) in candidates.enumerated() where isWithoutTitle(candidate) {
      let free = index > 0 ? candidates[index - 1].lines.upperBound : 0
      found[index] = title(above: candidate.lines.lowerBound, after: free)
    }
    return found.count * 3 >= candidates.count * 2 && (found.count > 1 || candidates.count == 1) ? found : [:]
  }

  /// Whether nothing but the number and a diarienummer stands before the first heading of the §'s sections.
  private func isWithoutTitle(_ candidate: ParagrafFinder.Candidate) -> Bool {
    let line = pages.text(of: body[candidate.lines.upperBound - 1])
    var rest = Array(line[candidate.rest])
    if let number = caseNumbers.find(in: rest) { rest.removeSubrange(number.range) }
    guard rest.allSatisfy({ !Self.isLetter($0) }) else { return false }
    let below = body[candidate.lines.upperBound...].first { caseNumbers.find(in: pages.text(of: $0))?.isWholeLine != true }
    return below.map { headings.heading($0) != nil } ?? false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }

  private func title(above heading: Int, after free: Int) -> Range<Int>? {
    var start = heading
    while start > free, heading - start < Self.mostLines, isTitle(start - 1, above: start, heading: heading) { start -= 1 }
    guard start < heading else { return nil }
    let air = flow.gap(above: pages.line(body[start]))
    return air == 0 || air > flow.gap(above: pages.line(body[heading])) * Self.airAbove ? start..<heading : nil
  }

  /// Whether a line stands close above the number or the title's next line, set as a title.
  private func isTitle(_ index: Int, above next: Int, heading: Int) -> Bool {
    let (line, below) = (pages.line(body[index]), pages.line(body[next]))
    guard body[index].page == body[next].page, flow.gap(above: below) < Self.widestGap, headings.heading(body[index]) == nil,
      line.isProminent(over: bodySize)
    else { return false }
    let isSame = line.isBold == below.isBold && abs(line.fontSize - below.fontSize) < 0.6
    return (next == heading || isSame && flow.gap(above: below) < LineFlow.blockGap + 0.25) && !endsSentence(pages.text(of: body[index]))
  }
}
