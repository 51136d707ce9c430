internal import Foundation
internal import Language

/// The text of a file that someone has written. An editor may have saved it as something else than UTF-8, which is said; letters that it has taken apart
/// (å as an a with a ring, as files copied from a Mac have them) are put together, as the documents' text is.
public enum WrittenText {
  /// Why a file's bytes are no text, with the place of the first that is none.
  public struct Mistake: Error {
    /// Counts from 1.
    public var line: Int
    /// Counts from 1.
    public var column: Int
    /// One Swedish sentence.
    public var message: String
  }

  /// The text of a file's bytes, which must be UTF-8, its letters put together (Unicode's form C). Throws a ``Mistake`` that names the encoding that the
  /// file seems to have.
  public static func text(_ bytes: [UInt8]) throws(Mistake) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw mistake(in: bytes) }
    // The marks that are put on letters begin with one of two bytes, which nothing else in Swedish does.
    return bytes.contains { $0 == 0xCC || $0 == 0xCD } ? text.precomposedStringWithCanonicalMapping : text
  }

  /// The first character that no text has; nil where there is none.
  static func strange(in text: String) -> Mistake? {
    guard let index = text.unicodeScalars.firstIndex(where: isStrange) else { return nil }
    let message =
      switch text.unicodeScalars[index].value {
      case 0: saved(as: encoding(of: Array(text.utf8)))
      case 0x80..<0xA0: "å, ä och ö är förvanskade i filen (\"Ã¤\"); skriv om dem och spara filen som UTF-8"
      default: "här står ett styrtecken som inte syns; ta bort det, eller skriv om raden"
      }
    return mistake(message, at: index, in: text)
  }

  /// Line feeds, carriage returns and tabs apart.
  private static func isStrange(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && !"\t\n\r\u{85}".unicodeScalars.contains(scalar)
  }

  private static func mistake(in bytes: [UInt8]) -> Mistake {
    let text = String(decoding: bytes, as: UTF8.self)
    let index = text.unicodeScalars.firstIndex(of: "\u{FFFD}") ?? text.startIndex
    return mistake(saved(as: encoding(of: bytes)), at: index, in: text)
  }

  private static func mistake(_ message: String, at index: String.Index, in text: String) -> Mistake {
    let before = text.unicodeScalars[..<index].split(separator: "\n", omittingEmptySubsequences: false)
    return Mistake(line: before.count, column: (before.last?.count ?? 0) + 1, message: message)
  }

  private static func saved(as encoding: String?) -> String {
    guard let encoding else { return "filen är ingen textfil; skriv reglerna i en vanlig textredigerare och spara dem som UTF-8" }
    return "filen är sparad som \(encoding) och inte som UTF-8, så dess text kan inte läsas; spara om den som UTF-8"
  }

  /// What the bytes seem to be; nil where they are no text at all.
  private static func encoding(of bytes: [UInt8]) -> String? {
    let unicode = "UTF-16 (\"Unicode\")"
    if let name = try? TextEncoding.decode(bytes).encodingName { return name.hasPrefix("UTF-16") ? unicode : "Latin-1 (\"ANSI\")" }
    // Half of the bytes of Swedish in UTF-16 are zero, with a byte order mark or without.
    if bytes.count(where: { $0 == 0 }) * 3 > bytes.count { return unicode }
    let hasControls = bytes.contains { $0 < 0x20 && !(0x09...0x0D).contains($0) }
    return !hasControls && bytes.contains(where: macLetters.contains) ? "Mac OS Roman" : nil
  }

  /// å, ä, ö, Å, Ä, Ö in Mac OS Roman, which `TextEncoding` does not know.
  private static let macLetters: [UInt8] = [0x8C, 0x8A, 0x9A, 0x81, 0x80, 0x85]
}
