/// Where something stands: a stretch of one page's clean text. What crosses a page break has one place a page.
public struct Place: Sendable, Hashable {
  /// Counts from 1.
  public var page: Int
  /// Bytes in that page's clean text.
  public var range: Range<Int>

  public init(page: Int, range: Range<Int>) {
    self.page = page
    self.range = range
  }
}
