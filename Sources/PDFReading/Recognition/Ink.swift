import CPoppler
import Pages

/// How much is printed on a page, told from a coarse image of it.
struct Ink {
  /// The share of its pixels that are clearly darker or lighter than the paper.
  let share: Double
  /// The share that have the paper's brightness.
  let paper: Double

  /// Enough to show a line of text, and quickly drawn.
  private static let dotsPerInch = 60.0
  /// What differs so much from the paper is printed.
  private static let contrast = 40
  private static let sameness = 12
  /// A page with less is blank: a word of small letters covers three times as much, some specks of a scanner less.
  private static let least = 0.0001

  var isBlank: Bool { share < Self.least }

  /// Nil for a page that cannot be drawn.
  /// - Parameter boxes: places that are not looked at, in points.
  init?(of page: OpaquePointer, without boxes: [Box] = []) {
    guard let record = Record(of: page) else { return nil }
    guard !record.isEmpty else {
      (share, paper) = (0, 1)
      return
    }
    guard let scale = ImageScale(GlyphPage.size(of: page), dotsPerInch: Self.dotsPerInch), let canvas = PageCanvas(scale) else {
      return nil
    }
    record.draw(on: canvas)
    canvas.cover(boxes)
    let image = canvas.gray()
    var counts = [Int](repeating: 0, count: 256)
    for pixel in image.pixels { counts[Int(pixel)] += 1 }
    let ground = counts.indices.max { counts[$0] < counts[$1] } ?? 255
    let all = Double(max(1, image.pixels.count))
    share = Double(counts.indices.filter { abs($0 - ground) > Self.contrast }.reduce(0) { $0 + counts[$1] }) / all
    paper = Double(counts.indices.filter { abs($0 - ground) <= Self.sameness }.reduce(0) { $0 + counts[$1] }) / all
  }

  /// What a page draws, noted down and not yet drawn: of a page without content, of which a file may hold thousands, that is known at once.
  private final class Record {
    private let surface: OpaquePointer

    init?(of page: OpaquePointer) {
      guard let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nil) else { return nil }
      self.surface = surface
      let context = cairo_create(surface)
      poppler_page_render(page, context)
      let status = cairo_status(context)
      cairo_destroy(context)
      guard status == CAIRO_STATUS_SUCCESS else { return nil }
    }

    deinit { cairo_surface_destroy(surface) }

    var isEmpty: Bool {
      var (x, y, width, height) = (0.0, 0.0, 0.0, 0.0)
      cairo_recording_surface_ink_extents(surface, &x, &y, &width, &height)
      return width <= 0 || height <= 0
    }

    func draw(on canvas: borrowing PageCanvas) {
      cairo_set_source_surface(canvas.context, surface, 0, 0)
      cairo_paint(canvas.context)
    }
  }
}

extension PageCanvas {
  /// Paints places white.
  fileprivate func cover(_ boxes: [Box]) {
    cairo_set_source_rgb(context, 1, 1, 1)
    for box in boxes { cairo_rectangle(context, box.x0 - 1, box.y0 - 1, box.width + 2, box.height + 2) }
    cairo_fill(context)
  }
}
