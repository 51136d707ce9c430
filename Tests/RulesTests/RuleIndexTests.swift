import Foundation
import Rules
import Testing

@Suite("Rules that are asked of every line are told in one pass over its signature")
struct RuleIndexTests {
  private func generalRules() throws -> RuleSet {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../rules").path
    return try RuleSet(folder: folder, hash: { _ in "" })
  }

  @Test("No rule is ruled out that matches, whatever its scope; of those that are asked of lines, every one that its needs rule out")
  func asTheirNeeds() throws {
    let rules = try generalRules()
    let ofLines: [Scope] = [
      .goal, .assignment, .sectionHeading, .furniture, .furnitureBeside, .paragrafHeading, .contents, .attachment, .notHeading,
      .frontMatter,
    ]
    for text in Set(rules.rules.flatMap { ($0.examples + $0.counterexamples).map(\.text) }).map({ Array($0.utf8) }) {
      let signature = TextSignature(text)
      let possible = rules.possibleRules(signature)
      for scope in Scope.allCases {
        let among = rules.rules(in: scope, among: possible).map(\.id)
        let near = rules.rules(in: scope).filter { $0.mayMatch(signature) }.map(\.id)
        let isRight = ofLines.contains(scope) ? among == near : Set(among).isSuperset(of: near)
        #expect(isRight, "\(scope): \(String(decoding: text, as: UTF8.self)): \(among), \(near)")
      }
    }
  }

  @Test("A selection is told by the same pass")
  func selection() throws {
    let rules = try generalRules()
    let wanted = rules.selection(in: .goal) { $0.gives["form"] == "upprepad" }
    let example = try #require(rules.rules(in: .goal).first { $0.gives["form"] == "upprepad" }?.examples.first)
    let found = rules.rules(of: wanted, among: rules.possibleRules(TextSignature(Array(example.text.utf8))))
    #expect(!found.isEmpty && found.allSatisfy { $0.gives["form"] == "upprepad" })
    #expect(rules.rules(of: wanted, among: rules.possibleRules(TextSignature([]))).isEmpty)
  }

  @Test("Of a text with a letter that is folded to ASCII from outside Latin-1 nothing is ruled out")
  func openText() throws {
    let rules = try generalRules()
    let possible = rules.possibleRules(TextSignature(Array("\u{212A}".utf8)))
    #expect(rules.rules(in: .sectionHeading, among: possible).count == rules.rules(in: .sectionHeading).count)
  }
}
