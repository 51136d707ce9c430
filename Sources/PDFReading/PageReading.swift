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

  init(assembly: PageAssembly?, origin: PageOrigin) {
    self.assembly = assembly
    self.origin = origin
  }

  init(_ recognised: RecognisedPage) {
    self.init(assembly: recognised.assembly, origin: .recognised(confidence: recognised.text.confidence))
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
    let measure = LanguageMeasure(glyphs.bytes, words: words, stopsWhereSure: true)
    guard mode == .always || !hasText || !measure.isLanguage else {
      return mode == .never ? textLayer : underStamp(page, glyphs, measure) ?? textLayer
    }
    let nothing = PageAssembly(size: glyphs.size, bytes: [], pieces: [])
    // To see whether the page is blank it must be drawn, which may cost more than reading it: without recognition it is only said to have no text.
    guard mode != .never else { return PageReading(assembly: nothing, origin: .unread(hasText ? .noLanguage : .noText)) }
    // What cannot be drawn cannot be seen to be blank.
    if let ink = Ink(of: page), ink.isBlank { return hasText ? textLayer : PageReading(assembly: nothing, origin: .blank) }
    guard let recognised = PageRecognition(words: words).recognise(page) else {
      let reason: PageOrigin.Reason = RecognitionModel.installed == nil ? .noRecognition : .damaged
      return hasText && measure.isLanguage ? textLayer : PageReading(assembly: nothing, origin: .unread(reason))
    }
    if !hasText || isBetter(recognised, than: measure) { return PageReading(recognised) }
    return measure.isLanguage ? textLayer : PageReading(assembly: textLayer.assembly, origin: .garbled)
  }

  /// Whether what was recognised takes the place of the text layer.
  private func isBetter(_ recognised: RecognisedPage, than textLayer: LanguageMeasure) -> Bool {
    if textLayer.isLanguage { return !recognised.text.pieces.isEmpty }
    let isWhole = recognised.text.confidence >= 0.75 && recognised.text.pieces.count * 2 >= textLayer.words
    return recognised.measure.isLanguage && (recognised.measure.known > textLayer.known || isWhole)
  }

  /// The image's text, where the text layer is no more than a stamp on it.
  private func underStamp(_ page: OpaquePointer, _ glyphs: GlyphPage, _ measure: LanguageMeasure) -> PageReading? {
    guard StampedScan.isLikely(page, glyphs, measure), let recognised = PageRecognition(words: words).recognise(page) else { return nil }
    return StampedScan.isMore(recognised.measure, than: measure) ? PageReading(recognised) : nil
  }
}
