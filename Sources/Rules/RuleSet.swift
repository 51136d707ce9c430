internal import Foundation
internal import Yams

/// All rule files of a folder, compiled: what the program knows of wording and layout.
public struct RuleSet: Sendable {
  /// In the order of the files' names and of the rules in them: the order in which they are tried.
  public private(set) var rules: [Rule] = []
  public private(set) var vocabulary = Vocabulary()
  /// Mistakes found while loading. A rule with a mistake is left out, and stops nothing but itself.
  public private(set) var problems: [RuleProblem] = []
  /// File -> SHA-256 of its bytes, hexadecimal.
  public private(set) var fileHashes: [String: String] = [:]
  /// What the program itself asks the vocabulary for.
  public private(set) var shared: SharedPatterns
  private var byScope: [Scope: ScopedRules] = [:]

  /// Loads `folder`'s `vocabulary/`, `structure/` and `facts/`. Throws a `RuleProblem` where there is no such folder.
  /// - Parameter hash: SHA-256 of a file's bytes, in hexadecimal.
  public init(folder: String, hash: ([UInt8]) -> String) throws {
    shared = SharedPatterns(Vocabulary())
    var seen: [String: String] = [:]
    var pending: [(entry: Node.Mapping, file: String)] = []
    for file in try Self.files(in: folder) {
      let bytes = try Self.bytes(of: file, in: folder)
      fileHashes[file] = hash(bytes)
      do {
        let parsed = try RuleFile(path: file, text: String(decoding: bytes, as: UTF8.self))
        problems += parsed.problems
        for entry in parsed.entries {
          if file.hasPrefix("vocabulary/") { addFragment(entry, file: file) } else { pending.append((entry, file)) }
        }
      } catch let problem as RuleProblem {
        problems.append(problem)
      }
    }
    compileVocabulary()
    shared = SharedPatterns(vocabulary)
    for (entry, file) in pending { addRule(entry, file: file, seen: &seen) }
    byScope = Scope.allCases.reduce(into: [:]) { table, scope in table[scope] = ScopedRules(rules.filter { $0.scopes.contains(scope) }) }
  }

  /// The rules that look in `scope`, in the order in which they are tried.
  public func rules(in scope: Scope) -> [Rule] { byScope[scope]?.rules ?? [] }

  /// Those of them that may match a text, in the same order: the others surely do not. Matching costs ten times this.
  public func rules(in scope: Scope, near text: [UInt8]) -> [Rule] {
    byScope[scope]?.rules(near: TextSignature(text)) ?? []
  }

  /// What the match of a rule says: `gives` with the groups filled in.
  public func values(of rule: Rule, for match: Pattern.Match, in text: [UInt8]) -> [String: String] {
    rule.gives.compactMapValues { fill($0, match: match, text: text) }
  }

  // A template that names a group which took no part gives nothing.
  private func fill(_ template: String, match: Pattern.Match, text: [UInt8]) -> String? {
    var filled = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      guard let range = match.range(name) else { return nil }
      let caught = Array(text[range])
      filled += rest[..<open] + (vocabulary.value(of: caught, in: name) ?? String(decoding: caught, as: UTF8.self))
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}

extension RuleSet {
  private static let folders = ["vocabulary", "structure", "facts"]

  /// Paths relative to the folder, sorted.
  private static func files(in folder: String) throws -> [String] {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw RuleProblem(file: folder, line: 1, column: 1, message: "mappen med regelfiler finns inte; ange en annan med --rules")
    }
    return folders.flatMap { sub in
      ((try? manager.contentsOfDirectory(atPath: "\(folder)/\(sub)")) ?? [])
        .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted().map { "\(sub)/\($0)" }
    }
  }

