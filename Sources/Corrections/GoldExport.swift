internal import Facts
public import Foundation

/// What readers have judged of a document, as an annotation (facit) for `paragraf evaluate`.
///
/// A list is in it only where each of its facts was judged: of a half judged one it cannot be told what is missing. `"partial": true` tells the
/// evaluation that the § left out were not looked at. Facts that the program missed altogether are not in it.
public struct GoldExport {
  /// JSON with keys of the facts document.
  public let json: Data
  /// How many judged facts are in it.
  public let facts: Int
  /// How many are left out, since their list is not judged to its end.
  public let leftOut: Int

  /// Nil where no list is judged to its end.
  public init?(_ document: CorrectedDocument) throws {
    var builder = GoldBuilder(document)
    let gold = try builder.gold()
    facts = builder.used
    leftOut = document.states.values.filter { $0.reading != .otherwise }.count - builder.used
    if builder.used == 0 { return nil }
    json = try JSONSerialization.data(withJSONObject: gold, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
  }
}

private struct GoldBuilder {
  let document: CorrectedDocument
  var used = 0

  // The keys of CONTRACT under which each list stands.
  private static let ofParagraf: [(list: FactList, key: String)] = [
    (.motion, "motions"), (.decision, "decisions"), (.vote, "votes"), (.reservation, "reservations"), (.statement, "statements"),
    (.reference, "references"),
  ]
  private static let ofDocument: [(list: FactList, key: String)] = [
    (.goal, "goals"), (.assignment, "assignments"), (.amount, "amounts"), (.indicator, "indicators"), (.table, "tables"),
  ]

  init(_ document: CorrectedDocument) { self.document = document }

  mutating func gold() throws -> [String: Any] {
    let facts = try JSONSerialization.jsonObject(with: FactsJSON.encode(document.facts)) as? [String: Any] ?? [:]
    var gold: [String: Any] = ["format": FactsDocument.currentFormat, "partial": true]
    if let judged = take(.document, nil, [facts["document"] ?? [:]])?.first as? [String: Any] {
      gold["document"] = judged.filter { DocumentFacts.fields.map(\.key).contains($0.key) }
    }
    for (list, key) in Self.ofDocument { gold[key] = take(list, nil, facts[key] as? [Any] ?? []) }
    let paragraphs = facts["paragraphs"] as? [[String: Any]] ?? []
    let judged = zip(paragraphs, document.facts.paragrafKeys).compactMap { paragraf($0, key: $1) }
    if !judged.isEmpty { gold["paragraphs"] = judged }
    return gold
  }

  private mutating func paragraf(_ paragraf: [String: Any], key: String) -> [String: Any]? {
    // A § that is none must not be asked for.
    if document.states[FactPlace(.paragraf, paragraf: key)]?.correction.verdict == .wrong { return nil }
    var gold: [String: Any] = [:]
    if let judged = take(.paragraf, key, [paragraf])?.first as? [String: Any] {
      for field in ParagrafFacts.fields { gold[field.key] = judged[field.key] }
    }
    for (list, name) in Self.ofParagraf { gold[name] = take(list, key, paragraf[name] as? [Any] ?? []) }
    guard !gold.isEmpty else { return nil }
    gold["number"] = paragraf["number"]
    return gold
  }

  // The right ones of a list of which each fact was judged as it is read now; nil for other lists, and for empty ones.
  private mutating func take(_ list: FactList, _ paragraf: String?, _ items: [Any]) -> [Any]? {
    let states = document.facts.places(of: list, paragraf: paragraf).map { document.states[$0] }
    guard !states.isEmpty, states.count == items.count, states.allSatisfy({ $0 != nil && $0?.reading != .otherwise }) else { return nil }
    used += states.count
    return zip(items, states).filter { $1?.correction.verdict != .wrong }.map { Self.bare($0.0) }
  }

  // Without places and rules, which are the program's own.
  private static func bare(_ value: Any) -> Any {
    switch value {
    case let fields as [String: Any]: fields.filter { $0.key != "source" }.mapValues(bare)
    case let items as [Any]: items.map(bare)
    default: value
    }
  }
}
