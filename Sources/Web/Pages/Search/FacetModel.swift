internal import Archive
internal import Querying

/// What the hits are spread over, with their number: each value leads to the same question with it, and from it again.
struct FacetModel: Sendable {
  let name: String
  let values: [Value]
  let hidden: String?

  struct Value: Sendable {
    let name: String
    let count: String
    let address: String
    let isChosen: Bool
  }

  /// The archive's key, what the reader sees, the field of the query language.
  private static let names = [
    ("municipality", "Kommun", "kommun"), ("body", "Organ", "organ"), ("year", "År", "år"), ("outcome", "Utfall", "utfall"),
    ("fact", "Innehåller", "typ"), ("type", "Slag av dokument", "dokument"),
  ]
  private static let mostValues = 10

  static func facets(of answer: SearchAnswer, _ question: SearchQuestion, _ query: ParsedQuery) -> [FacetModel] {
    names.compactMap { key, name, field in
      let counts = (answer.facets[key] ?? [:]).sorted { one, other in
        key == "year" ? one.key > other.key : (other.value, one.key) < (one.value, other.key)
      }
      let values = counts.prefix(mostValues).map { value($0.key, $0.value, field, question, query) }
      // One value that all hits have leaves nothing to choose, unless it was chosen.
      guard values.count > 1 || values.contains(where: \.isChosen) else { return nil }
      let hidden = counts.count - values.count
      return FacetModel(name: name, values: values, hidden: hidden > 0 ? "och \(hidden) till" : nil)
    }
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

  private static func value(
    _ value: String, _ count: Int, _ field: String, _ question: SearchQuestion, _ query: ParsedQuery
  ) -> Value {
    let chip = query.chips.first { $0.text == "\(field) \(value)" }
    let quoted = value.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? value : "\"\(value)\""
    let address = question.address(words: chip?.without ?? "\(Self.asOne(question.words)) \(field):\(quoted)")
    return Value(name: Words.words(value), count: Words.integer(count), address: address, isChosen: chip != nil)
  }
}
