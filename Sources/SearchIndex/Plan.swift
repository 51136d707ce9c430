/// What is to be found, in the index's own terms.
public indirect enum Plan: Sendable, Equatable {
  /// Sections with any of the forms; nothing where there is none.
  case word([Form])
  /// Sections in which one form of each of the words stands, the words side by side in this order.
  case phrase([[Form]], headingOnly: Bool = false)
  /// Sections in which one form of each of the words stands, in any order, with at most so many other words between the first and the last.
  case near([[Form]], within: Int)
  case all([Plan])
  case any([Plan])
  /// What the first finds, but not what the second finds.
  case except(Plan, Plan)
  /// Every section.
  case everything
  /// Sections of which this is known; says nothing of how well they fit.
  case attribute(String)
  /// Sections with a sum of money in the range, in whole kronor.
  case amount(ClosedRange<Int64>)
  /// Sections by their numbers in the whole index, rising and apart from each other.
  case sections([Range<Int>])
  /// What the plan finds, its fit counted so much.
  case weighted(Plan, Float)

  /// One way in which a word may stand in a text.
  public struct Form: Sendable, Hashable {
    public var term: Term
    /// How much its occurrences count.
    public var weight: Float
    /// Whether only the heading counts.
    public var headingOnly: Bool
    /// Whether every term that begins so is meant.
    public var isPrefix: Bool

    public init(_ term: Term, weight: Float, headingOnly: Bool = false, isPrefix: Bool = false) {
      self.term = term
      self.weight = weight
      self.headingOnly = headingOnly
      self.isPrefix = isPrefix
    }
  }
}

/// A search that took longer than it may.
public struct SearchTimedOut: Error {
  public init() {}
}
