/// Where a fact stands and why it was taken: the `source` of the facts document.
public struct Evidence: Codable, Sendable, Equatable {
  /// Counts from 1: the page on which the fact begins.
  public var page: Int
  /// For PDF: one box a line, `[x0, y0, x1, y1]`, PDF points, origin top left. Nil for plain text.
  public var boxes: [[Double]]?
  /// For plain text: the first and last line, counted from 1 within the file. Nil for PDF.
  public var lines: [Int]?
  /// The verbatim text, white space normalised.
  public var quote: String
  /// The id of the rule that took it.
  public var rule: String
  /// Whether its page was read by text recognition (textigenkänning); nil where it was not.
  public var recognised: Bool?
  /// How sure text recognition is of the least sure of its words, 0 to 1; nil where the text is the file's own.
  public var confidence: Double?
  /// The rest of a fact that goes on over page breaks; nil where it stands on one page.
  public var continued: [Continuation]?

  /// The part of a fact that stands on a later page.
  public struct Continuation: Codable, Sendable, Equatable {
    public var page: Int
    public var boxes: [[Double]]

    public init(page: Int, boxes: [[Double]]) {
      self.page = page
      self.boxes = boxes
    }
  }

  public init(
    page: Int, boxes: [[Double]]? = nil, lines: [Int]? = nil, quote: String, rule: String, continued: [Continuation]? = nil
  ) {
    self.page = page
    self.boxes = boxes
    self.lines = lines
    self.quote = quote
    self.rule = rule
    self.continued = continued
  }
}
