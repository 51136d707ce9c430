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
