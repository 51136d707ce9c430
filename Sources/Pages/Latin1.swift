/// Folding to small letters of ISO 8859-1, one byte a letter: the form in which words are stored and compared.
enum Latin1 {
  /// The word (UTF-8) in small letters; nil where a letter lies outside ISO 8859-1 (no Swedish word has one).
  static func folded(_ word: ArraySlice<UInt8>) -> [UInt8]? {
    word.withUnsafeBufferPointer { word in withFolded(word) { $0.map(Array.init) } }
  }

  /// Calls `body` with the word (UTF-8) in small letters, or nil where a letter lies outside ISO 8859-1. Nothing is allocated: every word of a page
  /// is looked up so.
  static func withFolded<Result>(_ word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>?) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { folded in
      var (index, count) = (0, 0)
      while index < word.count {
        let byte = word[index]
        index += 1
        if byte < 0x80 {
          folded[count] = small(byte)
        } else {
          guard byte == 0xC2 || byte == 0xC3, index < word.count else { return body(nil) }
          folded[count] = small((byte << 6) | (word[index] & 0x3F))
          index += 1
        }
        count += 1
      }
      return body(UnsafeBufferPointer(rebasing: folded[..<count]))
    }
  }

  /// A whole list, ISO 8859-1 or UTF-8, in small letters, each word ended by a line feed.
  static func foldedList(_ list: [UInt8]) -> [UInt8] {
    isUTF8(list) ? list.split(separator: 0x0A).compactMap(folded).flatMap { $0 + [0x0A] } : foldedLatin1(list)
  }

  private static func foldedLatin1(_ list: [UInt8]) -> [UInt8] {
    var folded = [UInt8](unsafeUninitializedCapacity: list.count + 1) { buffer, count in
      for index in list.indices { buffer[index] = small(list[index]) }
      count = list.count
    }
    if folded.last != 0x0A { folded.append(0x0A) }
    return folded
  }

  private static func isUTF8(_ list: [UInt8]) -> Bool {
    list.withUnsafeBufferPointer { $0.contains(0xC3) } && String(validating: list, as: UTF8.self) != nil
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: byte + 0x20
    default: byte
    }
  }
}
