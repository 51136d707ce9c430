internal import CCrypto
internal import Foundation

/// Fingerprints of files. Of OpenSSL, which takes a fraction of the time that GLib's checksum takes.
public enum FileHash {
  /// SHA-256 (FIPS 180-4) in lower-case hexadecimal, 64 digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    let hash = RunningHash()
    hash.add(bytes)
    return hash.finish()
  }
}

/// The fingerprint of a file that is too large to hold in memory, taken piece by piece; the same as `FileHash` gives.
public final class RunningHash {
  private let context = EVP_MD_CTX_new()

  public init() { precondition(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "OpenSSL has no SHA-256") }

  deinit { EVP_MD_CTX_free(context) }

  public func add(_ bytes: [UInt8]) {
    precondition(EVP_DigestUpdate(context, bytes, bytes.count) == 1, "the hash has been finished before")
  }

  /// 64 hexadecimal digits, lower case. To be asked once; nothing can be added after it.
  public func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    precondition(EVP_DigestFinal_ex(context, &digest, nil) == 1, "the hash has been finished before")
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
