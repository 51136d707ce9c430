internal import Foundation

/// How alike two texts are to a reader: case, dashes, quotes, spaces and ligatures count for nothing.
struct ComparedText: Sendable {
  /// As it is compared.
  let normalised: String
  /// Its words with their counts.
  private let counts: [String: Int]
  /// The number of its words.
  let length: Int

  init(_ text: String) {
    normalised = Self.normalised(text)
    let words = Self.words(normalised)
    length = words.count
    counts = words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  var words: Set<String> { Set(counts.keys) }

  /// Dice's coefficient over the words of both with their counts, 0 to 1.
  func similarity(to other: ComparedText) -> Double {
    guard length + other.length > 0 else { return 1 }
    let common = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
    return 2 * Double(common) / Double(length + other.length)
  }

  private static let replacements: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = ["Ɵ": "ti", "Ʃ": "tt", "\u{AD}": "", "\u{2212}": "-"]
    for dash in ["\u{2010}", "\u{2011}", "\u{2012}", "–", "—", "\u{2015}"] as [Unicode.Scalar] { table[dash] = "-" }
    for quote in ["“", "”", "„", "»", "«"] as [Unicode.Scalar] { table[quote] = "\"" }
    return table
  }()

  private static func normalised(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars {
      if let replacement = replacements[scalar] { plain.append(contentsOf: replacement.unicodeScalars) } else { plain.append(scalar) }
    }
    let spaced = String(plain).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return spaced.trimmingCharacters(in: CharacterSet(charactersIn: ".;,")).lowercased()
  }

  /// Runs of letters, digits and underscores.
  private static func words(_ text: String) -> [String] {
    text.unicodeScalars
      .split { !($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_") }
      .map(String.init)
  }
}
