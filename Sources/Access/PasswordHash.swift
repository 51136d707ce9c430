internal import CArgon2
internal import Foundation

/// How a password is kept: Argon2id (RFC 9106) with a salt of its own. The text holds the parameters too, so that they can be raised later without
/// anyone's password becoming invalid.
enum PasswordHash {
  // OWASP's Password Storage Cheat Sheet: at least 19 MiB, two passes, one lane.
  private static let kibibytes: UInt32 = 19 << 10
  private static let passes: UInt32 = 2
  private static let lanes: UInt32 = 1
  /// Bytes.
  private static let saltLength = 16
  private static let hashLength = 32

  /// What the text of a hash with these parameters begins with.
  private static let present = "$argon2id$v=19$m=\(kibibytes),t=\(passes),p=\(lanes)$"

  /// "$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH". Takes some hundredths of a second and 19 MiB. Throws an `AccessFailure`.
  static func make(_ password: String) throws -> String {
    var generator = SystemRandomNumberGenerator()
    let salt = (0..<saltLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let password = bytes(of: password)
    let room = argon2_encodedlen(passes, kibibytes, lanes, UInt32(saltLength), UInt32(hashLength), Argon2_id)
    var encoded = [CChar](repeating: 0, count: room)
    let code = argon2id_hash_encoded(
      passes, kibibytes, lanes, password, password.count, salt, salt.count, hashLength, &encoded, encoded.count)
    guard code == ARGON2_OK.rawValue else {
      throw AccessFailure("lösenordet kunde inte sparas (\(String(cString: argon2_error_message(code)))); datorn kan ha för lite minne")
    }
    return String(decoding: encoded.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Whether a hash was made from the password. Takes as long whether it was or not.
  static func matches(_ password: String, _ hash: String) -> Bool {
    let password = bytes(of: password)
    return argon2id_verify(hash, password, password.count) == ARGON2_OK.rawValue
  }

  /// Whether the password should be hashed anew when it is next known, since other parameters are used by now.
  static func isOutdated(_ hash: String) -> Bool { !hash.hasPrefix(present) }

  // Keyboards differ in how they send å; the same password must be the same bytes (NIST SP 800-63B section 5.1.1.2: NFKC).
  private static func bytes(of password: String) -> [UInt8] { Array(password.precomposedStringWithCompatibilityMapping.utf8) }
}
