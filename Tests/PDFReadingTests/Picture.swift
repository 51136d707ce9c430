import CPoppler

/// A PNG taken apart by Cairo.
struct Picture {
  let width: Int
  let height: Int
  /// Red, green and blue, row after row.
  private let pixels: [(red: UInt8, green: UInt8, blue: UInt8)]

  /// Nil where the bytes are no PNG.
  init?(png: [UInt8]) {
    var rest = png[...]
    let surface = withUnsafeMutablePointer(to: &rest) { rest in
      cairo_image_surface_create_from_png_stream(
        { rest, data, length in
          guard let rest = rest?.assumingMemoryBound(to: ArraySlice<UInt8>.self), rest.pointee.count >= Int(length) else {
            return CAIRO_STATUS_READ_ERROR
          }
          for (index, byte) in rest.pointee.prefix(Int(length)).enumerated() { data?[index] = byte }
          rest.pointee = rest.pointee.dropFirst(Int(length))
          return CAIRO_STATUS_SUCCESS
        }, rest)
    }
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface) else { return nil }
    let (width, height) = (Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface)))
    let stride = Int(cairo_image_surface_get_stride(surface))
    self.width = width
    self.height = height
    pixels = (0..<height).flatMap { y in
      (0..<width).map { x in
        let pixel = UnsafeRawPointer(data + y * stride + x * 4).loadUnaligned(as: UInt32.self)
        return (UInt8(pixel >> 16 & 0xFF), UInt8(pixel >> 8 & 0xFF), UInt8(pixel & 0xFF))
      }
    }
  }

  subscript(x: Int, y: Int) -> (red: UInt8, green: UInt8, blue: UInt8) { pixels[y * width + x] }

  /// Its green, which is grey where there is no colour.
  var gray: [UInt8] { pixels.map(\.green) }

  /// A quarter turn clockwise: what was up is to the right.
  var turnedGray: (width: Int, height: Int, gray: [UInt8]) {
    var turned = [UInt8](repeating: 255, count: pixels.count)
    for y in 0..<height { for x in 0..<width { turned[x * height + height - 1 - y] = pixels[y * width + x].green } }
    return (height, width, turned)
  }
}
