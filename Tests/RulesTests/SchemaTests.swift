import Foundation
import Rules
import Testing

/// The JSON Schema says what the loader takes: whatever the one allows the other does (scripts/checks/rule-schema holds files against it).
@Suite struct SchemaTests {
  private func definition(_ name: String) throws -> [String: Any] {
    let schema = try JSONSerialization.jsonObject(with: Data(RuleSchema().json.utf8)) as? [String: Any]
    return try #require((schema?["definitions"] as? [String: Any])?[name] as? [String: Any])
  }

  @Test(arguments: ["rule", "fragment", "overlay"])
  func everyKeyOfTheSchemaIsKnownToTheLoader(name: String) throws {
    let keys = try #require(try definition(name)["properties"] as? [String: Any]).keys
    #expect(!keys.isEmpty)
    for key in keys { #expect(try unknownKeys(name, "\(key): x").isEmpty, "\(name): \(key)") }
    #expect(try !unknownKeys(name, "finnsinte: x").isEmpty)
  }

  @Test(arguments: ["rule", "fragment"])
  func whatTheSchemaRequiresTheLoaderMisses(name: String) throws {
    let required = try #require(try definition(name)["required"] as? [String])
    let said = try problems(name, "examples: [x]").map(\.message).joined()
    for key in required { #expect(said.contains("\"\(key)\" saknas"), "\(name): \(key): \(said)") }
  }

  private func unknownKeys(_ name: String, _ line: String) throws -> [RuleProblem] {
    try problems(name, line).filter { $0.message.contains("okänd nyckel") }
  }

  private func problems(_ name: String, _ line: String) throws -> [RuleProblem] {
    switch name {
    case "rule": try load(facts: "- \(line)").problems
    case "fragment": try load(facts: "", vocabulary: "- \(line)").problems
    default: try OverlayTests.own(line.hasPrefix("municipality") ? "" : line).problems
    }
  }
}
