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
    } catch let error as YamlError {
      throw problem(path: path, error: error)
    } catch {
      throw RuleProblem(file: path, line: 1, column: 1, message: "filen är inte giltig YAML: \(error)")
    }
  }

  static func problem(path: String, node: Node?, _ message: String) -> RuleProblem {
    RuleProblem(file: path, line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1, message: message)
  }

  private static func problem(path: String, error: YamlError) -> RuleProblem {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      RuleProblem(file: path, line: mark.line, column: mark.column, message: "filen är inte giltig YAML: \(meaning(of: problem))")
    case .duplicatedKeysInMapping(let keys, let context):
      RuleProblem(
        file: path, line: context.mark.line, column: context.mark.column,
        message: "nyckeln \"\(keys.joined(separator: "\", \""))\" står två gånger i samma regel; skriv allt på ett ställe")
    default:
      RuleProblem(file: path, line: 1, column: 1, message: "filen är inte giltig YAML: \(error)")
    }
  }

  /// What libyaml's own words mean for someone who writes rules.
  private static func meaning(of problem: String) -> String {
    meanings.first { problem.contains($0.words) }.map { "\($0.meaning) (\(problem))" } ?? problem
  }

  private static let meanings: [(words: String, meaning: String)] = [
    ("expected ',' or ']'", "en lista som börjar med [ slutar inte med ], eller saknar ett komma"),
    ("expected ',' or '}'", "det som börjar med { slutar inte med }, eller saknar ett komma"),
    ("mapping values are not allowed", "ett kolon i en text utan citattecken; sätt citattecken om texten"),
    ("expected <block end>", "en rad är indragen annorlunda än de andra i sin lista"),
    ("expected key", "en rad är indragen annorlunda än de andra i sin lista"),
    ("could not find expected ':'", "ett kolon saknas efter nyckeln, eller texten behöver citattecken"),
    ("unexpected end of stream", "ett citattecken saknas i slutet av en text"),
    ("cannot start any token", "raden börjar med ett tecken som behöver citattecken, eller är indragen med tabb; använd blanksteg"),
    ("unknown escape character", "ett \\ inom citattecken ska skrivas \\\\"),
  ]
}
