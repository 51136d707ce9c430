/// Where a part of an answer leads: addresses by name, null for what there is not.
struct Links: Encodable, Sendable {
  private let addresses: [String: String?]

  init(_ addresses: [String: String?]) { self.addresses = addresses }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(addresses)
  }

  /// Addresses of the API itself.
  static func document(_ id: String) -> String { "\(API.root)/documents/\(id)" }
  static func paragraph(_ key: String, of id: String) -> String { "\(document(id))/paragraphs/\(key)" }
}
