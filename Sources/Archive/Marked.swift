/// Text with the places in it that a search found.
struct Marked {
  /// Control characters that FTS5's `highlight` is asked to put around a hit.
  static let open = "\u{1}"
  static let close = "\u{2}"

  /// UTF-8, as stored.
  let text: [UInt8]
  /// Bytes of `text`, rising, apart from each other.
  let hits: [Range<Int>]

  /// - Parameter highlighted: `text` as `highlight` gives it.
  ///
  /// The two are walked side by side, so that a control character of the text itself is not taken for a mark.
  init(text: String, highlighted: String) {
    self.text = Array(text.utf8)
    var hits: [Range<Int>] = []
    var position = 0
    var start: Int?
    for byte in highlighted.utf8 {
      if position < self.text.count, byte == self.text[position] {
        position += 1
      } else if byte == 1 {
        start = position
      } else if let begun = start {
        hits.append(begun..<position)
        start = nil
      }
    }
    self.hits = hits
  }
}
