import CPoppler
import Pages

/// A page drawn in memory, dark on white. Cairo's image and the means to draw on it, in points from the page's top left corner.
struct PageCanvas: ~Copyable {
  private let surface: OpaquePointer
  let context: OpaquePointer

  /// Nil where there is no memory for it.
  init?(_ scale: ImageScale) {
    surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(scale.width), Int32(scale.height))
    context = cairo_create(surface)
    guard cairo_status(context) == CAIRO_STATUS_SUCCESS else {
      cairo_destroy(context)
      cairo_surface_destroy(surface)
      return nil
    }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, scale.factor, scale.factor)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// - Parameters:
  ///   - page: a `PopplerPage`.
  ///   - turn: how the page is laid on the canvas, which has the size that the turn gives it.
  func draw(_ page: OpaquePointer, turn: PageTurn? = nil) {
    cairo_save(context)
    if let turn {
      cairo_translate(context, turn.readSize.width / 2, turn.readSize.height / 2)
      cairo_rotate(context, turn.degrees * .pi / 180)
      cairo_translate(context, -turn.shownSize.width / 2, -turn.shownSize.height / 2)
    }
    poppler_page_render(page, context)
    cairo_restore(context)
  }

  /// The image without its colours.
  func gray() -> GrayImage {
    cairo_surface_flush(surface)
    let width = Int(cairo_image_surface_get_width(surface))
    let height = Int(cairo_image_surface_get_height(surface))
    let stride = Int(cairo_image_surface_get_stride(surface))
    guard let data = cairo_image_surface_get_data(surface) else { return GrayImage(width: 0, height: 0, pixels: []) }
    let pixels = [UInt8](unsafeUninitializedCapacity: width * height) { pixels, count in
      for y in 0..<height {
        let row = UnsafeRawPointer(data + y * stride).assumingMemoryBound(to: UInt32.self)
        for x in 0..<width { pixels[y * width + x] = Self.gray(row[x]) }
      }
      count = width * height
    }
    return GrayImage(width: width, height: height, pixels: pixels)
  }

  /// The brightness (luma of ITU-R BT.601) of a pixel of red, green and blue.
  private static func gray(_ pixel: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: ((pixel >> 16 & 0xFF) * 77 + (pixel >> 8 & 0xFF) * 151 + (pixel & 0xFF) * 28) >> 8)
  }

  /// The image as a PNG file; nil where Cairo could not draw or write it.
  func png() -> [UInt8]? {
    guard cairo_status(context) == CAIRO_STATUS_SUCCESS else { return nil }
    var bytes: [UInt8] = []
    let status = withUnsafeMutablePointer(to: &bytes) { bytes in
      cairo_surface_write_to_png_stream(
        surface,
        { bytes, data, length in
          bytes?.assumingMemoryBound(to: [UInt8].self).pointee.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
          return CAIRO_STATUS_SUCCESS
        }, bytes)
    }
    return status == CAIRO_STATUS_SUCCESS ? bytes : nil
  }
}
