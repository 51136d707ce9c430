import Pages

/// A page as it was read: its rows, and how they were come by.
struct PageReading {
  let assembly: PageAssembly?
  let origin: PageOrigin

  /// - Parameter document: the line distances of all pages.
  func page(number: Int, document: LineDistance) -> Page {
    let empty = Page(number: number, size: PageSize(width: 0, height: 0), text: [], words: [], lines: [])
    var page = assembly?.page(number: number, document: document) ?? empty
    page.origin = origin
    return page
  }

  static let damaged = PageReading(assembly: nil, origin: .unread(.damaged))
}

/// Reads a page from its text layer, or from its image where that has no text, or text that is no language.
struct PageReader {
  let mode: RecognitionMode
  let words: WordList

  /// - Parameter page: a `PopplerPage`.
  func read(_ page: OpaquePointer) -> PageReading {
    let glyphs = GlyphPage(page)
    let textLayer = PageReading(assembly: PageAssembly(glyphs), origin: .textLayer)
    let hasText = glyphs.bytes.contains { $0 > 0x20 }
    let measure = LanguageMeasure(glyphs.bytes, words: words)
    if mode != .always, hasText, measure.isLanguage { return textLayer }
    let nothing = PageAssembly(size: glyphs.size, bytes: [], pieces: [])
    // Drawing the page only to see whether it is blank takes longer than reading a page of text.
    guard mode != .never else { return PageReading(assembly: nothing, origin: .unread(hasText ? .noLanguage : .noText)) }
    // What cannot be drawn cannot be seen to be blank.
    if let ink = Ink(of: page), ink.isBlank { return hasText ? textLayer : PageReading(assembly: nothing, origin: .blank) }
    guard let recognised = PageRecognition(words: words).recognise(page) else {
      return measure.isLanguage && hasText ? textLayer : PageReading(assembly: nothing, origin: .unread(.noRecognition))
    }
    // Where neither is language (names in another script), or nothing was found, the file's own text stands.
    if hasText, measure.isLanguage || !recognised.measure.isLanguage, recognised.measure.known < measure.known { return textLayer }
    return PageReading(assembly: recognised.assembly, origin: .recognised(confidence: recognised.text.confidence))
  }
}
