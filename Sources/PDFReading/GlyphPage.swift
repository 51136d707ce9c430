import CPoppler
import Pages

/// What Poppler says of a page: its text with a box and a style for every Unicode scalar.
struct GlyphPage {
  let size: PageSize
  private(set) var glyphs: [Glyph] = []

  /// A printed character.
  struct Glyph {
    var scalar: Unicode.Scalar
    var box: Box
    var fontSize: Double
    var isBold: Bool
    /// Whether a space or a line's end follows.
    var endsWord: Bool
  }

  init(_ page: OpaquePointer) {
    var width = 0.0
    var height = 0.0
    poppler_page_get_size(page, &width, &height)
    size = PageSize(width: width, height: height)
    readGlyphs(page)
    readStyles(page)
    glyphs.removeAll { $0.scalar == " " || $0.scalar == "\n" }
  }

  private mutating func readGlyphs(_ page: OpaquePointer) {
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var count: guint = 0
    guard poppler_page_get_text_layout(page, &rectangles, &count) != 0, let text = poppler_page_get_text(page) else { return }
    defer {
      g_free(rectangles)
      g_free(text)
    }
    let boxes = UnsafeBufferPointer(start: rectangles, count: Int(count))
    for (scalar, box) in zip(String(cString: text).unicodeScalars, boxes) {
      if scalar == " " || scalar == "\n", !glyphs.isEmpty { glyphs[glyphs.count - 1].endsWord = true }
      let box = Box(x0: box.x1, y0: box.y1, x1: box.x2, y1: box.y2)
      glyphs.append(Glyph(scalar: scalar, box: box, fontSize: 0, isBold: false, endsWord: false))
    }
  }

  private mutating func readStyles(_ page: OpaquePointer) {
    let list = poppler_page_get_text_attributes(page)
    defer { poppler_page_free_text_attributes(list) }
    var node = list
    var faces = FontFaces()
    while let current = node {
      let attributes = current.pointee.data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
      let isBold = faces.isBold(attributes.font_name)
      let last = min(Int(attributes.end_index), glyphs.count - 1)
      for index in stride(from: Int(attributes.start_index), through: last, by: 1) {
        glyphs[index].fontSize = attributes.font_size
        glyphs[index].isBold = isBold
      }
      node = current.pointee.next
    }
  }
}
