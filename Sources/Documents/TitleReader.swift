internal import Foundation
internal import Pages
internal import Rules

/// Reads the title and the diarienummer of a § from the lines at its heading.
struct TitleReader {
  let pages: [Page]
  let body: [LineReference]
  let flow: LineFlow
  let caseNumbers: CaseNumberFinder
  let headings: SectionHeadings
  let bodySize: Double
  let hyphenation: Hyphenation
  /// Whether the diarienummer stands on the line before the heading in this document.
  let caseNumberIsBefore: Bool

  /// Titles longer than this many lines are text.
  private static let mostLines = 7

  /// Lines of a title end well before the margin that the text goes to.
  private static let fillOfTitle = 0.88

  /// What was read, and where the text of the § begins.
  struct Found {
    var titleLines: [LineReference] = []
    var title: [UInt8] = []
    var caseNumber: String?
    var processCode: String?
    /// Lines that bore the diarienummer alone.
    var caseNumberLines: [LineReference] = []
    /// Whether the heading's line says that the matter is secret.
    var isConfidential = false
    /// Index in `body` of the first line after title and diarienummer.
    var end: Int
  }

  /// - Parameters:
  ///   - lines: those of the heading, indices in `body`.
  ///   - rest: bytes of the last of them after the number.
  ///   - above: the title's lines where it stands above the heading; nil where it does not.
  ///   - limit: index in `body` of the next §'s heading.
  func read(heading lines: Range<Int>, rest: Range<Int>, above: Range<Int>?, limit: Int) -> Found {
    let heading = lines.upperBound - 1
    var found = Found(end: heading + 1)
    if caseNumberIsBefore, lines.lowerBound > 0 { take(caseNumbers.find(in: pages.text(of: body[lines.lowerBound - 1])), into: &found) }
    for line in lines.dropLast() where found.caseNumber == nil { take(caseNumbers.find(in: pages.text(of: body[line])), into: &found) }
    found.title = titleOnHeading(heading, rest: rest, limit: limit, into: &found)
    if let number = unknownCaseNumber(heading, rest: rest, found, hasTitle: above != nil, limit: limit) {
      (found.caseNumber, found.title) = (number, [])
    }
    if !found.title.isEmpty { found.titleLines = [body[heading]] }
    if let above {
      found.titleLines = Array(body[above])
      found.title = above.reduce([]) { hyphenation.joined($0, trimmed(pages.text(of: body[$1]))) }
    }
    readFollowingLines(heading: heading, limit: limit, into: &found)
    return found
  }

  private func titleOnHeading(_ heading: Int, rest: Range<Int>, limit: Int, into found: inout Found) -> [UInt8] {
    let line = pages.text(of: body[heading])
    var text = Array(line[rest])
    if rest.upperBound == line.count, let mark = secrecyMark(heading, rest) {
      found.isConfidential = true
      text = Array(line[rest.lowerBound..<max(rest.lowerBound, mark.lowerBound)])
    }
    if found.caseNumber == nil, let number = brokenNumber(text, above: heading + 1, limit: limit) {
      take(number, into: &found)
      found.caseNumberLines.append(body[heading + 1])
      found.end = heading + 2
      text = Self.cut(number.range, from: text)
    } else if let number = caseNumbers.find(in: text), !isOthers(number, in: text, above: heading + 1) {
      take(number, into: &found)
      let start = text[number.range].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? number.range.lowerBound
      let isApart = isLastCell(rest.lowerBound + start, of: heading) && isOverTitle(heading, limit: limit)
      text = isApart ? Self.without(number.range, text) : Self.cut(number.range, from: text)
    } else if rest.upperBound < pages.text(of: body[heading]).count {
      // The title stands before the number, and the diarienummer after both.
      take(caseNumbers.find(in: Array(pages.text(of: body[heading])[rest.upperBound...])), into: &found)
    }
    return trimmed(text)
  }

  /// The bytes of the heading's line that say, far to the right of the title, that the matter is secret; nil where none do.
  private func secrecyMark(_ heading: Int, _ rest: Range<Int>) -> Range<Int>? {
    let line = pages.line(body[heading])
    guard line.cells.count > 1, let cell = line.cells.last, cell.count <= Self.longestMark else { return nil }
    let text = Array(pages[body[heading].page].text[cell])
    let rules = caseNumbers.rules.rules(in: .remark, near: text).filter { $0.gives["confidential"] == "ja" }
    guard rules.contains(where: { $0.firstMatch(in: text)?.range == 0..<text.count }) else { return nil }
    return cell.lowerBound - line.range.lowerBound..<cell.upperBound - line.range.lowerBound
  }

  /// Bytes.
  private static let longestMark = 24