  private static func bytes(of file: String, in folder: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)") else {
      throw RuleProblem(file: file, line: 1, column: 1, message: "filen kan inte läsas; se efter att du har rätt till den")
    }
    return Array(data)
  }

  private mutating func addFragment(_ entry: Node.Mapping, file: String) {
    var reader = EntryReader(path: file, mapping: entry)
    reader.allowOnly(["id", "about", "pattern", "terms", "words", "examples", "counterexamples"])
    var terms = reader.strings("pattern").map { Fragment.Term(value: nil, forms: [$0.text]) }
    // Longer words first, so that a word is not taken for one that begins it.
    let words = reader.strings("words").map(\.text).sorted { $0.utf8.count > $1.utf8.count }
    terms += words.map { Fragment.Term(value: nil, forms: [NSRegularExpression.escapedPattern(for: $0)]) }
    for node in entry[Node("terms")]?.sequence ?? [] { terms += term(from: node, reader: &reader) }
    let fragment = Fragment(
      id: reader.string("id"), about: reader.string("about"), terms: terms, examples: reader.examples().map(\.text),
      counterexamples: reader.strings("counterexamples").map(\.text), file: file, line: reader.line)
    if terms.isEmpty { reader.note("fragmentet har varken \"pattern\", \"words\" eller \"terms\"") }
    if vocabulary.fragments[fragment.id] != nil { reader.note("fragmentet \"\(fragment.id)\" finns redan") }
    problems += reader.problems
    if reader.problems.isEmpty { vocabulary.add(fragment) }
  }

  private func term(from node: Node, reader: inout EntryReader) -> [Fragment.Term] {
    guard let mapping = node.mapping, let value = mapping[Node("value")]?.string else {
      reader.note("en term ska ha \"value:\" och \"forms:\"", at: node)
      return []
    }
    let forms = mapping[Node("forms")]?.sequence?.compactMap(\.string) ?? []
    if forms.isEmpty { reader.note("termen \"\(value)\" har inga \"forms:\"", at: node) }
    return [Fragment.Term(value: value, forms: forms)]
  }

  private mutating func compileVocabulary() {
    for fragment in vocabulary.fragments.values.sorted(by: { $0.id < $1.id }) {
      do {
        _ = try Pattern(try vocabulary.body(of: fragment.id, within: []))
      } catch {
        problems.append(RuleProblem(file: fragment.file, line: fragment.line, column: 1, message: Self.explain(error)))
      }
    }
    vocabulary.compileValues()
  }

  private mutating func addRule(_ entry: Node.Mapping, file: String, seen: inout [String: String]) {
    var reader = EntryReader(path: file, mapping: entry)
    reader.allowOnly(["id", "about", "source", "scope", "pattern", "unless", "until", "gives", "examples", "counterexamples"])
    let id = reader.string("id")
    if let other = seen[id] { reader.note("regeln \"\(id)\" finns redan i \(other)") }
    seen[id] = file
    let rule = Rule(
      id: id, about: reader.string("about"), source: reader.string("source"), scopes: scopes(&reader),
      patterns: patterns("pattern", &reader), unless: patterns("unless", &reader), until: patterns("until", &reader),
      gives: reader.table("gives"), examples: reader.examples(), counterexamples: reader.strings("counterexamples").map(\.text),
      file: file, line: reader.line)
    if rule.patterns.isEmpty, reader.problems.isEmpty { reader.note("nyckeln \"pattern\" saknas") }
    problems += reader.problems
    if reader.problems.isEmpty { rules.append(rule) }
  }

  private func scopes(_ reader: inout EntryReader) -> [Scope] {
    let names = reader.strings("scope")
    if names.isEmpty { reader.note("nyckeln \"scope\" saknas") }
    return names.compactMap { text, node in
      if let scope = Scope(rawValue: text) { return scope }
      reader.note("okänt scope \"\(text)\"; ett av: \(Scope.allCases.map(\.rawValue).joined(separator: ", "))", at: node)
      return nil
    }
  }

  private func patterns(_ key: String, _ reader: inout EntryReader) -> [Pattern] {
    reader.strings(key).compactMap { text, node in
      do {
        return try Pattern(try vocabulary.expand(text))
      } catch {
        reader.note("\(key): \(Self.explain(error))", at: node)
        return nil
      }
    }
  }

  private static func explain(_ error: any Error) -> String {
    switch error {
    case let error as Pattern.CompileError: "mönstret kan inte tolkas vid tecken \(error.offset): \(error.message)"
    case let error as Vocabulary.ExpansionError: error.message
    default: "\(error)"
    }
  }
}
