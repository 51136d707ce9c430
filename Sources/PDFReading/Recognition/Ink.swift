import Pages

/// How much is printed on a page, told from a coarse image of it.
struct Ink {
  /// The share of its pixels that are clearly darker or lighter than the paper.
  let share: Double

  /// Enough to show a line of text, and quickly drawn.
  private static let dotsPerInch = 60.0
  /// What differs so much from the paper is printed.
  private static let contrast = 40
  /// A page with less is blank: a word of small letters covers three times as much, some specks of a scanner less.
  private static let least = 0.0001

  var isBlank: Bool { share < Self.least }

  /// Nil for a page without an area, or one that cannot be drawn.
  init?(of page: OpaquePointer) {
    guard let scale = ImageScale(GlyphPage.size(of: page), dotsPerInch: Self.dotsPerInch), let canvas = PageCanvas(scale) else { return nil }
    canvas.draw(page)
    let image = canvas.gray()
    var counts = [Int](repeating: 0, count: 256)
    for pixel in image.pixels { counts[Int(pixel)] += 1 }
    let paper = counts.indices.max { counts[$0] < counts[$1] } ?? 255
    let printed = counts.indices.filter { abs($0 - paper) > Self.contrast }.reduce(0) { $0 + counts[$1] }
    share = Double(printed) / Double(max(1, image.pixels.count))
  }
}
