internal import CGLib

/// SHA-256 (FIPS 180-4) of short texts, one after the other.
final class Digest {
  private let checksum: OpaquePointer

  init() { checksum = g_checksum_new(G_CHECKSUM_SHA256) }

  deinit { g_checksum_free(checksum) }

  /// The first 64 bits: the number that the first 16 hexadecimal digits are, as `sha256sum` prints them.
  func first64(of text: String) -> UInt64 {
    g_checksum_reset(checksum)
    var text = text
    text.withUTF8 { g_checksum_update(checksum, $0.baseAddress, $0.count) }
    var digest = [UInt8](repeating: 0, count: 32)
    var length = gsize(digest.count)
    g_checksum_get_digest(checksum, &digest, &length)
    return digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
