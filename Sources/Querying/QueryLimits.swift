/// How much of a query is read. More would be slow and say nothing; a note says what was left.
enum QueryLimits {
  /// UTF-8 bytes.
  static let bytes = 8_192
  /// Words, phrases, prefixes and conditions.
  static let terms = 256
  /// Parentheses within each other.
  static let depth = 24
  /// Notes.
  static let notes = 12
  /// Words between those of a NEAR.
  static let near = 200
}
