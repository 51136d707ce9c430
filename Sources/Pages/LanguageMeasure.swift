/// Whether a text is language, measured: the share of its words that the word list knows, and whether the others can be spoken at all.
///
/// Glyphs without a map, or with a shifted one, give letters that are no language (`IWHU IUnJD`). Of such words the list knows one in ten at the
/// most, while pages of minutes and reports have six in ten or more. What the list does not know may be names, another language, or abbreviations:
/// those can be spoken, and are left in peace. Where it cannot be told, a text is language.
public struct LanguageMeasure: Sendable, Equatable {
  /// Runs of three letters or more that were looked at: `mostWords` at the most, from the beginning.
  public private(set) var words = 0
  /// Those that the list knows, compounds included.
  public private(set) var known = 0
  /// Those that nobody can say: five consonants or four vowels in a row, or five letters and no vowel.
  public private(set) var unspeakable = 0
  /// Characters without a meaning, counted once where they are repeated: control characters, private use, U+FFFD.
  public private(set) var meaningless = 0

  private static let mostWords = 400
  /// So many words, of which so great a share is known, are language whatever follows.
  private static let enoughWords = 100
  private static let sureShare = 0.6
  private static let shortestWord = 3
  /// So few words, or characters, tell nothing.
  private static let fewest = 8
  /// Of Swedish pages the list knows far more, of garbled ones far less.
  private static let knownShare = 0.4
  /// Languages stay below a twentieth; letters shifted in the alphabet come out at a quarter.
  private static let unspeakableShare = 0.1

  /// - Parameters:
  ///   - text: UTF-8.
  ///   - stopsWhereSure: no more than `enoughWords` are looked at where they leave no doubt.
  public init(_ text: [UInt8], words list: WordList, stopsWhereSure: Bool = false) {
    if stopsWhereSure {
      _ = look(at: text, list, most: Self.enoughWords)
      if words == Self.enoughWords, Double(known) >= Double(words) * Self.sureShare { return }
      self = LanguageMeasure()
    }
    let unknown = look(at: text, list, most: Self.mostWords)
    // Compounds and consonants are looked into only where the list leaves a doubt: this runs on every page.
    guard Double(known) < Double(words) * Self.knownShare else { return }
    for word in unknown {
      if list.isCompound(text[word]) { known += 1 } else if SpokenWord.isUnspeakable(text[word]) { unspeakable += 1 }
    }
  }

  private init() {}

  /// Counts; the words that the list does not know.
  private mutating func look(at text: [UInt8], _ list: WordList, most: Int) -> [Range<Int>] {
    let unknown = text.withUnsafeBufferPointer { scan($0, list, most: most) }
    known = words - unknown.count
    return unknown
  }

  /// The share of its words that the list knows; 0 where it has none.
  public var share: Double { words == 0 ? 0 : Double(known) / Double(words) }

  public var isLanguage: Bool {
    if words >= Self.fewest {
      return share >= Self.knownShare || Double(unspeakable) < Double(words) * Self.unspeakableShare
    }
    return meaningless < Self.fewest
  }

  /// The unknown words' ranges; counts all words and what has no meaning.
  private mutating func scan(_ text: UnsafeBufferPointer<UInt8>, _ list: WordList, most: Int) -> [Range<Int>] {
    var unknown: [Range<Int>] = []
    var index = 0
    var previous: UInt32 = 0
    while index < text.count, words < most {
      let start = index
      var letters = 0
      while index < text.count, Self.isLetter(text[index]) {
        if text[index] & 0xC0 != 0x80 { letters += 1 }
        index += 1
      }
      if index > start {
        if letters >= Self.shortestWord {
          words += 1
          if !list.contains(UnsafeBufferPointer(rebasing: text[start..<index])) { unknown.append(start..<index) }
        }
        previous = 0
      } else {
        let (scalar, length) = Self.scalar(at: index, in: text)
        if Self.isMeaningless(scalar), scalar != previous { meaningless += 1 }
        previous = scalar
        index += length
      }
    }
    return unknown
  }

  /// Letters of any script begin with 0xC3 or more; 0xE2 begins signs (–, ”, •), 0xEE and 0xEF private use and U+FFFD.
  private static func isLetter(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || byte >= 0x80 && byte != 0xC2 && byte != 0xE2 && byte < 0xEE
  }

  /// The character at the index, which begins one. Text that is no UTF-8 is gone through byte by byte.
  private static func scalar(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> (UInt32, length: Int) {
    let lead = text[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= text.count else { return (UInt32(lead), 1) }
    let first = UInt32(lead) & (0x7F >> UInt32(length))
    return (text[index + 1..<index + length].reduce(first) { $0 << 6 | UInt32($1 & 0x3F) }, length)
  }

  private static func isMeaningless(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0C, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xE000...0xF8FF, 0xFFFD: true
    default: false
    }
  }
}

/// Vowels and consonants of a word.
enum SpokenWord {
  /// "skälmskt" and "västsvensk" have four consonants in a row, "Maoaea" is no Swedish word.
  private static let mostConsonants = 4
  private static let mostVowels = 3
  /// Shorter ones are abbreviations (SKR, HVB, mnkr, KPMG).
  private static let shortestWithVowel = 5

  /// - Parameter word: letters, UTF-8.
  static func isUnspeakable(_ word: ArraySlice<UInt8>) -> Bool {
    var consonants = 0
    var vowels = 0
    var letters = 0
    var hasVowel = false
    for index in word.indices where word[index] & 0xC0 != 0x80 {
      letters += 1
      switch kind(ofLetterAt: index, in: word) {
      case .vowel:
        (consonants, vowels, hasVowel) = (0, vowels + 1, true)
      case .consonant:
        (consonants, vowels) = (consonants + 1, 0)
      case .unknown:
        (consonants, vowels, hasVowel) = (0, 0, true)
      }
      if consonants > mostConsonants || vowels > mostVowels { return true }
    }
    return !hasVowel && letters >= shortestWithVowel
  }

  private enum Kind { case vowel, consonant, unknown }

  /// Of the letters beyond ASCII those of ISO 8859-1 are vowels, but for ç, ð, ñ, þ and ß; what lies further off is left open.
  private static func kind(ofLetterAt index: Int, in word: ArraySlice<UInt8>) -> Kind {
    let byte = word[index]
    if byte < 0x80 { return "aeiouy".utf8.contains(byte | 0x20) ? .vowel : .consonant }
    guard byte == 0xC3, index + 1 < word.endIndex else { return .unknown }
    return [0x87, 0x90, 0x91, 0x9E, 0x9F].contains(word[index + 1] & 0xDF) ? .consonant : .vowel
  }
}
