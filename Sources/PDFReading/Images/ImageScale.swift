import Pages

/// How many pixels the image of a page has.
struct ImageScale: Equatable {
  /// Pixels a point.
  let factor: Double
  /// In pixels, at least 1.
  let width: Int
  let height: Int

  /// 100 MB at four bytes a pixel: an A3 page at 350 dots an inch. A page that would need more gets a coarser image.
  static let mostPixels = 25_000_000.0
  /// Cairo's images end at 32,767 pixels a side.
  private static let longestSide = 32_000.0

  /// In points. PDF 1.7 (ISO 32000-1, annex C) ends at 14,400 units, each of as many points as the page says: no paper is ten kilometres long.
  private static let longestPage = 3e7

  /// Nil for a page without an area, or with one that no paper has.
  init?(_ size: PageSize, dotsPerInch: Double) {
    let sides = [size.width, size.height]
    guard sides.allSatisfy({ $0 > 0 && $0 < Self.longestPage }), dotsPerInch > 0 else { return nil }
    let byArea = (Self.mostPixels / size.width / size.height).squareRoot()
    let bySide = Self.longestSide / max(size.width, size.height)
    factor = min(dotsPerInch / 72, byArea, bySide)
    width = max(1, Int((size.width * factor).rounded()))
    height = max(1, Int((size.height * factor).rounded()))
  }
}
