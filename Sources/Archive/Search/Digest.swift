internal import CCrypto

/// SHA-256 (FIPS 180-4) of short texts, one after the other.
final class Digest {
  private let context = EVP_MD_CTX_new()

  deinit { EVP_MD_CTX_free(context) }

  /// The first 64 bits: the number that the first 16 hexadecimal digits are, as `sha256sum` prints them.
  func first64(of text: String) -> UInt64 {
    var (text, digest) = (text, [UInt8](repeating: 0, count: 32))
    let isDone = text.withUTF8 { bytes in
      EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 && EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
        && EVP_DigestFinal_ex(context, &digest, nil) == 1
    }
    precondition(isDone, "OpenSSL has no SHA-256")
    return digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
