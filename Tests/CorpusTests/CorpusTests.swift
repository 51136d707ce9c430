import Evaluation
import Facts
import Foundation
import Pipeline
import Testing

/// What is read in the documents of `corpus/`, against what is true of them.
@Suite struct CorpusTests {
  /// The F1 over the whole corpus that a change must not fall below.
  static let floors: [(String, Double)] = [
    ("paragraph", 0.99), ("paragraph.title", 0.98), ("paragraph.diarienummer", 0.98), ("paragraph.process_code", 0.98),
    ("paragraph.outcome", 0.9), ("decisions", 0.98), ("motions", 0.98), ("motions.mover", 0.98), ("recipients", 0.90), ("basis", 0.93),
    ("references", 0.98), ("votes", 0.87), ("votes.names", 0.0), ("reservations", 0.98), ("recusals", 0.86), ("goals", 0.90),
    ("goals.outcome", 0.90), ("assignments", 0.7), ("assignments.status", 0.7), ("assignments.start", 0.7), ("assignments.end", 0.7),
    ("amounts", 0.98), ("amounts.kind", 0.5), ("amounts.subject", 0.25), ("tables", 0.5), ("tables.cells", 0.5), ("indicators", 0.5),
    ("document.type", 0.99), ("document.municipality", 0.99), ("document.body", 0.84), ("document.date", 0.85), ("document.year", 0.91),
  ]

  private static let board = Result {
    var board = Board()
    // A page that was not read (no text recognition here) is no ground for a measure of reading; `unreadPages` speaks of it.
    for (document, facts) in try CorpusDocument.readings.get() where facts.document.unreadPages.isEmpty {
      board.add(try document.compare(facts))
    }
    return board
  }

  @Test func isThere() throws { #expect(try CorpusDocument.all.get().count >= 8) }

  @Test(arguments: floors)
  func isReadAsWellAsItWas(measure: String, floor: Double) throws {
    let board = try Self.board.get()
    let score = board[measure]
    let counts = "\(score.hit)/\(score.gold)/\(score.found)"
    #expect(score.f1 >= floor, "\(measure): F1 \(score.f1), golv \(floor) (\(counts))\n\(board.list(measure))")
  }

  @Test func everyMeasureHasAFloor() throws {
    let measured = try Self.board.get().measures
    #expect(Set(Self.floors.map(\.0)) == Set(measured))
  }

  @Test(arguments: CorpusDocument.list)
  func readingTwiceGivesTheSameBytes(_ document: CorpusDocument) throws {
    #expect(try json(document) == json(document))
  }

  private func json(_ document: CorpusDocument) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let reading = try CorpusDocument.makeReader().read(path: document.path)
    return try encoder.encode(reading.facts) + encoder.encode(reading.sections)
  }

  @Test func everyFactOfADocumentIsKnownByItsFormat() throws {
    for (_, facts) in try CorpusDocument.readings.get() {
      #expect(facts.format == "paragraf-facts/1")
      let rules = Set(facts.rules.keys)
      #expect(evidence(of: facts).allSatisfy { rules.contains($0.rule) })
    }
  }
}

/// The evidence of all facts of a document.
func evidence(of facts: FactsDocument) -> [Evidence] {
  var found: [Evidence?] = facts.paragraphs.flatMap(evidence)
  found += facts.goals.map(\.source)
  found += facts.assignments.map(\.source)
  found += facts.amounts.map(\.source)
  return found.compactMap { $0 }
}

private func evidence(of paragraf: ParagrafFacts) -> [Evidence?] {
  var found = [paragraf.source]
  found += paragraf.motions.map(\.source)
  found += paragraf.decisions.map(\.source)
  found += paragraf.votes.map(\.source)
  found += paragraf.reservations.map(\.source)
  found += paragraf.references.map(\.source)
  return found
}
