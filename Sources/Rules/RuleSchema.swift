internal import Foundation

/// The JSON Schema of the rule files, with which an editor completes and checks them. Written from the loader's own keys (`RuleKey`).
public struct RuleSchema {
  public init() {}

  /// The schema, JSON.
  public var json: String {
    let schema: [String: Any] = [
      "$schema": "http://json-schema.org/draft-07/schema#",
      "title": "Paragrafs regelfiler",
      "description": "Skriven av \"paragraf rules schema\".",
      "anyOf": [Self.reference("overlay"), Self.list(of: "rule"), Self.list(of: "fragment"), ["type": "null"]],
      "definitions": Self.definitions,
    ]
    let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Dictionaries, arrays and strings always serialise.
    return (try? JSONSerialization.data(withJSONObject: schema, options: options)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  private static var definitions: [String: Any] {
    [
      "overlay": entry(RuleKey.overlay, "Vad en kommuns dokument gör annorlunda."), "rule": entry(RuleKey.rule, "En regel."),
      "fragment": fragment, "term": entry(RuleKey.term, "En betydelse med sina ordformer."),
      "example": ["anyOf": [text, entry(RuleKey.example, "En text, och vad den ska ge.")]],
      "form": ["anyOf": [text, entry(RuleKey.form, "En rads form, med exempel.")]], "forms": oneOrMany(reference("form")),
      "texts": oneOrMany(text),
    ]
  }

  // A fragment needs one of the keys that say what it matches.
  private static var fragment: [String: Any] {
    var fragment = entry(RuleKey.fragment, "Ett fragment, som mönster nämner med {namn}.")
    fragment["anyOf"] = ["pattern", "words", "terms"].map { ["required": [$0]] }
    return fragment
  }

  private static func entry(_ keys: [RuleKey], _ about: String) -> [String: Any] {
    var properties: [String: Any] = [:]
    for key in keys { properties[key.name] = value(key.value).merging(["description": key.about]) { $1 } }
    return [
      "type": "object", "description": about, "properties": properties, "additionalProperties": false,
      "required": keys.filter(\.isRequired).map(\.name),
    ]
  }

  private static func value(_ value: RuleKey.Value) -> [String: Any] {
    switch value {
    case .text: text
    case .texts: all(reference("texts"))
    case .scopes: oneOrMany(["enum": Scope.allCases.map(\.name)])
    case .fields: ["type": "object", "additionalProperties": text]
    case .examples: list(of: "example")
    case .terms: list(of: "term")
    case .forms: all(reference("forms"))
    case .labels: ["type": "object", "propertyNames": ["enum": Overlay.sections], "additionalProperties": reference("forms")]
    case .words: ["type": "object", "additionalProperties": reference("texts")]
    case .rules: list(of: "rule")
    }
  }

  // A number or a yes without quotes is a text to the loader.
  private static var text: [String: Any] { ["type": ["string", "number", "boolean"]] }

  private static func reference(_ name: String) -> [String: Any] { ["$ref": "#/definitions/\(name)"] }

  // Beside $ref a description would be ignored.
  private static func all(_ reference: [String: Any]) -> [String: Any] { ["allOf": [reference]] }

  private static func list(of name: String) -> [String: Any] { ["type": "array", "items": reference(name)] }

  private static func oneOrMany(_ one: [String: Any]) -> [String: Any] { ["anyOf": [one, ["type": "array", "items": one]]] }
}
