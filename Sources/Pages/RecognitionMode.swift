/// Which pages' text is recognised from their image (textigenkänning, OCR).
public enum RecognitionMode: String, Sendable, CaseIterable, Codable {
  /// None: a page that would need it is said to be unread.
  case never
  /// Those without text, and those whose text is no language.
  case auto
  /// All, also those that have text.
  case always
}
