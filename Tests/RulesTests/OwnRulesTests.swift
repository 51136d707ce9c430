import Foundation
import Rules
import Testing

/// The rules that the program comes with.
private let ownRules: RuleSet? = {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  return try? RuleSet(folder: root.appendingPathComponent("rules").path, hash: { _ in "" })
}()

/// One example or counterexample as a test case.
struct ExampleCase: Sendable, CustomTestStringConvertible {
  var result: RuleTester.Result
  var testDescription: String { "\(result.id): \(result.text)" }

  static let all = ownRules.map { RuleTester($0).run().map(ExampleCase.init) } ?? []
}

@Suite struct OwnRulesTests {
  @Test(arguments: ExampleCase.all)
  func everyExampleHolds(_ example: ExampleCase) {
    let result = example.result
    #expect(result.failure == nil, "rules/\(result.file):\(result.line): \(result.id), \"\(result.text)\"")
  }

  @Test func haveNoMistakesAndLackNoExamples() throws {
    let rules = try #require(ownRules)
    #expect(!rules.rules.isEmpty)
    #expect(RuleTester(rules).problems().map(\.description) == [])
  }

  @Test func everyRuleAndFragmentIsTried() throws {
    let rules = try #require(ownRules)
    let tried = Set(ExampleCase.all.map(\.result.id))
    #expect(Set(rules.rules.map(\.id)).union(rules.vocabulary.fragments.keys).subtracting(tried).isEmpty)
  }
}
