public import Foundation

/// The facts document as JSON bytes: keys sorted, coordinates to 0.1 point, sums of money exact.
public enum FactsJSON {
  /// One object without a line break, so that it can be a line of JSON Lines.
  public static func encode(_ facts: FactsDocument) throws -> Data {
    var rounded = facts
    rounded.forEachEvidence { evidence in
      evidence.boxes = evidence.boxes.map(round)
      evidence.continued = evidence.continued?.map { Evidence.Continuation(page: $0.page, boxes: round($0.boxes)) }
    }
    return Data(try JSONWriter.bytes(of: rounded))
  }

  /// Throws a `DecodingError` where the bytes are no facts document.
  public static func decode(_ data: Data) throws -> FactsDocument {
    try JSONDecoder().decode(FactsDocument.self, from: data)
  }

  /// The form in which all answers of the program are written.
  public static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  private static func round(_ boxes: [[Double]]) -> [[Double]] {
    boxes.map { box in box.map { ($0 * 10).rounded() / 10 } }
  }
}

extension FactsDocument {
  /// Calls `change` with each fact's evidence that there is.
  fileprivate mutating func forEachEvidence(_ change: (inout Evidence) -> Void) {
    func visit(_ source: inout Evidence?) {
      if var evidence = source {
        change(&evidence)
        source = evidence
      }
    }
    meeting?.forEachEvidence(visit)
    for index in paragraphs.indices { paragraphs[index].forEachEvidence(visit) }
    for index in goals.indices { visit(&goals[index].source) }
    for index in assignments.indices { visit(&assignments[index].source) }
    for index in amounts.indices { visit(&amounts[index].source) }
    for index in tables.indices { visit(&tables[index].source) }
    for index in indicators.indices { visit(&indicators[index].source) }
  }
}

extension Meeting {
  fileprivate mutating func forEachEvidence(_ visit: (inout Evidence?) -> Void) {
    visit(&source)
    for index in members.indices { visit(&members[index].source) }
    for index in substitutes.indices { visit(&substitutes[index].source) }
    for index in others.indices { visit(&others[index].source) }
    for index in adjusters.indices { visit(&adjusters[index].source) }
    adjustment?.forEachEvidence(visit)
    paragraphs?.forEachEvidence(visit)
    notice?.forEachEvidence(visit)
  }
}

extension Adjustment {
  fileprivate mutating func forEachEvidence(_ visit: (inout Evidence?) -> Void) { visit(&source) }
}

extension ParagrafRange {
  fileprivate mutating func forEachEvidence(_ visit: (inout Evidence?) -> Void) { visit(&source) }
}

extension Notice {
  fileprivate mutating func forEachEvidence(_ visit: (inout Evidence?) -> Void) { visit(&source) }
}

extension ParagrafFacts {
  fileprivate mutating func forEachEvidence(_ visit: (inout Evidence?) -> Void) {
    visit(&source)
    for index in motions.indices { visit(&motions[index].source) }
    for index in decisions.indices { visit(&decisions[index].source) }
    for index in votes.indices { visit(&votes[index].source) }
    for index in reservations.indices { visit(&reservations[index].source) }
    for index in references.indices { visit(&references[index].source) }
  }
}
