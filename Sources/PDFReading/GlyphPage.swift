import CLittleCMS
import CPoppler
import Pages

/// What Poppler says of a page: its text with a box and a style for every Unicode scalar.
///
/// Poppler builds its text page once and keeps it with the `PopplerPage`, so that text, layout and attributes cost one reading together.
struct GlyphPage {
  let size: PageSize
  /// The page's text, UTF-8, as Poppler orders it; glyphs and pieces are ranges of it.
  private(set) var bytes: [UInt8] = []
  /// White space is among them.
  private(set) var glyphs: [Glyph] = []

  /// A printed character or a space.
  struct Glyph {
    var start: Int
    var length: Int
    var box: Box
    var fontSize = 0.0
    var isBold = false
    /// Whether its font is one of signs.
    var isSymbol = false
  }

  init(_ page: OpaquePointer) {
    size = Self.size(of: page)
    readGlyphs(page)
    readStyles(page)
    dropImpossible()
  }

  /// Glyphs from elsewhere than a PDF.
  init(size: PageSize, bytes: [UInt8], glyphs: [Glyph]) {
    self.size = size
    self.bytes = bytes
    self.glyphs = glyphs
    dropImpossible()
  }

  /// No paper is a hundred kilometres wide: what stands beyond (or nowhere, where a matrix has grown past all numbers) cannot be put in order. Nor
  /// is a letter a hundred metres high; what claims so is measured by its box.
  private mutating func dropImpossible() {
    guard glyphs.contains(where: Self.isSuspect) else { return }
    glyphs.removeAll { glyph in ![glyph.box.x0, glyph.box.y0, glyph.box.x1, glyph.box.y1].allSatisfy { abs($0) < Self.farthest } }
    for index in glyphs.indices where !(0...Self.largestSize).contains(glyphs[index].fontSize) { glyphs[index].fontSize = 0 }
  }

  /// Whether the glyph may be impossible: hardly any is, so that one look at each is enough.
  private static func isSuspect(_ glyph: Glyph) -> Bool {
    let extent = abs(glyph.box.x0) + abs(glyph.box.y0) + abs(glyph.box.x1) + abs(glyph.box.y1)
    return !(extent < farthest && glyph.fontSize >= 0 && glyph.fontSize <= largestSize)
  }

  /// In points.
  private static let farthest = 3e8
  private static let largestSize = 3e5

  static func size(of page: OpaquePointer) -> PageSize {
    var width = 0.0
    var height = 0.0
    poppler_page_get_size(page, &width, &height)
    return PageSize(width: width, height: height)
  }

  func isSpace(_ glyph: Glyph) -> Bool {
    switch bytes[glyph.start] {
    case 0x20, 0x0A, 0x09, 0x0D, 0x0C: true
    default: false
    }
  }

  private mutating func readGlyphs(_ page: OpaquePointer) {
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var count: guint = 0
    clittlecms_set_needs_colours(false)
    defer { clittlecms_set_needs_colours(true) }
    guard poppler_page_get_text_layout(page, &rectangles, &count) != 0, let text = poppler_page_get_text(page) else { return }
    defer {
      g_free(rectangles)
      g_free(text)
    }
    bytes = Self.valid(UnsafeBufferPointer(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: strlen(text)))
    glyphs = Self.glyphs(UnsafeBufferPointer(start: rectangles, count: Int(count)), of: bytes)
  }

  /// - Parameter rectangles: one for each scalar of the text.
  private static func glyphs(_ rectangles: UnsafeBufferPointer<PopplerRectangle>, of bytes: [UInt8]) -> [Glyph] {
    bytes.withUnsafeBufferPointer { bytes in
      [Glyph](unsafeUninitializedCapacity: rectangles.count) { glyphs, count in
        var start = 0
        while count < rectangles.count, start < bytes.count {
          let length = min(length(ofScalar: bytes[start]), bytes.count - start)
          let box = rectangles[count]
          let glyph = Glyph(start: start, length: length, box: Box(x0: box.x1, y0: box.y1, x1: box.x2, y1: box.y2))
          glyphs.initializeElement(at: count, to: glyph)
          start += length
          count += 1
        }
      }
    }
  }

  private static func length(ofScalar lead: UInt8) -> Int {
    switch lead {
    case ..<0xC0: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }

  /// A font's map may name half a surrogate pair, which is no UTF-8: U+FFFD, of the same length, takes its place.
  private static func valid(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes = Array(text)
    guard bytes.contains(0xED) else { return bytes }
    for index in bytes.indices.dropLast(2) where bytes[index] == 0xED && bytes[index + 1] >= 0xA0 {
      bytes.replaceSubrange(index..<index + 3, with: [0xEF, 0xBF, 0xBD])
    }
    return bytes
  }

  private mutating func readStyles(_ page: OpaquePointer) {
    let list = poppler_page_get_text_attributes(page)
    defer { poppler_page_free_text_attributes(list) }
    var node = list
    while let current = node {
      let attributes = current.pointee.data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
      let font = attributes.font_name.map { FontName($0) }
      setStyle(from: Int(attributes.start_index), to: Int(attributes.end_index), size: attributes.font_size, font)
      node = current.pointee.next
    }
  }

  /// - Parameter end: the last glyph's index.
  private mutating func setStyle(from start: Int, to end: Int, size: Double, _ font: FontName?) {
    let (isBold, isSymbol) = (font?.isBold ?? false, font?.isSymbol ?? false)
    let last = min(end, glyphs.count - 1)
    guard start >= 0, start <= last else { return }
    glyphs.withUnsafeMutableBufferPointer { glyphs in
      for index in start...last {
        glyphs[index].fontSize = size
        glyphs[index].isBold = isBold
        glyphs[index].isSymbol = isSymbol
      }
    }
  }
}
