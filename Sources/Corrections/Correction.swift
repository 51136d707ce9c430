public import Facts

/// Rättelse: what a reader says of a fact. It is kept apart from what the program read, and never changed: who thinks otherwise later adds another that
/// replaces it.
public struct Correction: Codable, Sendable, Equatable {
  /// What is said of the fact.
  public enum Verdict: String, Codable, Sendable, CaseIterable {
    /// It is as it stands in the document.
    case right = "rätt"
    /// It does not stand in the document, or is no such fact.
    case wrong = "fel"
    /// It should have other values: `mended`.
    case mended = "rättad"
    /// Nothing any more: the one before is taken back.
    case withdrawn = "ångrad"
  }

  /// Given by the archive, rising; nil before it is kept.
  public var number: Int64?
  /// The document's id (SHA-256 of its bytes): the same whatever rules it is read by.
  public var document: String
  /// Where the fact was when it was corrected.
  public var place: FactPlace
  /// The fact's values then, by the keys of CONTRACT.
  public var read: [String: String]
  /// The text at its place in the document, and the page, from 1; nil where they were not known.
  public var quote: String?
  public var page: Int?
  public var verdict: Verdict
  /// The values that it should have had; those that are not named were right.
  public var mended: [String: String] = [:]
  /// Why, in the reader's words; may be empty.
  public var note: String
  public var who: String
  /// ISO 8601, UTC.
  public var at: String
  /// The number of the one that this replaces.
  public var replaces: Int64?

  /// Says something of the fact at a place. Nil where the document has no such fact.
  public init?(_ verdict: Verdict, of place: FactPlace, in facts: FactsDocument, note: String, who: String, at: String) {
    guard let fact = facts.fact(at: place) else { return nil }
    document = facts.document.id
    self.place = place
    read = fact.values
    quote = fact.evidence?.quote
    page = fact.evidence?.page
    self.verdict = verdict
    (self.note, self.who, self.at) = (note, who, at)
  }

  /// With other values. Throws for what a field cannot hold; what is as it was read is left out.
  public mutating func mend(_ values: [String: String], in facts: FactsDocument) throws(FieldMistake) {
    guard let fact = facts.fact(at: place) else { return }
    // What was read may be what a reader could not write; it is not looked at.
    let new = try fact.mended(values.filter { read[$0.key] != $0.value }).values
    mended = new.filter { read[$0.key] != $0.value }
  }
}

extension [Correction] {
  /// Those that hold: neither replaced nor taken back. In their order.
  public var current: [Correction] {
    let replaced = Set(compactMap(\.replaces))
    return filter { correction in correction.verdict != .withdrawn && !(correction.number.map(replaced.contains) ?? false) }
  }
}
