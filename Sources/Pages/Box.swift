/// A rectangle on a page, in PDF points (1/72 inch); the origin is the page's top left corner, y grows downwards.
public struct Box: Sendable, Hashable {
  /// Distance of the left edge from the page's left edge.
  public var x0: Double
  /// Distance of the top edge from the page's top edge.
  public var y0: Double
  /// Distance of the right edge from the page's left edge.
  public var x1: Double
  /// Distance of the bottom edge from the page's top edge.
  public var y1: Double

  public init(x0: Double, y0: Double, x1: Double, y1: Double) {
    self.x0 = x0
    self.y0 = y0
    self.x1 = x1
    self.y1 = y1
  }

  public var width: Double { x1 - x0 }
  public var height: Double { y1 - y0 }

  /// The smallest box that holds both.
  public func union(_ other: Box) -> Box {
    Box(x0: min(x0, other.x0), y0: min(y0, other.y0), x1: max(x1, other.x1), y1: max(y1, other.y1))
  }
}
