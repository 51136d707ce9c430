internal import CICU

/// Why a text's bytes could not be read as characters: one Swedish sentence, without the file's name.
public struct TextEncodingError: Error, CustomStringConvertible, Equatable {
  /// The sentence, for the user.
  public let description: String

  static let unknown = TextEncodingError(description: "okänd teckenkodning; spara om som UTF-8")
  static let binary = TextEncodingError(description: "filen är inte text (okänd teckenkodning; är det text, spara om som UTF-8)")
  static let tooLarge = TextEncodingError(description: "texten är större än 2 GB; dela den i flera filer")
}

/// Finds out how a text's bytes are to be read, and gives them as UTF-8.
public enum TextEncoding {
  /// Reads UTF-8 (with or without byte order mark), UTF-16 and UTF-32 with byte order mark, Windows-1252 and ISO 8859-1.
  ///
  /// - Returns: the text in UTF-8 without byte order mark, and the encoding's IANA name.
  /// - Throws: ``TextEncodingError`` for anything else: zero bytes, other control characters, letters that no Swedish text has.
  public static func decode(_ bytes: [UInt8]) throws(TextEncodingError) -> (utf8: [UInt8], encodingName: String) {
    if let marked = try decodeMarked(bytes) { return marked }
    if looksBinary(bytes) { throw .binary }
    if isUTF8(bytes) { return (bytes, "UTF-8") }
    return try decodeWestern(bytes)
  }

  private static let marks: [(mark: [UInt8], name: String)] = [
    ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE, 0, 0], "UTF-32LE"), ([0, 0, 0xFE, 0xFF], "UTF-32BE"), ([0xFF, 0xFE], "UTF-16LE"),
    ([0xFE, 0xFF], "UTF-16BE"),
  ]

  private static func decodeMarked(_ bytes: [UInt8]) throws(TextEncodingError) -> (utf8: [UInt8], encodingName: String)? {
    guard let (mark, name) = marks.first(where: { bytes.starts(with: $0.mark) }) else { return nil }
    let utf8 = try convert(Array(bytes.dropFirst(mark.count)), from: name)
    if looksBinary(utf8) { throw .binary }
    return (utf8, name)
  }

  /// A zero byte, or more control characters than text has (dot leaders may come out as some).
  private static func looksBinary(_ bytes: [UInt8]) -> Bool {
    var controls = 0
    for byte in bytes {
      if byte == 0 { return true }
      if byte < 0x20, !(0x09...0x0D).contains(byte) { controls += 1 }
    }
    return controls * 10 > bytes.count
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  /// One byte a letter: ICU's detector says which family, the bytes 0x80 to 0x9F say which of the two (only Windows-1252 has letters
  /// and quotes there).
  private static func decodeWestern(_ bytes: [UInt8]) throws(TextEncodingError) -> (utf8: [UInt8], encodingName: String) {
    guard isSwedish(bytes), isWesternSaysDetector(bytes) else { throw .unknown }
    let name = bytes.contains { $0 >= 0x80 && $0 <= 0x9F } ? "windows-1252" : "ISO-8859-1"
    return (try convert(bytes, from: name), name)
  }

  /// What ICU may take a Swedish text of one byte a letter for: its neighbours differ in letters that Swedish does not have.
  private static let western = ["ISO-8859-1", "windows-1252", "ISO-8859-2", "windows-1250", "ISO-8859-9", "windows-1254"]

  private static func isWesternSaysDetector(_ bytes: [UInt8]) -> Bool {
    guard let length = Int32(exactly: bytes.count) else { return false }
    var name = [CChar](repeating: 0, count: 64)
    let confidence = cicu_detect_encoding(bytes, length, &name, Int32(name.count))
    guard confidence >= 0 else { return false }
    let found = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // Multi-byte guesses rest on pairs of high bytes, which the Swedish check has ruled out.
    return western.contains(found) || bytes.count < 1000
  }

  /// å ä ö é ü and their capitals, and the signs of office prose (§ « » – ” ’ • … € % no-break space, soft hyphen), in Windows-1252.
  private static let swedishBytes: Set<UInt8> = [
    0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6, 0xE9, 0xC9, 0xFC, 0xDC, 0xE8, 0xE0, 0xE6, 0xF8, 0xC6, 0xD8, 0xA7, 0xAB, 0xBB, 0xA0, 0xAD, 0xB0,
    0xB2,
    0xB3, 0xB4, 0xB7, 0xBD, 0xBC, 0xBE, 0xD7, 0xB1, 0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97,
  ]

  /// Nearly all of the high bytes are letters and signs of Swedish prose.
  private static func isSwedish(_ bytes: [UInt8]) -> Bool {
    var high = 0
    var known = 0
    for byte in bytes where byte >= 0x80 {
      high += 1
      if swedishBytes.contains(byte) { known += 1 }
    }
    return known * 20 >= high * 19
  }

  private static func convert(_ bytes: [UInt8], from name: String) throws(TextEncodingError) -> [UInt8] {
    guard let length = Int32(exactly: bytes.count), length < Int32.max / 3 else { throw .tooLarge }
    var written: Int32 = 0
    let utf8 = [UInt8](unsafeUninitializedCapacity: max(bytes.count * 3, 1)) { buffer, count in
      written = cicu_to_utf8(name, bytes, length, buffer.baseAddress, Int32(buffer.count))
      count = min(max(Int(written), 0), buffer.count)
    }
    guard written >= 0 else { throw .unknown }
    return utf8
  }
}
