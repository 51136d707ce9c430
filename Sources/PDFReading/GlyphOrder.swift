package import Pages

/// The reading order of glyphs that do not come from Poppler, so that it can be tried with glyphs as no PDF has them.
package enum GlyphOrder {
  /// A printed character or a space.
  package struct Glyph {
    package var character: Unicode.Scalar
    var box: Box
    /// In points.
    var fontSize: Double
    var isBold: Bool

    package init(character: Unicode.Scalar, box: Box, fontSize: Double, isBold: Bool) {
      self.character = character
      self.box = box
      self.fontSize = fontSize
      self.isBold = isBold
    }
  }

  /// The page as it is read, before its text is mended.
  package static func page(size: PageSize, _ glyphs: some Sequence<Glyph>) -> Page {
    var bytes: [UInt8] = []
    let placed = glyphs.map { glyph in
      let text = Array(String(glyph.character).utf8)
      defer { bytes += text }
      return GlyphPage.Glyph(start: bytes.count, length: text.count, box: glyph.box, fontSize: glyph.fontSize, isBold: glyph.isBold)
    }
    let assembly = PageAssembly(GlyphPage(size: size, bytes: bytes, glyphs: placed))
    return assembly.page(number: 1, document: assembly.distance)
  }
}
