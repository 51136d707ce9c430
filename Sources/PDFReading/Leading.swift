import Pages

/// Measures the white space above lines, in the document's usual distance between lines.
///
/// The distance between baselines is counted in font sizes, so that a heading's line is held against its own size. The whole document tells what
/// is usual, since a page of short lists has more air than text.
enum Leading {
  /// The distance between baselines, in font sizes, where a document has too few lines to tell its own.
  private static let usual = 1.2

  /// Sets `leading` of all lines. A line that stands above the one before it is the first of a column: 0.
  static func measure(_ pages: inout [Page]) {
    let distances = pages.map(distances)
    var counts: [Int: Int] = [:]
    for distance in distances.joined() where distance > 0.8 && distance < 2.2 { counts[Int((distance * 50).rounded()), default: 0] += 1 }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    let usual = most.map { Double($0) / 50 } ?? usual
    for (page, distances) in distances.enumerated() {
      for (line, distance) in distances.enumerated() { pages[page].lines[line].leading = max(0, distance / usual) }
    }
  }

  /// For each line the distance from the baseline above, in its font size; 0 for the first.
  private static func distances(of page: Page) -> [Double] {
    page.lines.indices.map { index in
      guard index > 0, let box = page.lines[index].box, let above = page.lines[index - 1].box else { return 0 }
      return (box.y1 - above.y1) / max(1, page.lines[index].fontSize)
    }
  }
}
