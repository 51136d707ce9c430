/// All rule files of a folder, compiled: what the program knows of wording and layout. A class: every reader has it, and copies nothing.
public final class RuleSet: Sendable {
  /// In the order of the files' names and of the rules in them: the order in which they are tried.
  public let rules: [Rule]
  public let vocabulary: Vocabulary
  /// Mistakes found while loading. A rule with a mistake is left out, and stops nothing but itself.
  public let problems: [RuleProblem]
  /// What is to be said where the folder lacks one of the folders with the general rules; nil for one that is whole.
  public let lack: RuleProblem?
  /// File -> SHA-256 of its bytes, hexadecimal.
  public let fileHashes: [String: String]
  /// What the program itself asks the vocabulary for.
  public let shared: SharedPatterns
  /// Whether an overlay says how the headings of § look: they may have neither § sign nor number first.
  public let hasOwnHeadings: Bool
  /// By the scope's number.
  private let byScope: [ScopedRules]
  private let numbersByScope: [RuleNumbers]
  private let index: RuleIndex

  /// What single municipalities do differently; none in a rule set that an overlay has made.
  public let overlays: Overlays
  /// The overlay that this rule set was made with; nil for the general rules.
  public let overlay: Overlay?

  /// Loads `folder`'s `vocabulary/`, `structure/` and `facts/`, and sees whom those of `municipality/` are for. Throws a `RuleProblem` where
  /// there is no such folder.
  /// - Parameters:
  ///   - examples: whether the rules have their examples, which testing, describing and drafting rules ask for and reading documents does not.
  ///   - store: the patterns that an earlier run of the program has compiled; tells it of those that are used now.
  ///   - hash: SHA-256 of a file's bytes, in hexadecimal.
  public init(folder: String, examples: Bool = true, store: PatternStore? = nil, hash: ([UInt8]) -> String) throws {
    let folder = try RuleFolder(folder, examples: examples)
    fileHashes = Dictionary(uniqueKeysWithValues: (folder.general + folder.overlays).map { ($0.path, hash($0.bytes)) })
    lack = folder.lack
    var compiler = RuleCompiler(store: store)
    compiler.add(folder.general)
    overlays = Overlays(folder)
    overlay = nil
    hasOwnHeadings = false
    problems = compiler.problems + overlays.problems
    vocabulary = compiler.vocabulary
    shared = SharedPatterns(vocabulary)
    rules = compiler.rules
    byScope = Self.byScope(rules)
    numbersByScope = Self.numbersByScope(rules)
    index = RuleIndex(rules)
  }

  /// Another rule set with a municipality's rules over it.
  init(_ general: RuleSet, overlay: Overlay, rules: [Rule], vocabulary: Vocabulary, problems: [RuleProblem]) {
    overlays = Overlays.none
    self.overlay = overlay
    hasOwnHeadings = rules.contains { $0.file == overlay.file && $0.scopes.contains(.paragrafHeading) }
    fileHashes = general.fileHashes
    lack = general.lack
    self.problems = problems
    self.vocabulary = vocabulary
    shared = SharedPatterns(vocabulary)
    self.rules = rules
    byScope = Self.byScope(rules)
    numbersByScope = Self.numbersByScope(rules)
    index = RuleIndex(rules)
  }

  private static func byScope(_ rules: [Rule]) -> [ScopedRules] {
    Scope.allCases.map { scope in ScopedRules(rules.filter { $0.scopes.contains(scope) }) }
  }

  private static func numbersByScope(_ rules: [Rule]) -> [RuleNumbers] {
    Scope.allCases.map { scope in RuleNumbers(rules.indices.filter { rules[$0].scopes.contains(scope) }, count: rules.count) }
  }

  /// The mistakes that a document of a municipality may have lost by: those in files of others have nothing to do with it.
  public func problems(for municipality: String?) -> [RuleProblem] {
    problems.filter { problem in
      guard problem.file.hasPrefix(RuleFolder.municipality), overlay == nil else { return true }
      return municipality.map { overlays.mayBe(problem.file, of: $0) } ?? false
    }
  }

  /// The rules that look in `scope`, in the order in which they are tried.
  public func rules(in scope: Scope) -> [Rule] { byScope[scope.rawValue].rules }

  /// Those of them that may match a text, in the same order: the others surely do not. Matching costs ten times this.
  public func rules(in scope: Scope, near text: [UInt8]) -> [Rule] {
    rules(in: scope, near: TextSignature(text))
  }

  /// The same of a text whose signature is known.
  public func rules(in scope: Scope, near signature: TextSignature) -> [Rule] {
    byScope[scope.rawValue].rules(near: signature)
  }

  /// The numbers of all rules that may match a text of this signature, whatever their scope: for a text of which several scopes are asked.
  public func possibleRules(_ signature: TextSignature) -> RuleNumbers { index.possible(signature) }

  /// Those of a scope's rules that are among some, in the order in which they are tried.
  public func rules(in scope: Scope, among numbers: RuleNumbers) -> [Rule] { rules(numbersByScope[scope.rawValue], among: numbers) }

  /// The same of a selection made of this set.
  public func rules(of selection: RuleSelection, among numbers: RuleNumbers) -> [Rule] { rules(selection.numbers, among: numbers) }

  private func rules(_ wanted: RuleNumbers, among numbers: RuleNumbers) -> [Rule] {
    var found: [Rule] = []
    wanted.forEach(alsoIn: numbers) { found.append(rules[$0]) }
    return found
  }

  /// Some of a scope's rules.
  public func selection(in scope: Scope, where isWanted: (Rule) -> Bool) -> RuleSelection {
    let numbers = rules.indices.filter { rules[$0].scopes.contains(scope) && isWanted(rules[$0]) }
    return RuleSelection(numbers.map { rules[$0] }, numbers: RuleNumbers(numbers, count: rules.count))
  }

  /// What the match of a rule says: `gives` with the groups filled in.
  public func values(of rule: Rule, for match: Pattern.Match, in text: [UInt8]) -> [String: String] {
    rule.templates.compactMapValues { template in
      // A template that names a group which took no part gives nothing.
      template.filled { name in match.range(name).map { caught(Array(text[$0]), by: name) } }
    }
  }

  private func caught(_ text: [UInt8], by group: String) -> String {
    vocabulary.value(of: text, in: group) ?? String(decoding: text, as: UTF8.self)
  }
}
