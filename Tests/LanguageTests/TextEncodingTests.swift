import Language
import Testing

@Suite("Text encodings")
struct TextEncodingTests {
  private static let prose =
    "Nämnden godkänner årsbokslutet för äldreomsorgen och översänder ärendet till kommunstyrelsen för fortsatt handläggning."

  /// `text` with one byte a character, as Latin-1 and Windows-1252 have å, ä and ö.
  private static func latin1(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }

  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  @Test(
    "Each known encoding gives the same text",
    arguments: [
      ("UTF-8", Array(prose.utf8)), ("UTF-8", [0xEF, 0xBB, 0xBF] + Array(prose.utf8)),
      ("UTF-16LE", [0xFF, 0xFE] + utf16(prose, bigEndian: false)), ("UTF-16BE", [0xFE, 0xFF] + utf16(prose, bigEndian: true)),
      ("ISO-8859-1", latin1(prose)),
    ])
  func known(name: String, bytes: [UInt8]) throws {
    let decoded = try TextEncoding.decode(bytes)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == Self.prose)
    #expect(decoded.encodingName == name)
  }

  @Test("The bytes 0x80 to 0x9F make it Windows-1252: quotes, dashes, euro")
  func windows() throws {
    let bytes = Self.latin1(Self.prose) + [0x20, 0x94, 0x61, 0x94, 0x20, 0x96, 0x20, 0x80]
    let decoded = try TextEncoding.decode(bytes)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == Self.prose + " ”a” – €")
    #expect(decoded.encodingName == "windows-1252")
  }

  @Test("A short text in Latin-1 is read too", arguments: ["§ 5 Ärendet återremitteras", "Åre", "mål: å"])
  func short(text: String) throws {
    #expect(String(decoding: try TextEncoding.decode(Self.latin1(text)).utf8, as: UTF8.self) == text)
  }

  @Test("Empty and plain texts are UTF-8", arguments: ["", "\u{FEFF}", "Protokoll", "rad\r\n\u{C}sida"])
  func plain(text: String) throws {
    let decoded = try TextEncoding.decode(Array(text.utf8))
    #expect(decoded.utf8 == Array(text.utf8.drop { $0 >= 0x80 }))
    #expect(decoded.encodingName == "UTF-8")
  }

  @Test("A long text goes through whole")
  func long() throws {
    let text = String(repeating: Self.prose, count: 1000) + "ö"
    #expect(String(decoding: try TextEncoding.decode(Self.latin1(text)).utf8, as: UTF8.self) == text)
  }

  @Test("Anything else is refused with a word on what to do", arguments: notText)
  func refused(bytes: [UInt8]) {
    let error = #expect(throws: TextEncodingError.self) { try TextEncoding.decode(bytes) }
    #expect(error?.description.contains("spara om som UTF-8") == true)
  }

  private static let notText: [[UInt8]] = [
    [0x00, 0x41], [UInt8](repeating: 0, count: 100), [UInt8](repeating: 1, count: 50), [UInt8](0...255), Array("%PDF-1.4\u{1}\u{0}".utf8),
    // UTF-16 that breaks off, and without a byte order mark.
    [0xFF, 0xFE, 0x00, 0xD8], [0xFF, 0xFE, 0x41], utf16("Nämnden", bigEndian: false),
    // "mål och ärenden, ö" as Mac Roman and DOS write it.
    latin1("m\u{8C}l och \u{8A}renden, \u{9A}"), latin1("m\u{86}l och \u{84}renden, \u{94}"),
    // UTF-8 with a byte lost.
    Array("måläöåäöåäö".utf8) + [0xC3],
  ]

}
