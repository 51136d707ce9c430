internal import Yams

/// Reads the keys of one entry and gathers what is wrong with them.
struct EntryReader {
  let path: String
  let mapping: Node.Mapping
  private(set) var problems: [RuleProblem] = []
  /// Key -> its value: looking through the mapping for each key copies what stands before it.
  private let values: [String: Node]

  init(path: String, mapping: Node.Mapping) {
    self.path = path
    self.mapping = mapping
    values = Dictionary(mapping.compactMap { key, value in key.scalar.map { ($0.string, value) } }) { first, _ in first }
  }

  /// The value of a key; nil where there is none.
  subscript(key: String) -> Node? { values[key] }

  var line: Int { mapping.mark?.line ?? 1 }

  /// Notes a mistake at `node`, or at the entry where it is nil.
  mutating func note(_ message: String, at node: Node? = nil) {
    let mark = node?.mark ?? mapping.mark
    problems.append(RuleProblem(file: path, line: mark?.line ?? 1, column: mark?.column ?? 1, message: message))
  }

  /// Notes mistakes found in a part of the entry.
  mutating func take(_ found: [RuleProblem]) { problems += found }

  /// Notes every key that is not in `keys`, with the nearest that is, and those that are missing.
  mutating func expect(_ keys: [RuleKey]) {
    let known = keys.map(\.name)
    var meant: Set<String> = []
    for (key, _) in mapping {
      guard let name = key.string, !known.contains(name) else { continue }
      let guess = RuleKey.guess(at: name, among: keys)
      if let guess { meant.insert(guess) }
      note(
        "okänd nyckel \"\(name)\"; \(guess.map { "menades \"\($0)\"?" } ?? "det ska vara en av \(known.joined(separator: ", "))")", at: key)
    }
    // One mistake is told once: a key that is misspelt is not missing too.
    for key in keys where key.isRequired && values[key.name] == nil && !meant.contains(key.name) { note("nyckeln \"\(key.name)\" saknas") }
  }

  /// The text of a key; empty where there is none.
  mutating func string(_ key: String) -> String {
    guard let node = values[key] else { return "" }
    guard let value = node.string, !value.isEmpty else {
      note("\"\(key)\" ska vara en text", at: node)
      return ""
    }
    return value
  }

  /// One text or a list of texts, each with its node.
  mutating func strings(_ key: String) -> [(text: String, node: Node)] {
    values[key].map { strings(key, at: $0) } ?? []
  }

  /// The same of a node that does not stand right under a key of the entry.
  mutating func strings(_ key: String, at node: Node) -> [(text: String, node: Node)] {
    if let list = node.sequence {
      return list.compactMap { item in
        guard let text = item.string else {
          note("\"\(key)\" ska vara en lista av texter", at: item)
          return nil
        }
        return (text, item)
      }
    }
    guard let text = node.string else {
      note("\"\(key)\" ska vara en text eller en lista av texter", at: node)
      return []
    }
    return [(text, node)]
  }

  /// The keys and values below a key, in the order of the file.
  mutating func pairs(_ key: String) -> [(key: (text: String, node: Node), value: Node)] {
    guard let node = values[key] else { return [] }
    guard let table = node.mapping else {
      note("\"\(key)\" ska ha namn med listor under, så här: decision: [\"Så beslutades\"]", at: node)
      return []
    }
    return table.compactMap { key, value in key.string.map { (($0, key), value) } }
  }

  mutating func table(_ key: String) -> [String: String] {
    guard let node = values[key] else { return [:] }
    guard let table = node.mapping else {
      note("\"\(key)\" ska ha fält, så här: { fält: värde }", at: node)
      return [:]
    }
    return Self.fields(table)
  }

  /// The examples: a text alone, or `text:` with `gives:`.
  mutating func examples() -> [Rule.Example] {
    guard let node = values["examples"] else { return [] }
    guard let list = node.sequence else {
      note("\"examples\" ska vara en lista: [\"så här\", \"och så här\"]", at: node)
      return []
    }
    return list.compactMap { node in
      if let text = node.string { return Rule.Example(text: text, gives: [:], mark: node.mark) }
      guard let mapping = node.mapping, let text = mapping.value("text")?.string else {
        note("ett exempel ska vara en text, eller ha \"text:\" och \"gives:\"", at: node)
        return nil
      }
      return Rule.Example(text: text, gives: mapping.value("gives")?.mapping.map(Self.fields) ?? [:], mark: node.mark)
    }
  }

  /// Texts that must not match, with their places.
  mutating func counterexamples() -> [Rule.Example] {
    strings("counterexamples").map { Rule.Example(text: $0.text, gives: [:], mark: $0.node.mark) }
  }

  private static func fields(_ mapping: Node.Mapping) -> [String: String] {
    Dictionary(mapping.compactMap { key, value in key.string.flatMap { name in value.string.map { (name, $0) } } }) { $1 }
  }
}

extension Rule.Example {
  fileprivate init(text: String, gives: [String: String], mark: Mark?) {
    self.init(text: text, gives: gives)
    (line, column) = (mark?.line, mark?.column)
  }
}
