import Foundation
import Rules
import Testing

/// Rules that are loaded to read documents have no examples, and are else the same.
@Suite struct WithoutExamplesTests {
  private func load(_ text: String, examples: Bool) throws -> RuleSet {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder.appendingPathComponent("facts"), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appendingPathComponent("facts/prov.yaml"))
    return try RuleSet(folder: folder.path, examples: examples, hash: { _ in "" })
  }

  private static let rules = """
    - id: a
      about: En regel.
      source: prov
      scope: decision
      pattern: "^a$"
      examples: ["a", "b",
        "c"]
      counterexamples:
      - "d"
      - "e"

      gives: { role: lead }
    - id: b
      about: "En text med examples: i sig."
      source: prov
      scope: decision
      examples:
        - text: "a"
          gives: { role: lead }
      pattern: ["^b$", "  examples: x"]
      okänd: nyckel
    """

  @Test func theRestOfTheRulesStays() throws {
    let (all, bare) = (try load(Self.rules, examples: true), try load(Self.rules, examples: false))
    #expect(all.rules.first?.examples.count == 3 && all.rules.first?.counterexamples.isEmpty == false)
    #expect(bare.rules.first?.id == "a" && bare.rules.first?.gives == ["role": "lead"])
    #expect(bare.rules.allSatisfy { $0.examples.isEmpty && $0.counterexamples.isEmpty })
    // The mistake is told at its own line.
    #expect(bare.problems.map(\.line) == all.problems.map(\.line) && bare.problems.first?.message.contains("okänd") == true)
  }

  @Test func theProgramsOwnRulesAreTheSame() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("rules").path
    let (all, bare) = (try RuleSet(folder: folder, hash: { _ in "" }), try RuleSet(folder: folder, examples: false, hash: { _ in "" }))
    #expect(bare.problems.isEmpty && bare.rules.count == all.rules.count && bare.rules.count > 300)
    for (rule, same) in zip(all.rules, bare.rules) {
      #expect(rule.id == same.id && rule.line == same.line && rule.gives == same.gives && rule.about == same.about)
      #expect(rule.patterns.map(\.source) == same.patterns.map(\.source) && rule.unless.map(\.source) == same.unless.map(\.source))
    }
  }
}
