internal import CZlib
internal import Foundation
internal import GRDB

/// Bytes made small (zlib, RFC 1950) with their length before them: four bytes, little-endian.
///
/// What is only read for one document or hit at a time is kept so. Measured on 23 documents: facts shrink to a sixth, printed lines' places and the text to two
/// fifths.
enum Packing {
  static func pack(_ data: Data) throws -> Data {
    if data.isEmpty { return Data(count: 4) }
    var length = compressBound(UInt(data.count))
    var packed = Data(count: Int(length) + 4)
    withUnsafeBytes(of: UInt32(data.count).littleEndian) { packed.replaceSubrange(0..<4, with: $0) }
    let result = packed.withUnsafeMutableBytes { target in
      data.withUnsafeBytes { source in
        let start = target.baseAddress?.advanced(by: 4).assumingMemoryBound(to: UInt8.self)
        return compress2(start, &length, source.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt(data.count), 6)
      }
    }
    guard result == Z_OK else { throw ArchiveFailure("det fanns inte minne nog för att lägga in dokumentet i arkivet") }
    return packed.prefix(Int(length) + 4)
  }

  static func pack(_ text: String) throws -> Data { try pack(Data(text.utf8)) }

  /// Throws a corrupt database's error where the bytes are damaged.
  static func unpackText(_ packed: Data) throws -> String {
    guard let data = unpack(packed) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "section") }
    return String(decoding: data, as: UTF8.self)
  }

  /// Nil where the bytes are damaged.
  static func unpack(_ packed: Data) -> Data? {
    guard packed.count >= 4 else { return nil }
    let wanted = packed.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self).littleEndian }
    // zlib cannot shrink by more: a damaged length must not take all memory.
    guard Int(wanted) <= packed.count * 1100 else { return nil }
    if wanted == 0 { return Data() }
    var length = UInt(wanted)
    var data = Data(count: Int(wanted))
    let result = data.withUnsafeMutableBytes { target in
      packed.withUnsafeBytes { source in
        let start = source.baseAddress?.advanced(by: 4).assumingMemoryBound(to: UInt8.self)
        return uncompress(target.baseAddress?.assumingMemoryBound(to: UInt8.self), &length, start, UInt(packed.count - 4))
      }
    }
    return result == Z_OK && length == wanted ? data : nil
  }
}
