internal import Foundation
internal import Yams

/// Makes rules and fragments out of the entries of rule files, and gathers what is wrong with them.
struct RuleCompiler {
  private(set) var rules: [Rule] = []
  private(set) var vocabulary: Vocabulary
  private(set) var problems: [RuleProblem] = []
  private let memory: PatternMemory
  /// Rule -> the file that it stands in.
  private var seen: [String: String] = [:]

  /// - Parameters:
  ///   - vocabulary: the fragments that patterns may name from the first.
  ///   - store: the patterns that an earlier run of the program has compiled.
  init(vocabulary: Vocabulary = Vocabulary(), store: PatternStore? = nil) {
    self.vocabulary = vocabulary
    memory = PatternMemory(store: store)
  }

  /// Adds the fragments or rules of files; fragments of all files first.
  /// - Parameter words: fragment -> words that are added to it.
  mutating func add(_ files: [RuleFolder.File], words: [String: [String]] = [:]) {
    var pending: [(entry: Node.Mapping, file: String)] = []
    for file in files {
      do {
        let parsed = try RuleFile(path: file.path, text: file.text())
        problems += parsed.problems
        for entry in parsed.entries {
          if file.path.hasPrefix(RuleFolder.vocabulary) { addFragment(entry, file: file.path) } else { pending.append((entry, file.path)) }
        }
      } catch {
        problems.append(error)
      }
    }
    for (fragment, own) in words { vocabulary.add(words: own, to: fragment) }
    let before = problems.count
    for (entry, file) in pending { addRule(entry, file: file) }
    problems.insert(contentsOf: mistakesInVocabulary(whereRulesHold: problems.count == before), at: before)
  }

  /// Adds the fragments of files as words alone: no pattern is made of them.
  mutating func addWords(of files: [RuleFolder.File]) {
    for file in files {
      do {
        let parsed = try RuleFile(path: file.path, text: file.text())
        problems += parsed.problems
        for entry in parsed.entries { addFragment(entry, file: file.path) }
      } catch {
        problems.append(error)
      }
    }
  }

  private mutating func addFragment(_ entry: Node.Mapping, file: String) {
    var reader = EntryReader(path: file, mapping: entry)
    reader.expect(RuleKey.fragment)
    var terms = reader.strings("pattern").map { Fragment.Term(value: nil, forms: [$0.text]) }
    terms += Fragment.terms(of: reader.strings("words").map(\.text))
    for node in entry.value("terms")?.sequence ?? [] { terms += term(from: node, reader: &reader) }
    let fragment = Fragment(
      id: reader.string("id"), about: reader.string("about"), terms: terms, examples: reader.examples().map(\.text),
      counterexamples: reader.strings("counterexamples").map(\.text), file: file, line: reader.line)
    if terms.isEmpty { reader.note("fragmentet har varken \"pattern\", \"words\" eller \"terms\"") }
    if vocabulary.fragments[fragment.id] != nil { reader.note("fragmentet \"\(fragment.id)\" finns redan") }
    problems += reader.problems
    if reader.problems.isEmpty { vocabulary.add(fragment) }
  }

  private func term(from node: Node, reader: inout EntryReader) -> [Fragment.Term] {
    guard let mapping = node.mapping, let name = mapping.value("value")?.string else {
      reader.note("en term ska ha \"value:\" och \"forms:\"", at: node)
      return []
    }
    guard mapping.value("forms") != nil else {
      reader.note("termen \"\(name)\" har inga \"forms:\"", at: node)
      return []
    }
    var term = EntryReader(path: reader.path, mapping: mapping)
    term.expect(RuleKey.term)
    let (value, forms) = (term.string("value"), term.strings("forms").map(\.text))
    reader.take(term.problems)
    return [Fragment.Term(value: value, forms: forms)]
  }

  /// What is wrong with fragments.
  /// - Parameter whereRulesHold: whether all rules could be compiled: then so can the fragments that stand in them.
  private func mistakesInVocabulary(whereRulesHold: Bool) -> [RuleProblem] {
    let fragments = vocabulary.fragments.values.filter { !whereRulesHold || !vocabulary.isFilledIn($0.id) }
    return fragments.sorted { $0.id < $1.id }.compactMap { fragment in
      do {
        _ = try Pattern(try vocabulary.body(of: fragment.id), memory: memory)
        return nil
      } catch {
        return RuleProblem(file: fragment.file, line: fragment.line, column: 1, message: Self.explain(error, in: "{\(fragment.id)}"))
      }
    }
  }

  /// Adds one rule; with a mistake it is left out.
  mutating func addRule(_ entry: Node.Mapping, file: String) {
    var reader = EntryReader(path: file, mapping: entry)
    reader.expect(RuleKey.rule)
    let id = reader.string("id")
    if let other = seen[id] { reader.note("regeln \"\(id)\" finns redan i \(other)") }
    seen[id] = file
    let rule = Rule(
      id: id, about: reader.string("about"), source: reader.string("source"), scopes: scopes(&reader),
      patterns: patterns("pattern", &reader), unless: patterns("unless", &reader), until: patterns("until", &reader),
      gives: reader.table("gives"), examples: reader.examples(), counterexamples: reader.counterexamples(),
      file: file, line: reader.line)
    if rule.patterns.isEmpty, reader.problems.isEmpty { reader.note("nyckeln \"pattern\" är tom") }
    if reader.problems.isEmpty { checkGroups(of: rule, &reader) }
    problems += reader.problems
    if reader.problems.isEmpty { rules.append(rule) }
  }

  /// Notes groups in `gives` that no pattern has: the field would never be given.
  private func checkGroups(of rule: Rule, _ reader: inout EntryReader) {
    for group in rule.templates.values.lazy.flatMap(\.groups) where !rule.patterns.contains(where: { $0.hasGroup(group) }) {
      let groups = Set(rule.patterns.flatMap(\.groupNames)).sorted()
      let guess = Nearest.guess(at: group, in: groups.map { ($0, $0) }).map { "; menades {\($0)}?" }
      let known =
        groups.isEmpty
        ? "; skriv (?<\(group)>…) omkring det som ska fångas" : "; den har \(groups.map { "{\($0)}" }.joined(separator: ", "))"
      reader.note("gives: {\(group)} är ingen grupp i mönstret\(guess ?? known)", at: reader["gives"])
    }
  }

  private func scopes(_ reader: inout EntryReader) -> [Scope] {
    reader.strings("scope").compactMap { text, node in
      if let scope = Scope(name: text) { return scope }
      let names = Scope.allCases.map(\.name)
      let words = names.map { (word: $0, name: $0) } + Overlay.swedishSections.filter { names.contains($0.name) }
      let guess = Nearest.guess(at: text, in: words).map { "menades \"\($0)\"?" }
      reader.note("okänt scope \"\(text)\"; \(guess ?? "det ska vara ett av \(names.joined(separator: ", "))")", at: node)
      return nil
    }
  }

  private func patterns(_ key: String, _ reader: inout EntryReader) -> [Pattern] {
    reader.strings(key).compactMap { text, node in
      do {
        return try Pattern(try vocabulary.expand(text), memory: memory)
      } catch {
        reader.note("\(key): \(Self.explain(error, in: text))", at: node)
        return nil
      }
    }
  }

  /// What is wrong with a pattern, in a Swedish sentence.
  /// - Parameter written: the pattern as it is written, its fragments not filled in.
  static func explain(_ error: any Error, in written: String) -> String {
    switch error {
    case let error as Pattern.CompileError: PatternMistake(error, in: written).message
    case let error as Vocabulary.ExpansionError: error.message
    default: "\(error)"
    }
  }
}
