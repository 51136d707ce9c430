internal import Pages

/// The ways in which a document sets its headings: how large, how heavy.
struct HeadingStyle: Hashable {
  /// Points, rounded to a half.
  let size: Double
  let isBold: Bool

  /// How much larger a bold heading seems than a light one of its size.
  private static let weight = 1.12

  init(_ line: Line) {
    size = (line.fontSize * 2).rounded() / 2
    isBold = line.isBold
  }

  /// What headings are ranked by, in points.
  var prominence: Double { isBold ? size * Self.weight : size }
}

/// Gives headings their depth in the tree.
///
/// A numbered heading (`2.1 Resultat`) is as deep as its number; one without number that is set like the numbered ones of a depth has that depth. Any other
/// stands one step below the nearest heading before it that is set more prominently.
struct HeadingLevels {
  let pages: [Page]
  /// The titles of tables: nothing stands below them.
  let titles: Set<LineReference>
  /// Depth of each style whose headings are numbered.
  private var numbered: [HeadingStyle: Int] = [:]
  private var open: [(prominence: Double, level: Int)] = []

  init(pages: [Page], titles: Set<LineReference>) {
    self.pages = pages
    self.titles = titles
  }

  mutating func set(_ headings: inout [Heading]) {
    numbered = numberedStyles(headings)
    for index in headings.indices { headings[index].level = level(of: headings[index]) }
  }

  private func style(_ heading: Heading) -> HeadingStyle { HeadingStyle(pages.line(heading.line)) }

  private func depth(_ heading: Heading) -> Int { numberDepth(Array(heading.text.utf8)) }

  // A single numbered line may be the point of a list.
  private func numberedStyles(_ headings: [Heading]) -> [HeadingStyle: Int] {
    var depths: [HeadingStyle: [Int: Int]] = [:]
    for heading in headings where heading.isProminent && depth(heading) > 0 {
      depths[style(heading), default: [:]][depth(heading), default: 0] += 1
    }
    return depths.compactMapValues { counts in
      let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      return most.flatMap { $0.value > 1 || depths.count > 1 ? $0.key : nil }
    }
  }

  private mutating func level(of heading: Heading) -> Int {
    let below = { (open: [(prominence: Double, level: Int)]) in (open.last?.level ?? 0) + 1 }
    let depth = depth(heading)
    guard heading.isProminent else { return depth > 0 ? depth : below(open) }
    let style = style(heading)
    if titles.contains(heading.line), depth == 0 { return numbered[style] ?? below(open.filter { $0.prominence > style.prominence }) }
    open.removeAll { $0.prominence <= style.prominence }
    let level = depth > 0 ? depth : numbered[style] ?? below(open)
    open.append((style.prominence, level))
    return level
  }
}
