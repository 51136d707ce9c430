import CPoppler
public import Pages

extension PDFDocument {
  /// A page as a PNG file, with places marked.
  ///
  /// A page that is too large for its resolution (10 m by 10 m) gets a coarser image.
  /// - Parameters:
  ///   - number: counts from 1.
  ///   - dotsPerInch: 72 gives one pixel a point.
  ///   - marks: what to mark, in points as the boxes of evidence are: the origin is the page's top left corner.
  /// - Throws: `PDFError.pageUnreadable`, `.pageWithoutArea` or `.pageNotDrawn`.
  public borrowing func png(page number: Int, dotsPerInch: Double = 150, marks: [Box] = []) throws -> [UInt8] {
    let bytes = try withPage(number) { page in
      guard let scale = ImageScale(GlyphPage.size(of: page), dotsPerInch: dotsPerInch) else { throw PDFError.pageWithoutArea(number) }
      guard let canvas = PageCanvas(scale) else { throw PDFError.pageNotDrawn(number) }
      canvas.draw(page)
      PageMarks().draw(marks, on: canvas)
      return canvas.png()
    }
    guard let bytes else { throw PDFError.pageNotDrawn(number) }
    return bytes
  }
}
