import CPoppler
import Pages

/// Tells a scanned page on which something has set a little text afterwards: the stamp of a signing service, a page number, a file name. Its text layer is
/// language, but not what the page says.
struct StampedScan {
  /// A stamp has fewer words; of a page with more the text layer is taken as it is.
  static let mostWords = 40
  /// The share of the page that is covered by images.
  private static let covered = 0.5
  /// Paper is most of a scanned text, and little of a photograph.
  private static let paper = 0.7
  /// The share of the page that is printed elsewhere than in the text layer: some lines of text.
  private static let printed = 0.004

  /// Whether the page looks like one. Recognition then tells whether there is text on it.
  static func isLikely(_ page: OpaquePointer, _ glyphs: GlyphPage, _ measure: LanguageMeasure) -> Bool {
    guard measure.words < mostWords, imageShare(of: page, glyphs.size) >= covered else { return false }
    guard let ink = Ink(of: page, without: glyphs.glyphs.map(\.box)) else { return false }
    return ink.paper >= paper && ink.share >= printed
  }

  /// Whether what was recognised is so much more that the text layer can only have been a stamp.
  static func isMore(_ recognised: LanguageMeasure, than stamp: LanguageMeasure) -> Bool { recognised.known > 4 * stamp.words + 20 }

  private static func imageShare(of page: OpaquePointer, _ size: PageSize) -> Double {
    let list = poppler_page_get_image_mapping(page)
    defer { poppler_page_free_image_mapping(list) }
    var area = 0.0
    var node = list
    while let current = node {
      let box = current.pointee.data.assumingMemoryBound(to: PopplerImageMapping.self).pointee.area
      let width = min(max(box.x1, box.x2), size.width) - max(min(box.x1, box.x2), 0)
      let height = min(max(box.y1, box.y2), size.height) - max(min(box.y1, box.y2), 0)
      area += max(width, 0) * max(height, 0)
      node = current.pointee.next
    }
    return size.width * size.height > 0 ? area / size.width / size.height : 0
  }
}
