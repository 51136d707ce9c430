internal import Foundation

/// What an endpoint may be asked with. Declared once: the check of a request and the OpenAPI document both come from it.
struct Parameter: Sendable {
  enum Kind: Sendable {
    /// Text without control characters, of at most so many characters (Unicode scalars).
    case text(longest: Int)
    case number(ClosedRange<Int>)
    case truth
    case choice([String])
    /// Text of a form; what it is called in a message ("ett dokument-id").
    case form(pattern: String, name: String)
  }

  let name: String
  let kind: Kind
  /// One Swedish sentence.
  let description: String
  let example: JSON
  var isRequired = false
  /// Whether it may be given more than once; all the values then count.
  var isRepeated = false
  /// Whether it is a part of the path rather than of the query.
  var isInPath = false
  /// What holds where it is left out.
  var standard: JSON?

  /// The most times that a parameter may be given.
  static let mostValues = 20
  /// What text may hold: no control characters but tab and line breaks.
  private static let textPattern = #"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$"#
}

extension Parameter {
  /// What is wrong with a value, as the end of a sentence that begins with the parameter's name; nil where nothing is.
  func fault(in value: String) -> String? {
    switch kind {
    case .text(let longest):
      if value.isEmpty { return "är tom" }
      return value.unicodeScalars.count > longest ? "är längre än \(longest) tecken" : nil
    case .number(let range):
      // Written as numbers are: no sign that says nothing, no leading zeroes.
      let number = Int(value).flatMap { "\($0)" == value ? $0 : nil }
      return number.map(range.contains) == true ? nil : "ska vara ett heltal från \(range.lowerBound) till \(range.upperBound)"
    case .truth: return ["true", "false"].contains(value) ? nil : "ska vara true eller false"
    case .choice(let values): return values.contains(value) ? nil : "ska vara \(values.joined(separator: ", "))"
    case .form(let pattern, let name): return Self.has(value, pattern) ? nil : "ska vara \(name)"
    }
  }

  // ICU's expressions, whose `$` also holds before a last line break: hence the range.
  private static func has(_ value: String, _ pattern: String) -> Bool {
    value.range(of: pattern, options: .regularExpression).map { $0 == value.startIndex..<value.endIndex } ?? false
  }

  /// As JSON Schema has it.
  private var schema: [String: JSON] {
    switch kind {
    case .text(let longest):
      ["type": "string", "minLength": 1, "maxLength": .number(longest), "pattern": .text(Self.textPattern)]
    case .number(let range): ["type": "integer", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)]
    case .truth: ["type": "boolean"]
    case .choice(let values): ["type": "string", "enum": .texts(values)]
    case .form(let pattern, _): ["type": "string", "pattern": .text(pattern)]
    }
  }

  /// As OpenAPI has it.
  var declaration: JSON {
    var one = schema
    one["default"] = standard
    let several: [String: JSON] = ["type": "array", "items": .object(one), "minItems": 1, "maxItems": .number(Self.mostValues)]
    var fields: [String: JSON] = ["name": .text(name), "in": isInPath ? "path" : "query", "description": .text(description)]
    fields["required"] = .truth(isRequired || isInPath)
    fields["schema"] = .object(isRepeated ? several : one)
    fields["example"] = isRepeated ? .list([example]) : example
    return .object(fields)
  }
}

// Those that several endpoints have.
extension Parameter {
  static let limit = Parameter(
    name: "limit", kind: .number(1...100), description: "Hur många som ges på en gång.", example: 20, standard: 20)
  static let offset = Parameter(
    name: "offset", kind: .number(0...100_000), description: "Hur många av de första som hoppas över.", example: 0, standard: 0)
  static let municipality = Parameter(
    name: "municipality", kind: .text(longest: 100), description: "Kommun eller region, så som dokumenten skriver den.",
    example: "Björkmåla kommun")
  static let body = Parameter(
    name: "body", kind: .text(longest: 200), description: "Organ, så som dokumenten skriver det.", example: "Socialnämnden")
  static let from = Parameter(name: "from", kind: .number(1900...2200), description: "Första året.", example: 2022)
  static let to = Parameter(name: "to", kind: .number(1900...2200), description: "Sista året.", example: 2024)
  static let corrected = Parameter(
    name: "corrected", kind: .truth, description: "Om det som läsare har rättat ska stå i stället för det som lästes.", example: true,
    standard: false)
  static let document = Parameter(
    name: "id", kind: .form(pattern: "^[0-9a-f]{8,64}$", name: "minst åtta hexadecimala siffror"),
    description: "Dokumentets id, eller början av det så att inget annat börjar så.", example: "9f2c41d07be35a68", isInPath: true)
}
