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

  /// - Parameter page: a `PopplerPage`.
  func draw(_ page: OpaquePointer) {
    cairo_save(context)
    poppler_page_render(page, context)
    cairo_restore(context)
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
