import Foundation

/// How a page was turned before it was read: a scan that lies on its side, stands on its head or is askew.
///
/// The boxes of such a page are those of the page as it was read, upright; `shown` leads back to the page as a viewer shows it.
public struct PageTurn: Sendable, Hashable {
  /// Degrees clockwise, round the page's middle.
  public var degrees: Double
  /// The size of the page as it is shown.
  public var shownSize: PageSize

  public init(degrees: Double, shownSize: PageSize) {
    self.degrees = degrees
    self.shownSize = shownSize
  }

  /// The size of the page as it is read: a page on its side changes width and height.
  public var readSize: PageSize {
    let isOnSide = Int((degrees / 90).rounded()) % 2 != 0
    return isOnSide ? PageSize(width: shownSize.height, height: shownSize.width) : shownSize
  }

  /// Where a box of the page as it was read stands on the page as it is shown: the smallest upright box that holds it.
  public func shown(_ box: Box) -> Box { Self.turned(box, by: -degrees, from: readSize, to: shownSize) }

  /// Where a box of the page as it is shown stands on the page as it is read: the smallest upright box that holds it.
  public func read(_ box: Box) -> Box { Self.turned(box, by: degrees, from: shownSize, to: readSize) }

  private static func turned(_ box: Box, by degrees: Double, from: PageSize, to: PageSize) -> Box {
    let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    let corners = [(box.x0, box.y0), (box.x1, box.y0), (box.x0, box.y1), (box.x1, box.y1)].map { x, y in
      let (right, down) = (x - from.width / 2, y - from.height / 2)
      return (x: to.width / 2 + right * cosine - down * sine, y: to.height / 2 + right * sine + down * cosine)
    }
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    return Box(x0: xs.min() ?? 0, y0: ys.min() ?? 0, x1: xs.max() ?? 0, y1: ys.max() ?? 0)
  }
}
