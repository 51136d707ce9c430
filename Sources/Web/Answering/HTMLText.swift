internal import Mustache

/// How what comes from documents and addresses is put into pages.
///
/// The template library's own escaping goes by `Character`, so that a sign followed by a combining accent (U+0301) passes it unescaped; this
/// one goes by bytes.
package struct HTMLText {

  package static func escaped(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.contains(where: { replacement(of: $0) != nil }) else { return String(decoding: bytes, as: UTF8.self) }
      var escaped: [UInt8] = []
      escaped.reserveCapacity(bytes.count + 64)
      for byte in bytes {
        if let replacement = replacement(of: byte) { escaped += replacement.utf8 } else { escaped.append(byte) }
      }
      return String(decoding: escaped, as: UTF8.self)
    }
  }

  private static func replacement(of byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}

extension StaticString {
  fileprivate var utf8: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}

extension HTMLText: MustacheContentType {
  func escapeText(_ text: String) -> String { Self.escaped(text) }
}
