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
  public func shown(_ box: Box) -> Box {
    let corners = [(box.x0, box.y0), (box.x1, box.y0), (box.x0, box.y1), (box.x1, box.y1)].map { shown(x: $0.0, y: $0.1) }
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    return Box(x0: xs.min() ?? 0, y0: ys.min() ?? 0, x1: xs.max() ?? 0, y1: ys.max() ?? 0)
  }

  private func shown(x: Double, y: Double) -> (x: Double, y: Double) {
    let angle = -degrees * .pi / 180
    let (fromMiddleX, fromMiddleY) = (x - readSize.width / 2, y - readSize.height / 2)
    return (
      shownSize.width / 2 + fromMiddleX * cos(angle) - fromMiddleY * sin(angle),
      shownSize.height / 2 + fromMiddleX * sin(angle) + fromMiddleY * cos(angle)
    )
  }
}
