internal import Facts

/// Key figures in running text that only repeat what a table of the report shows.
struct IndicatorRepeats {
  /// Each table's figure as the words of its name and its values.
  private let shown: [(words: [String], values: [String: String])]

  /// Letters by which two forms of a word are known to be one.
  private static let stem = 7
  private static let shortestWord = 4

  init(_ tables: [Indicator]) { shown = tables.map { (Self.words($0.name), $0.values.mapValues(Self.plain)) } }

  /// Whether one table's figure has every word of the name and every value.
  func hold(_ told: Indicator) -> Bool {
    let words = Self.words(told.name)
    guard !words.isEmpty else { return false }
    return shown.contains { table in
      told.values.allSatisfy { table.values[$0.key] == Self.plain($0.value) } && words.allSatisfy { table.words.contains($0) }
    }
  }

  private static func words(_ name: String) -> [String] {
    name.lowercased().split { !$0.isLetter }.filter { $0.count >= shortestWord }.map { String($0.prefix(stem)) }
  }

  /// The value without spaces and with a decimal comma: "95.3%" and "95,3 %" are the same.
  private static func plain(_ value: String) -> String {
    let short = value.utf8.contains(UInt8(ascii: "p")) ? value.replacing("procent", with: "%") : value
    return String(String.UnicodeScalarView(short.unicodeScalars.compactMap { $0.properties.isWhitespace ? nil : $0 == "." ? "," : $0 }))
  }
}
