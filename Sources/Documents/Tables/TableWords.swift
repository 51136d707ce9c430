internal import Rules

/// The words that tell a table's parts, from the rules.
struct TableWords {
  private let heads: [Rule]
  private let values: [Rule]

  init(rules: RuleSet) {
    heads = rules.rules(in: .tableHead)
    values = rules.rules(in: .tableValue)
  }

  /// Whether the text is the name of a value column ("Utfall 2022", "Bedömning").
  func isHead(_ text: [UInt8]) -> Bool { heads.contains { $0.firstMatch(in: text) != nil } }

  /// Whether the text is what stands in a cell without figures ("Delvis uppfyllt", "Pågår").
  func isValue(_ text: [UInt8]) -> Bool { values.contains { $0.firstMatch(in: text) != nil } }
}
