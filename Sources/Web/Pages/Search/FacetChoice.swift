internal import Querying

/// What of one facet a question has chosen and left out, and the questions with more or less of it.
struct FacetChoice: Sendable {
  /// Of the query language: "organ".
  private let field: String
  /// The field with all that is chosen, where it holds values of the facet and nothing else.
  private let chosen: QueryChip?
  private let excluded: [QueryChip]

  init(_ field: String, _ query: ParsedQuery) {
    self.field = field
    let own = query.chips.filter { chip in chip.values.allSatisfy { Self.isValue($0, of: field) } }
    chosen = own.first { !$0.isNegated }
    excluded = own.filter(\.isNegated)
  }

  // A span of years is a condition, and none of the values that are listed.
  private static func isValue(_ said: String, of field: String) -> Bool {
    said.hasPrefix("\(field) ") && (field != "år" || Int(said.dropFirst(field.count + 1)) != nil)
  }

  /// The question without one thing that is chosen or left out; nil where nothing is.
  var without: String? { (chosen ?? excluded.first)?.without }

  /// All that is chosen or left out.
  var values: [String] { ([chosen].compactMap { $0 } + excluded).flatMap(\.values).map { String($0.dropFirst(field.count + 1)) } }

  func isChosen(_ value: String) -> Bool { chosen?.values.contains(said(value)) ?? false }
  func isExcluded(_ value: String) -> Bool { excluded.contains { $0.values.contains(said(value)) } }

  /// The question with a value more, or with one that is chosen or left out no longer so.
  func toggled(_ value: String, _ words: String) -> String {
    if let chip = excluded.first(where: { $0.values.contains(said(value)) }) { return chip.without }
    guard let chosen else { return Self.joined(words, "\(field):\(Self.quoted(value))") }
    let had = chosen.values.map { String($0.dropFirst(field.count + 1)) }
    let values = isChosen(value) ? had.filter { $0 != value } : had + [value]
    if values.isEmpty { return chosen.without }
    return Self.joined(chosen.without, "\(field):\(values.map(Self.quoted).joined(separator: ","))")
  }

  func excluding(_ value: String, _ words: String) -> String { Self.joined(words, "-\(field):\(Self.quoted(value))") }

  private func said(_ value: String) -> String { "\(field) \(value)" }

  private static func joined(_ words: String, _ condition: String) -> String {
    words.isEmpty ? condition : "\(asOne(words)) \(condition)"
  }

  private static func quoted(_ value: String) -> String {
    value.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? value : "\"\(value)\""
  }

  /// The question in brackets where it has alternatives, all of which the condition is to hold for.
  static func asOne(_ words: String) -> String {
    var depth = 0
    for word in words.split(separator: " ") {
      if depth == 0, ["OR", "ELLER"].contains(word) { return "(\(words))" }
      depth += word.filter { $0 == "(" }.count - word.filter { $0 == ")" }.count
    }
    return words
  }
}
