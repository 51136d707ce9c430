internal import CGLib

/// Fingerprints of files. GLib's checksum is used, since Poppler brings GLib along anyway.
public enum FileHash {
  /// SHA-256 (FIPS 180-4) in lower-case hexadecimal, 64 digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { buffer in
      guard let text = g_compute_checksum_for_data(G_CHECKSUM_SHA256, buffer.baseAddress, gsize(buffer.count)) else { return "" }
      defer { g_free(text) }
      return String(cString: text)
    }
  }
}

/// The fingerprint of a file that is too large to hold in memory, taken piece by piece; the same as `FileHash` gives.
public final class RunningHash {
  private let checksum = g_checksum_new(G_CHECKSUM_SHA256)

  public init() {}

  deinit { g_checksum_free(checksum) }

  public func add(_ bytes: [UInt8]) { g_checksum_update(checksum, bytes, bytes.count) }

  /// 64 hexadecimal digits. Nothing can be added after it.
  public func finish() -> String { g_checksum_get_string(checksum).map { String(cString: $0) } ?? "" }
}
