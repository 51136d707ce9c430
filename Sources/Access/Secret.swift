internal import CCrypto
internal import Foundation

/// 256 bits that no one can guess, as text that cookies and forms can hold (base64url, RFC 4648 section 5, 43 characters).
public struct Secret: Sendable {
  /// Goes to the one whom it identifies, and nowhere else.
  public let text: String

  private static let bytes = 32
  private static let characters = 43

  /// A new one, from the system's source of random numbers.
  public init() {
    var generator = SystemRandomNumberGenerator()
    let random = (0..<Self.bytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    text = Data(random).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// One that someone shows. Nil for what cannot be one.
  public init?(shown text: String) {
    guard text.utf8.count == Self.characters, text.utf8.allSatisfy(Self.isLetter) else { return nil }
    self.text = text
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }

  /// What may be kept or shown in its place: SHA-256 in hexadecimal, another for each purpose. The secret cannot be told from it.
  public func hash(for purpose: String) -> String {
    let text = Array("\(purpose) \(text)".utf8)
    var digest = [UInt8](repeating: 0, count: 32)
    precondition(EVP_Digest(text, text.count, &digest, nil, EVP_sha256(), nil) == 1, "OpenSSL has no SHA-256")
    return digest.map { String(format: "%02x", $0) }.joined()
  }

  /// Whether two texts are the same, told in a time that depends on their lengths alone.
  public static func isSame(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
