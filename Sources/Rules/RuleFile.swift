internal import Yams

/// One rule file as it is written: its entries with their lines, not yet compiled.
struct RuleFile {
  let path: String
  /// The file's entries, each a mapping.
  let entries: [Node.Mapping]
  /// Entries that are no mappings: each is left out, and stops nothing else.
  let problems: [RuleProblem]

  /// Parses YAML. A file that is no list of mappings is a problem with its place.
  init(path: String, text: String) throws {
    self.path = path
    let root: Node?
    do {
      // Every value of a rule is text: telling numbers and dates from it would cost a regular expression a value.
      root = try Yams.compose(yaml: text, .basic)
    } catch let error as YamlError {
      throw Self.problem(path: path, error: error)
    }
    guard let root else {
      entries = []
      problems = []
      return
    }
    guard let list = root.sequence else {
      throw Self.problem(path: path, node: root, "filen ska vara en lista av regler som var och en börjar med \"- id:\"")
    }
    entries = list.compactMap(\.mapping)
    problems = list.filter { $0.mapping == nil }.map { node in
      Self.problem(path: path, node: node, "en regel ska ha nycklar (\"id:\", \"pattern:\" ...)")
    }
  }

  static func problem(path: String, node: Node?, _ message: String) -> RuleProblem {
    RuleProblem(file: path, line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1, message: message)
  }

  private static func problem(path: String, error: YamlError) -> RuleProblem {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      RuleProblem(file: path, line: mark.line, column: mark.column, message: "filen är inte giltig YAML: \(problem)")
    default:
      RuleProblem(file: path, line: 1, column: 1, message: "filen är inte giltig YAML: \(error)")
    }
  }
}

/// Reads the keys of one entry and gathers what is wrong with them.
struct EntryReader {
  let path: String
  let mapping: Node.Mapping
  private(set) var problems: [RuleProblem] = []

  init(path: String, mapping: Node.Mapping) {
    self.path = path
    self.mapping = mapping
  }

  var line: Int { mapping.mark?.line ?? 1 }

  /// Notes a mistake at `node`, or at the entry where it is nil.
  mutating func note(_ message: String, at node: Node? = nil) {
    let mark = node?.mark ?? mapping.mark
    problems.append(RuleProblem(file: path, line: mark?.line ?? 1, column: mark?.column ?? 1, message: message))
  }

  /// Notes every key that is not in `known`, with the nearest known one.
  mutating func allowOnly(_ known: [String]) {
    for (key, _) in mapping {
      guard let name = key.string, !known.contains(name) else { continue }
      let near = known.min { distance($0, name) < distance($1, name) } ?? ""
      note("okänd nyckel \"\(name)\"; menades \"\(near)\"?", at: key)
    }
  }

  mutating func string(_ key: String, required: Bool = true) -> String {
    guard let node = mapping[Node(key)] else {
      if required { note("nyckeln \"\(key)\" saknas") }
      return ""
    }
    guard let value = node.string, !value.isEmpty else {
      note("\"\(key)\" ska vara en text", at: node)
      return ""
    }
    return value
  }

  /// One text or a list of texts, each with its node.
  mutating func strings(_ key: String) -> [(text: String, node: Node)] {
    guard let node = mapping[Node(key)] else { return [] }
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

  mutating func table(_ key: String) -> [String: String] {
    guard let node = mapping[Node(key)] else { return [:] }
    guard let table = node.mapping else {
      note("\"\(key)\" ska ha fält, så här: { fält: värde }", at: node)
      return [:]
    }
    return Self.fields(table)
  }

  /// The examples: a text alone, or `text:` with `gives:`.
  mutating func examples() -> [Rule.Example] {
    guard let list = mapping[Node("examples")]?.sequence else { return [] }
    return list.compactMap { node in
      if let text = node.string { return Rule.Example(text: text, gives: [:]) }
      guard let mapping = node.mapping, let text = mapping[Node("text")]?.string else {
        note("ett exempel ska vara en text, eller ha \"text:\" och \"gives:\"", at: node)
        return nil
      }
      return Rule.Example(text: text, gives: mapping[Node("gives")]?.mapping.map(Self.fields) ?? [:])
    }
  }

  private static func fields(_ mapping: Node.Mapping) -> [String: String] {
    Dictionary(mapping.compactMap { key, value in key.string.flatMap { name in value.string.map { (name, $0) } } }) { $1 }
  }

  // Levenshtein's distance, for the few letters of a key.
  private func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = a[i] == b[j] ? diagonal : min(diagonal, above, row[j]) + 1
        diagonal = above
      }
    }
    return row[b.count]
  }
}
