/// Mends what recognition makes of signs that stand alone, by their shape in the image: a figure in a table's cell gets a bracket that is not there
/// ("(0"), a bullet becomes a letter or a quote mark.
struct GlyphShapes {
  let image: GrayImage

  /// A disc fills 0.79 of its box; letters of that form fill about half.
  private static let filled = 0.72
  private static let bullet = Array("•".utf8)

  func mend(_ words: inout [RecognisedWord]) {
    for index in words.indices {
      if let digit = lonelyDigit(in: words[index].text), glyphs(in: words[index].box) == 1 {
        words[index].text = [digit]
      } else if isShort(words[index].text), isDisc(words[index]) {
        words[index].text = Self.bullet
      }
    }
  }

  /// The only digit of a text that is else nothing but brackets.
  private func lonelyDigit(in text: [UInt8]) -> UInt8? {
    guard text.count > 1, text.count < 4 else { return nil }
    let rest = text.filter { !"()[]".utf8.contains($0) }
    return rest.count == 1 && (0x30...0x39).contains(rest[0]) ? rest[0] : nil
  }

  /// One character, but no full stop.
  private func isShort(_ text: [UInt8]) -> Bool {
    text.count(where: { $0 & 0xC0 != 0x80 }) == 1 && text != Array(".".utf8) && text != Self.bullet
  }

  private func isDisc(_ word: RecognisedWord) -> Bool {
    let box = word.box
    guard box.width > 4, box.height > 4, abs(box.width - box.height) * 4 <= box.height else { return false }
    // A full stop that was read as a comma stands on the baseline.
    guard Double(box.bottom) < word.baseline || box.height > 12 else { return false }
    return Double(ink(in: box)) >= Double(box.width * box.height) * Self.filled && glyphs(in: box) == 1
  }

  private func ink(in box: PixelBox) -> Int {
    rows(of: box).reduce(0) { sum, y in sum + columns(of: box).count { image.isInk($0, y) } }
  }

  /// The number of parts that white columns separate.
  private func glyphs(in box: PixelBox) -> Int {
    var count = 0
    var wasInk = false
    for x in columns(of: box) {
      let isInk = rows(of: box).contains { image.isInk(x, $0) }
      if isInk, !wasInk { count += 1 }
      wasInk = isInk
    }
    return count
  }

  private func rows(of box: PixelBox) -> Range<Int> { max(0, box.top)..<max(0, box.top, min(image.height, box.bottom)) }
  private func columns(of box: PixelBox) -> Range<Int> { max(0, box.left)..<max(0, box.left, min(image.width, box.right)) }
}
