/// Lower case for search and comparison. å, ä and ö stay letters of their own; text is expected in NFC.
public enum Folding {
  /// `text` in lower case, as UTF-8.
  public static func fold(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    text.withUnsafeBufferPointer { fold($0, into: &folded) }
    return folded
  }

  /// `text` in lower case.
  public static func fold(_ text: String) -> String { String(decoding: fold(Array(text.utf8)[...]), as: UTF8.self) }

  /// Appends `bytes` in lower case, soft hyphens left out: ASCII and Latin-1 by their bytes, other letters by Unicode's mapping.
  static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      } else {
        index += foldWide(bytes, at: index, into: &folded)
      }
    }
  }

  private static func foldWide(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, into folded: inout [UInt8]) -> Int {
    let scalar = UTF8Scalar.decode(bytes, at: index)
    switch scalar.value {
    case 0xAD: break
    case 0xC0...0xDE where scalar.value != 0xD7:
      folded.append(0xC3)
      folded.append(bytes[index + 1] + 0x20)
    case 0x300...0x36F where compose(scalar.value, into: &folded): break
    case 0xDF...0xFF, 0x2000...0x2FFF: folded.append(contentsOf: bytes[index..<index + scalar.length])
    default: foldByUnicode(scalar, bytes[index..<index + scalar.length], into: &folded)
    }
    return scalar.length
  }

  /// Joins a ring, dots or an acute accent to the å, ä, ö or é that it makes of the letter before: a question may come decomposed.
  private static func compose(_ mark: UInt32, into folded: inout [UInt8]) -> Bool {
    let trail: UInt8? =
      switch (folded.last, mark) {
      case (UInt8(ascii: "a"), 0x30A): 0xA5
      case (UInt8(ascii: "a"), 0x308): 0xA4
      case (UInt8(ascii: "o"), 0x308): 0xB6
      case (UInt8(ascii: "e"), 0x301): 0xA9
      default: nil
      }
    guard let trail else { return false }
    folded.removeLast()
    folded += [0xC3, trail]
    return true
  }

  private static func foldByUnicode(_ scalar: UTF8Scalar, _ bytes: Slice<UnsafeBufferPointer<UInt8>>, into folded: inout [UInt8]) {
    if let known = scalar.unicode {
      folded.append(contentsOf: known.properties.lowercaseMapping.utf8)
    } else {
      folded.append(contentsOf: bytes)
    }
  }
}

/// One Unicode scalar of UTF-8 bytes that may be broken.
struct UTF8Scalar {
  /// 0xFFFF_FFFF where the bytes are no UTF-8; then ``length`` is 1.
  var value: UInt32
  var length: Int

  var unicode: Unicode.Scalar? { Unicode.Scalar(value) }

  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UTF8Scalar {
    let lead = bytes[index]
    if lead < 0x80 { return UTF8Scalar(value: UInt32(lead), length: 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, index + length <= bytes.count else { return broken }
    var value = UInt32(lead & (0xFF >> (UInt8(length) + 1)))
    for offset in 1..<length {
      guard bytes[index + offset] & 0xC0 == 0x80 else { return broken }
      value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    return isShortest(value, length) ? UTF8Scalar(value: value, length: length) : broken
  }

  private static func isShortest(_ value: UInt32, _ length: Int) -> Bool {
    length == 2 || (length == 3 ? value >= 0x800 && !(0xD800..<0xE000).contains(value) : value >= 0x10000 && value < 0x110000)
  }

  private static let broken = UTF8Scalar(value: .max, length: 1)
}
