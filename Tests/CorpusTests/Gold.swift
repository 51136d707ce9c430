import Facts
import Foundation
import Pipeline
import Testing

/// A document's true facts, as a reader of the document wrote them down.
struct Gold: Decodable, Sendable {
  struct Paragraf: Decodable, Sendable {
    struct Quoted: Decodable, Sendable { var text: String }
    struct Reference: Decodable, Sendable {
      var date: String?
      var paragraph: Int
    }
    struct Tally: Decodable, Sendable {
      var yes: Int?
      var no: Int?
      var abstain: Int?
    }

    var number: Int
    var title: String?
    var diarienummer: String?
    var motions: [Quoted]
    var decisions: [Quoted]
    var reservations: [Quoted]
    var votes: [Tally]
    var recusals: [String]
    var recipients: [String]
    var basis: [String]
    var references: [Reference]
  }

  struct Goal: Decodable, Sendable {
    var text: String
    var outcome: String
  }

  struct Amount: Decodable, Sendable {
    enum CodingKeys: String, CodingKey {
      case quote
      case value = "value_sek"
    }

    var quote: String
    var value: Decimal?
  }

  var document: DocumentFields
  var paragraphs: [Paragraf]
  var goals: [Goal]
  var amounts: [Amount]

  struct DocumentFields: Decodable, Sendable {
    var source: String
    var type: String
    var municipality: String?
    var body: String?
    var date: String?
    var year: Int?
  }
}

/// A document of the corpus, with what is true of it and what the program reads in it.
struct CorpusDocument: Sendable, CustomTestStringConvertible {
  var path: String
  var gold: Gold

  var testDescription: String { gold.document.source }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let all = Result { try load() }
  /// For test arguments, which cannot throw; `CorpusTests.isThere` says when it is empty.
  static let list = (try? all.get()) ?? []

  private static func load() throws -> [CorpusDocument] {
    let folder = root.appendingPathComponent("corpus")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }.sorted().map { name in
      let gold = try JSONDecoder().decode(Gold.self, from: Data(contentsOf: folder.appendingPathComponent(name)))
      return CorpusDocument(path: folder.appendingPathComponent(gold.document.source).path, gold: gold)
    }
  }

  static func makeReader() throws -> Reader { try Reader(rulesFolder: root.appendingPathComponent("rules").path) }

  /// What the program reads, once for all tests.
  static let readings = Result {
    let reader = try makeReader()
    return try all.get().map { (document: $0, facts: try reader.read(path: $0.path).facts) }
  }
}
