public import Foundation

/// The facts that one reading of a document has and another has not: what was lost and won between two rule folders.
///
/// Where a fact stands and which rule took it are left out, so that only what is said counts.
public struct FactChanges: Sendable {
  /// In the one and not in the other.
  public struct Change: Sendable, Equatable {
    /// Whether the later reading has it.
    public var isWon: Bool
    /// The § that it is about; nil outside §.
    public var paragraph: String?
    /// The key of the facts document that it stands under ("decisions", "document.body").
    public var key: String
    public var text: String
  }

  /// In the order of the documents, what was lost before what was won of each §.
  public let all: [Change]

  /// - Parameters:
  ///   - old: a facts document, JSON.
  ///   - new: the same document's facts by other rules.
  /// - Throws: a `DecodingError` where one of them is no JSON.
  public init(old: Data, new: Data) throws {
    let lost = try Self.facts(JSONDecoder().decode(JSONValue.self, from: old))
    let won = try Self.facts(JSONDecoder().decode(JSONValue.self, from: new))
    let changes = Self.only(lost, missingIn: won, isWon: false) + Self.only(won, missingIn: lost, isWon: true)
    // A stable sort by place: changes of one § stand together.
    let place = Self.places(lost + won)
    let order = { (change: (offset: Int, element: Change)) in (place[Place(change.element)] ?? 0, change.offset) }
    all = changes.enumerated().sorted { order($0) < order($1) }.map(\.element)
  }

  private struct Place: Hashable {
    var paragraph: String?
    var key: String

    init(_ change: Change) { (paragraph, key) = (change.paragraph, change.paragraph == nil ? change.key : "") }
  }

  private static func places(_ facts: [Change]) -> [Place: Int] {
    Dictionary(facts.enumerated().map { (Place($0.element), $0.offset) }) { first, _ in first }
  }

  private static func only(_ facts: [Change], missingIn others: [Change], isWon: Bool) -> [Change] {
    var left: [String: Int] = [:]
    let name = { (fact: Change) in "\(fact.paragraph ?? "")\t\(fact.key)\t\(fact.text)" }
    for other in others { left[name(other), default: 0] += 1 }
    return facts.compactMap { fact in
      if let count = left[name(fact)], count > 0 {
        left[name(fact)] = count - 1
        return nil
      }
      return Change(isWon: isWon, paragraph: fact.paragraph, key: fact.key, text: fact.text)
    }
  }

  /// Where things stand, what is the same for both readings and lines that no rule placed are no facts.
  private static let passedOver: Set<String> = ["source", "rules", "format", "id", "page", "pages", "unplaced"]

  private static func facts(_ document: JSONValue) -> [Change] {
    document.fields.filter { !passedOver.contains($0.key) }.flatMap { key, value in
      switch (key, value) {
      case ("paragraphs", .array(let paragraphs)): paragraphs.flatMap(facts(ofParagraph:))
      case ("document", .object): facts(of: value, nil, prefix: "document.")
      default: value.items.map { Change(isWon: false, paragraph: nil, key: key, text: text($0)) }
      }
    }
  }

  private static func facts(ofParagraph paragraf: JSONValue) -> [Change] {
    let number = paragraf["number"].text
    return [Change(isWon: false, paragraph: number, key: "paragraphs", text: "")] + facts(of: paragraf, number, prefix: "")
  }

  private static func facts(of object: JSONValue, _ paragraph: String?, prefix: String) -> [Change] {
    object.fields.filter { !passedOver.contains($0.key) && $0.key != "number" }.flatMap { key, value in
      let values: [JSONValue] = if case .array(let items) = value { items } else { [value] }
      return values.filter { $0 != .null && $0 != .bool(false) }.map {
        Change(isWon: false, paragraph: paragraph, key: prefix + key, text: text($0))
      }
    }
  }

  /// A fact in one line: its text, or its fields by name.
  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .array(let items): items.map(text).joined(separator: ", ")
    case .object:
      value.fields.filter { !passedOver.contains($0.key) && $0.value != .null && $0.value != .array([]) }
        .map { key, value in if case .string(let text) = value { text } else { "\(key) \(text(value))" } }.joined(separator: " – ")
    default: value.text
    }
  }
}
