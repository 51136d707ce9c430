internal import Foundation
internal import Yams

/// Regler för en kommun: what one municipality's documents do differently, a file in `municipality/`.
public struct Overlay: Sendable {
  /// The file, relative to the rules folder.
  public let file: String
  /// The municipality's names as written, never empty.
  public let municipalities: [String]
  let text: String
  /// Where it says for whom it is.
  let line: Int

  /// What a label may say that its section is: the values of `Section.Kind` that have a heading.
  public static let sections = [
    "background", "earlier", "proposal", "motion", "procedure", "vote", "decision", "reservation", "statement", "recusal", "basis",
    "immediate_approval", "recipients",
  ]

  /// Reads for whom the file is. Throws where that cannot be told.
  init(_ file: RuleFolder.File) throws(RuleProblem) {
    self.file = file.path
    text = file.text
    var reader = EntryReader(path: file.path, mapping: try Self.mapping(path: file.path, text: text))
    line = reader["municipality"]?.mark?.line ?? 1
    municipalities = reader.strings("municipality").map(\.text).filter { !$0.isEmpty }
    guard municipalities.isEmpty else { return }
    let message = "skriv vilken kommun filen gäller: \"municipality: Namn kommun\""
    throw reader.problems.first ?? RuleProblem(file: file.path, line: reader.line, column: 1, message: message)
  }

  static func mapping(path: String, text: String) throws(RuleProblem) -> Node.Mapping {
    guard let root = try RuleFile.root(path: path, text: text), let mapping = root.mapping else {
      throw RuleProblem(
        file: path, line: 1, column: 1, message: "en kommuns regler ska ha nycklar, och börja med \"municipality: Namn kommun\"")
    }
    return mapping
  }

  /// What tells one municipality from another: "BJÖRKMÅLA KOMMUN", "Björkmålas kommun" and "Björkmåla" are one.
  public static func key(_ name: String) -> String {
    var words = name.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    while words.count > 1, ["kommun", "kommuns", "stad", "stads"].contains(words[words.count - 1]) { words.removeLast() }
    let joined = words.joined(separator: " ")
    return joined.count > 3 && joined.hasSuffix("s") ? String(joined.dropLast()) : joined
  }

  /// The name of the file for a municipality, without its ending: "bjorkmala".
  public static func fileName(for municipality: String) -> String {
    var words = municipality.lowercased().split(whereSeparator: \.isWhitespace)
    if words.count > 1, ["kommun", "stad"].contains(words[words.count - 1]) { words.removeLast() }
    let letters = words.joined(separator: "-").folding(options: .diacriticInsensitive, locale: nil)
    return letters.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }
}
