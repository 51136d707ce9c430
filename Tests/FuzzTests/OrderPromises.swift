import PDFReading
import Pages

/// Glyphs made from bytes, seven to each: what there is of them comes out again, each once.
struct OrderPromises {
  func check(_ bytes: [UInt8]) throws {
    let glyphs = stride(from: 0, to: bytes.count - 6, by: 7).prefix(400).map { Self.glyph(bytes[$0..<$0 + 7]) }
    var page = GlyphOrder.page(size: PageSize(width: 595, height: 842), glyphs)
    try PagePromise(page).check()
    try isAll(glyphs, String(decoding: page.text, as: UTF8.self))
    page = PageCleaner(words: WordList(path: "")).clean(page)
    try PagePromise(page).check()
    var pages = [page, page, page]
    Furniture.mark(&pages)
  }

  private static let characters = Array("Beslut om avgiften 2024§-–.,•åäöÅÄÖ   \n\u{A0}\u{AD}\u{F0B7}kr".unicodeScalars)
  /// No glyph is doubled, and none is lost but the raised marks that lead to a footnote.
  private func isAll(_ glyphs: [GlyphOrder.Glyph], _ text: String) throws {
    var counts: [Unicode.Scalar: Int] = [:]
    for glyph in glyphs { counts[glyph.character, default: 0] += 1 }
    for character in text.unicodeScalars { counts[Self.shownAs[character] ?? character, default: 0] -= 1 }
    for (character, count) in counts where !" \n".unicodeScalars.contains(character) {
      try promise(count >= 0, "\(character.debugDescription) comes out \(-count) times more than it went in")
      try promise(count == 0 || "024,".unicodeScalars.contains(character), "\(character.debugDescription) is lost \(count) times")
    }
  }

  /// An "o" may be a bullet, and raised figures are written raised.
  private static let shownAs: [Unicode.Scalar: Unicode.Scalar] = ["◦": "o", "⁰": "0", "²": "2", "⁴": "4"]

  /// Font sizes in points: none, tiny, usual, more than a page, past all measure.
  private static let sizes: [Double] = [0, 0.01, 6, 8, 9, 10, 10, 11, 12, 12, 14, 18, 24, 72, 2000, 1e30]

  /// Character, x, y (two bytes each, in quarters of a point), size, width and turn.
  private static func glyph(_ bytes: ArraySlice<UInt8>) -> GlyphOrder.Glyph {
    let byte = Array(bytes)
    let size = sizes[Int(byte[5] & 0x0F)]
    let place = (x: Double(Int(byte[1]) << 8 | Int(byte[2])) / 4, y: Double(Int(byte[3]) << 8 | Int(byte[4])) / 4)
    // A font may lie of its size.
    let height = min(size, 2000)
    let width = height * Double(byte[6] & 0x0F) / 16
    let isTurned = byte[5] & 0x80 != 0
    let far = byte[6] & 0xF0 == 0xF0 ? 1e4 : 1
    let box = Box(
      x0: place.x * far, y0: place.y * far, x1: place.x * far + (isTurned ? height : width), y1: place.y * far + (isTurned ? width : height)
    )
    return GlyphOrder.Glyph(
      character: characters[Int(byte[0]) % characters.count], box: box, fontSize: size, isBold: byte[5] & 0x40 != 0)
  }
}
