internal import Archive
internal import Querying

/// What the hits are spread over, with their number. Each value leads to the same question with it, one that is chosen from it again; several of one
/// facet may be chosen, and one may be left out.
struct FacetModel: Sendable {
  let name: String
  let values: [Value]
  let hidden: String?

  struct Value: Sendable {
    let name: String
    let count: String
    let address: String
    let isChosen: Bool
    let isExcluded: Bool
    /// The question without what has this value; nil where it is chosen or left out already.
    let exclusion: String?
  }

  /// A facet of the archive: its key, what the reader sees, the field of the query language.
  struct Kind: Sendable {
    let key: String
    let name: String
    let field: String
  }

  static let kinds = [
    Kind(key: "municipality", name: "Kommun", field: "kommun"), Kind(key: "body", name: "Organ", field: "organ"),
    Kind(key: "year", name: "År", field: "år"), Kind(key: "outcome", name: "Utfall", field: "utfall"),
    Kind(key: "fact", name: "Innehåller", field: "typ"), Kind(key: "type", name: "Slag av dokument", field: "dokument"),
  ]
  private static let mostValues = 10

  /// - Parameter counts: by key, then value; of a facet in which something is chosen the counts without that choice, so that more can be chosen.
  static func facets(_ counts: [String: [String: Int]], _ question: SearchQuestion, _ query: ParsedQuery) -> [FacetModel] {
    kinds.compactMap { kind in
      let choice = FacetChoice(kind.field, query)
      let own = (counts[kind.key] ?? [:]).merging(choice.values.map { ($0, 0) }) { count, _ in count }
      let all = own.sorted { one, other in
        kind.key == "year" ? one.key > other.key : (other.value, one.key) < (one.value, other.key)
      }
      // What is chosen or left out is shown however few have it.
      let shown = all.enumerated().filter { $0 < mostValues || choice.isChosen($1.key) || choice.isExcluded($1.key) }.map(\.element)
      let values = shown.map { value($0.key, $0.value, choice, question) }
      // One value that all hits have leaves nothing to choose, unless it was chosen.
      guard values.count > 1 || values.contains(where: { $0.isChosen || $0.isExcluded }) else { return nil }
      let hidden = all.count - values.count
      return FacetModel(name: kind.name, values: values, hidden: hidden > 0 ? "och \(hidden) till" : nil)
    }
  }

  private static func value(_ value: String, _ count: Int, _ choice: FacetChoice, _ question: SearchQuestion) -> Value {
    let (isChosen, isExcluded) = (choice.isChosen(value), choice.isExcluded(value))
    return Value(
      name: Words.words(value), count: Words.integer(count), address: question.address(words: choice.toggled(value, question.words)),
      isChosen: isChosen, isExcluded: isExcluded,
      exclusion: isChosen || isExcluded ? nil : question.address(words: choice.excluding(value, question.words)))
  }
}
