internal import Rules

/// What the rules say of the words of a table of key figures.
struct IndicatorWords {
  let rules: RuleSet
  /// What numbers a table's title: "5.1 ", "Tabell 5. ".
  private let number: Pattern?
  /// Words and signs of what is counted or measured.
  private let measured: Pattern?
  /// What is measured, over the labels of a table's rows.
  private let measure: Pattern?
  /// Whatever has its unit behind it, over the labels: what is measured, or an area with measures under it.
  private let share: Pattern?
  /// Signs that only show in colour what the words behind them say.
  private let mark: Pattern?

  init(rules: RuleSet) {
    self.rules = rules
    measured = rules.vocabulary.pattern(for: "ej_pengar")
    measure = rules.vocabulary.pattern(for: "mattrubrik", prefix: "\\A", suffix: "\\z")
    share = rules.vocabulary.pattern(for: "andelsrubrik", prefix: "\\A", suffix: "\\z")
    mark = rules.vocabulary.pattern(for: "omdomestecken", prefix: "\\A(?:", suffix: " ?)+(?=\\S)")
    number = rules.vocabulary.pattern(for: "tabellnummer", prefix: "\\A")
  }

  /// What the first rule that takes the text gives.
  func firstMatch(_ text: String, in scope: Scope) -> [String: String]? {
    let bytes = Array(text.utf8)
    for rule in rules.rules(in: scope, near: bytes) {
      for pattern in rule.patterns {
        if let match = pattern.firstMatch(in: bytes), !rule.isForbidden(bytes) { return rules.values(of: rule, for: match, in: bytes) }
      }
    }
    return nil
  }

  /// What a title, a unit or the label of a row makes of its table; nil where nothing.
  func kind(of text: String) -> String? { firstMatch(text, in: .indicatorTable)?["kind"] }

  /// Whether the label says by itself what is counted or measured ("Antal elever").
  func isMeasured(_ label: String) -> Bool { measured?.matches(Array(label.utf8)) ?? false }

  /// Whether the name over a table's labels says what is measured.
  func isMeasure(_ head: String) -> Bool { measure?.matches(Array(head.utf8)) ?? false }

  /// Whether the name over a table's labels has a share's unit, and names no kind of rows.
  func isShare(_ head: String) -> Bool { share?.matches(Array(head.utf8)) ?? false }

  /// An assessment without the dot or sign before its words.
  func withoutMark(_ assessment: String) -> String {
    let bytes = Array(assessment.utf8)
    return String(decoding: bytes[(mark?.firstMatch(in: bytes)?.range.upperBound ?? 0)...], as: UTF8.self)
  }

  /// Whether the value says that there is none.
  func isNone(_ value: String) -> Bool { rules.vocabulary.value(of: Array(value.utf8), in: "utanvarde") != nil }

  /// Whether nothing but dashes stands in the cell.
  func isDash(_ value: String) -> Bool { value.allSatisfy { "-–−—".contains($0) } }

  /// The only year that a text names; nil where it names none or several.
  func year(in text: String) -> String? {
    let bytes = Array(text.utf8)
    let years = Set((rules.shared.year?.allMatches(in: bytes) ?? []).map { String(decoding: bytes[$0.range], as: UTF8.self) })
    return years.count == 1 ? years.first : nil
  }

  /// A title without its number.
  func withoutNumber(_ title: String) -> String {
    let bytes = Array(title.utf8)
    return String(decoding: bytes[(number?.firstMatch(in: bytes)?.range.upperBound ?? 0)...], as: UTF8.self)
  }
}