  /// Whether the last of the parts of a line that stand apart begins at a byte of it.
  private func isLastCell(_ start: Int, of index: Int) -> Bool {
    let line = pages.line(body[index])
    return line.cells.count > 1 && line.cells.last?.lowerBound == line.range.lowerBound + start
  }

  /// A diarienummer that ends on the next line, which holds nothing else.
  private func brokenNumber(_ text: [UInt8], above next: Int, limit: Int) -> CaseNumberFinder.Found? {
    guard !caseNumberIsBefore, next < limit, headings.heading(body[next]) == nil else { return nil }
    return BrokenCaseNumber(caseNumbers: caseNumbers).find(text, above: pages.text(of: body[next]))
  }

  /// What stands far right on the heading's line, over the title, and has the look of a diarienummer though no rule knows its form; nil for anything else.
  /// - Parameter hasTitle: whether the title stands above the heading.
  private func unknownCaseNumber(_ heading: Int, rest: Range<Int>, _ found: Found, hasTitle: Bool, limit: Int) -> String? {
    let line = pages.line(body[heading])
    guard found.caseNumber == nil, !caseNumberIsBefore, line.cells.count > 1, let cell = line.cells.last,
      rest.upperBound == line.range.count,
      cell.lowerBound - line.range.lowerBound == rest.lowerBound, hasTitle || isOverTitle(heading, limit: limit)
    else { return nil }
    return UnknownCaseNumber(found.title)?.asWritten
  }

  /// Whether the line below a heading may be its title.
  private func isOverTitle(_ heading: Int, limit: Int) -> Bool {
    guard heading + 1 < limit, headings.heading(body[heading + 1]) == nil else { return false }
    let next = pages.text(of: body[heading + 1])
    return startsInUpperCase(next) && !endsSentence(next)
  }

  /// Without the diarienummer and the signs that joined it to the title: `Dnr SN 2024/56 - Taxa`, `Taxa, dnr 2024.117`. Where it does not stand last, a
  /// hyphen at the end is the title's own: `Dnr SN 2024/56 Val till barn-`, which the next line goes on with.
  private static func cut(_ range: Range<Int>, from text: [UInt8]) -> [UInt8] {
    let after = String(decoding: text[range.upperBound...], as: UTF8.self)
    let title = (String(decoding: text[..<range.lowerBound], as: UTF8.self) + after).drop(while: joints.contains)
    guard after.allSatisfy(joints.contains), let end = title.lastIndex(where: { !joints.contains($0) }) else { return Array(title.utf8) }
    return Array(title[...end].utf8)
  }

  /// Without a diarienummer that stands far to the right of the title, whose dash at the end is its own: "Taxa för vatten –" over "höjning från 2025".
  private static func without(_ range: Range<Int>, _ text: [UInt8]) -> [UInt8] {
    Array(text[..<range.lowerBound] + text[range.upperBound...])
  }

  private static let joints: [Character] = [" ", "\t", "-", "–", ":", ","]

  private func readFollowingLines(heading: Int, limit: Int, into found: inout Found) {
    while found.end < min(limit, heading + 1 + Self.mostLines) {
      let line = body[found.end]
      if let heading = headings.heading(line), heading.kind != .background || !found.title.isEmpty { return }
      if takeCutNumber(line, into: &found) {
        found.titleLines.append(line)
      } else if takesCaseNumber(found), let number = brokenNumber(pages.text(of: line), above: found.end + 1, limit: limit),
        number.range.lowerBound == 0 || isTitle(line, at: found.end, limit: limit, found)
      {
        takeBroken(number, line, into: &found)
      } else if takesCaseNumber(found), !found.title.isEmpty, takeBeforeFields(line, into: &found) {
        found.caseNumberLines.append(line)
      } else if let number = caseNumbers.find(in: pages.text(of: line)), number.isWholeLine {
        if !takesCaseNumber(found), number.processCode == nil || number.caseNumber != nil { return }
        take(number, into: &found)
        found.caseNumberLines.append(line)
      } else if !found.title.isEmpty, !isProminent(pages.line(line)), Self.isField(pages.text(of: line)) {
        if takesCaseNumber(found) { take(caseNumberBelowFields(from: found.end, limit: limit), into: &found) }
        return
      } else if isTitle(line, at: found.end, limit: limit, found) {
        add(line, to: &found)
      } else {
        return
      }
      found.end += 1
    }
  }

  /// Takes a diarienummer that begins on this line and ends on the next.
  private func takeBroken(_ number: CaseNumberFinder.Found, _ line: LineReference, into found: inout Found) {
    take(number, into: &found)
    if number.range.lowerBound == 0 {
      found.caseNumberLines.append(line)
    } else {
      found.titleLines.append(line)
      found.title = hyphenation.joined(found.title, trimmed(Self.cut(number.range, from: pages.text(of: line))))
    }
    found.end += 1
    found.caseNumberLines.append(body[found.end])
  }

