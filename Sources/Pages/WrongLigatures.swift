/// Ligatures that a font's table of characters names wrongly (`effekƟvisering`).
///
/// Office fonts number their glyphs, and a broken table gives the glyph's number as the character: the same few letters of Latin Extended stand for the
/// same ligatures in document after document.
struct WrongLigatures {
  let words: WordList

  /// Letters that no Swedish word or name has: always a ligature.
  private static let always: [Unicode.Scalar: String] = [
    "\u{19E}": "tf", "\u{19F}": "ti", "\u{1A9}": "tt", "\u{1AB}": "tti",
    "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl", "\u{FB05}": "ft", "\u{FB06}": "st",
  ]
  /// A letter of foreign names, which is a ligature where that gives a word.
  private static let usual: [Unicode.Scalar: String] = ["\u{14C}": "ft"]
  /// What another letter of Latin Extended may stand for, if that gives a word; it may also be the letter of a name (`Ōe`, `Žižek`).
  static let candidates = ["ti", "tt", "ft", "tf", "fj", "fi", "ff", "fl", "tti", "ffi", "fft"]

  /// The number of words in which a wrong letter was mended (Unicode's own ligatures are right ones).
  func mend(_ line: inout TokenLine) -> Int {
    var count = 0
    for index in line.tokens.indices {
      let old = line.tokens[index].bytes
      guard old.contains(where: { $0 >= 0xC4 }), let mended = mended(old), mended[...] != old else { continue }
      if !old.contains(0xEF) { count += 1 }
      line.tokens[index].bytes = mended[...]
    }
    return count
  }

  private func mended(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    guard scalars.contains(where: { Self.always[$0] != nil || Self.isForeign($0) }) else { return nil }
    var text = scalars.map { Self.always[$0] ?? String($0) }
    let foreign = Set(scalars.filter { Self.isForeign($0) && Self.always[$0] == nil })
    if foreign.count == 1, let letter = foreign.first, let ligature = ligature(for: letter, in: text) {
      text = text.map { $0 == String(letter) ? ligature : $0 }
    }
    return Array(text.joined().utf8)
  }

  /// The one ligature that makes a word of the text, if there is one.
  private func ligature(for letter: Unicode.Scalar, in text: [String]) -> String? {
    let found = Self.candidates.filter { candidate in
      let word = text.map { $0 == String(letter) ? candidate : $0 }.joined()
      return words.knows(LetterRun.longest(in: Array(word.utf8)[...]))
    }
    if let usual = Self.usual[letter], found.contains(usual) { return usual }
    return found.count == 1 ? found[0] : nil
  }

  /// Latin Extended-A and -B and the phonetic letters.
  private static func isForeign(_ scalar: Unicode.Scalar) -> Bool { (0x100...0x2AF).contains(scalar.value) }
}
