/// How a search is to be answered.
public struct SearchOptions: Sendable {
  /// What comes first.
  public enum Order: String, Sendable, CaseIterable {
    /// What fits best.
    case relevance
    /// The latest day or year; what has none comes last.
    case newest
    /// The earliest day or year; what has none comes last.
    case oldest
  }

  /// The most hits to give; the total and the facets count all.
  public var limit: Int
  /// How many of the first to leave out.
  public var offset: Int
  public var order: Order
  /// Whether each hit says why it was found.
  public var explains: Bool
  /// Seconds after which a search is given up.
  public var longest: Double

  public init(limit: Int, offset: Int = 0, order: Order = .relevance, explains: Bool = false, longest: Double = 10) {
    self.limit = limit
    self.offset = offset
    self.order = order
    self.explains = explains
    self.longest = longest
  }
}
