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

  /// What the sections are called in Swedish, and their names.
  static let swedishSections: [(word: String, name: String)] = [
    ("beskrivning", "background"), ("bakgrund", "background"), ("ärendet", "background"), ("tidigare", "earlier"), ("förslag", "proposal"),
    ("yrkande", "motion"), ("yrkanden", "motion"), ("beslutsgång", "procedure"), ("votering", "vote"), ("omröstning", "vote"),
    ("beslut", "decision"), ("anteckning", "statement"), ("yttrande", "statement"), ("jäv", "recusal"), ("underlag", "basis"),
    ("omedelbar", "immediate_approval"), ("mottagare", "recipients"), ("expediering", "recipients"),
  ]

  /// Reads for whom the file is. Throws where that cannot be told.
  init(_ file: RuleFolder.File) throws(RuleProblem) {
    self.file = file.path
    text = try file.text()
    var reader = EntryReader(path: file.path, mapping: try Self.mapping(path: file.path, text: text))
    line = reader["municipality"]?.mark?.line ?? 1
    municipalities = reader.strings("municipality").map(\.text).filter { !$0.isEmpty }
    guard municipalities.isEmpty else { return }
    if let wrong = Self.misspelt(reader.mapping) {
      let message = "okänd nyckel \"\(wrong.string ?? "")\"; menades \"municipality\"?"
      throw RuleFile.problem(path: file.path, node: wrong, message)
    }
    let message = "skriv vilken kommun filen gäller: \"municipality: Namn kommun\""
    throw reader.problems.first ?? RuleProblem(file: file.path, line: reader.line, column: 1, message: message)
  }

  /// The key that was to say for whom the file is; nil where there is none.
  private static func misspelt(_ mapping: Node.Mapping) -> Node? {
    let known = RuleKey.overlay.map(\.name)
    return mapping.first { key, _ in
      key.string.map { !known.contains($0) && RuleKey.guess(at: $0, among: RuleKey.overlay) == "municipality" } ?? false
    }?.key
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
