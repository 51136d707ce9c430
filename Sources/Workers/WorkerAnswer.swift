public import Facts
internal import Foundation

/// What a worker read: the facts document as JSON, decoded only where someone looks into it.
public struct WorkerAnswer: Sendable {
  /// One facts document as `FactsJSON` writes it.
  public var factsJSON: [UInt8]
  private var sectionsJSON: [UInt8]

  /// Throws a `DecodingError` where the worker is of another version.
  public func facts() throws -> FactsDocument { try FactsJSON.decode(Data(factsJSON)) }

  /// Empty unless they were asked for. Throws as `facts()` does.
  public func sections() throws -> [TextSection] {
    sectionsJSON.isEmpty ? [] : try JSONDecoder().decode([TextSection].self, from: Data(sectionsJSON))
  }

  init(facts: FactsDocument, sections: [TextSection]?) throws {
    factsJSON = Array(try FactsJSON.encode(facts))
    sectionsJSON = try sections.map { Array(try FactsJSON.encoder.encode($0)) } ?? []
  }

  /// - Parameter content: a line of facts, a line break, and the sections if any; JSON as written here has no line break of its own.
  init(content: [UInt8]) {
    let end = content.firstIndex(of: 0x0A) ?? content.count
    factsJSON = Array(content[..<end])
    sectionsJSON = Array(content.dropFirst(end + 1))
  }

  var content: [UInt8] { factsJSON + [0x0A] + sectionsJSON }
}
