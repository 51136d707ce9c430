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

  /// Nil for a page without an area.
  init?(_ size: PageSize, dotsPerInch: Double) {
    guard size.width > 0, size.height > 0, size.width.isFinite, size.height.isFinite, dotsPerInch > 0 else { return nil }
    let byArea = (Self.mostPixels / size.width / size.height).squareRoot()
    let bySide = Self.longestSide / max(size.width, size.height)
    factor = min(dotsPerInch / 72, byArea, bySide)
    width = max(1, Int((size.width * factor).rounded()))
    height = max(1, Int((size.height * factor).rounded()))
  }
}
