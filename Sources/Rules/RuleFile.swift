internal import Yams

/// One rule file as it is written: its entries with their lines, not yet compiled.
struct RuleFile {
  let path: String
  /// The file's entries, each a mapping.
  let entries: [Node.Mapping]
  /// Entries that are no mappings: each is left out, and stops nothing else.
  let problems: [RuleProblem]

  /// Parses YAML. A file that is no list of mappings is a problem with its place.
  init(path: String, text: String) throws(RuleProblem) {
    self.path = path
    guard let root = try Self.root(path: path, text: text) else {
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

  /// The file's one value; nil for an empty file. Throws where it is no YAML.
  static func root(path: String, text: String) throws(RuleProblem) -> Node? {
    do {
      // Every value of a rule is text: telling numbers and dates from it would cost a regular expression a value.
      return try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch {
      throw BrokenYAML(path: path, text: text).problem(error)
    }
  }

  static func problem(path: String, node: Node?, _ message: String) -> RuleProblem {
    RuleProblem(file: path, line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1, message: message)
  }
}
