/// The running text of a § or of a report's section, as it is searched and shown, with a way back to its places.
public struct TextSection: Codable, Sendable, Equatable {
  /// What a section is a part of.
  public enum Kind: String, Codable, Sendable {
    /// A § of minutes.
    case paragraf
    /// A part of a report (or of minutes' front page) under its heading.
    case section
  }

  public var kind: Kind
  /// The § number; nil for a report's section.
  public var number: Int?
  /// The title of the § or the section's heading, in one line.
  public var heading: String
  /// Depth in the tree of headings, 1 at the top. 1 for every §.
  public var level: Int
  /// The decision's text (its lead-in and points); empty where there is none.
  public var decision: String
  /// Page furniture left out, words hyphenated by a line break joined; a line break ("\n") stands between blocks only.
  public var text: String
  /// One for every printed line of `text`, with rising starts.
  public var spans: [Span]

  /// A printed line's place.
  public struct Span: Codable, Sendable, Equatable {
    /// UTF-8 byte offset in `text` where the line begins.
    public var start: Int
    /// Counts from 1.
    public var page: Int
    /// `[x0, y0, x1, y1]` in PDF points, origin top left; nil for plain text.
    public var box: [Double]?

    public init(start: Int, page: Int, box: [Double]?) {
      self.start = start
      self.page = page
      self.box = box
    }
  }

  public init(
    kind: Kind, number: Int? = nil, heading: String, level: Int = 1, decision: String = "", text: String, spans: [Span]
  ) {
    self.kind = kind
    self.number = number
    self.heading = heading
    self.level = level
    self.decision = decision
    self.text = text
    self.spans = spans
  }
}
