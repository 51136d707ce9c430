internal import Facts
internal import Foundation
internal import GRDB

/// The facts of § by their section, each document read once.
final class ReadParagraphs {
  private let db: Database
  private var documents: [Int64: Document?] = [:]

  private struct Document {
    var label: DocumentLabel
    /// Place of the section -> its §.
    var paragraphs: [Int: ParagrafFacts]
  }

  init(_ db: Database) { self.db = db }

  /// Nil for a section that is no §.
  func paragraf(_ id: SectionID) throws -> (label: DocumentLabel, paragraf: ParagrafFacts)? {
    if documents[id.document] == nil { documents[id.document] = .some(try read(id.document)) }
    guard let document = documents[id.document] ?? nil, let paragraf = document.paragraphs[id.place] else { return nil }
    return (document.label, paragraf)
  }

  private func read(_ number: Int64) throws -> Document? {
    guard let label = try DocumentLabel.read(number, db) else { return nil }
    let packed = try Data.fetchOne(db, sql: "SELECT packed FROM facts WHERE document = ?", arguments: [number])
    guard let data = packed.flatMap(Packing.unpack) else { return nil }
    let facts = try FactsJSON.decode(data)
    let range = SectionID.all(of: number)
    let sql = "SELECT number FROM section WHERE id BETWEEN ? AND ? ORDER BY id"
    let numbers = try Optional<Int>.fetchAll(db, sql: sql, arguments: [range.lowerBound, range.upperBound])
    var rest = facts.paragraphs[...]
    var paragraphs: [Int: ParagrafFacts] = [:]
    for (place, number) in numbers.enumerated() {
      guard let number, let next = rest.firstIndex(where: { $0.number == number }) else { continue }
      paragraphs[place] = rest[next]
      rest = rest[(next + 1)...]
    }
    return Document(label: label, paragraphs: paragraphs)
  }
}
