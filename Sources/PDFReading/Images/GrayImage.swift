/// An image in 8-bit grey: 0 is black, 255 white.
struct GrayImage {
  let width: Int
  let height: Int
  /// Row after row from the top, without padding.
  let pixels: [UInt8]

  /// What is darker than this is ink.
  static let ink: UInt8 = 128

  func isInk(_ x: Int, _ y: Int) -> Bool { pixels[y * width + x] < Self.ink }
}
