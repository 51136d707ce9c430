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

  /// The keys of the facts document, each as one fact is called.
  static let keys = [
    "document.type": "slag av dokument", "document.municipality": "kommun", "document.body": "organ", "document.date": "sammanträdesdag",
    "document.year": "år", "document.title": "dokumentets titel", "title": "rubrik", "diarienummer": "diarienummer",
    "process_code": "klassificering", "lead": "ingress", "motions": "yrkande", "decisions": "beslut", "outcome": "utgång",
    "votes": "votering", "reservations": "reservation", "recusals": "jäv", "recipients": "mottagare", "basis": "underlag",
    "references": "hänvisning", "statements": "anteckning", "immediate_approval": "omedelbart justerad", "confidential": "sekretess",
    "goals": "mål", "assignments": "uppdrag", "amounts": "belopp", "tables": "tabell", "indicators": "nyckeltal", "doubts": "osäkert",
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
