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
  /// Depth of each style whose headings are numbered.
  private var numbered: [HeadingStyle: Int] = [:]
  private var open: [(prominence: Double, level: Int)] = []

  /// - Parameter headings: the style of each, and the depth of its number, 0 for none.
  init(_ headings: [(style: HeadingStyle, depth: Int)]) {
    var depths: [HeadingStyle: [Int: Int]] = [:]
    for heading in headings where heading.depth > 0 { depths[heading.style, default: [:]][heading.depth, default: 0] += 1 }
    // A single numbered line may be the point of a list.
    numbered = depths.compactMapValues { counts in
      let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      return most.flatMap { $0.value > 1 || depths.count > 1 ? $0.key : nil }
    }
  }

  /// The depth of the next heading, 1 at the top.
  mutating func next(_ style: HeadingStyle, depth: Int) -> Int {
    open.removeAll { $0.prominence <= style.prominence }
    let level = depth > 0 ? depth : numbered[style] ?? (open.last?.level ?? 0) + 1
    open.append((style.prominence, level))
    return level
  }
}
