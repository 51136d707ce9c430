import Evaluation
import Facts
import Foundation
import Pipeline
import Testing

/// A document of the corpus, with what is true of it and what the program reads in it.
struct CorpusDocument: Sendable, CustomTestStringConvertible {
  var path: String
  /// The annotation, JSON.
  var gold: Data

  var name: String { URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent }
  var testDescription: String { URL(fileURLWithPath: path).lastPathComponent }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let all = Result { try load("corpus") }
  /// The same meetings in many layouts.
  static let layouts = Result { try load("corpus/layouts") }
  /// And in one that only rules of its own can read.
  static let overlays = Result { try load("corpus/overlays") }
  /// For test arguments, which cannot throw; `CorpusTests.isThere` says when it is empty.
  static let list = (try? all.get()) ?? []

  private struct Annotation: Decodable {
    struct Document: Decodable { var source: String }
    var document: Document
  }

  private static func load(_ folder: String) throws -> [CorpusDocument] {
    let folder = root.appendingPathComponent(folder)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }.sorted().map { name in
      let gold = try Data(contentsOf: folder.appendingPathComponent(name))
      let source = try JSONDecoder().decode(Annotation.self, from: gold).document.source
      return CorpusDocument(path: folder.appendingPathComponent(source).path, gold: gold)
    }
  }

  static func makeReader() throws -> Reader { try Reader(rulesFolder: root.appendingPathComponent("rules").path) }

  /// What the program reads, once for all tests.
  static let readings = Result {
    let reader = try makeReader()
    return try all.get().map { (document: $0, facts: try reader.read(path: $0.path).facts) }
  }

  func compare(_ facts: FactsDocument) throws -> Board { try Evaluator.compare(gold: gold, facts: Data(FactsJSON.encode(facts))) }
}

extension Board {
  /// What was missed of a measure, one a line.
  func list(_ measure: String) -> String {
    misses.filter { $0.measure == measure }.map { "\($0.kind.rawValue): \($0.fact)" }.joined(separator: "\n")
  }
}
