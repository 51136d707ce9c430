import Foundation

/// What is read in a document as an annotation (facit) to be corrected by hand: JSON with one fact a line, without places and rules.
struct AnnotationText {
  let text: String

  /// In the order in which a person reads a §.
  private static let keys = [
    "number", "title", "diarienummer", "process_code", "motions", "decisions", "outcome", "votes", "reservations", "statements", "recusals",
    "recipients", "basis", "references",
  ]
  private static let documentKeys = ["type", "municipality", "body", "date", "year"]
  private static let reportKeys = ["goals", "assignments", "amounts", "indicators"]
  private static let passedOver: Set<String> = ["source", "quote"]

  /// - Parameter factsJSON: a facts document. Throws where it is no JSON object.
  init(factsJSON: [UInt8]) throws {
    let facts = try JSONSerialization.jsonObject(with: Data(factsJSON)) as? [String: Any] ?? [:]
    let document = facts["document"] as? [String: Any] ?? [:]
    var parts = ["\"document\": {\(try Self.documentKeys.map { try Self.pair($0, document[$0]) }.joined(separator: ", "))}"]
    let paragraphs = facts["paragraphs"] as? [[String: Any]] ?? []
    if !paragraphs.isEmpty {
      let texts = try paragraphs.map { paragraf in
        "  {" + (try Self.keys.map { try Self.field($0, paragraf[$0], indent: 4) }.joined(separator: ",\n   ")) + "}"
      }
      parts.append("\"paragraphs\": [\n\(texts.joined(separator: ",\n"))\n ]")
    }
    // A report is annotated for what it has; minutes are for their §.
    for key in Self.reportKeys where paragraphs.isEmpty { parts.append(try Self.field(key, facts[key], indent: 2)) }
    text = "{" + parts.joined(separator: ",\n ") + "}"
  }

  /// A list stands one item a line.
  private static func field(_ key: String, _ value: Any?, indent: Int) throws -> String {
    guard let items = value as? [Any], !items.isEmpty else { return try pair(key, value) }
    let space = String(repeating: " ", count: indent + 2)
    return "\"\(key)\": [\n" + (try items.map { space + (try json($0)) }.joined(separator: ",\n")) + "]"
  }

  private static func pair(_ key: String, _ value: Any?) throws -> String { "\"\(key)\": \(try json(value ?? NSNull()))" }

  private static func json(_ value: Any) throws -> String {
    let options: JSONSerialization.WritingOptions = [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try JSONSerialization.data(withJSONObject: bare(value), options: options), as: UTF8.self)
  }

  private static func bare(_ value: Any) -> Any {
    switch value {
    case let fields as [String: Any]: fields.filter { !passedOver.contains($0.key) }.mapValues(bare)
    case let items as [Any]: items.map(bare)
    default: value
    }
  }
}
