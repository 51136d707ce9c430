public import Pages
public import Rules

/// Marks the page furniture that only its wording gives away: running headers in the middle of a page, signature lines.
struct FurnitureRules {
  let rules: RuleSet
  /// The rule that marked each line.
  private(set) var marked: [LineReference: String] = [:]

  init(rules: RuleSet) { self.rules = rules }

  /// Marks lines in `pages`. A line of scope `furniture` is furniture wherever it stands; one of `furniture_beside` only where the line before it
  /// is, or one of the two after it (the running header may be broken by a heading in between).
  mutating func mark(_ pages: inout [Page]) {
    let order = pages.indices.flatMap { page in pages[page].lines.indices.map { LineReference(page: page, line: $0) } }
    let texts = order.map { pages.text(of: $0) }
    let strong = texts.map { rule(in: .furniture, for: $0) }
    let weak = texts.map { rule(in: .furnitureBeside, for: $0) }
    var taken = [String?](repeating: nil, count: order.count)
    for index in order.indices {
      taken[index] = strong[index] ?? (isBesideEarlier(index, taken, pages, order) ? weak[index] : nil)
    }
    for index in order.indices.reversed() where taken[index] == nil && weak[index] != nil {
      if isBesideLater(index, strong, taken, weak, texts) { taken[index] = weak[index] }
    }
    for index in order.indices { if let rule = taken[index] { set(order[index], rule, &pages) } }
  }

  private mutating func set(_ line: LineReference, _ rule: String, _ pages: inout [Page]) {
    pages[line.page].lines[line.line].isFurniture = true
    marked[line] = rule
  }

  // Long lines are running text.
  private func rule(in scope: Scope, for text: [UInt8]) -> String? {
    guard text.count <= 120 else { return nil }
    return rules.rules(in: scope).first { $0.firstMatch(in: text) != nil }?.id
  }

  private func isBesideEarlier(_ index: Int, _ taken: [String?], _ pages: [Page], _ order: [LineReference]) -> Bool {
    guard index > 0 else { return false }
    return taken[index - 1] != nil || pages.line(order[index - 1]).isFurniture
  }

  private func isBesideLater(_ index: Int, _ strong: [String?], _ taken: [String?], _ weak: [String?], _ texts: [[UInt8]]) -> Bool {
    let next = index + 1
    guard next < texts.count else { return false }
    if taken[next] != nil { return true }
    let afterNext = next + 1
    return afterNext < texts.count && strong[afterNext] != nil && texts[next] != texts[index] && texts[next].count < 40
  }
}
