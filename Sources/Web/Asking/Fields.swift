internal import Foundation
internal import Hummingbird

/// The fields of a form, as the browser sends them: after the question mark of an address, or in the body of a request (`Form`).
struct Fields: Sendable {
  private var values: [String: [String]] = [:]

  /// Bytes. More than a form of these pages can hold, and less than what would cost anything to read.
  private static let longest = 8192

  /// No fields.
  init() {}

  /// Those of an address. Throws a `Problem`.
  init(_ request: Request) throws {
    for (name, value) in try Self.pairs(of: request, longest: Self.longest) { values[name, default: []].append(value) }
  }

  /// Names and values as they came, in their order. Throws a `Problem`.
  /// - Parameter longest: bytes.
  static func pairs(of request: Request, longest: Int) throws -> [(name: String, value: String)] {
    let query = request.uri.query ?? ""
    guard query.utf8.count <= longest else {
      throw Problem(
        status: .uriTooLong, title: "För lång adress", text: "Adressen är längre än \(longest) tecken.",
        advice: "Sök efter färre ord.")
    }
    guard let pairs = pairs(encoded: query) else { throw Problem.badRequest("Adressen innehåller tecken som inte är text.") }
    return pairs
  }

  /// Those of a form's body. Nil where something is no text.
  init?(encoded text: String) {
    guard let pairs = Self.pairs(encoded: text) else { return nil }
    for (name, value) in pairs { values[name, default: []].append(value) }
  }

  private static func pairs(encoded text: String) -> [(name: String, value: String)]? {
    var pairs: [(name: String, value: String)] = []
    for part in text.split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(pair[0]), let value = decoded(pair.count == 2 ? pair[1] : "") else { return nil }
      pairs.append((name, value))
    }
    return pairs
  }

  /// Nil where the field is missing or empty.
  subscript(name: String) -> String? { values[name]?.first { !$0.isEmpty } }

  /// As the subscript, but empty where the field is there without a value.
  func given(_ name: String) -> String? { values[name]?.first }

  /// All values of a field that may be given more than once.
  func all(_ name: String) -> [String] { values[name]?.filter { !$0.isEmpty } ?? [] }

  /// A whole number. Throws a `Problem` for anything else, and for one out of `range`.
  func number(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let text = self[name] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw Problem.badRequest("\(name) i adressen ska vara ett tal från \(range.lowerBound) till \(range.upperBound).")
    }
    return number
  }

  /// Nil where the bytes are no UTF-8, or hold a control character.
  private static func decoded(_ text: Substring) -> String? {
    let decoded = text.replacing("+", with: " ").removingPercentEncoding
    let isText =
      decoded?.unicodeScalars.allSatisfy { $0 == "\t" || $0 == "\n" || $0 == "\r" || $0.value >= 0x20 && $0.value != 0x7F } ?? false
    return isText ? decoded : nil
  }
}