  /// Takes the diarienummer of a line where nothing but fields of the matter ("Dnr BN 2024/5  Fastighet: Kvarnen 1:4"), a remark in brackets or what a comma
  /// parts from it stands behind it.
  private func takeBeforeFields(_ line: LineReference, into found: inout Found) -> Bool {
    let text = pages.text(of: line)
    guard let number = caseNumbers.find(in: text), number.hasLabel, !number.isWholeLine, number.caseNumber != nil,
      number.range.lowerBound == 0
    else { return false }
    let rest = trimmed(Array(text[number.range.upperBound...]))
    let isInBrackets = rest.first == UInt8(ascii: "(") && rest.last == UInt8(ascii: ")")
    guard isInBrackets || rest.first == UInt8(ascii: ",") || Self.isField(rest) else { return false }
    take(number, into: &found)
    if found.processCode == nil { found.processCode = caseNumbers.find(in: rest)?.processCode }
    return true
  }

  /// Whether the line is a field of the matter with its value ("Fastighet: Kvarnen 1:4", "Sökande: Ola Ek"), as building committees set them below the
  /// title: it begins with a capital, and one to three words stand before its colon.
  private static func isField(_ text: [UInt8]) -> Bool {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), (3...longestField).contains(colon), text.dropFirst(colon + 1).first == 0x20,
      startsInUpperCase(text)
    else { return false }
    return text[..<colon].count { $0 == 0x20 } < 3 && !text[..<colon].contains { $0 &- 0x30 < 10 }
  }

  /// Bytes of a field's name.
  private static let longestField = 30
  /// Fields between title and diarienummer.
  private static let mostFields = 6

  /// The diarienummer alone on a line right below the fields that begin at a line.
  private func caseNumberBelowFields(from start: Int, limit: Int) -> CaseNumberFinder.Found? {
    for line in body[start..<min(limit, start + Self.mostFields + 1)] {
      let text = pages.text(of: line)
      if let number = caseNumbers.find(in: text), number.isWholeLine, number.caseNumber != nil { return number }
      guard Self.isField(text) else { return nil }
    }
    return nil
  }

  /// Takes a diarienummer in brackets that begin on the title's last line and end on this one.
  private func takeCutNumber(_ line: LineReference, into found: inout Found) -> Bool {
    guard found.caseNumber == nil, let open = found.title.lastIndex(of: UInt8(ascii: "(")),
      !found.title[open...].contains(UInt8(ascii: ")"))
    else { return false }
    var title = hyphenation.joined(found.title, trimmed(pages.text(of: line)))
    guard let number = caseNumbers.find(in: title), number.caseNumber != nil, number.range.lowerBound <= open + 1,
      number.range.upperBound > found.title.count
    else { return false }
    take(number, into: &found)
    title.removeSubrange(number.range)
    found.title = trimmed(title)
    return true
  }

  // In a document where it stands before the heading, one after the title belongs to the next §.
  private func takesCaseNumber(_ found: Found) -> Bool { !caseNumberIsBefore && found.caseNumber == nil }

  private func isTitle(_ line: LineReference, at index: Int, limit: Int, _ found: Found) -> Bool {
    guard let first = found.titleLines.first, let last = found.titleLines.last else { return true }
    // What stands below a title and its diarienummer is no title.
    guard found.caseNumberLines.allSatisfy({ $0.isBefore(first) }) else { return false }
    if beginsList(pages.text(of: line)) { return false }
    let (before, this) = (pages.line(last), pages.line(line))
    let isClose = flow.gap(above: this) < LineFlow.blockGap + 0.25 || last.page != line.page
    if isClose, takesCaseNumber(found), body[index..<min(limit, index + 2)].contains(where: bearsCaseNumber) { return true }
    if isProminent(before), isClose, before.isBold == this.isBold, abs(before.fontSize - this.fontSize) < 0.6 { return true }
    if startsInLowerCase(pages.text(of: line)), flow.continues(last, to: line, in: pages) { return true }
    if isProminent(before), isClose, found.titleLines.count == 1, namesPlace(found.title), isMatterOfPlace(at: index, limit: limit, found) {
      return true
    }
    if isProminent(before) { return startsWithDigit(pages.text(of: line)) && endsAtHeading(from: index, limit: limit) }
    if flow.continues(last, to: line, in: pages) { return !isNextSentence(line, after: last) }
    return found.titleLines.first != body[index - found.titleLines.count] ? false : endsAtHeading(from: index, limit: limit)
  }

  /// Whether the title so far is a place alone ("BJÖRKEN 2:14", "Eken 1:5 (Storgatan 5)"), as building committees have it above the matter.
  private func namesPlace(_ title: [UInt8]) -> Bool {
    let place = title.prefix { $0 != UInt8(ascii: "(") }
    let text = String(decoding: place, as: UTF8.self)
    let words = text.split(separator: " ")
    guard let last = words.last, words.count <= Self.mostOfPlace, last.last?.isNumber == true else { return false }
    return text == text.uppercased() || words.count > 1 && last.contains(":")
  }

  /// Words of a place with its number.
  private static let mostOfPlace = 5

  /// Whether the line, set otherwise than the place above it, is the matter: no sentence, right above the diarienummer or the first heading.
  private func isMatterOfPlace(at index: Int, limit: Int, _ found: Found) -> Bool {
    let text = pages.text(of: body[index])
    guard startsInUpperCase(text), !endsSentence(text), index + 1 < limit else { return false }
    if takesCaseNumber(found), let number = caseNumbers.find(in: pages.text(of: body[index + 1])), number.isWholeLine { return true }
    return headings.heading(body[index + 1]) != nil
  }

  /// Whether the diarienummer stands far right on the line, and nothing else but what is to the left of it.
  private func bearsCaseNumber(_ line: LineReference) -> Bool {
    let cells = pages.line(line).cells
    guard cells.count == 2, let number = caseNumbers.find(in: Array(pages[line.page].text[cells[1]])) else { return false }
    return number.isWholeLine && number.caseNumber != nil
  }

  /// Whether the line is a sentence, and the margin did not break the line before it: the text below a title in the same type.
  private func isNextSentence(_ line: LineReference, after last: LineReference) -> Bool {
    let text = pages.text(of: line)
    guard startsInUpperCase(text), text.last == UInt8(ascii: "."), text.split(separator: 0x20).count >= Self.fewestWords else {
      return false
    }
    return text.count > Self.longestLine || !flow.isFull(last, before: line, in: pages)
  }

  /// Bytes of a title's line: a paragraph that the margin did not break is longer.
  private static let longestLine = 150
  /// Words of the shortest sentence that is told from a title's second line.
  private static let fewestWords = 4

  /// Whether the line is the first point of a list ("1. Protokoll från styrelsen"): the matters of the §, below its title.
  private func beginsList(_ text: [UInt8]) -> Bool {
    guard let mark = ListMark(text), mark.kind == .number || mark.kind == .letter, mark.length > 2 else { return false }
    return !startsWithDigit(Array(text.dropFirst())) && (text[0] == UInt8(ascii: "1") || text[0] == UInt8(ascii: "a"))
  }

  /// Whether all lines from here to a section's heading close by look like the rest of a title set in plain type.
  private func endsAtHeading(from index: Int, limit: Int) -> Bool {
    for next in index..<min(limit, index + 4) {
      if headings.heading(body[next]) != nil { return true }
      let text = pages.text(of: body[next])
      if flow.gap(above: pages.line(body[next])) >= LineFlow.blockGap || endsSentence(text) { return false }
      if flow.fill(body[next], in: pages) > Self.fillOfTitle { return false }
    }
    return false
  }

  private func startsWithDigit(_ text: [UInt8]) -> Bool { text.first.map { (0x30...0x39).contains($0) } ?? false }

  private func isProminent(_ line: Line) -> Bool { line.isProminent(over: bodySize) }

  private func add(_ line: LineReference, to found: inout Found) {
    let text = pages.text(of: line)
    var part = trimmed(text)
    // A diarienummer may stand far right on a line of the title.
    if found.caseNumber == nil, !caseNumberIsBefore, let number = caseNumbers.find(in: text),
      !isOthers(number, in: text, above: found.end + 1)
    {
      take(number, into: &found)
      var rest = text
      rest.removeSubrange(number.range)
      part = trimmed(rest)
    }
    found.titleLines.append(line)
    found.title = hyphenation.joined(found.title, part)
  }

  /// Whether a number in brackets in the title is someone else's ("(Fi2024/00123)"): the matter's own stands alone on the line below.
  private func isOthers(_ number: CaseNumberFinder.Found, in text: [UInt8], above next: Int) -> Bool {
    let isInBrackets = text[number.range].contains(UInt8(ascii: "(")) || text[..<number.range.lowerBound].last == UInt8(ascii: "(")
    guard isInBrackets, next < body.count, let own = caseNumbers.find(in: pages.text(of: body[next])) else { return false }
    return own.isWholeLine && own.caseNumber != nil
  }

  private func take(_ number: CaseNumberFinder.Found?, into found: inout Found) {
    guard let number else { return }
    if found.caseNumber == nil { found.caseNumber = number.caseNumber }
    if found.processCode == nil { found.processCode = number.processCode }
  }
}

/// Without spaces at the ends.
func trimmed(_ text: [UInt8]) -> [UInt8] {
  let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
  guard let first = text.firstIndex(where: { !isSpace($0) }), let last = text.lastIndex(where: { !isSpace($0) }) else { return [] }
  return Array(text[first...last])
}
