public import Foundation

/// Scores a facts document against an annotation: the same measures as any reader of CONTRACT's format would count, so that two scorers agree.
///
/// ```swift
/// let board = try Evaluator.compare(gold: annotation, facts: json)
/// print(board["decisions"].f1)
/// ```
public enum Evaluator {
  /// - Parameters:
  ///   - gold: an annotation, JSON with keys of the facts document. What it has no key for is not measured; with `"partial": true` neither are § that
  ///     it does not name.
  ///   - facts: a facts document, JSON.
  /// - Throws: a `DecodingError` where one of them is no JSON object.
  public static func compare(gold: Data, facts: Data) throws -> Board {
    let decoder = JSONDecoder()
    let wanted = try object(decoder.decode(JSONValue.self, from: gold))
    let found = try object(decoder.decode(JSONValue.self, from: facts))
    var board = Board()
    if let document = wanted["document"] {
      board.compareFields(
        "document", ["type", "municipality", "body", "date", "year"], gold: document, found: found["document"] ?? .object([:]))
    }
    if let meeting = wanted["meeting"] {
      var scorer = MeetingScorer()
      scorer.compare(meeting, with: found["meeting"] ?? .object([:]))
      board.add(scorer.board)
    }
    if let list = wanted["paragraphs"] {
      var scorer = MinutesScorer()
      let numbers = Set(list.items.map { $0["number"].text })
      let isPartial = wanted["partial"] == .bool(true)
      scorer.compare(list.items, with: found["paragraphs"].items.filter { !isPartial || numbers.contains($0["number"].text) })
      board.add(scorer.board)
    }
    var reports = ReportScorer()
    if let list = wanted["goals"] { reports.compareGoals(list.items, with: found["goals"].items) }
    if let list = wanted["assignments"] { reports.compareAssignments(list.items, with: found["assignments"].items) }
    if let list = wanted["amounts"] { reports.compareAmounts(list.items, with: found["amounts"].items) }
    if let list = wanted["indicators"] { reports.compareIndicators(list.items, with: found["indicators"].items) }
    board.add(reports.board)
    if let list = wanted["tables"] {
      var scorer = TableScorer()
      scorer.compare(list.items, with: found["tables"].items)
      board.add(scorer.board)
    }
    return board
  }

  /// Keys of an annotation and of its § that no measure is taken of: a misspelt one would be passed over in silence.
  /// - Parameters:
  ///   - gold: an annotation, JSON.
  ///   - facts: a facts document of the same format, whose keys are known too.
  /// - Throws: a `DecodingError` where one of them is no JSON.
  public static func unknownKeys(gold: Data, facts: Data) throws -> [String] {
    let decoder = JSONDecoder()
    let (wanted, found) = (try decoder.decode(JSONValue.self, from: gold), try decoder.decode(JSONValue.self, from: facts))
    func keys(_ value: JSONValue) -> Set<String> { Set(value.fields.map(\.key)) }
    func paragrafKeys(_ value: JSONValue) -> Set<String> { value["paragraphs"].items.reduce(into: []) { $0.formUnion(keys($1)) } }
    let top = keys(wanted).subtracting(keys(found)).subtracting(Self.topKeys)
    return top.sorted() + paragrafKeys(wanted).subtracting(paragrafKeys(found)).subtracting(Self.paragrafKeys).sorted()
  }

  /// What `compare` asks of an annotation, and what annotators note of it.
  private static let topKeys: Set<String> = [
    "document", "meeting", "paragraphs", "goals", "assignments", "amounts", "indicators", "tables", "partial", "conventions",
    "inconsistencies",
    "note", "not_annotated", "expectations",
  ]
  /// The same of a §.
  private static let paragrafKeys: Set<String> = [
    "number", "letter", "title", "diarienummer", "process_code", "outcome", "motions", "decisions", "reservations", "statements",
    "recipients",
    "basis",
    "recusals", "references", "votes", "lead", "page", "immediate_approval", "confidential", "outcome_note", "immediately_adjusted",
    "recusals_announced",
  ]

  private static func object(_ value: JSONValue) throws -> JSONValue {
    guard case .object = value else {
      throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "an object was expected"))
    }
    return value
  }
}
