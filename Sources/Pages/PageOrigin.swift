/// How a page's text was come by.
public enum PageOrigin: Sendable, Hashable {
  /// The file's own: a PDF's text layer (textlager), or plain text.
  case textLayer
  /// Text recognition (textigenkänning, OCR) of the page's image. The mean confidence of its words, 0 to 1; 0 where there is no word.
  case recognised(confidence: Double)
  /// The file's own text, which is no language; nor is what text recognition makes of the page.
  case garbled
  /// Nothing is printed on the page.
  case blank
  /// The page was not read; it has no lines.
  case unread(Reason)

  /// Why a page was not read.
  public enum Reason: Sendable, Hashable {
    /// The page itself cannot be opened or drawn.
    case damaged
    /// It has no text, and text recognition was not wanted: it may be blank.
    case noText
    /// Its text is no language (shifted glyphs), and text recognition was not wanted.
    case noLanguage
    /// It needs text recognition, which is not installed.
    case noRecognition
  }
}
