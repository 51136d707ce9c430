/// Folding to small letters of ISO 8859-1, one byte a letter: the form in which words are stored and compared.
enum Latin1 {
  /// The word (UTF-8) in small letters; nil where a letter lies outside ISO 8859-1 (no Swedish word has one).
  static func folded(_ word: ArraySlice<UInt8>) -> [UInt8]? {
    var folded = [UInt8]()
    folded.reserveCapacity(word.count)
    var index = word.startIndex
    while index < word.endIndex {
      let byte = word[index]
      index += 1
      if byte < 0x80 {
        folded.append(small(byte))
      } else {
        guard byte == 0xC2 || byte == 0xC3, index < word.endIndex else { return nil }
        folded.append(small((byte << 6) | (word[index] & 0x3F)))
        index += 1
      }
    }
    return folded
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
    list.contains(0xC3) && String(validating: list, as: UTF8.self) != nil
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: byte + 0x20
    default: byte
    }
  }
}
