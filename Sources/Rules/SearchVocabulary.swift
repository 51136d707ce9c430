internal import Foundation
public import Language

/// The words of a rule folder without its rules: a query is read with them, and a search should not wait for patterns that it does not use.
public struct SearchVocabulary: Sendable {
  public let vocabulary: Vocabulary
  /// The unit words of money.
  public let moneyUnits: MoneyUnits

  /// Throws a `RuleProblem` where there is no such folder. A file with a mistake gives what is right in it; `paragraf rules check` tells the rest.
  public init(folder: String) throws {
    let folder = try RuleFolder(folder)
    var compiler = RuleCompiler()
    compiler.addWords(of: folder.general.filter { file in Self.files.contains { file.path == RuleFolder.vocabulary + $0 } })
    self.init(compiler.vocabulary)
  }

  /// The files with the words that a query is read with.
  private static let files = ["abbreviations.yaml", "money.yaml", "search.yaml"]

  /// Those of a rule set.
  public init(_ rules: RuleSet) { self.init(rules.vocabulary) }

  private init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    moneyUnits = SharedPatterns.units(vocabulary)
  }
}
