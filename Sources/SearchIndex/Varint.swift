/// Whole numbers as bytes, seven bits a byte, low bits first; the high bit says that more follow (LEB128).
enum Varint {
  @inline(__always)
  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  @inline(__always)
  static func append(_ value: Int, to bytes: inout [UInt8]) { append(UInt32(clamping: value), to: &bytes) }
}

/// Reads what ``Varint`` wrote. Past the end it gives zeros and says so, so that a damaged archive ends a search and not the program.
struct ByteReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int
  /// Whether more was asked for than there is.
  private(set) var isOverrun = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  var isAtEnd: Bool { position >= bytes.count }

  @inline(__always)
  mutating func byte() -> UInt8 {
    guard position < bytes.count else {
      isOverrun = true
      return 0
    }
    defer { position += 1 }
    return bytes[position]
  }

  @inline(__always)
  mutating func varint() -> UInt32 {
    let first = byte()
    if first < 0x80 { return UInt32(first) }
    var value = UInt32(first & 0x7F)
    var shift: UInt32 = 7
    while shift < 35 {
      let next = byte()
      value |= UInt32(next & 0x7F) << shift
      if next < 0x80 { break }
      shift += 7
    }
    return value
  }

  @inline(__always)
  mutating func count() -> Int { Int(varint()) }

  /// The range of the next `count` bytes, cut off at the end.
  @inline(__always)
  mutating func skip(_ count: Int) -> Range<Int> {
    let start = position
    if count > bytes.count - start { isOverrun = true }
    position = min(bytes.count, start + count)
    return start..<position
  }
}
