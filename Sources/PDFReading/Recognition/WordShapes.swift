import Pages

/// Mends a letter that looks like another in fonts without serifs, where the word list knows the one word and not the other: a capital I that was read as
/// l ("lakttagelser").
struct WordShapes {
  let words: WordList

  func mend(_ found: inout [RecognisedWord]) {
    for index in found.indices {
      let text = found[index].text
      guard text.count > 3, text[0] == UInt8(ascii: "l") else { continue }
      let letters = text.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x80 && $0 != 0xC2 && $0 != 0xE2 }
      let mended = [UInt8(ascii: "I")] + letters.dropFirst()
      if letters.count > 3, !words.knows(letters), words.knows(mended[...]) { found[index].text[0] = UInt8(ascii: "I") }
    }
  }
}
