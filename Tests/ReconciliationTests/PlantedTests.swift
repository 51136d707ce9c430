import Foundation
import Pipeline
import Reconciliation
import Testing

/// The reports of corpus/reports, and the contradictions that are planted in them.
enum Planted {
  struct Contradiction: Decodable {
    var kind: String
    var quote: String
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  /// The annotated documents, beside the project.
  static let shared = root.deletingLastPathComponent().appendingPathComponent("shared")
  static let folder = root.appendingPathComponent("corpus/reports")

  static func truth() throws -> [String: [Contradiction]] {
    try JSONDecoder().decode([String: [Contradiction]].self, from: Data(contentsOf: folder.appendingPathComponent("planted.json")))
  }

  static func reader() throws -> Reader { try Reader(rulesFolder: root.appendingPathComponent("rules").path) }

  static func readings(_ paths: [String], by reader: borrowing Reader) throws -> [Reconciliation.Reading] {
    try paths.map { path in
      let read = try reader.read(path: path)
      return Reconciliation.Reading(facts: read.facts, sections: read.sections)
    }
  }
}

extension Finding {
  func shows(_ words: String) -> Bool { message.contains(words) || places.contains { $0.quote.contains(words) } }
}

@Suite("Planted contradictions")
struct PlantedTests {
  @Test("Six forms of report over three years: every planted contradiction is found and no other")
  func planted() throws {
    let reader = try Planted.reader()
    let truth = try Planted.truth()
    #expect(truth.count > 18)
    for (names, planted) in truth.sorted(by: { $0.key < $1.key }) {
      let paths = names.split(separator: "|").map { Planted.folder.appendingPathComponent(String($0)).path }
      var findings = Reconciliation(rules: reader.rules).findings(in: try Planted.readings(paths, by: reader))
      // What each report says against itself is told of the report alone.
      if paths.count > 1 { findings.removeAll { $0.kind != .restated } }
      for contradiction in planted {
        let index = findings.firstIndex { $0.kind.rawValue == contradiction.kind && $0.shows(contradiction.quote) }
        #expect(index != nil, "\(names): \(contradiction.kind) \(contradiction.quote) is not found")
        if let index { findings.remove(at: index) }
      }
      #expect(findings.isEmpty, "\(names): \(findings.map(\.message))")
    }
  }

  @Test("Every finding has two places with a page and words, and a sentence that names the figures")
  func evidence() throws {
    let reader = try Planted.reader()
    let paths = try Planted.truth().keys.filter { !$0.contains("|") }.sorted().map { Planted.folder.appendingPathComponent($0).path }
    let findings = Reconciliation(rules: reader.rules).findings(in: try Planted.readings(Array(paths.prefix(9)), by: reader))
    #expect(!findings.isEmpty)
    for finding in findings {
      #expect(finding.places.count == 2 && finding.places.allSatisfy { $0.page != nil && !$0.quote.isEmpty && $0.source.hasSuffix(".txt") })
      #expect(finding.message.contains(where: \.isNumber) && finding.message.hasSuffix("."))
    }
  }
}
