import Foundation
import Rules
import Testing

/// Writes rule files (path relative to the folder -> YAML) into a folder of their own, loads them, and takes the folder away again.
func load(_ files: [String: String]) throws -> RuleSet {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rules-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  for (path, text) in files {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  return try RuleSet(folder: folder.path, hash: { "\($0.count)" })
}

/// Rules of facts and fragments, as one file each.
func load(facts: String, vocabulary: String = "") throws -> RuleSet {
  try load(["facts/prov.yaml": facts, "vocabulary/prov.yaml": vocabulary])
}

/// A whole and faultless rule, to stand beside one with a mistake.
let soundRule = """

  - id: prov.hel
    about: En hel regel.
    source: provet
    scope: decision
    pattern: "godkänner"
    examples: ["Nämnden godkänner planen."]
    counterexamples: ["Nämnden avslår planen."]

  """

/// A rule with the given pattern and nothing special about the rest.
func rule(_ pattern: String, more: String = "", examples: String = "[a]", counterexamples: String = "[b]") -> String {
  """
  - id: prov.ett
    about: Ett prov.
    source: provet
    scope: decision
    pattern: '\(pattern)'
    examples: \(examples)
    counterexamples: \(counterexamples)
    \(more)
  """
}

/// The rule of that id.
func find(_ id: String, in rules: RuleSet) throws -> Rule {
  try #require(rules.rules.first { $0.id == id })
}
