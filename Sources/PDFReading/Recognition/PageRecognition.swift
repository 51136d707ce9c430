import CPoppler
import Pages

/// A page's text as it was recognised from its image.
struct RecognisedPage {
  let text: RecognisedText
  let turn: PageTurn
  /// Of the words, whether they are any.
  let measure: LanguageMeasure

  var assembly: PageAssembly { PageAssembly(size: turn.shownSize, bytes: text.bytes, pieces: text.pieces, turn: turn) }

  /// Whether it can be trusted to have been read the right way up: a page on its head gives few words, and those with little confidence.
  fileprivate var isUpright: Bool { measure.share >= 0.5 || text.confidence >= 0.75 }
}

/// Recognises a page from its image, level and the right way up.
struct PageRecognition {
  /// By which it is told whether words are any.
  let words: WordList

  private static let dotsPerInch = 300.0
  /// Pixels of the image's longer side: a page that is set down as very large or small is drawn as an ordinary one.
  private static let longSide = 2400.0...5000.0
  /// Degrees; less does no harm.
  private static let leastSkew = 0.2
  /// Fewer words do not tell which way is up.
  private static let fewestWords = 5

  /// Nil where nothing is installed to recognise it with, or it cannot be drawn.
  func recognise(_ page: OpaquePointer) -> RecognisedPage? {
    guard let asShown = recognise(page, turned: 0) else { return nil }
    // Of a page on its side hardly a word is found at all.
    if asShown.isUpright && asShown.text.pieces.count >= Self.fewestWords { return asShown }
    var best = asShown
    for degrees in [90.0, 270, 180] {
      guard let turned = recognise(page, turned: degrees) else { continue }
      if turned.isUpright && turned.measure.known > best.measure.known { return turned }
      if turned.measure.known > best.measure.known { best = turned }
    }
    return best
  }

  private func recognise(_ page: OpaquePointer, turned degrees: Double) -> RecognisedPage? {
    var turn = PageTurn(degrees: degrees, shownSize: GlyphPage.size(of: page))
    guard var drawn = image(of: page, turn) else { return nil }
    let skew = Recogniser.shared.skew(of: drawn.image)
    if abs(skew) >= Self.leastSkew {
      turn.degrees += skew
      guard let level = image(of: page, turn) else { return nil }
      drawn = level
    }
    guard var found = Recogniser.shared.words(in: drawn.image.softened()) else { return nil }
    GlyphShapes(image: drawn.image).mend(&found)
    WordShapes(words: words).mend(&found)
    let text = RecognisedText(found, pixelsPerPoint: drawn.factor)
    return RecognisedPage(text: text, turn: turn, measure: LanguageMeasure(text.bytes, words: words))
  }

  /// The page's image and its pixels per point.
  private func image(of page: OpaquePointer, _ turn: PageTurn) -> (image: GrayImage, factor: Double)? {
    let longSide = max(turn.readSize.width, turn.readSize.height)
    guard longSide > 0, longSide.isFinite else { return nil }
    let pixels = min(max(longSide * Self.dotsPerInch / 72, Self.longSide.lowerBound), Self.longSide.upperBound)
    guard let scale = ImageScale(turn.readSize, dotsPerInch: pixels / longSide * 72), let canvas = PageCanvas(scale) else { return nil }
    canvas.draw(page, turn: turn)
    return (canvas.gray(), scale.factor)
  }
}
