internal import Foundation

/// The forms of Swedish words (böjningsformer) that compounds are put together of: Debian's `wswedish`, 121,000 forms, names left out.
///
/// A form is kept as a hash of 64 bits: a word that is none is taken for one once in 10¹⁴ times. Two megabytes, read in 3 ms when they are
/// first asked for. Letters are ISO 8859-1 in lower case, so that a byte is a letter.
struct SwedishForms: Sendable {
  /// Where Debian's `wswedish` puts its list.
  static let systemPath = "/usr/share/dict/swedish"
  /// The machine's list; empty where it has none.
  static let system = SwedishForms(latin1: FileManager.default.contents(atPath: systemPath).map { [UInt8]($0) } ?? [])

  private let hashes: HashTable

  /// - Parameter list: one form a line, each line ended, in ISO 8859-1. Lines with a capital, a digit or a sign are left out.
  init(latin1 list: [UInt8]) {
    // A form takes ten bytes of the list.
    var hashes = HashTable(capacity: list.count / 10)
    list.withUnsafeBufferPointer { list in
      var hash = Self.seed
      var isWord = true
      for letter in list {
        if letter == 0x0A {
          if isWord { hashes.insert(hash) }
          hash = Self.seed
          isWord = true
        } else {
          isWord = isWord && Self.isSmallLetter(letter)
          hash = Self.adding(letter, to: hash)
        }
      }
    }
    self.hashes = hashes
  }

  /// The forms of a few words, with spaces between.
  init(_ words: String) {
    let words = words.split { $0 == " " || $0 == "\n" }.compactMap { Self.latin1($0.utf8) }
    var hashes = HashTable(capacity: words.count)
    for word in words { hashes.insert(Self.hash(word[...])) }
    self.hashes = hashes
  }

  var isEmpty: Bool { hashes.isEmpty }

  /// Whether `word` with `ending` put to it is a form.
  func contains(_ word: ArraySlice<UInt8>, _ ending: [UInt8] = []) -> Bool {
    hashes.contains(Self.hash(ending[...], after: Self.hash(word)))
  }

  /// `utf8` in ISO 8859-1; nil where that has no letter for it.
  static func latin1(_ utf8: some Collection<UInt8>) -> [UInt8]? {
    var letters: [UInt8] = []
    letters.reserveCapacity(utf8.count)
    var lead: UInt8 = 0
    for byte in utf8 {
      switch byte {
      case ..<0x80 where lead == 0: letters.append(byte)
      case 0xC2, 0xC3: lead = byte
      case 0x80..<0xC0 where lead != 0:
        letters.append(lead == 0xC3 ? byte + 0x40 : byte)
        lead = 0
      default: return nil
      }
    }
    return letters
  }

  /// Letters of ISO 8859-1 as UTF-8.
  static func utf8(_ letters: some Collection<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    for letter in letters {
      if letter < 0x80 { bytes.append(letter) } else { bytes += [0xC0 | letter >> 6, 0x80 | letter & 0x3F] }
    }
    return bytes
  }

  private static func isSmallLetter(_ letter: UInt8) -> Bool { letter &- 0x61 < 26 || letter >= 0xDF && letter != 0xF7 }

  private static func hash(_ word: ArraySlice<UInt8>, after seed: UInt64 = seed) -> UInt64 {
    var hash = seed
    for letter in word { hash = adding(letter, to: hash) }
    return hash
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a, 64 bits.
  @inline(__always)
  private static func adding(_ letter: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
}
