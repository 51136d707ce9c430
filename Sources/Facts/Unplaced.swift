/// A line of minutes that no rule placed: what its owner sees a rule is missing by.
public struct Unplaced: Codable, Sendable, Equatable {
  /// Counts from 1.
  public var page: Int
  /// For PDF: `[[x0, y0, x1, y1]]`, PDF points, origin top left. Nil for plain text.
  public var boxes: [[Double]]?
  /// For plain text: the first and last line, counted from 1 within the file. Nil for PDF.
  public var lines: [Int]?
  /// The line, verbatim.
  public var quote: String
  /// Why it is here: one Swedish sentence.
  public var reason: String

  /// - Parameter source: where the line stands.
  public init(_ source: Evidence, reason: String) {
    page = source.page
    boxes = source.boxes
    lines = source.lines
    quote = source.quote
    self.reason = reason
  }
}
