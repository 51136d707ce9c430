import Archive
import Facts

/// What the kinds of facts are called in Swedish, in the order in which they are listed.
enum FactNames {
  static let names: [(kind: FactKind, name: String)] = [
    (.paragraf, "paragrafer (§)"), (.decision, "beslut"), (.motion, "yrkanden"), (.vote, "voteringar"),
    (.reservation, "reservationer"), (.goal, "mål"), (.assignment, "uppdrag"), (.amount, "belopp"), (.table, "tabeller"),
    (.indicator, "nyckeltal"),
  ]

  static let outcomes: [(key: String, name: String)] = [
    ("uppnått", "uppnådda"), ("delvis_uppnått", "delvis uppnådda"), ("ej_uppnått", "ej uppnådda"), ("ej_bedömt", "ej bedömda"),
  ]

  /// The kinds that a document has any of.
  static func counts(of facts: FactsDocument) -> [(name: String, count: Int)] {
    let counts = Dictionary(uniqueKeysWithValues: FactKind.counts(of: facts).map { ($0.kind, $0.count) })
    return named(counts)
  }

  static func named(_ counts: [FactKind: Int]) -> [(name: String, count: Int)] {
    names.compactMap { kind, name in counts[kind].flatMap { $0 > 0 ? (name, $0) : nil } }
  }

  /// "delvis_uppnått" as a person writes it.
  static func words(_ key: String) -> String { key.replacing("_", with: " ") }
}
