internal import Pages
internal import Rules

/// Marks the page furniture that only its wording gives away: running headers in the middle of a page, signature lines.
struct FurnitureRules {
  let signatures: LineSignatures
  /// The rule that marked each line.
  private(set) var marked: [LineReference: String] = [:]

  init(signatures: LineSignatures) { self.signatures = signatures }

  /// Takes back what repetition marked though it is the heading of a §: the headings of short § stand in the same place on page after page. One
  /// that repeats the number before it is a running header after all.
  func restoreHeadings(in pages: inout [Page]) {
    var last: String?
    for page in pages.indices {
      for line in pages[page].lines.indices where pages[page].lines[line].isFurniture {
        guard let number = headingNumber(LineReference(page: page, line: line), in: pages), number != last else { continue }
        last = number
        pages[page].lines[line].isFurniture = false
      }
    }
  }

  /// Takes back, in plain text, the recipients' heading at the foot of page after page, with the organ below it: nothing but their place speaks for
  /// a footer.
  func restoreRecipients(in pages: inout [Page]) {
    for page in pages.indices where pages[page].size == nil {
      for line in pages[page].lines.indices where isRecipientsHeading(LineReference(page: page, line: line), in: pages) {
        pages[page].lines[line].isFurniture = false
        guard line + 1 < pages[page].lines.count else { continue }
        let next = rule(in: .furnitureBeside, for: LineReference(page: page, line: line + 1), in: pages)
        if next?.gives["kind"] == "organ" { pages[page].lines[line + 1].isFurniture = false }
      }
    }
  }

  private func isRecipientsHeading(_ line: LineReference, in pages: [Page]) -> Bool {
    rule(in: .sectionHeading, for: line, in: pages)?.gives["section"] == "recipients"
  }

  private func headingNumber(_ line: LineReference, in pages: [Page]) -> String? {
    let text = pages.text(of: line)
    for rule in signatures.rules(in: .paragrafHeading, near: line) where rule.gives["sign"] != "nej" {
      guard let match = rule.firstMatch(in: text), let number = match.range("number") else { continue }
      return String(decoding: text[number], as: UTF8.self)
    }
    return nil
  }

  /// Marks lines in `pages`. A line of scope `furniture` is furniture wherever it stands; one of `furniture_beside` where it goes with a running
  /// header: after other furniture, or before a line of the header (which a heading may break), again and again in the document.
  mutating func mark(_ pages: inout [Page]) {
    let order = pages.indices.flatMap { page in pages[page].lines.indices.map { LineReference(page: page, line: $0) } }
    let strong = order.map { rule(in: .furniture, for: $0, in: pages) }
    let weak = order.map { rule(in: .furnitureBeside, for: $0, in: pages) }
    let anchors = order.indices.map { strong[$0] != nil || pages.line(order[$0]).isFurniture }
    let beside = order.indices.compactMap { index -> Beside? in
      guard let rule = weak[index],
        isTopOfPage(order[index], rule) || isBeside(index, anchors, strong, weak, text: { pages.text(of: order[$0]) })
      else { return nil }
      return Beside(index: index, text: pages.text(of: order[index]), rule: rule.id)
    }
    let habitual = Self.habitual(beside, isShort: pages.count <= 2)
    for index in order.indices { if let rule = strong[index] { set(order[index], rule.id, &pages) } }
    for line in beside where habitual.contains(line.text) { set(order[line.index], line.rule, &pages) }
  }

  /// A line that stands beside a running header.
  private struct Beside {
    var index: Int
    var text: [UInt8]
    var rule: String
  }

  /// The texts that stand beside running headers as a habit: an organ's name that does so once is a recipient at the foot of a page.
  /// - Parameter isShort: whether the document has too few pages to show a habit.
  private static func habitual(_ lines: [Beside], isShort: Bool) -> Set<[UInt8]> {
    var counts: [[UInt8]: Int] = [:]
    var most: [String: Int] = [:]
    for line in lines {
      let count = (counts[line.text] ?? 0) + 1
      counts[line.text] = count
      most[line.rule] = max(most[line.rule] ?? 0, count)
    }
    let isHabit = { (line: Beside) in
      let (count, best) = (counts[line.text] ?? 0, most[line.rule] ?? 0)
      return count * 4 >= best && (count > 1 || best == 1 && isShort)
    }
    return Set(lines.filter(isHabit).map(\.text))
  }

  /// Whether a line that reads like a header's, organ and day, is the first of a page other than the first.
  private func isTopOfPage(_ line: LineReference, _ rule: Rule) -> Bool {
    line.page > 0 && line.line == 0 && rule.gives["place"] == "sidtopp"
  }

  /// Whether the line stands right after furniture, or before a running header's line with at most one short line between.
  private func isBeside(_ index: Int, _ anchors: [Bool], _ strong: [Rule?], _ weak: [Rule?], text: (Int) -> [UInt8]) -> Bool {
    var before = index - 1
    while before >= 0, index - before < 4, !anchors[before], weak[before] != nil { before -= 1 }
    if before >= 0, anchors[before] { return true }
    let isHeader = { (other: Int) in other < strong.count && strong[other]?.gives["place"] == "sidhuvud" }
    if isHeader(index + 1) { return true }
    guard isHeader(index + 2) else { return false }
    let between = text(index + 1)
    return between.count < 40 && between != text(index)
  }

  private mutating func set(_ line: LineReference, _ rule: String, _ pages: inout [Page]) {
    pages[line.page].lines[line.line].isFurniture = true
    marked[line] = rule
  }

  // Long lines are running text.
  private func rule(in scope: Scope, for line: LineReference, in pages: [Page]) -> Rule? {
    guard pages.line(line).range.count <= 120 else { return nil }
    let near = signatures.rules(in: scope, near: line)
    guard !near.isEmpty else { return nil }
    let text = pages.text(of: line)
    return near.first { rule in
      // Plain text keeps the spaces between a header's parts.
      rule.firstMatch(in: rule.gives["apart"] == "ja" ? pages.flatText(of: line) : text, signatures[line]) != nil
    }
  }
}
