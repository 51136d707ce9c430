internal import Pages
internal import Rules

/// Which lines of minutes are its front pages: those before the first §, and the page with signatures and notice after the last.
struct FrontPages {
  let pages: [Page]
  let rules: RuleSet

  /// Extracts that begin with a § have none; what is longer than this many lines is no front page.
  private static let mostLines = 400

  /// Lines of the body before the first § (of the first page, where no § was found), and those that only their wording made furniture: a field may read like a running header.
  /// - Parameter byRule: lines that a rule marked as furniture.
  func lines(before first: LineReference?, in body: [LineReference], byRule: Set<LineReference>) -> [LineReference] {
    // Without a § to end it, the front page would take the whole document for its own.
    let end = first.flatMap { body.firstIndex(of: $0) } ?? body.prefix { $0.page == body[0].page }.count
    let front = Array(body[..<min(end, Self.mostLines)])
    guard let last = front.last else { return [] }
    return front + byRule.filter { $0.isBefore(last) && (hasLabel($0) || standsBeside($0, front)) }
  }

  /// Lines behind the one where the closing page begins that a rule made furniture though they are fields.
  func labelled(_ byRule: Set<LineReference>, after start: LineReference, among closing: [LineReference]) -> [LineReference] {
    byRule.filter { start.page == $0.page && start.isBefore($0) && (hasLabel($0) || standsBeside($0, closing)) }
  }

  /// Whether the line is the value of a label in the same row.
  private func standsBeside(_ line: LineReference, _ lines: [LineReference]) -> Bool {
    guard let box = pages.line(line).box else { return false }
    return lines.contains { other in
      guard other.page == line.page, let label = pages.line(other).box, label.x1 < box.x0, hasLabel(other) else { return false }
      return abs(label.y1 - box.y1) < box.height / 2
    }
  }

  private func hasLabel(_ line: LineReference) -> Bool {
    let text = pages.text(of: line)
    return rules.rules(in: .frontLabel, near: text).contains { $0.firstMatch(in: text) != nil }
  }

  /// Where in the lines of the last § the page with signatures and notice begins: an index, past the last line where there is none.
  func closing(in lines: [LineReference]) -> Int {
    lines.indices.first { begins(lines[$0]) || isSigned(at: $0, of: lines) } ?? lines.count
  }

  /// Whether the line is a row of those who sign ("Sekreterare  Ordförande  Justerare") with the name of each below it, or "Vid protokollet" over one.
  private func isSigned(at index: Int, of lines: [LineReference]) -> Bool {
    guard index + 1 < lines.count, !rules.rules(in: .frontLabel, near: pages.text(of: lines[index])).isEmpty else { return false }
    let rows = FrontRows(pages: pages)
    let labels = (rows.rows(of: [lines[index]]).first ?? []).map { label(of: $0.text) }
    let fields = labels.map { $0?.gives["field"] }
    guard fields.contains(Self.secretary), fields.allSatisfy({ $0.map(Self.signers.contains) ?? false }) else { return false }
    guard Set(fields).count > 1 || labels.count == 1 && labels[0]?.gives["signs"] == "ja" else { return false }
    let names = rows.rows(of: [lines[index + 1]]).first ?? []
    return names.count == labels.count && names.allSatisfy { isName($0.text) }
  }

  private static let secretary = "secretary"
  private static let signers: Set = [secretary, "chair", "adjusters"]

  /// The rule by which the cell is a label and nothing else.
  private func label(of cell: [UInt8]) -> Rule? {
    rules.rules(in: .frontLabel, near: cell).first { rule in
      guard let match = rule.firstMatch(in: cell) else { return false }
      return match.range.lowerBound == 0 && cell[match.range.upperBound...].allSatisfy { $0 == UInt8(ascii: ":") || $0 == 0x20 }
    }
  }

  /// Whether the cell may be a name: two words at least, each with a capital.
  private func isName(_ cell: [UInt8]) -> Bool {
    let words = cell.split(separator: 0x20)
    return (2...Self.mostNames).contains(words.count) && words.allSatisfy { startsInUpperCase($0) } && !endsSentence(cell)
  }

  /// Words of a name, the party's letters among them.
  private static let mostNames = 5

  /// A heading of the notice alone on its line, or a label with a line to sign on.
  private func begins(_ line: LineReference) -> Bool {
    // Nearly all lines are done with here.
    if rules.rules(in: .frontLabel, near: pages.text(of: line)).isEmpty { return false }
    let cells = FrontRows(pages: pages).rows(of: [line]).first ?? []
    guard let first = cells.first?.text else { return false }
    for rule in rules.rules(in: .frontLabel, near: first) {
      guard let match = rule.firstMatch(in: first), match.range.lowerBound == 0 else { continue }
      if rule.gives["field"] == "notice", match.range.upperBound == first.count, cells.count == 1 { return true }
      if cells.dropFirst().contains(where: \.isLeader) { return true }
    }
    return false
  }
}
