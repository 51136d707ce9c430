import PDFReading
import Pages

/// Glyphs made from bytes, seven to each: what there is of them comes out again, each once.
struct OrderPromises {
  func check(_ bytes: [UInt8]) throws {
    let glyphs = stride(from: 0, to: bytes.count - 6, by: 7).prefix(400).map { Self.glyph(bytes[$0..<$0 + 7]) }
    var page = GlyphOrder.page(size: PageSize(width: 595, height: 842), glyphs)
    try PagePromise(page).check()
    let printed = Self.printed(glyphs.map(\.character))
    let shown = Self.printed(String(decoding: page.text, as: UTF8.self).unicodeScalars)
    try promise(printed == shown, "glyphs are lost or doubled: \(printed) went in, \(shown) came out")
    page = PageCleaner(words: WordList(path: "")).clean(page)
    try PagePromise(page).check()
    var pages = [page, page, page]
    Furniture.mark(&pages)
  }

  private static let characters = Array("Beslut om avgiften 2024§-–.,•åäöÅÄÖ   \n\u{A0}\u{AD}\u{F0B7}kr".unicodeScalars)
  /// Spaces part words and are not kept. An "o" may be a bullet, and raised figures are written raised.
  private static func printed(_ characters: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    let figures: [Unicode.Scalar: Unicode.Scalar] = ["◦": "o", "⁰": "0", "²": "2", "⁴": "4"]
    return characters.filter { $0 != " " && $0 != "\n" }.map { figures[$0] ?? $0 }.sorted()
  }

  /// Font sizes in points: none, tiny, usual, more than a page.
  private static let sizes: [Double] = [0, 0.01, 6, 8, 9, 10, 10, 11, 12, 12, 14, 18, 24, 72, 2000, -11]

  /// Character, x, y (two bytes each, in quarters of a point), size, width and turn.
  private static func glyph(_ bytes: ArraySlice<UInt8>) -> GlyphOrder.Glyph {
    let byte = Array(bytes)
    let size = sizes[Int(byte[5] & 0x0F)]
    let place = (x: Double(Int(byte[1]) << 8 | Int(byte[2])) / 4, y: Double(Int(byte[3]) << 8 | Int(byte[4])) / 4)
    let width = abs(size) * Double(byte[6] & 0x0F) / 16
    let isTurned = byte[5] & 0x80 != 0
    let far = byte[6] & 0xF0 == 0xF0 ? 1e4 : 1
    let box = Box(
      x0: place.x * far, y0: place.y * far, x1: place.x * far + (isTurned ? abs(size) : width), y1: place.y * far + (isTurned ? width : abs(size)))
    return GlyphOrder.Glyph(
      character: characters[Int(byte[0]) % characters.count], box: box, fontSize: size, isBold: byte[5] & 0x40 != 0)
  }
}
