/// A JSON value. An annotation says only what its writer looked for, so a key that is missing differs from one that is null: no typed document
/// keeps the two apart.
public enum JSONValue: Decodable, Sendable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The value of a key; nil where this is no object or has no such key.
  subscript(_ key: String) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields[key]
  }

  /// The items; none where this is no array.
  var items: [JSONValue] {
    guard case .array(let items) = self else { return [] }
    return items
  }

  /// The keys with their values, in the order of the keys; none where this is no object.
  var fields: [(key: String, value: JSONValue)] {
    guard case .object(let fields) = self else { return [] }
    return fields.sorted { $0.key < $1.key }
  }

  /// The value as text: empty for null, a whole number without decimals.
  var text: String {
    switch self {
    case .string(let value): value
    case .number(let value): value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    case .bool(let value): value ? "ja" : "nej"
    case .null, .array, .object: ""
    }
  }

  /// The number; nil where this is none.
  var number: Double? {
    guard case .number(let value) = self else { return nil }
    return value
  }
}

extension JSONValue? {
  /// The value as text: empty where there is none.
  var text: String { self?.text ?? "" }
  /// The items; none where there is nothing.
  var items: [JSONValue] { self?.items ?? [] }
}
