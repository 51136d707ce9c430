/// TEMPORARY until Language has its analyzer.
struct Words {
  func each(in text: UnsafeRawBufferPointer, _ body: (Range<Int>, UnsafeBufferPointer<UInt8>) -> CInt) -> CInt {
    var index = 0
    var stem: [UInt8] = []
    while index < text.count {
      let start = index
      stem.removeAll(keepingCapacity: true)
      while index < text.count, let byte = Self.lower(text[index], after: stem.last) { stem.append(byte); index += 1 }
      if stem.isEmpty { index += 1; continue }
      for end in ["erna", "en", "er", "et", "s", "e", "a"] where stem.count > end.utf8.count + 3 && stem.suffix(end.utf8.count).elementsEqual(end.utf8) {
        stem.removeLast(end.utf8.count); break
      }
      let code = stem.withUnsafeBufferPointer { body(start..<index, $0) }
      if code != 0 { return code }
    }
    return 0
  }
  static func lower(_ byte: UInt8, after: UInt8?) -> UInt8? {
    switch byte {
    case 0x30...0x39, 0x61...0x7A: byte
    case 0x41...0x5A: byte + 32
    case 0xC3: byte
    case 0x80...0xBF: after == 0xC3 ? (byte < 0xA0 ? byte + 32 : byte) : nil
    default: nil
    }
  }
  func words(in text: String) -> [String] {
    var found: [String] = []
    Array(text.utf8).withUnsafeBytes { bytes in
      _ = each(in: bytes) { _, stem in found.append(String(decoding: stem, as: UTF8.self)); return 0 }
    }
    return found
  }
}
