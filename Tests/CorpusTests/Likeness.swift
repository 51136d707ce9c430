import Foundation

/// How alike two texts are to a reader: case, dashes, quotes, spaces and ligatures count for nothing.
enum Likeness {
  private static let replacements = [
    ("Ɵ", "ti"), ("Ʃ", "tt"), ("\u{AD}", ""), ("\u{2010}", "-"), ("\u{2011}", "-"), ("\u{2012}", "-"), ("–", "-"), ("—", "-"),
    ("\u{2015}", "-"),
    ("−", "-"), ("“", "\""), ("”", "\""), ("„", "\""), ("»", "\""), ("«", "\""),
  ]

  static func normalised(_ text: String) -> String {
    var text = text
    for (from, to) in replacements { text = text.replacing(from, with: to) }
    let words = text.precomposedStringWithCompatibilityMapping.lowercased().split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ").trimmingCharacters(in: CharacterSet(charactersIn: ".;,"))
  }

  static func words(_ text: String) -> [Substring] {
    normalised(text).split { !($0.isLetter || $0.isNumber || $0 == "_") }
  }

  /// Dice's coefficient over the words of both with their counts, 0 to 1.
  static func similarity(_ first: String, _ second: String) -> Double {
    let (a, b) = (counts(first), counts(second))
    let total = a.values.reduce(0, +) + b.values.reduce(0, +)
    guard total > 0 else { return 1 }
    let common = a.reduce(0) { $0 + min($1.value, b[$1.key] ?? 0) }
    return 2 * Double(common) / Double(total)
  }

  private static func counts(_ text: String) -> [Substring: Int] {
    words(text).reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
