/// Text with the places in it that a search found.
struct Marked {
  /// UTF-8, as stored.
  let text: [UInt8]
  /// Bytes of `text`, rising, apart from each other.
  let hits: [Range<Int>]
}
